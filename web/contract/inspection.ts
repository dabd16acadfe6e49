/** What is proved about a whole pack; engine/src/inspection/inspect_json.cpp and engine/src/difference/diff_json.cpp write it. */
import type { Answers } from "./answers.js";
import type { CheckReport, Problem } from "./problem.js";

/** One statement about a pack; the codes are in docs/findings.md. */
export interface Finding extends Omit<Problem, "severity"> {
  severity: "error" | "warning" | "note";
  /** The id of what it is about; absent for the whole decision. */
  of?: string;
  /** Why the author accepts it. */
  accepted?: string;
  /** Answers that show it: one set, or two that differ in one question. */
  witnesses: Answers[];
}

export interface PathLengths {
  least: number;
  mean: number;
  most: number;
}

export interface Part {
  covered: number;
  of: number;
}

/** Numbers of combinations are exact, as decimal text; shares are parts per million. */
export interface Inspection extends CheckReport {
  pack: { id: string; version: string };
  combinations: string;
  recommendations: { id: string; count: string; share: number }[];
  laws: { id: string; status: "holds" | "refuted" | "not_proved" }[];
  ties: {
    alternatives: [string, string];
    proved: boolean;
    equal?: string;
    equal_share: number;
    near?: string;
    near_share: number;
  }[];
  /** null: not proved. */
  paths: {
    all_questions: PathLengths | null;
    /** Until the result is offered, over all answers. */
    early_stop: PathLengths | null;
    /** The same over the pack's cases. */
    cases: PathLengths | null;
  };
  /** The words of the pack that a card says, folded and unfolded together, over the pack's cases; null without any. */
  words: {
    mean: number;
    most: number;
    /** The case with most. */
    worst: string;
    /** The mean of each part. */
    parts: Record<"head" | "reasons" | "gates" | "why_not" | "steps" | "risks" | "measure" | "costs" | "notes", number>;
  } | null;
  balance: {
    alternative: string;
    reasons_for: number;
    reasons_against: number;
    words_for: number;
    words_against: number;
    first_choices: number;
  }[];
  coverage: Record<"recommendations" | "rules" | "gate_states" | "choices", Part>;
  mutation: { killed: number; survived: number; equivalent: number; refused: number; unresolved: number };
  /** Cases to add: each notices changes that none before it does. `expect` is what the pack recommends today. */
  suggestions: { answers: Answers; expect: string; notices: number }[];
  proofs: { check: string; proved: boolean; covered: string }[];
  findings: Finding[];
}

/** What a new version recommends otherwise. Answers are as each version takes them. */
export interface PackDifference {
  old: { id: string; version: string };
  new: { id: string; version: string };
  proved: boolean;
  combinations: string;
  changed?: string;
  changed_share: number;
  transitions: {
    from: string;
    to: string;
    count: string;
    share: number;
    old_answers: Answers;
    new_answers: Answers;
  }[];
  questions_removed: string[];
  questions_added: string[];
  recommendations_removed: string[];
  recommendations_added: string[];
  choices_removed: { question: string; choice: string }[];
  choices_added: { question: string; choice: string }[];
  /** Links of the old version with all questions answered. */
  links: { all: string; losing_answers: string };
  /** What is said otherwise, or under other conditions: "recommendations/both/steps". */
  texts: string[];
}

/** What is wrong with packs that can't be compared. */
export interface UnreadablePacks {
  old_problems: Problem[];
  new_problems: Problem[];
}

/** How many of all complete answer sets end in each recommendation, in the pack's order. */
export interface Enumeration {
  sets: number;
  counts: number[];
}
