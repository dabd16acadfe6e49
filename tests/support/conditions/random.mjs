// SPDX-License-Identifier: MIT
/** Random decisions with conditions of all kinds. All of it is seeded. */
import assert from "node:assert/strict";
import { comparisons, equalities, gateOf, orders, packOf, tryOpen } from "./packs.mjs";

/** Writes random conditions over the questions (and, where they are known, scores and gates) of a pack. */
export class ConditionWriter {
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

export const ids = (prefix, count) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);

export function randomQuestion(random, id, choices) {
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

export function randomPoints(random, alternatives) {
  const chosen = random.some(alternatives, random.between(1, Math.min(3, alternatives.length)));
  return Object.fromEntries(chosen.map((id) => [id, random.pick([-5, -3, -2, -1, 1, 2, 3, 4])]));
}

/** A decision of the given shape; all its conditions are random. */
export function randomDecision(random, shape) {
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

export const partsWithConditions = (decision) =>
  ["questions", "rules", "gates", "recommendations", "notes"].flatMap((list) => decision[list]);
export const countConditions = (decision) =>
  partsWithConditions(decision).filter(({ when }) => when !== undefined).length;

/**
 * Opens a random decision. Conditions that the engine refuses for being too large or never true (nothing else may be wrong
 * with them) are counted in `refused` and replaced.
 */
export function openRandom(decision, refused) {
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
