/** What answers a question of each kind: as a link, a page or a reader's hand writes it. */
import type { Answer, Question } from "../contract/index.js";

/** None of several choices, as one word: no id begins with a digit. */
export const NONE = "0";

/** Nothing for what is no answer to it. Words of a link are taken, too. */
export function answerTo(question: Question, given: unknown): Answer | undefined {
  if (question.kind === "several") return setOf(question, typeof given === "string" ? chosenIn(given) : given);
  if (question.kind === "number") return numberOf(question, typeof given === "string" && given ? Number(given) : given);
  return question.choices.find(({ id }) => id === given)?.id;
}

const chosenIn = (word: string): string[] => (word === NONE ? [] : word.split("."));

/** In the pack's order, each once. */
function setOf(question: Question, given: unknown): string[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const chosen = question.choices.filter(({ id }) => given.includes(id)).map(({ id }) => id);
  return chosen.length === given.length && isSet(question, chosen) ? chosen : undefined;
}

/** Whether so many, and these together, may be chosen. */
export function isSet({ choices, least = 0, most = 0 }: Question, chosen: readonly string[]): boolean {
  if (choices.some(({ id, exclusive }) => exclusive && chosen.includes(id))) return chosen.length === 1;
  return chosen.length >= least && chosen.length <= most;
}

function numberOf({ min = 0, max = 0, step = 1 }: Question, given: unknown): number | undefined {
  if (typeof given !== "number" || !(given >= min && given <= max)) return undefined;
  const parts = (number: number): number => Math.round(number * 1e6);
  const onStep = (parts(given) - parts(min)) % parts(step) === 0;
  return onStep && parts(given) / 1e6 === given ? given : undefined;
}
