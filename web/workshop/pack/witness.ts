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

/** What a pack may say of a question that takes no single choice; engines that know no such questions leave it out. */
interface OtherKinds {
  readonly kind?: string;
  readonly least?: number;
  readonly most?: number;
  readonly intervals?: readonly { readonly from: number }[];
}

const MOST_SETS = 1 << 10;

/** Sets of choices, smaller ones first, within the question's bounds. */
function setsOf(ids: readonly string[], { least = 0, most = ids.length }: OtherKinds): string[][] {
  const count = Math.min(MOST_SETS, 2 ** ids.length);
  const sets = Array.from({ length: count }, (_, bits) => ids.filter((_id, k) => (bits >> k) & 1));
  const within = sets.filter(({ length }) => least <= length && length <= most);
  return within.sort((a, b) => a.length - b.length);
}

/** One answer for all that conditions can tell apart. */
function answersTo(question: Question): unknown[] {
  const { kind, intervals, ...bounds } = question as OtherKinds;
  const ids = question.choices.map(({ id }) => id);
  if (kind === "number") return (intervals ?? []).map(({ from }) => from);
  return kind === "several" ? setsOf(ids, bounds) : ids;
}

/** The present answer first, then the author's order. */
function choicesOf(question: Question, preferred: Answers): unknown[] {
  const own: unknown = preferred[question.id];
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
    const next = { ...answers, [question.id]: choice } as Answers;
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
