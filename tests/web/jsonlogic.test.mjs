/**
 * Conditions against the public JsonLogic engines, against a small Kleene logic, and against brute force:
 * the public case suites, random conditions, partial answers, `status`, and the hot path. All of it is seeded.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { LogicEngine } from "json-logic-engine";
import jsonLogic from "json-logic-js";
import { load, PackError } from "../../dist/esm/decision.js";
import { Random } from "../support/random.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const corpora = process.env.DECISION_CARD_CORPORA ?? join(root, "../shared/corpora");
const suites = join(corpora, "json-logic");
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

const engine = await load();
const peer = new LogicEngine();

// ---------------------------------------------------------------------------------------------------------------------
// Packs

/** A pack around the part of a decision that a test is about. */
function packOf(decision) {
  return {
    format: 1,
    id: "test",
    version: "1.0.0",
    language: "en",
    title: "Test",
    decision: {
      question: "Which?",
      alternatives: [{ id: "one", name: "One" }],
      rules: [],
      recommendations: [{ id: "default", title: "Default", summary: "Nothing else holds." }],
      ...decision,
    },
  };
}

const gateOf = (id, when) => ({ id, text: id, when });

/** Never lets a stack trace through: the artefact's lines are hundreds of kilobytes long. */
function tryOpen(pack) {
  try {
    return { pack: engine.open(pack), problems: [] };
  } catch (error) {
    if (error instanceof PackError) return { pack: null, problems: error.problems };
    throw new Error(String(error).slice(0, 300), { cause: error });
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// JsonLogic as data

const equalities = ["==", "!=", "===", "!=="];
const orders = ["<", "<=", ">", ">="];
const comparisons = [...equalities, ...orders];

/** The path of `{"var": path}`, or undefined when the value is no variable. */
function pathOf(value) {
  if (value === null || typeof value !== "object" || !("var" in value)) return undefined;
  return Array.isArray(value.var) ? value.var[0] : value.var;
}

/** Calls `visit(path)` for each variable and `constant(value)` for each number and text of a rule. */
function walk(rule, variable, constant) {
  if (pathOf(rule) !== undefined) variable(pathOf(rule));
  else if (rule !== null && typeof rule === "object")
    for (const part of Object.values(rule)) walk(part, variable, constant);
  else constant(rule);
}

const sameTruth = (a, b) => Boolean(a) === Boolean(b);

// ---------------------------------------------------------------------------------------------------------------------
// Answers

const valueIn = (question, choice) => {
  const { id, value } = question.choices.find((one) => one.id === choice);
  return value ?? id;
};

/** Answers as the data of a JsonLogic rule. */
function dataOf(decision, answers) {
  return Object.fromEntries(
    decision.questions
      .filter(({ id }) => id in answers)
      .map((question) => [question.id, valueIn(question, answers[question.id])]),
  );
}

/** Every way to answer the questions that `answers` leaves open, asked or not. */
function* completions(decision, answers, from = 0) {
  const at = decision.questions.findIndex(({ id }, index) => index >= from && !(id in answers));
  if (at < 0) return yield answers;
  const { id, choices } = decision.questions[at];
  for (const choice of choices) yield* completions(decision, { ...answers, [id]: choice.id }, at + 1);
}

/** Answers each question with the given probability. */
function randomAnswers(random, decision, probability) {
  const answers = {};
  for (const { id, choices } of decision.questions) {
    if (random.chance(probability)) answers[id] = random.pick(choices).id;
  }
  return answers;
}

// ---------------------------------------------------------------------------------------------------------------------
// The public suites

/** The codes a pack with a condition outside the profile may be refused with (docs/problems.md). */
const documentedCodes = new Set([
  "condition_too_large",
  "json_too_deep",
  "later_question",
  "gate_not_known_here",
  "never_holds",
  "not_a_condition",
  "number_out_of_range",
  "operand_count",
  "order_without_numbers",
  "question_cycle",
  "score_not_known_here",
  "score_out_of_range",
  "text_haystack",
  "too_many",
  "type_mismatch",
  "unknown_alternative",
  "unknown_choice",
  "unknown_gate",
  "unknown_gate_state",
  "unknown_operator",
  "unknown_variable",
  "unsupported_operand",
  "var_default",
]);

const idPattern = /^[a-z][a-z0-9_-]{0,63}$/;
const isId = (value) => typeof value === "string" && idPattern.test(value);
const isNumber = (value) => typeof value === "number" && Number.isFinite(value);

/** A question for a variable: the data's value, the rule's constants and their neighbours, so that comparisons cut both ways. */
function questionFor(id, value, constants) {
  const unanswered = value === undefined || value === null;
  const numeric = unanswered ? constants.length > 0 && constants.every(isNumber) : isNumber(value);
  if (numeric) {
    const numbers = constants.filter(isNumber);
    const values = new Set([...(unanswered ? [] : [value]), ...numbers.flatMap((n) => [n - 1, n, n + 1]), 0, 1]);
    return { id, text: id, choices: [...values].map((n, at) => ({ id: `v${at}`, text: String(n), value: n })) };
  }
  if (!unanswered && !isId(value)) return null;
  const ids = new Set([...(unanswered ? [] : [value]), ...constants.filter(isId), "other-one", "other-two"]);
  return { id, text: id, choices: [...ids].map((choice) => ({ id: choice, text: choice })) };
}

/** A pack with the rule as a gate, and the data as answers. Variables that can't be questions are left undeclared. */
function caseAsPack(rule, data) {
  const names = new Set();
  const constants = [];
  walk(
    rule,
    (name) => names.add(name),
    (value) => constants.push(value),
  );
  const values = data !== null && typeof data === "object" && !Array.isArray(data) ? data : {};
  const questions = [];
  const answers = {};
  for (const name of names) {
    const question = isId(name) ? questionFor(name, values[name], constants) : null;
    if (!question) continue;
    questions.push(question);
    const choice = question.choices.find((one) => (one.value ?? one.id) === values[name]);
    if (choice) answers[name] = choice.id;
  }
  const open = questions.some(({ id }) => !(id in answers));
  if (questions.length === 0)
    questions.push({
      id: "unused",
      text: "Unused",
      choices: [
        { id: "a", text: "A" },
        { id: "b", text: "B" },
      ],
    });
  return { pack: packOf({ questions, gates: [gateOf("gate", rule)] }), answers, open };
}

/** What came of one case: the code it was refused with, "accepted", or "unanswered" (accepted, on absent data). */
function judgeCase({ rule, data, result, error }) {
  const { pack, answers, open } = caseAsPack(rule, data);
  const opened = tryOpen(pack);
  const name = JSON.stringify({ rule, data });
  if (!opened.pack) {
    for (const { code, path } of opened.problems) assert.ok(documentedCodes.has(code), `${name}: ${code} at ${path}`);
    return opened.problems[0].code;
  }
  assert.equal(error, undefined, `${name} is an error in the suite`);
  const { state } = opened.pack.verdict(answers).gates[0];
  const expected = result ? "pass" : "fail";
  if (open) {
    assert.ok(state === "unknown" || state === expected, `${name}: ${state}, expected ${expected} or unknown`);
    return "unanswered";
  }
  assert.equal(state, expected, name);
  assert.ok(sameTruth(jsonLogic.apply(rule, data), result), `json-logic-js disagrees with the suite: ${name}`);
  assert.ok(sameTruth(peer.run(rule, data), result), `json-logic-engine disagrees with the suite: ${name}`);
  agreesEverywhere(rule, pack.decision, opened.pack);
  return "accepted";
}

/** An accepted rule must agree not only for the suite's data, but for every answer that its pack knows. */
function agreesEverywhere(rule, decision, opened) {
  for (const answers of completions(decision, {})) {
    const data = dataOf(decision, answers);
    const holds = jsonLogic.apply(rule, data);
    assert.ok(sameTruth(peer.run(rule, data), holds), `the peers disagree: ${JSON.stringify({ rule, data })}`);
    assert.equal(opened.verdict(answers).gates[0].state, holds ? "pass" : "fail", JSON.stringify({ rule, data }));
  }
}

function countCases(cases) {
  const counts = {};
  for (const one of cases) {
    const outcome = judgeCase(one);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

const originalCases = () =>
  readJson(join(suites, "jwadhams-tests.json"))
    .filter(Array.isArray)
    .map(([rule, data, result]) => ({ rule, data, result }));

const tableCases = () =>
  readJson(join(suites, "compat-tables/index.json"))
    .flatMap((file) => readJson(join(suites, "compat-tables", file)))
    .filter((one) => typeof one === "object");

/** What becomes of the public cases; docs/jsonlogic.md shows the same table. */
const expectedCounts = {
  "jwadhams/json-logic": {
    accepted: 54,
    not_a_condition: 47,
    text_haystack: 2,
    type_mismatch: 9,
    unknown_operator: 163,
    unknown_variable: 1,
    unsupported_operand: 1,
  },
  "json-logic/compat-tables": {
    accepted: 107,
    not_a_condition: 103,
    operand_count: 63,
    order_without_numbers: 21,
    text_haystack: 7,
    type_mismatch: 178,
    unknown_operator: 652,
    unknown_variable: 2,
    unsupported_operand: 5,
  },
};

/** Codes by frequency, accepted cases first. */
function countsAsTable() {
  const [original, table] = Object.values(expectedCounts);
  const rows = [...new Set(Object.keys({ ...original, ...table }))].map((name) => [
    name,
    original[name] ?? 0,
    table[name] ?? 0,
  ]);
  rows.sort((a, b) => Number(b[0] === "accepted") - Number(a[0] === "accepted") || b[2] - a[2]);
  const total = (column) => rows.reduce((sum, row) => sum + row[column], 0);
  const line = ([name, ...numbers]) => `| ${name} | ${numbers.map((n) => n.toLocaleString("en")).join(" | ")} |`;
  return [
    ...rows.map(([name, ...numbers]) =>
      line([name === "accepted" ? "accepted, and agrees" : `\`${name}\``, ...numbers]),
    ),
    line(["**all**", total(1), total(2)]),
  ].join("\n");
}

test("docs/jsonlogic.md shows these counts", () => {
  const page = readFileSync(join(root, "docs/jsonlogic.md"), "utf8");
  assert.ok(page.includes(countsAsTable()), `The table should be:\n${countsAsTable()}`);
});

for (const [suite, cases] of Object.entries({
  "jwadhams/json-logic": originalCases,
  "json-logic/compat-tables": tableCases,
})) {
  test(`${suite}: each case agrees or is refused with a documented code`, (t) => {
    if (!existsSync(suites)) return t.skip(`corpus json-logic not found: ${suites}`);
    assert.deepEqual(countCases(cases()), expectedCounts[suite]);
  });
}

// ---------------------------------------------------------------------------------------------------------------------
// Random packs

/** Writes random conditions over the questions (and, where they are known, scores and gates) of a pack. */
class ConditionWriter {
  constructor(random, { questions, alternatives = [], gates = [] }) {
    this.random = random;
    this.questions = questions;
    this.alternatives = alternatives;
    this.gates = gates;
  }

  condition(depth) {
    const { random } = this;
    if (depth === 0 || random.chance(0.3)) return this.atom();
    if (random.chance(0.2)) return this.negation(depth);
    const parts = Array.from({ length: random.between(1, 3) }, () => this.condition(depth - 1));
    return { [random.pick(["and", "or"])]: parts };
  }

  negation(depth) {
    const inner = this.condition(depth - 1);
    return { "!": this.random.chance(0.5) ? inner : [inner] };
  }

  atom() {
    const { random } = this;
    const draw = random.next();
    if (draw < 0.03) return random.chance(0.5);
    if (draw < 0.06) return { [random.pick(comparisons)]: [random.between(0, 2), random.between(0, 2)] };
    if (draw < 0.3 && this.alternatives.length > 0) return this.scoreAtom();
    if (draw < 0.45 && this.gates.length > 0) return this.gateAtom();
    if (draw < 0.55) return this.pairAtom();
    return this.questionAtom(random.pick(this.questions));
  }

  variable(path) {
    return { var: this.random.chance(0.9) ? path : [path] };
  }

  compare(op, left, right) {
    return { [op]: this.random.chance(0.7) ? [left, right] : [right, left] };
  }

  questionAtom(question) {
    const { random } = this;
    const values = question.choices.map(({ id, value }) => value ?? id);
    if (random.chance(0.3))
      return { in: [this.variable(question.id), random.some(values, random.between(1, values.length))] };
    if (typeof values[0] === "string" || random.chance(0.3)) {
      return this.compare(random.pick(equalities), this.variable(question.id), random.pick(values));
    }
    if (random.chance(0.3))
      return { [random.pick(["<", "<="])]: [this.bound(values), this.variable(question.id), this.bound(values)] };
    return this.compare(random.pick(orders), this.variable(question.id), this.bound(values));
  }

  bound(values) {
    return this.random.pick(values) + (this.random.chance(0.3) ? this.random.pick([-0.5, 0.5, 1]) : 0);
  }

  /** Two questions of one kind. */
  pairAtom() {
    const left = this.random.pick(this.questions);
    const numeric = "value" in left.choices[0];
    const right = this.random.pick(this.questions.filter(({ choices }) => "value" in choices[0] === numeric));
    const ops = numeric ? comparisons : equalities;
    return { [this.random.pick(ops)]: [this.variable(left.id), this.variable(right.id)] };
  }

  scoreAtom() {
    const { random } = this;
    const [left, right] = [random.pick(this.alternatives), random.pick(this.alternatives)];
    const other = random.chance(0.5) ? this.variable(`score.${right}`) : random.between(-6, 6);
    if (random.chance(0.1)) return { "<=": [random.between(-6, 0), this.variable(`score.${left}`), other] };
    return this.compare(random.pick(comparisons), this.variable(`score.${left}`), other);
  }

  gateAtom() {
    const { random } = this;
    const gate = this.variable(`gate.${random.pick(this.gates)}`);
    if (random.chance(0.3)) return { in: [gate, random.some(["pass", "fail", "unknown"], random.between(1, 3))] };
    return this.compare(random.pick(equalities), gate, random.pick(["pass", "fail", "unknown"]));
  }
}

const ids = (prefix, count) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);

function randomQuestion(random, id, choices) {
  const numeric = random.chance(0.4);
  const values = random.some([-3, -1, 0, 0.5, 1, 2, 5, 10, 50], choices);
  return {
    id,
    text: id,
    choices: Array.from({ length: choices }, (_, at) => ({
      id: "abcdefghi"[at],
      text: "abcdefghi"[at],
      ...(numeric ? { value: values[at] } : {}),
    })),
  };
}

function randomPoints(random, alternatives) {
  const chosen = random.some(alternatives, random.between(1, Math.min(3, alternatives.length)));
  return Object.fromEntries(chosen.map((id) => [id, random.pick([-5, -3, -2, -1, 1, 2, 3, 4])]));
}

/** A decision of the given shape; all its conditions are random. */
function randomDecision(random, shape) {
  const {
    questions: count,
    choices = 4,
    alternatives: names = 3,
    rules = 8,
    gates = 4,
    recommendations = 4,
    notes = 0,
    depth = 2,
  } = shape;
  const questions = [];
  for (const id of ids("q", count)) {
    const question = randomQuestion(random, id, random.between(2, choices));
    if (questions.length > 0 && random.chance(0.3))
      question.when = new ConditionWriter(random, { questions }).condition(1);
    questions.push(question);
  }
  const alternatives = ids("alt", names);
  const plain = new ConditionWriter(random, { questions });
  const scored = new ConditionWriter(random, { questions, alternatives });
  const full = new ConditionWriter(random, { questions, alternatives, gates: ids("gate", gates) });
  return {
    questions,
    alternatives: alternatives.map((id) => ({ id, name: id })),
    rules: ids("rule", rules).map((id) => ({
      id,
      when: plain.condition(random.between(0, depth)),
      points: randomPoints(random, alternatives),
      because: id,
    })),
    gates: ids("gate", gates).map((id) => gateOf(id, scored.condition(depth))),
    recommendations: [
      ...ids("rec", recommendations).map((id) => ({ id, title: id, summary: id, when: full.condition(depth) })),
      { id: "default", title: "Default", summary: "Default" },
    ],
    notes: ids("note", notes).map((id) => ({ id, title: id, text: id, when: full.condition(depth) })),
  };
}

const partsWithConditions = (decision) =>
  ["questions", "rules", "gates", "recommendations", "notes"].flatMap((list) => decision[list]);
const countConditions = (decision) => partsWithConditions(decision).filter(({ when }) => when !== undefined).length;

/**
 * Opens a random decision. Conditions that the engine refuses for being too large or never true (nothing else may be wrong
 * with them) are counted in `refused` and replaced.
 */
function openRandom(decision, refused) {
  for (;;) {
    const { pack, problems } = tryOpen(packOf(decision));
    if (pack) return pack;
    for (const { code, path, message } of problems) {
      assert.ok(code === "condition_too_large" || code === "never_holds", `${code} at ${path}: ${message}`);
      const [, , list, index] = path.split("/");
      const part = decision[list][index];
      if (typeof part.when === "object") refused[code] = (refused[code] ?? 0) + 1;
      part.when = list !== "recommendations";
    }
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// The public engines as oracles for a whole decision

/**
 * What a JsonLogic engine makes of a decision. A question that is not asked is NaN: it equals nothing and is neither below
 * nor above any number.
 */
function askOracle(decision, answers, holds) {
  const data = { score: {}, gate: {} };
  const given = dataOf(decision, answers);
  const notAsked = [];
  for (const { id, when } of decision.questions) {
    const asked = when === undefined || holds(when, data);
    data[id] = asked ? given[id] : Number.NaN;
    if (!asked) notAsked.push(id);
  }
  const rules = decision.rules.filter(({ when }) => holds(when, data));
  for (const { id } of decision.alternatives)
    data.score[id] = rules.reduce((sum, { points }) => sum + (points[id] ?? 0), 0);
  for (const { id, when } of decision.gates) data.gate[id] = holds(when, data) ? "pass" : "fail";
  return {
    notAsked: notAsked.sort(),
    rules: rules.map(({ id }) => id).sort(),
    scores: data.score,
    gates: data.gate,
    recommendation: decision.recommendations.find(({ when }) => when === undefined || holds(when, data)).id,
    notes: decision.notes.filter(({ when }) => holds(when, data)).map(({ id }) => id),
  };
}

/** The same view of our verdict. */
function viewOf(verdict) {
  return {
    notAsked: [...verdict.not_asked, ...verdict.ignored].sort(),
    rules: verdict.reasons.map(({ rule }) => rule).sort(),
    scores: Object.fromEntries(verdict.scores.map(({ alternative, points }) => [alternative, points])),
    gates: Object.fromEntries(verdict.gates.map(({ id, state }) => [id, state])),
    recommendation: verdict.recommendation.id,
    notes: verdict.notes.map(({ id }) => id),
  };
}

const byJsonLogic = (rule, data) => Boolean(jsonLogic.apply(rule, data));

const compiled = new WeakMap();

/** json-logic-engine, compiled. It throws for NaN in a comparison, so there what is documented for "not asked" is put in. */
function byLogicEngine(rule, data) {
  const grounded = withoutNotAsked(rule, data);
  if (grounded !== rule || typeof rule !== "object") return Boolean(peer.run(grounded, data));
  if (!compiled.has(rule)) compiled.set(rule, peer.build(rule));
  return Boolean(compiled.get(rule)(data));
}

/** Replaces comparisons of questions that are not asked by their value; the same rule when there are none. */
function withoutNotAsked(rule, data) {
  if (typeof rule !== "object") return rule;
  const [[op, operands]] = Object.entries(rule);
  if (op === "and" || op === "or" || op === "!") {
    const parts = [operands].flat();
    const replaced = parts.map((part) => withoutNotAsked(part, data));
    return replaced.every((part, at) => part === parts[at]) ? rule : { [op]: replaced };
  }
  return operands.some((operand) => Number.isNaN(data[pathOf(operand)])) ? op === "!=" || op === "!==" : rule;
}

test("random conditions: verdicts on complete answers agree with json-logic-js and json-logic-engine", (t) => {
  const random = new Random(20261);
  const refused = {};
  let conditions = 0;
  for (let round = 0; round < 100; ++round) {
    const depth = 1 + (round % 4);
    const decision = randomDecision(random, { questions: 6, rules: 10, gates: 6, recommendations: 6, notes: 3, depth });
    conditions += countConditions(decision);
    const pack = openRandom(decision, refused);
    for (let k = 0; k < 20; ++k) {
      const answers = randomAnswers(random, decision, 1);
      const ours = viewOf(pack.verdict(answers));
      const named = () => JSON.stringify({ round, answers });
      assert.deepEqual(ours, askOracle(decision, answers, byJsonLogic), `json-logic-js ${named()}`);
      assert.deepEqual(ours, askOracle(decision, answers, byLogicEngine), `json-logic-engine ${named()}`);
    }
  }
  t.diagnostic(`${conditions} conditions; refused: ${JSON.stringify(refused)}`);
  const left = conditions - Object.values(refused).reduce((sum, count) => sum + count, 0);
  assert.ok(left >= 2000, `only ${left} conditions were compared`);
});

// ---------------------------------------------------------------------------------------------------------------------
// Kleene

const not = (truth) => (truth === null ? null : !truth);
const all = (truths) => (truths.includes(false) ? false : truths.includes(null) ? null : true);
const any = (truths) => not(all(truths.map(not)));

/** Plain Kleene logic, with null for unknown: a comparison is unknown as soon as one of its variables is undefined. */
function kleene(rule, data) {
  if (typeof rule === "boolean") return rule;
  const [[op, operands]] = Object.entries(rule);
  if (op === "and") return all(operands.map((part) => kleene(part, data)));
  if (op === "or") return any(operands.map((part) => kleene(part, data)));
  if (op === "!") return not(kleene([operands].flat()[0], data));
  const unknown = operands.some((operand) => pathOf(operand) !== undefined && data[pathOf(operand)] === undefined);
  return unknown ? null : byJsonLogic(rule, data);
}

/** The data of partial answers: undefined for what is open, NaN for what is not asked. */
function partialData(decision, answers) {
  const data = {};
  const given = dataOf(decision, answers);
  for (const { id, when } of decision.questions) {
    const asked = when === undefined ? true : kleene(when, data);
    data[id] = asked === null ? undefined : asked ? given[id] : Number.NaN;
  }
  return data;
}

const readsScores = ({ when }) => JSON.stringify(when).includes('"score.');

test("partial answers: gates follow Kleene's logic and never promise what a completion breaks", (t) => {
  const random = new Random(20262);
  const seen = { pass: 0, fail: 0, unknown: 0, plain: 0 };
  for (let round = 0; round < 80; ++round) {
    const decision = randomDecision(random, {
      questions: 5,
      choices: 3,
      gates: 8,
      recommendations: 1,
      depth: 1 + (round % 3),
    });
    const pack = openRandom(decision, {});
    for (let k = 0; k < 6; ++k) {
      const answers = randomAnswers(random, decision, 0.55);
      const states = pack.verdict(answers).gates.map(({ state }) => state);
      const data = partialData(decision, answers);
      const named = (gate) => JSON.stringify({ round, answers, when: decision.gates[gate].when });
      for (const [gate, state] of states.entries()) {
        ++seen[state];
        const plain = readsScores(decision.gates[gate]) ? null : kleene(decision.gates[gate].when, data);
        if (plain === null) continue;
        ++seen.plain;
        assert.equal(state, plain ? "pass" : "fail", named(gate));
      }
      for (const completion of completions(decision, answers)) {
        const { gates } = askOracle(decision, completion, byJsonLogic);
        for (const [gate, state] of states.entries()) {
          if (state !== "unknown")
            assert.equal(gates[`gate${gate}`], state, `${named(gate)} completed ${JSON.stringify(completion)}`);
        }
      }
    }
  }
  t.diagnostic(JSON.stringify(seen));
  assert.ok(seen.pass > 500 && seen.fail > 500 && seen.unknown > 500 && seen.plain > 500);
});

// ---------------------------------------------------------------------------------------------------------------------
// The hot path, and what is proved with it

/** Complete answers, straight through the hot path. */
class HotPath {
  constructor(pack, decision) {
    this.decision = decision;
    this.evaluator = pack.evaluator();
  }

  decide(answers) {
    const { questions, recommendations, alternatives } = this.decision;
    const bytes = this.evaluator.answers;
    for (const [at, { id, choices }] of questions.entries())
      bytes[at] = choices.findIndex((choice) => choice.id === answers[id]);
    const winner = this.evaluator.decide();
    const scores = this.evaluator.scores;
    return {
      recommendation: recommendations[winner].id,
      scores: Object.fromEntries(alternatives.map(({ id }, at) => [id, scores[at]])),
    };
  }
}

test("status: settled exactly when every completion gives the same recommendation", (t) => {
  const random = new Random(20263);
  const seen = { settled: 0, provisional: 0 };
  for (let round = 0; round < 300; ++round) {
    const decision = randomDecision(random, {
      questions: 5,
      choices: 3,
      rules: 7,
      gates: 2,
      recommendations: 3,
      depth: 1 + (round % 2),
    });
    const pack = openRandom(decision, {});
    const hot = new HotPath(pack, decision);
    for (const probability of [0.3, 0.6, 0.8]) {
      const answers = randomAnswers(random, decision, probability);
      const verdict = pack.verdict(answers);
      const outcomes = new Set();
      for (const completion of completions(decision, answers)) outcomes.add(hot.decide(completion).recommendation);
      const named = JSON.stringify({ round, answers, outcomes: [...outcomes] });
      assert.equal(verdict.exact, true, named);
      assert.equal(verdict.status, outcomes.size === 1 ? "settled" : "provisional", named);
      if (outcomes.size === 1)
        assert.ok(outcomes.has(verdict.recommendation.id), `${named}: ${verdict.recommendation.id}`);
      ++seen[verdict.status];
    }
  }
  t.diagnostic(JSON.stringify(seen));
  assert.ok(seen.settled > 100 && seen.provisional > 100);
});

function hotPathAgrees(random, pack, decision, times) {
  const hot = new HotPath(pack, decision);
  for (let k = 0; k < times; ++k) {
    const answers = randomAnswers(random, decision, 1);
    const { recommendation, scores } = viewOf(pack.verdict(answers));
    assert.deepEqual(hot.decide(answers), { recommendation, scores }, JSON.stringify(answers));
  }
}

test("the hot path equals the verdict: the bundled pack", () => {
  const text = readFileSync(join(root, "packs/rag-vs-fine-tuning/decision.json"), "utf8");
  hotPathAgrees(new Random(20264), tryOpen(text).pack, JSON.parse(text).decision, 2000);
});

/** `packs`: how many of this shape; together they are asked 2,000 times. Large ones take long to open. */
const shapes = {
  small: { packs: 20, questions: 5, alternatives: 3 },
  "five to eight alternatives": { packs: 20, questions: 6, alternatives: 7, rules: 20 },
  "more than 64 option bits": { packs: 4, questions: 18, choices: 8, rules: 30, recommendations: 8, depth: 1 },
  "more than 64 option bits, eight alternatives": {
    packs: 2,
    questions: 22,
    choices: 9,
    alternatives: 8,
    rules: 30,
    gates: 16,
    depth: 1,
  },
  "no gates and no rules": { packs: 20, questions: 3, alternatives: 1, rules: 0, gates: 0, recommendations: 2 },
};

for (const [name, { packs, ...shape }] of Object.entries(shapes)) {
  test(`the hot path equals the verdict: random packs, ${name}`, () => {
    const random = new Random(20265);
    for (let round = 0; round < packs; ++round) {
      const decision = randomDecision(random, shape);
      hotPathAgrees(random, openRandom(decision, {}), decision, 2000 / packs);
    }
  });
}

test("the hot path refuses incomplete answers", () => {
  const decision = randomDecision(new Random(1), { questions: 1 });
  const evaluator = openRandom(decision, {}).evaluator();
  evaluator.answers[0] = 255;
  assert.equal(evaluator.decide(), -1);
});

test("lowest and highest scores equal brute force", () => {
  const random = new Random(20266);
  for (let round = 0; round < 100; ++round) {
    const decision = randomDecision(random, { questions: 5, choices: 3, rules: 12, gates: 0, recommendations: 1 });
    const pack = openRandom(decision, {});
    const hot = new HotPath(pack, decision);
    const scores = [...completions(decision, {})].map((answers) => hot.decide(answers).scores);
    for (const { id, lowest, highest } of pack.description.decision.alternatives) {
      const reached = scores.map((one) => one[id]);
      assert.deepEqual(
        { lowest, highest },
        { lowest: Math.min(...reached), highest: Math.max(...reached) },
        `round ${round}, ${id}`,
      );
    }
  }
});
