// SPDX-License-Identifier: MIT
/**
 * Writes tests/corpus/verdicts.ndjson: generated answer sets and the SHA-256 of each verdict, outlook and flips, as this
 * build gives them.
 * Run it after a change that is meant to change verdicts, and look at the difference: `node tests/corpus/generate.mjs`.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { load } from "../../dist/engine.js";

const PACKS = { "rag-vs-fine-tuning": 220, lunch: 9, "follow-ups": 60 };

/** A small deterministic generator (mulberry32), so that the corpus does not depend on the platform. */
function generator(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function packFile(id) {
  return new URL(id === "rag-vs-fine-tuning" ? `../../packs/${id}.json` : `packs/${id}.json`, import.meta.url);
}

/** Every third set is complete, every third half empty, the others in between; the first has no answers. */
function answerSet(questions, index, random) {
  const answers = {};
  const gaps = [0, 2, 4][index % 3];
  for (const { id, choices } of questions) {
    if (index === 0 || random(8) < gaps) continue;
    answers[id] = random(12) === 0 && gaps > 0 ? null : choices[random(choices.length)].id;
  }
  return answers;
}

const engine = await load();
const lines = [];
for (const [id, count] of Object.entries(PACKS)) {
  const pack = engine.open(readFileSync(packFile(id), "utf8"));
  const random = generator(count);
  for (let index = 0; index < count; ++index) {
    const answers = answerSet(pack.description.decision.questions, index, random);
    const [verdict, outlook, flips] = [
      pack.verdictText(answers),
      pack.outlookText(answers),
      pack.flipsText(answers),
    ].map((text) => createHash("sha256").update(text).digest("hex"));
    lines.push(JSON.stringify({ pack: id, answers, verdict, outlook, flips }));
  }
}
writeFileSync(new URL("verdicts.ndjson", import.meta.url), `${lines.join("\n")}\n`);
