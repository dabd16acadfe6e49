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
