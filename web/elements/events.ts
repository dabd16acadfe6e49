/** The elements' events; they bubble and leave the shadow root. */
import type { Answers, Grade, Problem, Verdict } from "../contract/index.js";

export interface DecisionCardEventMap {
  "dc-answer": CustomEvent<{ question: string; choice: string | null }>;
  "dc-step": CustomEvent<{ step: "question" | "review" | "result"; question?: string }>;
  "dc-result": CustomEvent<{ verdict: Verdict; answers: Answers }>;
  "dc-error": CustomEvent<{ problems: readonly Problem[] } | { message: string }>;
}

export interface RubricCardEventMap extends Pick<DecisionCardEventMap, "dc-error"> {
  /** `followUp` is null for the rubric's own question. The reader's text is not part of it. */
  "dc-grade": CustomEvent<{ grade: Grade; followUp: string | null }>;
}

export interface CardEventMap extends DecisionCardEventMap, RubricCardEventMap {}
