/** What would change the recommendation (docs/decisions/0007); engine/src/contract/flips_json.cpp writes it. */
import type { Interval } from "./answers.js";

/** What flips say of an answer: of a number, the interval it is in. */
export type Told = string | readonly string[] | Interval;

/** One changed answer. */
export interface Change {
  question: string;
  from: Told;
  to: Told;
}

/**
 * A smallest set of changes that leads to a recommendation: the verdict on the changed answers gives it. Where several may be
 * chosen, a question counts once, however many choices it adds and drops; and it adds and drops no more than it needs.
 */
export interface Flip {
  changes: Change[];
  /** The reader could act on every one of them (`"changeable": true`). */
  changeable: boolean;
}

export interface FlipTarget {
  recommendation: string;
  title: string;
  /**
   * Least number of changed answers that leads here; null: no change of the given answers does, or, where `exact` is
   * false, none of up to `searched` answers.
   */
  changes: number | null;
  exact: boolean;
  /** All sets of up to this many changes were looked at. */
  searched: number;
  /** How many sets of that size there are. `flips` lists the first of them, changeable ones first, at most 50. */
  count: number;
  flips: Flip[];
}

/** What each other choice of a given answer would lead to, alone. */
export interface Sensitivity {
  question: string;
  choice: Told;
  changeable: boolean;
  /** Where several may be chosen, each is a choice that is added or dropped, if that is still an answer. */
  others: { choice: string | Interval; recommendation: string }[];
}

/**
 * The given answers are those to questions that are, or may be, asked. Only they are changed, and the verdict on the changed
 * answers is what counts: open questions stay open; a question that a change makes asked has the answer that was passed in
 * for it, or none ("I don't know"); one that a change makes not asked has no effect. Exact, never sampled. Same bytes on
 * every platform.
 */
export interface Flips {
  pack: { id: string; version: string };
  /** Everything below is proved: all targets and the reason. */
  exact: boolean;
  recommendation: string;
  /** "Holds for `same` of the `of` single changes." */
  margin: {
    same: number;
    of: number;
    /** The other recommendation that the fewest changes lead to, and how many; null when there is none. */
    nearest: { recommendation: string; changes: number } | null;
  };
  /** One for each given answer, in the pack's order. */
  sensitivity: Sensitivity[];
  /** One for each other recommendation; fewest changes first, then in the pack's order. */
  targets: FlipTarget[];
  /**
   * A smallest set of given answers that fix the recommendation, whatever the others were. Null when the open questions
   * could still change it, or when that is not proved.
   */
  reason: { question: string; choice: Told }[] | null;
}
