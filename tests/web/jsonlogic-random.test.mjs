// SPDX-License-Identifier: MIT
/** Random conditions against the public JsonLogic engines, and partial answers against a small Kleene logic. All of it is seeded. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { askOracle, byJsonLogic, byLogicEngine, viewOf } from "../support/conditions/oracles.mjs";
import { completions, dataOf, pathOf, randomAnswers } from "../support/conditions/packs.mjs";
import { countConditions, openRandom, randomDecision } from "../support/conditions/random.mjs";
import { Random } from "../support/random.mjs";

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
