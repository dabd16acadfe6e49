/** `decision-card/elements`: both elements without a bundled pack. Importing it registers nothing; their `define()` does. */
import { DecisionCard as Decision } from "./decision-element.js";
import { RubricCard as Rubric } from "./rubric-element.js";
import { DECISION_SOURCES, RUBRIC_SOURCES, speaking } from "../texts/sources.js";

export type * from "../contract/index.js";
export type * from "../elements/events.js";
export { PackError } from "../engine/pack-error.js";

/** Values of this module's own, so that a bundler keeps or drops the languages with the classes. */
export const DecisionCard: typeof Decision = /* @__PURE__ */ speaking(Decision, DECISION_SOURCES);
export type DecisionCard = Decision;
export const RubricCard: typeof Rubric = /* @__PURE__ */ speaking(Rubric, RUBRIC_SOURCES);
export type RubricCard = Rubric;
