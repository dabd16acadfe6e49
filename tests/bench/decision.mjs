/**
 * One decision of 14 questions and 40 rules, made up from a seed, and written in every contender's language:
 * as our pack, as JsonLogic, as json-rules-engine rules, as a ZEN expression and as plain JavaScript.
 */
import { Random } from "../support/random.mjs";

const random = new Random(1440);

const topics = {
  freshness: ["How often does the knowledge change?", "daily", "monthly", "yearly", "never"],
  citations: ["Must answers cite their sources?", "required", "useful", "no"],
  error_cost: ["How costly is a wrong or invented answer?", "high", "medium", "low"],
  audit: ["Must single facts be auditable or removable?", "permissions", "required", "useful", "no"],
  labelled: ["How much labelled data is there?", "none", "hundreds", "thousands", "plenty"],
  corpus: ["Is there a corpus of documents that could answer?", "none", "partial", "small", "large"],
  style: ["Must the output keep a strict format, style or tone?", "no", "met", "failed"],
  scope: ["How narrow is the task?", "narrow", "several", "broad"],
  latency: ["How long may an answer take?", "device", "strict", "relaxed"],
  gap: ["What does the model lack?", "knowledge", "behaviour", "both", "language"],
  tried: ["What has been tried so far?", "nothing", "prompt", "retrieval", "tuning"],
  stability: ["How stable is the task?", "years", "months", "moving"],
  volume: ["How many queries are there?", "low", "medium", "high"],
  vocabulary: ["How special is the vocabulary?", "none", "little", "much"],
};

export const questions = Object.entries(topics).map(([id, [text, ...choices]]) => ({ id, text, choices }));
export const alternatives = ["prompting", "rag", "fine_tuning", "pretraining"];

// ---------------------------------------------------------------------------------------------------------------------
// Conditions, as a small tree that all languages are written from:
// { op: "is" | "not" | "among", question, choices } or { op: "and" | "or" | "none", parts }

function comparison(question) {
  const op = random.pick(["is", "is", "is", "among", "not"]);
  const { id, choices } = questions[question];
  return { op, question: id, choices: random.some(choices, op === "among" ? 2 : 1) };
}

function joint(count) {
  const order = random.some([...questions.keys()], count);
  const parts = order.map(comparison);
  if (count === 2) return { op: random.pick(["and", "and", "or"]), parts };
  const [first, ...rest] = parts;
  return { op: "and", parts: [first, { op: random.pick(["or", "none"]), parts: rest }] };
}

function points() {
  const chosen = random.some(alternatives, random.between(1, 3));
  return Object.fromEntries(chosen.map((id) => [id, random.pick([-3, -2, -1, 1, 2, 3, 4])]));
}

const becauses = [
  "When the facts move this fast, a trained model repeats last month's answer with the same confidence.",
  "Readers who must check an answer need the passage it came from, and only retrieved text has one.",
  "Behaviour is learnt from examples of it; no quantity of documents in the prompt will teach a tone.",
  "A few hundred good examples fix a format cheaply, while fewer than that mostly teach the wrong habit.",
  "Every token of retrieved context is paid for again with each query, so a high volume changes the sum.",
];

const singles = Array.from({ length: 26 }, (_, at) => comparison(at % questions.length));
const joints = Array.from({ length: 14 }, (_, at) => joint(2 + (at % 2)));

export const rules = [...singles, ...joints].map((when, at) => ({
  id: `rule${at}`,
  when,
  points: points(),
  because: becauses[at % becauses.length],
}));

/** In order; the last needs nothing. `lacks`: score comparisons that must all hold. */
const score = (left, op, right) => ({ left, op, right });
export const recommendations = [
  { id: "both", when: [score("rag", ">=", 6), score("fine_tuning", ">=", 6)] },
  { id: "rag", when: [score("rag", ">=", 3), score("rag", ">", "fine_tuning"), score("rag", ">=", "prompting")] },
  { id: "fine_tuning", when: [score("fine_tuning", ">=", 3), score("fine_tuning", ">", "prompting")] },
  { id: "pretraining", when: [score("pretraining", ">=", 5)] },
  { id: "prompting", when: [] },
];

