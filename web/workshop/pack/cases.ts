/** Answers written down as cases of the pack, with ids that are free. */
import type { Answers } from "../../contract/index.js";
import { appendItems } from "./edits.js";
import { idsOf } from "./names.js";
import type { Edit, Tree } from "./tree.js";

export interface Kept {
  readonly answers: Answers;
  readonly expect: string;
}

function freeIds(taken: readonly string[], count: number): string[] {
  const ids: string[] = [];
  for (let number = taken.length + 1; ids.length < count; ++number)
    if (!taken.includes(`case_${number}`)) ids.push(`case_${number}`);
  return ids;
}

/** "I don't know" is no answer, and is left out. */
export function caseEdits(tree: Tree, cases: readonly Kept[]): Edit[] {
  const ids = freeIds(idsOf(tree, "case"), cases.length);
  const written = cases.map(({ answers, expect }, k) => ({
    id: ids[k],
    answers: Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null)),
    expect,
  }));
  return appendItems(tree, ["decision", "cases"], written);
}
