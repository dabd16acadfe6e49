/** The package's main entry: classes and types. Importing it registers nothing; `decision-card/define` does. */
import { bundledFirst, bundledPackText, bundledQuestionCount } from "../engine/generated/bundled.js";
import type { Answers, Grade, Problem, Verdict } from "../contract/index.js";
import { DecisionCard } from "../elements/decision-card.js";
import { PackElement } from "../elements/pack-element.js";
import { RubricCard } from "../elements/rubric-card.js";

/** The elements' events; they bubble and leave the shadow root. */
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

PackElement.bundled = { text: bundledPackText, first: bundledFirst, questionCount: bundledQuestionCount };

export type * from "../contract/index.js";
export type { Engine, Pack } from "../engine/engine.js";
export { load, PackError } from "../engine/engine.js";
export { DecisionCard, RubricCard };
