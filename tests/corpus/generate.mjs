// SPDX-License-Identifier: MIT
/**
 * Writes tests/corpus/verdicts.ndjson, generated answer sets and the SHA-256 of each verdict and what is proved about it,
 * grades.ndjson, the ids of samples and answers and the SHA-256 of each grade, estimates.ndjson, requests and the cost
 * pictures they give, and the goldens, texts to read, as this build gives them. Run it after a change that is meant to change
 * them, and read the difference: `node tests/corpus/generate.mjs && git diff tests/corpus/golden`.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { load as loadDecision } from "../../dist/esm/decision.js";
import { load as loadRubric } from "../../dist/esm/rubric.js";
import { gradedTexts, packText, sha256 } from "./entries.mjs";
import { goldenTexts } from "./golden.mjs";

const PACKS = { "rag-vs-fine-tuning": 220, lunch: 9, "follow-ups": 60, picnic: 40 };

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

function verdictLines(pack, id, count) {
  const random = generator(count);
  return Array.from({ length: count }, (_, index) => {
    const answers = answerSet(pack.description.decision.questions, index, random);
    const texts = [pack.verdictText(answers), pack.outlookText(answers), pack.flipsText(answers)];
    const [verdict, outlook, flips] = texts.map(sha256);
    return { pack: id, answers, verdict, outlook, flips };
  });
}

const REQUESTS = {
  van: [
    [{}, {}],
    [{ days: 31, day_rate: 0.1, price: 1 / 3 }, {}],
    [{ service_months: 1 }, { trips: "daily" }],
  ],
  "rag-vs-fine-tuning": [
    [{}, {}],
    [{ queries: 123457, token_price: 0.0375, tokens_saved: 33.3 }, { task_stability: "years" }],
    [
      {},
      {
        limit: "price",
        data_change: "yearly",
        task_stability: "years",
        corpus: "large",
        labelled_data: "from_2000",
      },
    ],
    [{}, { limit: "nothing", task_stability: "moving", data_change: "yearly", labelled_data: "from_500" }],
  ],
};

function estimateLines(pack, id, requests) {
  return requests.map(([inputs, answers]) => ({ pack: id, inputs, answers, estimate: pack.estimate(inputs, answers) }));
}

function write(name, lines) {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  writeFileSync(new URL(`${name}.ndjson`, import.meta.url), text);
}

const engine = await loadDecision();
const rubrics = await loadRubric();
const open = (id) => engine.open(packText(id));
const openRubric = (id) => rubrics.open(packText(id, "rubric"));
write(
  "verdicts",
  Object.entries(PACKS).flatMap(([id, count]) => verdictLines(open(id), id, count)),
);
write(
  "grades",
  gradedTexts().map(({ id, pack, text, followUp }) => ({
    id,
    grade: sha256(openRubric(pack).gradeText(text, followUp)),
  })),
);
write(
  "estimates",
  Object.entries(REQUESTS).flatMap(([id, requests]) => estimateLines(open(id), id, requests)),
);

const golden = new URL("golden/", import.meta.url);
const texts = await goldenTexts();
rmSync(golden, { recursive: true, force: true }); // a golden that is no longer made goes
mkdirSync(golden);
for (const [name, text] of texts) writeFileSync(new URL(name, golden), text);
