/** Every contender, on the decision of decision.mjs: a `decide` on one answer set, and the form its answers come in. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { evaluateExpression, initSync } from "@gorules/zen-engine-wasm";
import { LogicEngine } from "json-logic-engine";
import jsonLogic from "json-logic-js";
import { Engine as RulesEngine } from "json-rules-engine";
import {
  alternatives,
  jsonLogicRecommendations,
  jsonLogicRules,
  jsonLogicSums,
  plainJs,
  recommendations,
  rulesEngineRules,
  zenScores,
} from "./decision.mjs";

const noScores = () => Object.fromEntries(alternatives.map((id) => [id, 0]));

function addPoints(scores, points) {
  for (const id in points) scores[id] += points[id];
}

const compare = { ">=": (a, b) => a >= b, ">": (a, b) => a > b };

/** The winner in JavaScript, for engines that have no compiled conditions of their own. */
function winnerOf(scores) {
  const operand = (side) => (typeof side === "number" ? side : scores[side]);
  return recommendations.findIndex(({ when }) =>
    when.every(({ left, op, right }) => compare[op](scores[left], operand(right))),
  );
}

/** Ours, the lowest-overhead public way: answer sets as bytes in the engine's memory, one call each. */
export function ours(pack, sets) {
  return pack.evaluator(sets);
}

/** One function a rule, and the points added in JavaScript. */
function logicEngineByRule() {
  const engine = new LogicEngine();
  const rules = jsonLogicRules.map(({ when, points }) => ({ holds: engine.build(when), points }));
  const outcomes = jsonLogicRecommendations.slice(0, -1).map(({ when }) => engine.build(when));
  return (answers) => {
    const scores = noScores();
    for (const { holds, points } of rules) if (holds(answers)) addPoints(scores, points);
    const found = outcomes.findIndex((holds) => holds({ score: scores }));
    return { winner: found < 0 ? outcomes.length : found, scores };
  };
}

/** One function an alternative: its whole score is one rule. */
function logicEngineBySum() {
  const engine = new LogicEngine();
  const sums = jsonLogicSums.map((sum) => engine.build(sum));
  const outcomes = jsonLogicRecommendations.slice(0, -1).map(({ when }) => engine.build(when));
  return (answers) => {
    const scores = {};
    for (let a = 0; a < sums.length; ++a) scores[alternatives[a]] = sums[a](answers);
    const found = outcomes.findIndex((holds) => holds({ score: scores }));
    return { winner: found < 0 ? outcomes.length : found, scores };
  };
}

export function jsonLogicScores(answers) {
  const scores = noScores();
  for (const { when, points } of jsonLogicRules) if (jsonLogic.apply(when, answers)) addPoints(scores, points);
  return scores;
}

function jsonLogicDecision(answers) {
  const scores = jsonLogicScores(answers);
  return { winner: jsonLogicRecommendations.findIndex(({ when }) => jsonLogic.apply(when, { score: scores })), scores };
}

function rulesEngine() {
  const engine = new RulesEngine(rulesEngineRules);
  return async (answers) => {
    const scores = noScores();
    const { events } = await engine.run(answers);
    for (const { params } of events) addPoints(scores, params);
    return { winner: winnerOf(scores), scores };
  };
}

/** Throws when its WebAssembly can't be started here. */
function zen() {
  const bytes = new URL("./dist/zen_engine_wasm_bg.wasm", import.meta.resolve("@gorules/zen-engine-wasm"));
  initSync({ module: readFileSync(fileURLToPath(bytes)) });
  return (answers) => {
    const scores = evaluateExpression(zenScores, answers);
    return { winner: winnerOf(scores), scores };
  };
}

/** `form`: which list of the answer sets it reads. `make`: sets up a contender that may not run here. */
export const contenders = [
  { name: "json-logic-engine, compiled, a function a rule", form: "named", decide: logicEngineByRule() },
  { name: "json-logic-engine, compiled, a function a score", form: "named", decide: logicEngineBySum() },
  { name: "json-logic-js", form: "named", decide: jsonLogicDecision },
  { name: "json-rules-engine", form: "named", decide: rulesEngine(), isAsync: true },
  { name: "zen-engine-wasm, one expression", form: "named", make: zen },
  { name: "plain JS, texts", form: "named", decide: plainJs.texts },
  { name: "plain JS, small integers", form: "numbered", decide: plainJs.integers },
  { name: "plain JS, small integers, scores in variables", form: "numbered", decide: plainJs.tuned },
];
