/**
 * The engine's JSON contract: what crosses from C++ to TypeScript, as types. The C++ writers in engine/src/*_json.cpp are
 * the source. Here: packs, verdicts and checks; what is proved, costs and grades have files of their own.
 */
import type { EstimatesDescription } from "./costs.js";
import type { RubricDescription } from "./rubric.js";

export type * from "./costs.js";
export type * from "./outlook.js";
export type * from "./rubric.js";

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
