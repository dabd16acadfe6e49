/** The texts of a pack, by id. What has none is called by its id. */
import type { Answer, Choice, Description, Interval, Question } from "../contract/index.js";

export function findQuestion(pack: Description, id: string): Question | undefined {
  return pack.decision.questions.find((question) => question.id === id);
}

export function questionText(pack: Description, id: string): string {
  return findQuestion(pack, id)?.text ?? id;
}

/** Numbers and lists as a language writes them. */
export interface Words {
  figure(value: number): string;
  list(items: readonly string[], type: "conjunction" | "disjunction"): string;
  say(key: "none_chosen" | "dont_know"): string;
  say(key: "at_least" | "at_most" | "from_to", values: { readonly from: string; readonly to: string }): string;
}

/** An answer, or what flips tell of one, in the pack's words. */
export function choiceText(pack: Description, question: string, told: Answer | Interval, words: Words): string {
  const asked = findQuestion(pack, question);
  const choices: readonly Choice[] = asked?.choices ?? [];
  const text = (id: string): string => choices.find((candidate) => candidate.id === id)?.text ?? id;
  if (typeof told === "string") return text(told);
  const figure = (value: number): string => withUnit(words.figure(value), asked);
  if (typeof told === "number") return figure(told);
  if ("from" in told) return intervalText(told, asked, figure, words);
  return told.length === 0 ? words.say("none_chosen") : words.list(told.map(text), "conjunction");
}

function withUnit(figure: string, question?: Question): string {
  return question?.unit ? `${figure} ${question.unit}` : figure;
}

type Figure = (value: number) => string;

function intervalText({ from, to }: Interval, question: Question | undefined, figure: Figure, words: Words): string {
  if (from === to) return figure(from);
  if (to === question?.max) return words.say("at_least", { from: figure(from), to: "" });
  if (from === question?.min) return words.say("at_most", { from: "", to: figure(to) });
  return words.say("from_to", { from: words.figure(from), to: figure(to) });
}

export function alternativeName(pack: Description, id: string): string {
  return pack.decision.alternatives.find((alternative) => alternative.id === id)?.name ?? id;
}
