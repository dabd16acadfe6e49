// SPDX-License-Identifier: MIT
/**
 * How the bundled rubric judges: texts on another subject stay below, texts that name a method are never called another
 * question, a mistake caps the grade, and a reason has a verb. Several texts of each kind, so that none is mended alone.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/esm/rubric.js";
import { packText } from "../corpus/entries.mjs";

const pack = (await load()).open(packText("rag-vs-fine-tuning", "rubric"));
const LOW = ["poor", "off_topic"];
const found = ({ criteria }) => criteria.filter(({ level }) => level > 0).map(({ id }) => id);
const mistakes = ({ misconceptions }) => misconceptions.map(({ id }) => id);
const levelOf = (grade, wanted) => grade.criteria.find(({ id }) => id === wanted).level;

const ELSEWHERE = [
  "Postgres if the data changes and you need joins, MongoDB if it's documents. Cost per query matters too. You can combine both. Start simple.",
  "RAG means red, amber, green: the status report is updated every week with the source document.",
  "The elephants move every day, and you can combine both signs.",
  "The RAG status of each project is updated every month, and each rating cites its source.",
  "A rag is cheap, and you can wash it every week. Fine-tuning the carburettor takes longer, so I would do both.",
  "The fine-tuning of the universe is an argument about constants that never change.",
  "Golden retrievers need no training at first, but they're expensive.",
  "Our piano was tuned last week because it goes out of date every month.",
  "Training versus looking it up: our people look things up in the intranet, since rules change every month.",
  "I would choose tea over coffee, because it is cheaper and faster.",
  "",
];
test("a text about something else never rises above the lowest two bands", () => {
  for (const text of ELSEWHERE) assert.ok(LOW.includes(pack.grade(text).band), `${pack.grade(text).band}: ${text}`);
});

const NAMING = [
  "RAG.",
  "Fine-tuning, I suppose, but I'm not sure.",
  "Unlike RAG, that is something else.",
  "What is LoRA good for? I don't know.",
  "People fine-tune too early, with twelve examples and a moving spec.",
  "RAG, fine-tuning, embeddings, vector database, LoRA, agents, latency, tone, cost",
  "Should I use retrieval?",
];
test("a text that names either method is never an answer to a different question", () => {
  for (const text of NAMING) assert.notEqual(pack.grade(text).band, "off_topic", text);
  assert.equal(pack.grade("I would bake the bread twice.").band, "off_topic");
});

const STRONG =
  "RAG is for facts and fine-tuning is for behaviour. RAG keeps answers up to date because the index is updated every day. It cites its sources, since the " +
  "passage is in the prompt. It needs no training. Fine-tuning gives a consistent tone and format because the model practises it. It is faster, since nothing is " +
  "retrieved. It needs enough good examples and a stable task. A tuned model must be retrained when facts change. I would start with RAG, and the two can be combined. " +
  "RAG costs something per query, while training costs more up front.";
const MISTAKES = {
  rag_eliminates_hallucination: "With RAG there are no hallucinations any more.",
  ft_keeps_fresh: "Fine-tuning keeps the model up to date.",
  rag_no_upkeep: "A RAG system needs no maintenance.",
  always_one: "RAG is always better than fine-tuning.",
};
test("the best band takes the core distinction and no mistake", () => {
  assert.equal(pack.grade(STRONG).band, "excellent");
  assert.notEqual(
    pack.grade(STRONG.replace("RAG is for facts and fine-tuning is for behaviour. ", "")).band,
    "excellent",
  );
  for (const [id, mistake] of Object.entries(MISTAKES)) {
    const grade = pack.grade(`${STRONG} ${mistake}`);
    assert.deepEqual(mistakes(grade), [id], mistake);
    assert.equal(grade.band, "good", mistake);
  }
});

test("a mistake does not undo what is right", () => {
  const grade = pack.grade(
    "RAG is about facts, fine-tuning is about behaviour. And since the facts come from your own documents, a RAG system is free of made-up answers.",
  );
  assert.deepEqual(mistakes(grade), ["rag_eliminates_hallucination"]);
  assert.equal(grade.band, "partial");
});

test("a reason has a verb in it", () => {
  const REASONS = [
    "RAG gives citations, because the passage is known.",
    "RAG gives citations, since each passage keeps its link.",
    "RAG gives citations, so readers can check them.",
  ];
  for (const text of REASONS) assert.equal(levelOf(pack.grade(text), "attribution"), 2, text);
  const NONE = [
    "RAG gives citations, and so on.",
    "By the way, RAG gives citations.",
    "RAG gives citations, so.",
    "Then RAG gives citations.",
    "RAG gives citations, for example.",
    "Once more: RAG gives citations.",
  ];
  for (const text of NONE) assert.equal(levelOf(pack.grade(text), "attribution"), 1, text);
});

/** What a text earns and what mistakes it makes, all of each. */
const PROBES = [
  ["My colleague claims that fine-tuning keeps the model up to date, but I disagree.", [], []],
  ["Our manager says that RAG never needs maintenance, which is nonsense.", [], []],
  ["She told us that fine-tuning keeps the model up to date.", [], []],
  ["Use fine-tuning when the data changes every day, because it is faster than re-indexing.", [], ["ft_keeps_fresh"]],
  ["Fine-tuning teaches form, not facts.", ["knowledge_vs_behavior"], []],
  ["Fine-tuning teaches behaviour, not knowledge.", ["knowledge_vs_behavior"], []],
  ["Retrieval will fix the style.", [], ["rag_changes_style"]],
  ["RAG is for style and format.", [], ["rag_changes_style"]],
  ["With RAG you never need to touch the system again.", [], ["rag_no_upkeep"]],
  ["With RAG there's nothing else to do once the index is built.", [], ["rag_no_upkeep"]],
  ["With RAG it won't make anything up.", [], ["rag_eliminates_hallucination"]],
  ["With RAG it never invents anything.", [], ["rag_eliminates_hallucination"]],
  ["With RAG it won't make things up as often.", ["hallucination"], []],
  ["RAG needs thousands of labelled examples.", [], []],
  ["RAG has a high upfront training cost.", [], []],
  ["Fine-tuning lets you cite the document.", [], []],
  ["Start with fine-tuning and add RAG.", [], []],
];
for (const [text, criteria, misconceptions] of PROBES)
  test(`earns what it says: ${text}`, () => {
    const grade = pack.grade(text);
    assert.deepEqual(found(grade), criteria);
    assert.deepEqual(mistakes(grade), misconceptions);
  });

