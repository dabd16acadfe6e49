/** Rubrics and grades; engine/src/contract/rubric_json.cpp and grade_json.cpp write them. */

export interface Level {
  id: string;
  title: string;
  /** What reaching this level is worth, not what it adds to the level below. */
  points: number;
}

export interface Criterion {
  id: string;
  title: string;
  /** True when it only adds: it counts in the total, not in the maximum. */
  bonus: boolean;
  hint?: string;
  /** A sentence that would earn the highest level. */
  model?: string;
  /** From the lowest to the highest. */
  levels: Level[];
  sources: string[];
}

export interface Misconception {
  id: string;
  title: string;
  correction: string;
  /** What asserting it costs: negative or 0. */
  points: number;
  /** The best band that an answer with it can have, if that isn't the best of all. */
  cap?: string;
  sources: string[];
}

export interface FollowUp {
  id: string;
  question: string;
  why?: string;
  criteria: Criterion[];
  /** The sum of the highest levels of its criteria, without those that only add. */
  maximum: number;
}

export interface Band {
  id: string;
  title: string;
  text: string;
  /** Criteria of the rubric's own question without which this band is not given. */
  needs?: string[];
}

/** How well the rubric hears what people say, as its author measured it. */
export interface Quality {
  /** How many labelled texts it was measured on. */
  texts: number;
  /** Percent of what they say. */
  recall: number;
  /** Percent of what is found. */
  precision: number;
  /** YYYY-MM-DD. */
  measured: string;
}

/** What a renderer needs of a rubric before there is a grade. */
export interface RubricDescription {
  question: string;
  why_asked?: string;
  /** What the candidate is asked to do. */
  intro?: string;
  /** A fair time for an answer; the timer is the reader's to start. */
  seconds?: number;
  quality?: Quality;
  criteria: Criterion[];
  misconceptions: Misconception[];
  follow_ups: FollowUp[];
  /** From the best to the lowest. */
  bands: Band[];
  maximum: number;
}

/** UTF-16 code units of the graded text, as JavaScript counts; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Evidence extends Span {
  /**
   * Index of the pattern (or example) that matched, as the pack lists them. Spans of one match follow one another. Without it
   * the span is a sentence that the rubric's cues make probable, or words that the reader claims.
   */
  pattern?: number;
}

/** What found a point: a pattern that the author wrote, only the cues that were learned from labelled texts, or the reader. */
export type Certainty = "certain" | "probable" | "claimed";

/** What is said of a point that cues made probable or the reader claims; any other that was found is certain, and the grade says nothing of it. */
export interface GradeFinding {
  certainty?: Certainty;
  /** Of a probable one: the words that weighed most, in the order of the text, within its evidence. */
  words?: Span[];
}

export interface CriterionGrade extends GradeFinding {
  id: string;
  /** 0: missed; 1: the criterion's first level, and so on. */
  level: number;
  points: number;
  /** Empty when missed. In the order of the text, without overlap. */
  evidence: Evidence[];
}

export interface MisconceptionGrade extends GradeFinding {
  id: string;
  /** Negative or 0. */
  points: number;
  evidence: Evidence[];
}

/** Something about the whole answer that is worth a word; `spans` may be empty. */
export interface Remark {
  code: "empty" | "short" | "long" | "repetition" | "keywords";
  spans: Span[];
}

/** What the reader says of their own text; the engine judges again as if it had found, or not found, these. */
export interface ReaderMarks {
  /** "I said this": the words that say a criterion which was missed. */
  claimed: readonly (Span & { id: string })[];
  /** "I didn't mean that": what was found. */
  rejected: readonly { kind: "criterion" | "misconception"; id: string }[];
}

export interface Grade {
  /** Points earned less points lost; what is lost is half of what is earned at most. */
  total: number;
  /** The sum of the highest levels of all criteria that do not only add. */
  maximum: number;
  /** The id of a band; the rubric's own question and its follow-ups share the bands. */
  band: string;
  words: number;
  /** Every criterion, in the rubric's order. */
  criteria: CriterionGrade[];
  /** Only those that the answer asserts. */
  misconceptions: MisconceptionGrade[];
  remarks: Remark[];
}
