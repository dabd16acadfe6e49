/** What a pack holds for a renderer; engine/src/contract/description_json.cpp writes it. */
import type { Interval } from "./answers.js";
import type { EstimatesDescription } from "./costs.js";
import type { RubricDescription } from "./rubric.js";
import type { Claim } from "./verdict.js";

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
  /** Never chosen with another, such as "none of these". */
  exclusive?: true;
}

export type QuestionKind = "one" | "several" | "number" | "scale";

export interface Question {
  id: string;
  text: string;
  help?: string;
  why?: string;
  changeable: boolean;
  sources: string[];
  /** Above the first question of a section. */
  section?: string;
  /** Absent: one choice. */
  kind?: Exclude<QuestionKind, "one">;
  /** Empty for a number. */
  choices: Choice[];
  /** How many may be chosen, where several may. */
  least?: number;
  most?: number;
  /** What the ends of a scale mean, the low one first. */
  ends?: [string, string];
  /** The numbers that answer it: from `min` to `max` in steps. */
  min?: number;
  max?: number;
  step?: number;
  unit?: string;
  /** What conditions can tell apart of a number. */
  intervals?: Interval[];
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
    /** Said on every card. */
    heuristic?: Claim;
    /** Absent where it has variants: then it is in the verdict. */
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
