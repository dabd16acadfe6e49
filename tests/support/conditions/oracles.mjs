// SPDX-License-Identifier: MIT
/** The public JsonLogic engines as oracles for a whole decision. */
import { LogicEngine } from "json-logic-engine";
import jsonLogic from "json-logic-js";
import { dataOf, pathOf } from "./packs.mjs";

export const peer = new LogicEngine();

/**
 * What a JsonLogic engine makes of a decision. A question that is not asked is NaN: it equals nothing and is neither below
 * nor above any number.
 */
export function askOracle(decision, answers, holds) {
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
export function viewOf(verdict) {
  return {
    notAsked: [...verdict.not_asked, ...verdict.ignored].sort(),
    rules: verdict.reasons.map(({ rule }) => rule).sort(),
    scores: Object.fromEntries(verdict.scores.map(({ alternative, points }) => [alternative, points])),
    gates: Object.fromEntries(verdict.gates.map(({ id, state }) => [id, state])),
    recommendation: verdict.recommendation.id,
    notes: verdict.notes.map(({ id }) => id),
  };
}

export const byJsonLogic = (rule, data) => Boolean(jsonLogic.apply(rule, data));

export const compiled = new WeakMap();

/** json-logic-engine, compiled. It throws for NaN in a comparison, so there what is documented for "not asked" is put in. */
export function byLogicEngine(rule, data) {
  const grounded = withoutNotAsked(rule, data);
  if (grounded !== rule || typeof rule !== "object") return Boolean(peer.run(grounded, data));
  if (!compiled.has(rule)) compiled.set(rule, peer.build(rule));
  return Boolean(compiled.get(rule)(data));
}

/** Replaces comparisons of questions that are not asked by their value; the same rule when there are none. */
export function withoutNotAsked(rule, data) {
  if (typeof rule !== "object") return rule;
  const [[op, operands]] = Object.entries(rule);
  if (op === "and" || op === "or" || op === "!") {
    const parts = [operands].flat();
    const replaced = parts.map((part) => withoutNotAsked(part, data));
    return replaced.every((part, at) => part === parts[at]) ? rule : { [op]: replaced };
  }
  return operands.some((operand) => Number.isNaN(data[pathOf(operand)])) ? op === "!=" || op === "!==" : rule;
}
