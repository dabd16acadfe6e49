/** Answers that lead where an author wants to look, as near to the present ones as the way there allows. */
import type { Answer, Answers, Outlook, Question, Verdict } from "../../contract/index.js";

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

const MOST_SETS = 1 << 10;

/** Sets of choices, smaller ones first, within the question's bounds; an exclusive choice stands alone. */
function setsOf({ choices, least = 0, most = choices.length }: Question): string[][] {
  const count = Math.min(MOST_SETS, 2 ** choices.length);
  const sets = Array.from({ length: count }, (_, bits) => choices.filter((_choice, k) => (bits >> k) & 1));
  const within = sets.filter(({ length }) => least <= length && length <= most);
  const possible = within.filter((set) => set.length < 2 || !set.some(({ exclusive }) => exclusive));
  return possible.sort((a, b) => a.length - b.length).map((set) => set.map(({ id }) => id));
}

/** One answer for all that conditions can tell apart. */
function answersTo(question: Question): Answer[] {
  const { kind, intervals = [], choices } = question;
  const ids = choices.map(({ id }) => id);
  if (kind === "number") return intervals.map(({ from }) => from);
  return kind === "several" ? setsOf(question) : ids;
}

/** The present answer first, then the author's order. */
function choicesOf(question: Question, preferred: Answers): Answer[] {
  const own = preferred[question.id];
  const all = answersTo(question);
  return own === undefined || own === null || (typeof own === "string" && !all.includes(own)) ? all : [own, ...all];
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
