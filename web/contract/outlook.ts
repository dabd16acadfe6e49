/** What the open questions can still do (docs/decisions/0007); engine/src/contract/outlook_json.cpp writes it. */

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
