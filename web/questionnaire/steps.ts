/** The reader's way through the questions: pure functions of the questions in their order, answers and verdict. */
import type { Answer, Description, Outlook, Question, Verdict } from "../contract/index.js";

export type Step =
  { readonly step: "question"; readonly question: string } | { readonly step: "review" | "result" | "compare" };
/** What the reader has answered, by question; null is "I don't know". */
export type Answered = ReadonlyMap<string, Answer | null>;
type Questions = readonly Question[];

export const REVIEW: Step = { step: "review" };
export const RESULT: Step = { step: "result" };
export const COMPARE: Step = { step: "compare" };

export function sameStep(a: Step | null, b: Step): boolean {
  return a?.step === b.step && (a.step !== "question" || b.step !== "question" || a.question === b.question);
}

export function sameAnswer(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((id) => b.includes(id)));
}

/** Whatever order they were given in. */
export function sameAnswers(a: Answered, b: Answered): boolean {
  return a.size === b.size && [...a].every(([id, choice]) => b.has(id) && sameAnswer(b.get(id), choice));
}

/** The way taken so far, the question on the screen, then what tells most; without proof of that, the author's order. */
export function byInformation(
  questions: Questions,
  given: Answered,
  current: string | null,
  outlook: Outlook | null,
): Question[] {
  const gains = new Map(outlook?.questions.map(({ question, gain }) => [question, gain ?? 0]));
  const taken = [...given.keys(), ...(current === null || given.has(current) ? [] : [current])];
  const first = taken.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  const rest = questions.filter((question) => !taken.includes(question.id));
  return [...first, ...rest.sort((a, b) => (gains.get(b.id) ?? 0) - (gains.get(a.id) ?? 0))];
}

/** Only questions that are certain to apply are asked; a pending follow-up waits until it is certain. */
export function askedQuestions(questions: Questions, verdict: Verdict): Question[] {
  const skipped = new Set([...verdict.pending, ...verdict.not_asked, ...verdict.ignored]);
  return questions.filter((question) => !skipped.has(question.id));
}

/** A total that can only shrink: follow-ups that may still come are counted until they are ruled out or passed. */
export function countQuestions(
  questions: Questions,
  verdict: Verdict,
  current: string,
): { number: number; total: number } {
  const asked = askedQuestions(questions, verdict).map((question) => question.id);
  const ids = questions.map((question) => question.id);
  const ahead = verdict.pending.filter((id) => ids.indexOf(id) > ids.indexOf(current));
  return { number: asked.indexOf(current) + 1, total: asked.length + ahead.length };
}

/** How many answers count: those to questions that are, or may be, asked. */
export function countGiven(verdict: Verdict, given: Answered): number {
  const idle = new Set([...verdict.not_asked, ...verdict.ignored]);
  return [...given].filter(([id, choice]) => choice !== null && !idle.has(id)).length;
}

/** How many questions the reader hasn't come to, follow-ups that may still come included. */
export function countLeft(verdict: Verdict, given: Answered): number {
  return [...verdict.open, ...verdict.pending].filter((id) => !given.has(id)).length;
}

export function firstStep(pack: Description): Step {
  return ask(pack.decision.questions[0]) ?? REVIEW;
}

/** Null after the last. When the reader comes back from a change, only questions that it has opened come before that. */
export function stepAfter(
  questions: Questions,
  verdict: Verdict,
  given: Answered,
  current: string,
  changed: boolean,
): Step | null {
  const asked = askedQuestions(questions, verdict);
  const unseen = ask(asked.find((question) => !given.has(question.id)));
  const next = changed ? null : ask(following(questions, asked, current));
  return next ?? unseen;
}

export function stepBefore(questions: Questions, verdict: Verdict, current: string): Step | null {
  const asked = askedQuestions(questions, verdict);
  const index = asked.findIndex((question) => question.id === current);
  return ask(asked[index - 1]);
}

/** By the order of all questions, since the current one itself may have stopped being asked. */
function following(questions: Questions, asked: Questions, current: string): Question | undefined {
  const ids = questions.map((question) => question.id);
  return asked.find((question) => ids.indexOf(question.id) > ids.indexOf(current));
}

function ask(question: Question | undefined): Step | null {
  return question ? { step: "question", question: question.id } : null;
}
