/**
 * All that a reader has tried at a rubric: one value that never changes, and the moves that lead from it to the next one, so
 * that they run without a page.
 */
import type { FollowUp, Grade, ReaderMarks, RubricDescription } from "../contract/index.js";
import { NO_MARKS } from "./marks.js";
import type { TaskId } from "./task.js";

/** A graded text and what the reader says of it; it stays as it was graded while the reader writes on. */
export interface Try {
  readonly text: string;
  readonly grade: Grade;
  readonly marks: ReaderMarks;
}

/** What is written on one question, and its last two grades. */
export interface Draft {
  readonly text: string;
  readonly last: Try | null;
  readonly before: Try | null;
  /** What the reader would add on single criteria, by their ids. */
  readonly additions: ReadonlyMap<string, string>;
}

export interface Screen {
  readonly task: TaskId;
  readonly graded: boolean;
  /** Of a graded answer: the reader adds what it lacks, concept by concept. */
  readonly adding?: boolean;
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
  /** Folds of this screen that the reader has opened or closed. */
  readonly folds: ReadonlyMap<string, boolean>;
}

export const OPENING: Screen = { task: null, graded: false };
export const NOTHING_TRIED: Attempt = {
  drafts: new Map(),
  screen: null,
  failedAt: null,
  cleared: null,
  pack: "",
  folds: new Map(),
};
const EMPTY: Draft = { text: "", last: null, before: null, additions: new Map() };

export function draftOf({ drafts }: Attempt, task: TaskId): Draft {
  return drafts.get(task) ?? EMPTY;
}

function withDraft(attempt: Attempt, task: TaskId, draft: Draft): Attempt {
  return { ...attempt, drafts: new Map(attempt.drafts).set(task, draft) };
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

/** The text as it stands was graded, with these marks. */
export function take(attempt: Attempt, task: TaskId, grade: Grade, marks = NO_MARKS): Attempt {
  const { text, last } = draftOf(attempt, task);
  const graded = withDraft(attempt, task, { ...EMPTY, text, last: { text, grade, marks }, before: last });
  return goTo({ ...graded, cleared: null }, { task, graded: true });
}

/** What the reader said of an answer still holds while it only grows at its end. */
export function marksKept({ text, last }: Draft): ReaderMarks {
  return last && text.startsWith(last.text) ? last.marks : NO_MARKS;
}

/** The same text, judged again with other marks. */
export function judge(attempt: Attempt, task: TaskId, marks: ReaderMarks, grade: Grade): Attempt {
  const draft = draftOf(attempt, task);
  return draft.last ? withDraft(attempt, task, { ...draft, last: { ...draft.last, marks, grade } }) : attempt;
}

/** The last grade is held against this one instead of the one before it. */
export function compare(attempt: Attempt, task: TaskId, before: Try): Attempt {
  return withDraft(attempt, task, { ...draftOf(attempt, task), before });
}

// ---- adding to an answer

export function addOn(attempt: Attempt, task: TaskId, criterion: string, text: string): Attempt {
  const draft = draftOf(attempt, task);
  return withDraft(attempt, task, { ...draft, additions: new Map(draft.additions).set(criterion, text) });
}

/** What was added stands in paragraphs of its own below the answer. */
export function append(attempt: Attempt, task: TaskId): Attempt {
  const { text, additions } = draftOf(attempt, task);
  const paragraphs = [text.trimEnd(), ...additions.values()].filter((each) => each.trim());
  return write(attempt, task, paragraphs.join("\n\n"));
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
  return { ...withDraft(attempt, screen.task, draftOf(attempt, screen.task)), screen, folds: NOTHING_TRIED.folds };
}

export function fold(attempt: Attempt, name: string, open: boolean): Attempt {
  return { ...attempt, folds: new Map(attempt.folds).set(name, open) };
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
