/** What the engine proves about answers: outlook and flips. A part of `contract.ts`. */
import type { Given } from "./index.js";

// ---------------------------------------------------------------------------------------------------------------------
// Outlook: what the open questions can still do (docs/decisions/0007)

/**
 * One recommendation's share of the completions. A completion answers every question that is asked; each open question's
 * choices weigh equally, or as the pack's `prior` says, and a question that is not asked counts as all its choices.
 */
export interface Prospect {
  recommendation: string;
  title: string;
  /**
   * Parts per million; all shares add up to 1,000,000, and none is 0 unless all its completions weigh 0. Null when not
   * proved.
   */
  share: number | null;
  /** Some completion ends here. Null when not proved. */
  possible: boolean | null;
}

/** A question without an answer ("I don't know" included) that is asked, or may still be. */
export interface OpenQuestion {
  question: string;
  /** False: whether it is asked depends on an open question before it. */
  asked: boolean;
  /** False: no answer to it can change the recommendation any more, whatever the others are. Null when not proved. */
  matters: boolean | null;
  /** What its answer is expected to tell about the recommendation, in millionths of a bit. Null when not proved. */
  gain: number | null;
}

/** The range that a score can still reach. */
export interface ScoreRange {
  alternative: string;
  name: string;
  lowest: number;
  highest: number;
  /** False: the range may be wider than what can be reached, never narrower. */
  exact: boolean;
}

/** Exact, never sampled. Same bytes on every platform. */
export interface Outlook {
  pack: { id: string; version: string };
  /** False: the step budget ended before the proof. `settled` is then false; what is not proved is null. */
  exact: boolean;
  /** Every completion gives the same recommendation. */
  settled: boolean;
  /** The asked question with the highest expected gain; null when none matters, or nothing is proved. */
  next: string | null;
  /** One for each recommendation, in the pack's order. */
  prospects: Prospect[];
  /** In the pack's order. */
  questions: OpenQuestion[];
  /** One for each alternative, in the pack's order. */
  scores: ScoreRange[];
}

// ---------------------------------------------------------------------------------------------------------------------
// Flips: what would change the recommendation (docs/decisions/0007)

/** One changed answer. */
export interface Change {
  question: string;
  from: string;
  to: string;
}

/** A smallest set of changes that leads to a recommendation: the verdict on the changed answers gives it. */
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
  choice: string;
  changeable: boolean;
  others: { choice: string; recommendation: string }[];
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
  reason: Given[] | null;
}
