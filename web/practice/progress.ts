/** What a grade says of each criterion, and what changed from one grade to the next. */
import type { Criterion, CriterionGrade, Grade, Misconception } from "../contract/index.js";
import type { Task } from "./task.js";

export interface LevelChange {
  readonly criterion: Criterion;
  readonly before: number;
  readonly now: number;
}

export interface Difference {
  readonly gained: readonly LevelChange[];
  readonly lost: readonly LevelChange[];
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
  return (grade && gradeOf(grade, id)?.level) ?? 0;
}

export interface Covered {
  readonly found: number;
  /** How many there are that count in the maximum. */
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
