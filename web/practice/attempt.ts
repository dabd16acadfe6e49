/** What a reader tries to answer, and their tries: the rubric's own question or one of its follow-ups. Pure. */
import type { Criterion, CriterionGrade, Grade, Misconception, RubricDescription } from "../contract/index.js";

/** The rubric's own question has no id. */
export type TaskId = string | null;

export interface Task {
  readonly id: TaskId;
  readonly question: string;
  readonly why: string | undefined;
  readonly intro: string | undefined;
  readonly criteria: readonly Criterion[];
  readonly misconceptions: readonly Misconception[];
}

export function taskOf(rubric: RubricDescription, id: TaskId): Task {
  const { question, why_asked: why, intro, criteria, misconceptions } = rubric;
  const followUp = rubric.follow_ups.find((each) => each.id === id);
  if (!followUp) return { id: null, question, why, intro, criteria, misconceptions };
  return {
    id,
    question: followUp.question,
    why: followUp.why,
    intro: undefined,
    criteria: followUp.criteria,
    misconceptions,
  };
}

/** A graded text; it stays as it was graded while the reader writes on. */
export interface Try {
  readonly text: string;
  readonly grade: Grade;
}

export class Attempt {
  text = "";
  last: Try | null = null;
  before: Try | null = null;

  take(grade: Grade): void {
    this.before = this.last;
    this.last = { text: this.text, grade };
  }
}

export interface Change {
  readonly criterion: Criterion;
  readonly before: number;
  readonly now: number;
}

export interface Difference {
  readonly points: number;
  readonly gained: readonly Change[];
  readonly lost: readonly Change[];
  readonly corrected: readonly Misconception[];
  readonly added: readonly Misconception[];
}

export function difference({ criteria, misconceptions }: Task, before: Grade, now: Grade): Difference {
  const changes = criteria.map((criterion) => ({
    criterion,
    before: levelOf(before, criterion.id),
    now: levelOf(now, criterion.id),
  }));
  const asserts = (grade: Grade, id: string): boolean => grade.misconceptions.some((each) => each.id === id);
  return {
    points: now.total - before.total,
    gained: changes.filter((change) => change.now > change.before),
    lost: changes.filter((change) => change.now < change.before),
    corrected: misconceptions.filter(({ id }) => asserts(before, id) && !asserts(now, id)),
    added: misconceptions.filter(({ id }) => !asserts(before, id) && asserts(now, id)),
  };
}

export function gradeOf(grade: Grade, id: string): CriterionGrade | undefined {
  return grade.criteria.find((each) => each.id === id);
}

export function levelOf(grade: Grade | null, id: string): number {
  return (grade && gradeOf(grade, id)?.level) || 0;
}

export interface Covered {
  readonly found: number;
  /** Of so many that count in the maximum. */
  readonly total: number;
  /** Found beyond those. */
  readonly extra: number;
}

export function covered(criteria: readonly Criterion[], grade: Grade | null): Covered {
  const found = criteria.filter(({ id }) => levelOf(grade, id) > 0);
  const extra = found.filter(({ bonus }) => bonus).length;
  const total = criteria.filter(({ bonus }) => !bonus).length;
  return { found: found.length - extra, total, extra };
}
