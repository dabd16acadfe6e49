/** The package's main entry: classes and types. Importing it registers nothing; `decision-card/define` does. */
import { bundledFirst, bundledPackText, bundledQuestionCount } from "./bundled.js";
import type { Answers, Problem, Verdict } from "./contract.js";
import { DecisionCard } from "./decision-card.js";

/** The element's events; they bubble and leave its shadow root. */
export interface DecisionCardEventMap {
  "dc-answer": CustomEvent<{ question: string; choice: string | null }>;
  "dc-step": CustomEvent<{ step: "question" | "review" | "result"; question?: string }>;
  "dc-result": CustomEvent<{ verdict: Verdict; answers: Answers }>;
  "dc-error": CustomEvent<{ problems: readonly Problem[] } | { message: string }>;
}

DecisionCard.bundled = { text: bundledPackText, first: bundledFirst, questionCount: bundledQuestionCount };

export type * from "./contract.js";
export type { Engine, Pack } from "./engine.js";
export { load, PackError } from "./engine.js";
export { DecisionCard };
