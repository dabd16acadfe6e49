// SPDX-License-Identifier: MIT
/** The public JsonLogic suites: each case agrees with the public engines or is refused with a documented code. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import jsonLogic from "json-logic-js";
import { peer } from "../support/conditions/oracles.mjs";
import { completions, dataOf, gateOf, packOf, sameTruth, tryOpen, walk } from "../support/conditions/packs.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const corpora = process.env.DECISION_CARD_CORPORA ?? join(root, "../shared/corpora");
const suites = join(corpora, "json-logic");
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

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