// ---------------------------------------------------------------------------------------------------------------------
// JsonLogic and our pack

const variable = (path) => ({ var: path });

function asJsonLogic({ op, question, choices, parts }) {
  if (op === "is") return { "==": [variable(question), choices[0]] };
  if (op === "not") return { "!=": [variable(question), choices[0]] };
  if (op === "among") return { in: [variable(question), choices] };
  if (op === "none") return { "!": { or: parts.map(asJsonLogic) } };
  return { [op]: parts.map(asJsonLogic) };
}

const scoreOperand = (side) => (typeof side === "number" ? side : variable(`score.${side}`));
const scoreLogic = ({ left, op, right }) => ({ [op]: [scoreOperand(left), scoreOperand(right)] });

/** `rules` with their conditions as JsonLogic, and the recommendations over `{score: {…}}`. */
export const jsonLogicRules = rules.map((rule) => ({ ...rule, when: asJsonLogic(rule.when) }));
export const jsonLogicRecommendations = recommendations.map(({ id, when }) => ({
  id,
  when: when.length === 0 ? true : { and: when.map(scoreLogic) },
}));

/** Each alternative's score as a single JsonLogic rule: for an engine that compiles, fewer and larger rules are faster. */
export const jsonLogicSums = alternatives.map((alternative) => ({
  "+": jsonLogicRules
    .filter(({ points: given }) => alternative in given)
    .map(({ when, points: given }) => ({ if: [when, given[alternative], 0] })),
}));

const titled = (id) => id[0].toUpperCase() + id.slice(1).replace("_", " ");

export const pack = {
  format: 1,
  id: "bench",
  version: "1.0.0",
  language: "en",
  title: "A decision to measure",
  sources: [
    { id: "guide", title: "A guide to adapting language models", url: "https://example.org/guide", published: "2025" },
    {
      id: "study",
      title: "A study of retrieval and training side by side",
      url: "https://example.org/study",
      published: "2024",
    },
  ],
  decision: {
    question: "How should the model be adapted?",
    questions: questions.map(({ id, text, choices }) => ({
      id,
      text,
      choices: choices.map((choice) => ({ id: choice, text: titled(choice) })),
    })),
    alternatives: alternatives.map((id) => ({ id, name: titled(id) })),
    rules: jsonLogicRules.map((rule, at) => ({ ...rule, sources: [at % 2 === 0 ? "guide" : "study"] })),
    recommendations: recommendations.map(({ id, when }) => ({
      id,
      title: titled(id),
      summary: "What the answers so far speak for, with the reasons below and the sources behind each of them.",
      alternatives: id === "both" ? ["rag", "fine_tuning"] : [id],
      ...(when.length === 0 ? {} : { when: { and: when.map(scoreLogic) } }),
    })),
  },
};

export const packText = JSON.stringify(pack, null, 2);

// ---------------------------------------------------------------------------------------------------------------------
// json-rules-engine

/** It has no "none": a negation is written with "not". */
function asRulesEngine({ op, question, choices, parts }) {
  if (op === "is") return { fact: question, operator: "equal", value: choices[0] };
  if (op === "not") return { fact: question, operator: "notEqual", value: choices[0] };
  if (op === "among") return { fact: question, operator: "in", value: choices };
  if (op === "none") return { not: { any: parts.map(asRulesEngine) } };
  return { [op === "and" ? "all" : "any"]: parts.map(asRulesEngine) };
}

export const rulesEngineRules = rules.map(({ id, when, points: given }) => ({
  conditions: "parts" in when ? asRulesEngine(when) : { all: [asRulesEngine(when)] },
  event: { type: id, params: given },
}));

// ---------------------------------------------------------------------------------------------------------------------
// ZEN

const quoted = (choice) => `'${choice}'`;

