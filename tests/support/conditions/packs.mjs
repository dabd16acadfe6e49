// SPDX-License-Identifier: MIT
/** Packs around a condition or a decision, opened; JsonLogic as data; answers, and what completes them. */
import { load, PackError } from "../../../dist/esm/decision.js";

const engine = await load();

/** A pack around the part of a decision that a test is about. */
export function packOf(decision) {
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

export const gateOf = (id, when) => ({ id, text: id, when });

/** Never lets a stack trace through: the artefact's lines are hundreds of kilobytes long. */
export function tryOpen(pack) {
  try {
    return { pack: engine.open(pack), problems: [] };
  } catch (error) {
    if (error instanceof PackError) return { pack: null, problems: error.problems };
    throw new Error(String(error).slice(0, 300), { cause: error });
  }
}

export const equalities = ["==", "!=", "===", "!=="];
export const orders = ["<", "<=", ">", ">="];
export const comparisons = [...equalities, ...orders];

/** The path of `{"var": path}`, or undefined when the value is no variable. */
export function pathOf(value) {
  if (value === null || typeof value !== "object" || !("var" in value)) return undefined;
  return Array.isArray(value.var) ? value.var[0] : value.var;
}

/** Calls `visit(path)` for each variable and `constant(value)` for each number and text of a rule. */
export function walk(rule, variable, constant) {
  if (pathOf(rule) !== undefined) variable(pathOf(rule));
  else if (rule !== null && typeof rule === "object")
    for (const part of Object.values(rule)) walk(part, variable, constant);
  else constant(rule);
}

export const sameTruth = (a, b) => Boolean(a) === Boolean(b);

export const valueIn = (question, choice) => {
  const { id, value } = question.choices.find((one) => one.id === choice);
  return value ?? id;
};

/** Answers as the data of a JsonLogic rule. */
export function dataOf(decision, answers) {
  return Object.fromEntries(
    decision.questions
      .filter(({ id }) => id in answers)
      .map((question) => [question.id, valueIn(question, answers[question.id])]),
  );
}

/** Every way to answer the questions that `answers` leaves open, asked or not. */
export function* completions(decision, answers, from = 0) {
  const at = decision.questions.findIndex(({ id }, index) => index >= from && !(id in answers));
  if (at < 0) return yield answers;
  const { id, choices } = decision.questions[at];
  for (const choice of choices) yield* completions(decision, { ...answers, [id]: choice.id }, at + 1);
}

/** Answers each question with the given probability. */
export function randomAnswers(random, decision, probability) {
  const answers = {};
  for (const { id, choices } of decision.questions) {
    if (random.chance(probability)) answers[id] = random.pick(choices).id;
  }
  return answers;
}
