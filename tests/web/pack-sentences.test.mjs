// SPDX-License-Identifier: MIT
/**
 * What the bundled decision says of its reader, held against the reader's answers: on every card of its cases each sentence
 * about measuring, examples, people, the task, documents and points must be true there; and each kind of sentence is said.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/esm/decision.js";

const text = readFileSync(new URL("../../packs/rag-vs-fine-tuning/decision.json", import.meta.url), "utf8");
const pack = (await load()).open(text);
const { cases } = JSON.parse(text).decision;

const RUNS_RAG = ["rag_short", "rag_dear", "rag_passes", "both_short"];
const gate = (id, ...states) => [`gate ${id} is ${states.join(" or ")}`, ({ gates }) => states.includes(gates[id])];
const said = (id, ...choices) => [`${id} is ${choices.join(" or ")}`, ({ answers }) => choices.includes(answers[id])];
const ahead = (winner) => [
  `${winner} has more points than what is recommended`,
  ({ scores, own }) => own.every((id) => scores[winner] > scores[id]),
];

/** What a sentence says of the reader, and what must then be true. */
const CLAIMS = [
  [/you run RAG|You run RAG/, said("tried", ...RUNS_RAG)],
  [/Nothing has been measured|Nothing is measured/, said("tried", "nothing")],
  [/You have measured RAG/, said("tried", "rag_short")],
  [/(prompt|A prompt) (was measured and falls|fell) short/, said("tried", "prompt_short", "rag_short", "both_short")],
  [
    /Something simpler passes|The prompt passes|RAG passes your|RAG already passes/,
    said("tried", "prompt_passes", "rag_passes"),
  ],
  [/tuned model passes|trained already, and it passes/, said("tried", "tuned_passes")],
  [
    /good, but too slow or too dear|works but (costs too much|is too slow or dear)/,
    said("tried", "prompt_dear", "rag_dear"),
  ],
  [/A prompt is too slow or too dear/, said("tried", "prompt_dear")],
  [/RAG is good enough/, said("tried", "rag_dear")],
  [/its search misses/, said("rag_missing", "facts")],
  [/brought no gain/, said("rag_missing", "no_gain")],
  [/[Tt]oo few examples|Too few for a task/, gate("enough_data", "fail")],
  [/Enough for a task|They were enough|Likely enough/, gate("enough_data", "pass")],
  [/task still moves|Requirements still move/, gate("task_stable", "fail")],
  [/nobody to (do it|train)/, gate("can_train", "fail")],
  [
    /at least one doesn’t|a condition for it fails/,
    ["a gate fails", ({ gates }) => Object.values(gates).includes("fail")],
  ],
  [
    /All four hold|all conditions for training are met/,
    ["no gate is short of a pass", ({ gates }) => Object.values(gates).every((state) => state === "pass")],
  ],
  [/^Open/, ["a gate is open", ({ gates }) => Object.values(gates).includes("unknown")]],
  [/You lack facts as well as behaviour/, said("gap", "both")],
  [/[Bb]ehaviour is what you lack|What you lack is a way of working/, said("gap", "behaviour")],
  [/[Oo]nly facts are missing/, said("gap", "knowledge")],
  [/Nothing is missing in quality/, said("gap", "nothing")],
  [/no outside facts/, said("corpus", "none_needed")],
  [
    /too little written down|Nothing is written down|isn’t written down|What nobody wrote down/,
    said("corpus", "unwritten"),
  ],
  [/[Aa]ll the text fits into|text is small/, said("corpus", "small")],
  [/facts don’t fit into one prompt/, said("corpus", "large", "database")],
  [/queries the database or calls the API/, said("corpus", "database")],
  [/^Fine-tuning has more points/, ahead("fine_tuning")],
];

function cardOf(answers) {
  const verdict = pack.verdict(answers);
  const { recommendation, gates, scores } = verdict;
  const situation = {
    answers,
    own: recommendation.alternatives,
    gates: Object.fromEntries(gates.map(({ id, state }) => [id, state])),
    scores: Object.fromEntries(scores.map(({ alternative, points }) => [alternative, points])),
  };
  const steps = ["steps", "risks", "measure", "costs"].flatMap((part) => recommendation[part].map((each) => each.text));
  const why = [
    recommendation.summary,
    verdict.despite,
    verdict.gates_text,
    ...verdict.why_not.map((each) => each.text),
  ];
  const sentences = [
    ...why,
    ...gates.map((each) => each.detail),
    ...verdict.reasons.map((each) => each.because),
    ...steps,
  ];
  return { situation, sentences: sentences.filter(Boolean) };
}

test("no card of the pack's cases says of its reader what isn't so, and every kind of sentence is said somewhere", () => {
  const heard = new Set();
  for (const { id, answers } of cases) {
    const { situation, sentences } = cardOf(answers);
    for (const sentence of sentences)
      for (const [pattern, [what, holds]] of CLAIMS) {
        if (!pattern.test(sentence)) continue;
        heard.add(pattern);
        assert.ok(holds(situation), `${id}: “${sentence}” is said, so ${what} should be true`);
      }
  }
  assert.deepEqual(
    CLAIMS.filter(([pattern]) => !heard.has(pattern)).map(([pattern]) => String(pattern)),
    [],
  );
});

test("where another alternative has more points the card says why, and nowhere else", () => {
  for (const { id, answers } of cases) {
    const verdict = pack.verdict(answers);
    assert.equal(verdict.despite !== undefined, verdict.clarity.lead < 0, id);
  }
});

test("what speaks against the advice gives none of its own alternatives points", () => {
  for (const { id, answers } of cases) {
    const { recommendation, reasons } = pack.verdict(answers);
    for (const { rule, stance, points } of reasons) {
      const own = recommendation.alternatives.map((each) => points[each] ?? 0);
      assert.ok(stance !== "against" || own.every((count) => count <= 0), `${id}: ${rule}`);
    }
  }
});

test("where it is open what was measured, the first step is to measure", () => {
  const open = cases.filter(({ answers }) => answers.tried === undefined || answers.tried === null);
  const measured = open
    .map(({ id, answers }) => ({ id, recommendation: pack.verdict(answers).recommendation }))
    .filter(({ recommendation }) => ["rag_first", "prompting"].includes(recommendation.id));
  assert.ok(measured.length > 5);
  for (const { id, recommendation } of measured)
    assert.match(recommendation.steps[0].text, /twenty real questions/, id);
});
