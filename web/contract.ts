/**
 * The engine's JSON contract: what crosses from C++ to TypeScript, as types.
 * The C++ writers in engine/src/*_json.cpp are the source; tests/web/contract.test.mjs holds the two together.
 */

/** Question id → choice id. A question that is absent, or null ("I don't know"), is unanswered. */
export type Answers = { readonly [question: string]: string | null };

export interface Problem {
  /** Stable identifier, listed in docs/problems.md. */
  code: string;
  severity: "error" | "warning";
  /** JSON Pointer into the document ("" is the whole document). */
  path: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  message: string;
  /** How to mend it, when the engine can tell. */
  suggestion?: string;
}

export interface Source {
  id: string;
  title: string;
  /** Always https. */
  url?: string;
  published?: string;
  note?: string;
}

export interface Choice {
  id: string;
  text: string;
  value?: number;
}

export interface Question {
  id: string;
  text: string;
  help?: string;
  why?: string;
  changeable: boolean;
  sources: string[];
  choices: Choice[];
}

export interface Alternative {
  id: string;
  name: string;
  summary?: string;
  /** The lowest and highest score that any answers can reach. */
  lowest: number;
  highest: number;
}

/** What a renderer needs of a pack before there is a verdict. */
export interface Description {
  id: string;
  version: string;
  language: string;
  title: string;
  description?: string;
  updated?: string;
  authors: string[];
  sources: Source[];
  decision: {
    question: string;
    intro?: string;
    gates_text?: string;
    questions: Question[];
    alternatives: Alternative[];
    recommendations: { id: string; title: string; summary: string }[];
    gates: { id: string; text: string }[];
    /** Only when the pack has a cost picture. */
    estimates?: EstimatesDescription;
  };
  /** Absent in a pack that only decides. (In a pack that only grades the lists of `decision` are empty.) */
  rubric?: RubricDescription;
}

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
}

/** What a renderer needs of a rubric before there is a grade. */
export interface RubricDescription {
  question: string;
  why_asked?: string;
  /** What the candidate is asked to do. */
  intro?: string;
  /** A fair time for an answer; the timer is the reader's to start. */
  seconds?: number;
  criteria: Criterion[];
  misconceptions: Misconception[];
  follow_ups: FollowUp[];
  /** From the best to the lowest. */
  bands: Band[];
  maximum: number;
}

/** A figure that the reader can change. Where it starts is in an `Estimate`. */
export interface EstimateInput {
  id: string;
  text: string;
  /** Such as "USD a month". */
  unit: string;
  min: number;
  max: number;
  /** By how much an arrow key changes it; other numbers are fine too. */
  step: number;
  /** Counts whole things. */
  whole: boolean;
  /** The day of the assumption, YYYY-MM-DD. */
  as_of: string;
  /** At least one. */
  sources: string[];
}

export interface EstimatesDescription {
  /** ISO 4217, for example "USD". All amounts are in this unit. */
  currency: string;
  text?: string;
  /** The horizon. */
  months: number;
  inputs: EstimateInput[];
  series: { id: string; name: string }[];
}

/** Input id → number. A text is refused like every other value that is no number; it says what the reader wrote. */
export type Inputs = { readonly [input: string]: number | string };

export interface CostItem {
  text: string;
  due: "up_front" | "monthly" | "repeated";
  /** Months between payments: 0 up front, 1 monthly; a repeated cost falls due at the end of each so many months. */
  every: number;
  /** Each time, to the cent. */
  amount: number;
}

export interface SeriesEstimate {
  id: string;
  costs: CostItem[];
  /**
   * Cost so far at the end of month 0, 1, … to the horizon, to the cent, with what falls due then. Monthly costs grow
   * evenly between two months; repeated ones come at once.
   */
  cumulative: number[];
}

/** From this moment on, until the next stretch of the same two, `cheaper` has cost less; null: both the same. */
export interface Stretch {
  series: [string, string];
  /** In months, exact to a millionth. */
  from: number;
  cheaper: string | null;
  /** Of the cheaper one at that moment: where the lines cross. */
  cost: number;
}

