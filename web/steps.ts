/** The reader's way through the questions: pure functions of pack, answers and verdict. */
import type { Description, Question, Verdict } from "./contract.js";

export type Step = { readonly step: "question"; readonly question: string } | { readonly step: "review" | "result" };
export type Given = ReadonlyMap<string, string | null>;

export const REVIEW: Step = { step: "review" };
export const RESULT: Step = { step: "result" };

/** Only questions that are certain to apply are asked; a pending follow-up waits until it is certain. */
export function askedQuestions(pack: Description, verdict: Verdict): Question[] {
  const skipped = new Set([...verdict.pending, ...verdict.not_asked, ...verdict.ignored]);
  return pack.decision.questions.filter((question) => !skipped.has(question.id));
}

/** A total that can only shrink: follow-ups that may still come are counted until they are ruled out or passed. */
export function countQuestions(
  pack: Description,
  verdict: Verdict,
  current: string,
): { number: number; total: number } {
  const asked = askedQuestions(pack, verdict).map((question) => question.id);
  const ids = pack.decision.questions.map((question) => question.id);
  const ahead = verdict.pending.filter((id) => ids.indexOf(id) > ids.indexOf(current));
  return { number: asked.indexOf(current) + 1, total: asked.length + ahead.length };
}

export function firstStep(pack: Description): Step {
  return ask(pack.decision.questions[0]) ?? REVIEW;
}

/** When the reader came from the review, only questions that the change has opened come before it again. */
export function stepAfter(
  pack: Description,
  verdict: Verdict,
  given: Given,
  current: string,
  fromReview: boolean,
): Step {
  const asked = askedQuestions(pack, verdict);
  const unseen = ask(asked.find((question) => !given.has(question.id)));
  const next = fromReview ? null : ask(following(pack, asked, current));
  return next ?? unseen ?? REVIEW;
}

export function stepBefore(pack: Description, verdict: Verdict, current: string | null): Step | null {
  const asked = askedQuestions(pack, verdict);
  if (current === null) return ask(asked.at(-1));
  const index = asked.findIndex((question) => question.id === current);
  return ask(asked[index - 1]);
}

/** By the pack's order, since the current question itself may have stopped being asked. */
function following(pack: Description, asked: readonly Question[], current: string): Question | undefined {
  const ids = pack.decision.questions.map((question) => question.id);
  return asked.find((question) => ids.indexOf(question.id) > ids.indexOf(current));
}

function ask(question: Question | undefined): Step | null {
  return question ? { step: "question", question: question.id } : null;
}
