/** What a reader says of their own graded text: one value that never changes, and the moves that lead to the next one. */
import type { ReaderMarks, Span } from "../contract/index.js";

export type FindingKind = "criterion" | "misconception";

export const NO_MARKS: ReaderMarks = { claimed: [], rejected: [] };

/** "I said this", with these words. */
export function claim(marks: ReaderMarks, id: string, { start, end }: Span): ReaderMarks {
  const { claimed, rejected } = takeBack(marks, "criterion", id);
  return { claimed: [...claimed, { id, start, end }], rejected };
}

/** "I didn't mean that." */
export function reject(marks: ReaderMarks, kind: FindingKind, id: string): ReaderMarks {
  const { claimed, rejected } = takeBack(marks, kind, id);
  return { claimed, rejected: [...rejected, { kind, id }] };
}

export function takeBack({ claimed, rejected }: ReaderMarks, kind: FindingKind, id: string): ReaderMarks {
  return {
    claimed: claimed.filter((each) => kind !== "criterion" || each.id !== id),
    rejected: rejected.filter((each) => each.kind !== kind || each.id !== id),
  };
}
