/** Answers that lead where an author wants to look, as near to the present ones as the way there allows. */
import type { Answers, Outlook, Question, Verdict } from "../../contract/index.js";

/** What is asked of an engine's open pack. */
export interface Provable {
  verdict(answers: Answers): Verdict;
  outlook(answers: Answers): Outlook;
}

function canReach({ prospects }: Outlook, wanted: readonly string[]): boolean {
  return prospects.some(
    ({ recommendation, possible, share }) => wanted.includes(recommendation) && possible !== false && share !== 0,
  );
}

/** The present answer first, then the author's order. */
function choicesOf(question: Question, preferred: Answers): string[] {
  const own = preferred[question.id];
  const ids = question.choices.map(({ id }) => id);
  return typeof own === "string" && ids.includes(own) ? [own, ...ids.filter((id) => id !== own)] : ids;
}

function answered(
  pack: Provable,
  question: Question,
  answers: Answers,
  wanted: readonly string[],
  preferred: Answers,
): Answers | null {
  for (const choice of choicesOf(question, preferred)) {
    const next = { ...answers, [question.id]: choice };
    if (canReach(pack.outlook(next), wanted)) return next;
  }
  return null;
}

/**
 * Question by question, the first choice from which the wanted is still possible, as the engine proves; so the last answer
 * is there. null: no answers lead to it.
 */
export function wayTo(
  pack: Provable,
  questions: readonly Question[],
  wanted: readonly string[],
  preferred: Answers,
): Answers | null {
  let answers: Answers = {};
  if (!canReach(pack.outlook(answers), wanted)) return null;
  for (const question of questions) {
    if (!pack.verdict(answers).open.includes(question.id)) continue;
    const next = answered(pack, question, answers, wanted, preferred);
    if (!next) return null;
    answers = next;
  }
  return answers;
}