function asZen({ op, question, choices, parts }) {
  if (op === "is") return `${question} == ${quoted(choices[0])}`;
  if (op === "not") return `${question} != ${quoted(choices[0])}`;
  if (op === "among") return `${question} in [${choices.map(quoted).join(", ")}]`;
  if (op === "none") return `not (${parts.map(asZen).join(" or ")})`;
  return `(${parts.map(asZen).join(` ${op} `)})`;
}

/** The scores as one object; ZEN's WebAssembly package evaluates expressions only, not whole decision graphs. */
export const zenScores = `{${alternatives
  .map((alternative) => {
    const terms = rules
      .filter(({ points: given }) => alternative in given)
      .map(({ when, points: given }) => `(${asZen(when)} ? ${given[alternative]} : 0)`);
    return `${alternative}: ${terms.join(" + ")}`;
  })
  .join(", ")}}`;

// ---------------------------------------------------------------------------------------------------------------------
// Plain JavaScript, as one would write it by hand

const texts = (_, choice) => JSON.stringify(choice);
const integers = (question, choice) => String(questions.find(({ id }) => id === question).choices.indexOf(choice));

function asJs({ op, question, choices, parts }, literal) {
  const is = (choice) => `a.${question} === ${literal(question, choice)}`;
  if (op === "is") return is(choices[0]);
  if (op === "not") return `a.${question} !== ${literal(question, choices[0])}`;
  if (op === "among") return `(${choices.map(is).join(" || ")})`;
  const joined = parts.map((part) => asJs(part, literal)).join(op === "and" ? " && " : " || ");
  return op === "none" ? `!(${joined})` : `(${joined})`;
}

/** Where the generated source keeps a score. */
const inObject = (id) => `s.${id}`;
const inVariable = (id) => id;

function chosenJs({ id, when }, at, place) {
  const operand = (side) => (typeof side === "number" ? side : place(side));
  const give = `return { winner: ${at}, scores: s }; // ${id}`;
  return when.length === 0
    ? give
    : `if (${when.map(({ left, op, right }) => `${place(left)} ${op} ${operand(right)}`).join(" && ")}) ${give}`;
}

function countJs({ when, points: given }, literal, place) {
  const steps = Object.entries(given).map(([id, n]) => `${place(id)} ${n < 0 ? "-=" : "+="} ${Math.abs(n)};`);
  return `if (${asJs(when, literal)}) { ${steps.join(" ")} }`;
}

/** A function of answers `a` to the winner's index and the scores by name. */
function plainFunction(literal, place) {
  const inside = place === inObject;
  const lines = [
    inside
      ? `const s = { ${alternatives.map((id) => `${id}: 0`).join(", ")} };`
      : `let ${alternatives.map((id) => `${id} = 0`).join(", ")};`,
    ...rules.map((rule) => countJs(rule, literal, place)),
    inside ? "" : `const s = { ${alternatives.join(", ")} };`,
    ...recommendations.map((entry, at) => chosenJs(entry, at, place)),
  ];
  return new Function("a", lines.join("\n"));
}

export const plainJs = {
  texts: plainFunction(texts, inObject),
  integers: plainFunction(integers, inObject),
  tuned: plainFunction(integers, inVariable),
};

// ---------------------------------------------------------------------------------------------------------------------
// Answers

/** Random complete answers in each form that a contender wants: choice ids, small integers by name, and bytes in a row. */
export function answerSets(count, seed) {
  const draw = new Random(seed);
  const bytes = new Uint8Array(count * questions.length);
  const named = [];
  const numbered = [];
  for (let at = 0; at < count; ++at) {
    const picks = questions.map(({ choices }) => draw.between(0, choices.length - 1));
    bytes.set(picks, at * questions.length);
    named.push(Object.fromEntries(questions.map(({ id, choices }, q) => [id, choices[picks[q]]])));
    numbered.push(Object.fromEntries(questions.map(({ id }, q) => [id, picks[q]])));
  }
  return { count, bytes, named, numbered };
}