test("what stands behind a verdict on somebody's mistake is the writer's own view", () => {
  const FACTS = [
    "Fine-tuning to add facts is a mistake: the model memorizes them unreliably and they become stale.",
    "Fine-tuning to add facts is wrong, because the model forgets facts.",
  ];
  for (const text of FACTS) assert.ok(found(pack.grade(text)).includes("facts_out_of_weights"), text);
});

test("what can be checked and what training does to facts are two criteria; measuring is a third", () => {
  const earns = (text, ...ids) => assert.deepEqual(found(pack.grade(text)).sort(), ids.sort(), text);
  earns("With RAG a wrong document can be deleted, that's a plain audit trail.", "auditable");
  earns("Fine-tuning is an unreliable way to add facts.", "facts_out_of_weights");
  for (const text of [
    "Measure first, then choose between RAG and fine-tuning.",
    "I would build a test set before deciding for RAG.",
    "Run both on the same questions, RAG and fine-tuning, and let the numbers decide.",
    "Before I fine-tune anything I want a baseline.",
  ])
    assert.ok(found(pack.grade(text)).includes("measure_first"), text);
  assert.ok(!found(pack.grade("We measured RAG last year. It was fun.")).includes("measure_first"));
});

// ---- the text that the project started from

const seed = new URL("../../../shared/seed.md", import.meta.url);
/** The beginning of a line of it, and what the line must earn at least. */
const SAID = {
  "RAG strengths": ["fresh_knowledge", "attribution", "no_training"],
  "Fine-tuning strengths": ["style_format", "latency"],
  "Knowledge vs. behavior": ["knowledge_vs_behavior"],
  "Data freshness": ["retraining"],
  "Cost —": ["cost"],
};
test(
  "each sentence of the guide that the rubric is made from, and all of it, makes no mistake",
  { skip: !existsSync(seed) },
  () => {
    const lines = readFileSync(seed, "utf8")
      .split("\n")
      .map((line) => line.replace(/^\s*(?:•|\d\.)\s*/, "").trim());
    for (const line of lines.filter(Boolean)) assert.deepEqual(mistakes(pack.grade(line)), [], line);
    for (const [start, ids] of Object.entries(SAID)) {
      const line = lines.find((each) => each.startsWith(start));
      const earned = found(pack.grade(line));
      assert.deepEqual(
        ids.filter((id) => !earned.includes(id)),
        [],
        line,
      );
    }
  },
);

test("the guide as a whole is an excellent answer that says nearly everything", { skip: !existsSync(seed) }, () => {
  const whole = readFileSync(seed, "utf8").split("5. Practical Decision Heuristic");
  const text = `${whole[0].split("Key Concepts to Cover")[1]} 5. Practical Decision Heuristic ${whole[1].split("Common Follow-ups")[0]}`;
  const grade = pack.grade(text);
  assert.deepEqual(mistakes(grade), []);
  assert.equal(grade.band, "excellent");
  const missing = grade.criteria.filter(({ level }) => level === 0).map(({ id }) => id);
  assert.deepEqual(
    missing.filter((id) => !["measure_first", "continued_pretraining", "corpus_selection"].includes(id)),
    [],
  );
});
