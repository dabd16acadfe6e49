/** The verdict on some answers; web/engine/verdict-builder.ts builds it from the numbers of engine/src/contract/verdict_numbers.cpp. */
import type { Answer, Given, Interval } from "./answers.js";

export interface Claim {
  text: string;
  sources: string[];
}

export interface Reason {
  rule: string;
  /** A short clause. */
  because: string;
  /** The figures behind it. */
  detail?: string;
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
  /** What the author says of this state, and to this reader. */
  detail?: string;
  answers: Given[];
  /** Open questions that could still decide it. */
  waits_for: string[];
  sources: string[];
}

/** One thing that keeps another recommendation from being given. */
export type Blocker =
  | {
      kind: "answer";
      question: string;
      choice: Answer | null;
      needs: string[] | Interval[];
      /** Where several may be chosen: whether the one in `needs` must not be. */
      without?: boolean;
    }
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
  /** What the author says to this reader. */
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

/** With the texts, and the items of its lists, that hold for this reader. */
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
  /** Why it is given although another alternative has more points (`clarity.rival`): only where one has. */
  despite?: string;
  /** How clear the call is. `same` of `of` single changed answers would leave the recommendation as it is. */
  clarity: {
    level: "firm" | "fair" | "delicate" | "open";
    same: number;
    of: number;
    lead: number;
    rival: string | null;
  };
  scores: Score[];
  /** Strongest first. */
  reasons: Reason[];
  /** Above the gates: where the pack has variants of it; else it is in the description. */
  gates_text?: string;
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
