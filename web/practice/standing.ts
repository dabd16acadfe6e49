/** How a grade stands with each criterion: what is sure, what is only probable, what the reader claims, what is missing. */
import type { Certainty, Criterion, CriterionGrade, Grade, RubricDescription } from "../contract/index.js";
import { gradeOf, levelOf } from "./progress.js";

export interface Reached {
  readonly criterion: Criterion;
  readonly found: CriterionGrade;
  readonly certainty: Certainty;
}

/** Criteria that were found, in the rubric's order. */
export function reached(criteria: readonly Criterion[], grade: Grade): Reached[] {
  return criteria.flatMap((criterion) => {
    const found = gradeOf(grade, criterion.id);
    return found && found.level > 0 ? [{ criterion, found, certainty: found.certainty ?? "certain" }] : [];
  });
}

/** What reached one level; the highest level first. */
export interface LevelGroup {
  readonly title: string;
  readonly reached: readonly Reached[];
}

export function byLevel(all: readonly Reached[]): LevelGroup[] {
  const groups = new Map<string, Reached[]>();
  for (const each of [...all].sort((a, b) => b.found.level - a.found.level)) {
    const title = titleOf(each);
    groups.set(title, [...(groups.get(title) ?? []), each]);
  }
  return [...groups].map(([title, reached]) => ({ title, reached }));
}

export function titleOf({ criterion, found }: Reached): string {
  return criterion.levels[found.level - 1]?.title ?? "";
}

/** What is missing, the most useful first: what the best band needs, then what counts, then what only adds. */
export function missing(criteria: readonly Criterion[], grade: Grade, { bands }: RubricDescription): Criterion[] {
  const rank = ({ id, bonus }: Criterion): number => (bandThatNeeds(id, bands) ? 0 : bonus ? 2 : 1);
  return criteria.filter(({ id }) => levelOf(grade, id) === 0).sort((a, b) => rank(a) - rank(b));
}

/** The best band that is not given without this criterion. */
export function bandThatNeeds(id: string, bands: RubricDescription["bands"]): string | undefined {
  return bands.find(({ needs }) => needs?.includes(id))?.title;
}

export function countOf(all: readonly Reached[], certainty: Certainty): number {
  return all.filter((each) => each.certainty === certainty).length;
}
