/** What the elements tell their page; the events bubble and leave the shadow root. */
import type { Answer, Answers, Grade, Problem, Verdict } from "../contract/index.js";

export interface DecisionCardEventMap {
  /** A choice is taken; null is "I don't know". */
  "dc-answer": CustomEvent<{ question: string; choice: Answer | null }>;
  /** A screen is shown. */
  "dc-step": CustomEvent<{ step: "question"; question: string } | { step: "review" | "result" | "compare" }>;
  /** The result is about to be shown; `preventDefault()` keeps the reader where they are until the page calls `goTo`. */
  "dc-before-result": CustomEvent<{ answers: Answers }>;
  /** The result is shown. `trial`: of a change that the reader tries, not of their own answers. */
  "dc-result": CustomEvent<{ verdict: Verdict; answers: Answers; trial: boolean }>;
  /** A pack is bad, or the card can't run. */
  "dc-error": CustomEvent<{ problems: readonly Problem[] } | { message: string }>;
}

export interface RubricCardEventMap extends Pick<DecisionCardEventMap, "dc-error"> {
  /** An answer is graded; `followUp` is null for the rubric's own question. The reader's text is not part of it. */
  "dc-grade": CustomEvent<{ grade: Grade; followUp: string | null }>;
}

export interface CardEventMap extends DecisionCardEventMap, RubricCardEventMap {}
