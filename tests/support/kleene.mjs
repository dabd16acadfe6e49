// SPDX-License-Identifier: MIT
/**
 * Conditions of a pack's JSON in Kleene's logic, the plainest way: every operand is the list of values that it may still
 * have. Shares nothing with the engine; scores and gates are those of the verdict.
 */
const YES = "yes";
const NO = "no";
const UNKNOWN = "unknown";
const NOT_ASKED = Symbol("not asked");

const negation = { [YES]: NO, [NO]: YES, [UNKNOWN]: UNKNOWN };

function among(outcomes) {
  if (outcomes.every(Boolean)) return YES;
  return outcomes.some(Boolean) ? UNKNOWN : NO;
}

const ORDERS = { "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b };

/** What is not asked equals nothing, and is neither below nor above anything. */
function compare(op, a, b) {
  const known = a !== NOT_ASKED && b !== NOT_ASKED;
  if (op in ORDERS) return known && ORDERS[op](a, b);
  const equal = known && a === b;
  return op.startsWith("!") ? !equal : equal;
}

/** What is known for some answers, and the verdict on them. */
export class Known {
  constructor(decision, answers, verdict) {
    this.questions = new Map(decision.questions.map((question) => [question.id, question]));
    this.answers = answers;
    this.written = JSON.stringify([
      decision.rules,
      decision.gates,
      decision.recommendations,
      decision.notes,
      decision.questions,
    ]);
    this.scores = new Map(verdict.scores.map(({ alternative, points }) => [alternative, points]));
    this.gates = new Map(verdict.gates.map(({ id, state }) => [id, state]));
  }

  /** True when the condition certainly holds, or there is none. */
  holds(condition) {
    return condition === undefined || this.truth(condition) === YES;
  }

  truth(condition) {
    if (typeof condition === "boolean") return condition ? YES : NO;
    const [[op, operands]] = Object.entries(condition);
    const list = Array.isArray(operands) ? operands : [operands];
    if (op === "!") return negation[this.truth(list[0])];
    if (op === "and" || op === "or") return this.#joined(list, op === "and" ? NO : YES, op === "and" ? YES : NO);
    if (op === "in" && !Array.isArray(list[1])) return this.#chosen(list);
    if (op === "in") return among(this.#values(list[0]).map((value) => list[1].includes(value)));
    return this.#compared(op, list);
  }

  /** A choice among those that may be several. */
  #chosen([choice, { var: id }]) {
    const { when } = this.questions.get(id);
    const asked = when === undefined ? YES : this.truth(when);
    if (asked === NO) return NO;
    const answer = this.answers[id] ?? null;
    const said = answer === null ? UNKNOWN : answer.includes(choice) ? YES : NO;
    return asked === YES || said === NO ? said : UNKNOWN;
  }

  #joined(list, decides, otherwise) {
    const truths = list.map((each) => this.truth(each));
    if (truths.includes(decides)) return decides;
    return truths.includes(UNKNOWN) ? UNKNOWN : otherwise;
  }

  /** Three operands mean between. */
  #compared(op, list) {
    const pairs = list.slice(1).map((right, index) => [this.#values(list[index]), this.#values(right)]);
    const truths = pairs.map(([a, b]) => among(a.flatMap((left) => b.map((right) => compare(op, left, right)))));
    if (truths.includes(NO)) return NO;
    return truths.includes(UNKNOWN) ? UNKNOWN : YES;
  }

  #values(operand) {
    if (typeof operand !== "object") return [operand];
    const name = [operand.var].flat()[0];
    if (name.startsWith("score.")) return [this.scores.get(name.slice(6))];
    if (name.startsWith("gate.")) return [this.gates.get(name.slice(5))];
    return this.#answer(this.questions.get(name));
  }

  #choices(id, choices) {
    return choices
      .filter((choice) => (this.answers[id] ?? choice.id) === choice.id)
      .map((choice) => choice.value ?? choice.id);
  }

  /** Of a number that is open, one beside each number that stands in the decision: conditions tell no others apart. */
  #numbers(id, min, max) {
    if ((this.answers[id] ?? null) !== null) return [this.answers[id]];
    const told = [...this.written.matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number));
    return [min, max, ...told.flatMap((each) => [each - 1, each, each + 1])].filter(
      (each) => each >= min && each <= max,
    );
  }

  #answer({ id, when, kind, choices, min, max }) {
    const asked = when === undefined ? YES : this.truth(when);
    const values = kind === "number" ? this.#numbers(id, min, max) : this.#choices(id, choices);
    if (asked === NO) return [NOT_ASKED];
    return asked === YES ? values : [...values, NOT_ASKED];
  }
}