/** The cost picture. Amounts are rounded to millionths once, and all else follows from them exactly. */
export interface Estimate {
  /** Where each input starts: its value unless the reader gives another. */
  inputs: { id: string; start: number; from_answer: boolean }[];
  series: SeriesEstimate[];
  /** Of every two series. The first stretch of a pair starts at 0; each further one starts at a crossing. */
  stretches: Stretch[];
}

export interface Claim {
  text: string;
  sources: string[];
}

export interface Given {
  question: string;
  choice: string;
}

export interface Reason {
  rule: string;
  because: string;
  /** How it bears on the given recommendation. */
  stance: "for" | "against" | "neutral";
  /** Non-zero points by alternative, in the pack's order. */
  points: { [alternative: string]: number };
  /** The reader's answers that made the rule hold. */
  answers: Given[];
  sources: string[];
}

export type GateState = "pass" | "fail" | "unknown";

export interface Gate {
  id: string;
  text: string;
  state: GateState;
  /** The author's text for this state. */
  detail?: string;
  answers: Given[];
  /** Open questions that could still decide it. */
  waits_for: string[];
  sources: string[];
}

/** One thing that keeps another recommendation from being given. */
export type Blocker =
  | { kind: "answer"; question: string; choice: string | null; needs: string[] }
  | {
      kind: "score";
      alternative: string;
      points: number;
      op: "<" | "<=" | ">" | ">=" | "==" | "!=";
      than: string | null;
      value: number;
    }
  | { kind: "gate"; gate: string; state: GateState; needs: GateState[] };

export interface WhyNot {
  id: string;
  title: string;
  /** The author's sentence. */
  text?: string;
  /** True when its own condition holds (or it has none) but an earlier recommendation comes first. */
  outranked: boolean;
  /** What would all have to be different, from the alternative way to it that lacks least. Empty when outranked. */
  blockers: Blocker[];
}

export interface Note {
  id: string;
  title: string;
  text: string;
  sources: string[];
}

export interface Score {
  alternative: string;
  name: string;
  points: number;
  lowest: number;
  highest: number;
}

export interface Recommendation {
  id: string;
  title: string;
  summary: string;
  alternatives: string[];
  steps: Claim[];
  risks: Claim[];
  measure: Claim[];
  costs: Claim[];
  sources: string[];
}

export interface Verdict {
  pack: { id: string; version: string };
  /** settled: every completion of the open questions gives this recommendation. */
  status: "settled" | "provisional";
  /** False when the proof ran over its step budget; the status is then "provisional" without proof. */
  exact: boolean;
  recommendation: Recommendation;
  /** How clear the call is. `same` of `of` single changed answers would leave the recommendation as it is. */
  clarity: {
    level: "firm" | "fair" | "delicate" | "open";
    same: number;
    of: number;
    lead: number;
    rival: string | null;
  };
  scores: Score[];
  reasons: Reason[];
  gates: Gate[];
  why_not: WhyNot[];
  notes: Note[];
  /** Asked and unanswered. */
  open: string[];
  /** Not known yet whether they are asked. */
  pending: string[];
  /** Not asked, given the other answers. */
  not_asked: string[];
  /** Answered, but not asked: remembered by the caller, without effect here. */
  ignored: string[];
}

// ---------------------------------------------------------------------------------------------------------------------
// Outlook: what the open questions can still do (docs/decisions/0007)

/**
 * One recommendation's share of the completions. A completion answers every question that is asked; each open question's
 * choices weigh equally, or as the pack's `prior` says, and a question that is not asked has one value.
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

export interface CaseResult {
  id: string;
  expect: string;
  got: string;
  passed: boolean;
}

export interface CheckReport {
  problems: Problem[];
  cases: CaseResult[];
}

/** UTF-16 code units of the graded text, as JavaScript counts; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Evidence extends Span {
  /** Index of the pattern (or example) that matched, as the pack lists them. Spans of one match follow one another. */
  pattern: number;
}

export interface CriterionGrade {
  id: string;
  /** 0: missed; 1: the criterion's first level, and so on. */
  level: number;
  points: number;
  /** Empty when missed. In the order of the text, without overlap. */
  evidence: Evidence[];
}

export interface MisconceptionGrade {
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

export interface Grade {
  /** Points earned less points lost, never below 0. */
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
