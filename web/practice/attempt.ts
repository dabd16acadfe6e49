/**
 * All that a reader has tried at a rubric: one value that never changes, and the moves that lead from it to the next one, so
 * that they run without a page.
 */
import type { FollowUp, Grade, RubricDescription } from "../contract/index.js";
import type { TaskId } from "./task.js";

/** A graded text; it stays as it was graded while the reader writes on. */
export interface Try {
  readonly text: string;
  readonly grade: Grade;
}

/** What is written on one question, and its last two grades. */
export interface Draft {
  readonly text: string;
  readonly last: Try | null;
  readonly before: Try | null;
}

export interface Screen {
  readonly task: TaskId;
  readonly graded: boolean;
}

type Drafts = ReadonlyMap<TaskId, Draft>;

export interface Attempt {
  /** One for each question that the reader has seen. */
  readonly drafts: Drafts;
  /** Null while there is nothing to show. */
  readonly screen: Screen | null;
  /** The screen on which the engine or the pack failed last. */
  readonly failedAt: Screen | null;
  /** The drafts before "Start again", for as long as that can be taken back. */
  readonly cleared: Drafts | null;
  /** The id and version of the pack that gave the grades; empty before there is one. */
  readonly pack: string;
}

export const OPENING: Screen = { task: null, graded: false };
export const NOTHING_TRIED: Attempt = { drafts: new Map(), screen: null, failedAt: null, cleared: null, pack: "" };
const EMPTY: Draft = { text: "", last: null, before: null };

export function draftOf({ drafts }: Attempt, task: TaskId): Draft {
  return drafts.get(task) ?? EMPTY;
}

function withDraft(attempt: Attempt, task: TaskId, draft: Draft): Attempt {
  return { ...attempt, drafts: new Map([...attempt.drafts, [task, draft]]) };
}

// ---- packs

/** Another pack is coming, or the engine failed: its screens are not these. */
export function leave(attempt: Attempt): Attempt {
  return { ...attempt, screen: null };
}

export function fail(attempt: Attempt): Attempt {
  return { ...leave(attempt), failedAt: attempt.screen ?? attempt.failedAt };
}

/** Grades are the pack's that gave them; the reader's own answer stays, whatever pack comes. */
export function takePack(attempt: Attempt, pack: string): Attempt {
  const { cleared, drafts } = attempt;
  if (attempt.pack === "" || attempt.pack === pack) return { ...attempt, pack };
  return { ...attempt, pack, drafts: ownText(drafts), cleared: cleared && ownText(cleared) };
}

function ownText(drafts: Drafts): Drafts {
  return new Map([[null, { ...EMPTY, text: drafts.get(null)?.text ?? "" }]]);
}

// ---- writing and grading

export function write(attempt: Attempt, task: TaskId, text: string): Attempt {
  return withDraft(attempt, task, { ...draftOf(attempt, task), text });
}

/** The text as it stands was graded. */
export function take(attempt: Attempt, task: TaskId, grade: Grade): Attempt {
  const { text, last } = draftOf(attempt, task);
  const graded = withDraft(attempt, task, { text, last: { text, grade }, before: last });
  return goTo({ ...graded, cleared: null }, { task, graded: true });
}

export function restart(attempt: Attempt): Attempt {
  return goTo({ ...attempt, cleared: attempt.drafts, drafts: new Map() }, OPENING);
}

/** What was written since stands below what comes back. */
export function restore(attempt: Attempt): Attempt {
  if (!attempt.cleared) return attempt;
  const since = draftOf(attempt, null).text;
  const back = goTo({ ...attempt, drafts: attempt.cleared, cleared: null }, OPENING);
  return since.trim() ? write(back, null, `${draftOf(back, null).text}\n\n${since}`) : back;
}

// ---- screens

/** Whoever comes to a question has seen it. */
export function goTo(attempt: Attempt, screen: Screen): Attempt {
  return { ...withDraft(attempt, screen.task, draftOf(attempt, screen.task)), screen };
}

/** To a question's grade, or to its empty page. */
export function follow(attempt: Attempt, task: TaskId): Attempt {
  return goTo(attempt, { task, graded: draftOf(attempt, task).last !== null });
}

/** One by one: follow-up questions that the reader has seen, and the first they haven't. */
export function followUpsShown({ drafts }: Attempt, { follow_ups }: RubricDescription): FollowUp[] {
  const seen = follow_ups.filter(({ id }) => drafts.has(id));
  const next = follow_ups.find(({ id }) => !drafts.has(id));
  return next ? [...seen, next] : seen;
}
