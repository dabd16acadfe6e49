/** A result, as every document of it needs it. */
import type { Answer, Answers, Description, Verdict } from "../contract/index.js";
import { choiceText, questionText } from "../questionnaire/lookup.js";
import type { Answered } from "../questionnaire/steps.js";
import { escapeMarkdown, richMarkdown } from "../texts/markdown.js";
import type { Texts } from "../texts/texts.js";
import { sentences } from "../texts/sentences.js";

export interface Result {
  readonly texts: Texts;
  readonly pack: Description;
  readonly verdict: Verdict;
  readonly answers: Answered;
}

/** What a program reads of it. */
export interface ResultData {
  readonly pack: { readonly id: string; readonly version: string };
  readonly answers: Answers;
  readonly verdict: Verdict | null;
}

export function resultData({ pack, answers }: Omit<Result, "verdict">, verdict: Verdict | null): ResultData {
  const { id, version } = pack;
  return { pack: { id, version }, answers: Object.fromEntries(answers), verdict: structuredClone(verdict) };
}

/** With nothing answered the first line says that it is too early, as on the card. */
export function headline({ texts, verdict, answers }: Result): string {
  const { title } = verdict.recommendation;
  return [...answers.values()].some((choice) => choice !== null) ? title : texts.say("too_early", { title });
}

/** This and all below is Markdown. */
export function given({ texts, pack, answers }: Result): string[] {
  const said = (question: string, choice: Answer | null): string =>
    choice === null ? texts.say("dont_know") : choiceText(pack, question, choice, texts);
  return [...answers].map(([question, choice]) =>
    escapeMarkdown(sentences(questionText(pack, question), said(question, choice))),
  );
}

export function because({ reasons }: Verdict, stance: string): string[] {
  return reasons.filter((reason) => reason.stance === stance).map((reason) => richMarkdown(reason.because));
}

export function gates({ texts, verdict }: Result): string[] {
  return verdict.gates.map(({ text, state }) => escapeMarkdown(`${text}: ${texts.say(`gate_${state}`)}`));
}

export const textsOf = (list: readonly { readonly text: string }[]): string[] =>
  list.map(({ text }) => richMarkdown(text));
