// SPDX-License-Identifier: MIT
/** Who is measured: what each finds in every answer, and the band it would give. */
import { asLabelled } from "./answers.mjs";
import { tunedBands } from "./bands.mjs";
import { embeddingProfiles } from "./embeddings.mjs";
import { keywords } from "./keywords.mjs";
import { references } from "./references.mjs";
import { score } from "./scores.mjs";
import { tfidfProfiles } from "./tfidf.mjs";
import { heldOut, tuned } from "./thresholds.mjs";

/** Ours quotes what it found; its patterns are frozen, so nothing has to be held out. */
export function ours(pack, { answers }) {
  const grades = answers.map(({ text }) => pack.grade(text));
  const found = grades.map(
    ({ criteria, misconceptions }) =>
      new Set(asLabelled([...criteria.filter(({ level }) => level > 0), ...misconceptions].map(({ id }) => id))),
  );
  return { name: "decision-card", found, heldOut: found, grades, bands: grades.map(({ band }) => band) };
}

function baseline(name, task, found, withheld = found) {
  return { name, found, heldOut: withheld, bands: tunedBands(task, found) };
}

/** One threshold for all concepts and one for all misconceptions, or one a code: both are shown. */
function thresholded(name, task, profiles) {
  const { answers, concepts, misconceptions } = task;
  const shares = {
    "one threshold": [concepts, misconceptions],
    "a threshold a code": [...concepts, ...misconceptions].map((code) => [code]),
  };
  return Object.entries(shares).map(([how, codes]) =>
    baseline(`${name}, ${how}`, task, tuned(answers, profiles, codes), heldOut(answers, profiles, codes)),
  );
}

async function embeddings(task, refs) {
  const profiles = await embeddingProfiles(task.answers, refs);
  const levels = Object.entries(profiles).map(([level, each]) => thresholded(`embeddings by ${level}`, task, each));
  const best = (level) => Math.max(...level.map(({ found }) => score(task.answers, found, task.concepts).micro.f1));
  return levels.sort((a, b) => best(b) - best(a))[0];
}

/** `task` is the answers, the codes and the rubric. */
export async function baselines(task, { quick }) {
  const refs = references(task.rubric);
  const keyword = keywords();
  return [
    baseline(
      keyword.name,
      task,
      task.answers.map(({ text }) => new Set(keyword.find(text))),
    ),
    ...thresholded("TF-IDF", task, tfidfProfiles(task.answers, refs)),
    ...(quick ? [] : await embeddings(task, refs)),
  ];
}
