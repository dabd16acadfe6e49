/** How a text was read; engine/src/contract/explanation_json.cpp writes it. */
import type { Certainty, Span } from "./rubric.js";

/** A phrase of the lexicon. */
export interface Said extends Span {
  concept: string;
  denied: boolean;
  /** Subjects. */
  about: string[];
}

export interface ExplainedSentence extends Span {
  /** What its last clause is about. */
  about: string[];
  /** Words in a row that say nothing. */
  listing: boolean;
  said: Said[];
  /** Words under a negation. */
  denied: Span[];
  /** Words that count neither way: asked, told of others, or called wrong. */
  muted: Span[];
}

/** The pattern that came closest, in which sentence, and what it lacked there. */
export interface ClosestPattern extends Span {
  pattern: number;
  /** What the pattern wants its concepts to be about. */
  about: string[];
  /** Wanted, and not there; for a pattern of claims, claims. */
  lacks: string[];
  /** There, and not wanted. */
  spoils: string[];
}

export interface CueReason extends Span {
  trait: string;
  /** Against it where it is negative. */
  weight: number;
}

/** The window (a sentence, or two neighbours) that speaks most for it. */
export interface ExplainedCue extends Span {
  score: number;
  /** From this score on cues alone find it. */
  found: number;
  /** Below this score a pattern is not believed. */
  kept: number;
  reasons: CueReason[];
}

export interface ExplainedCode {
  id: string;
  kind: "criterion" | "misconception";
  /** Absent where it was not found. */
  certainty?: Certainty;
  /** A pattern found it, and the cues clearly deny it. */
  overruled: boolean;
  closest?: ClosestPattern;
  cue?: ExplainedCue;
}

export interface Explanation {
  sentences: ExplainedSentence[];
  codes: ExplainedCode[];
}
