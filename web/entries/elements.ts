/** `decision-card/elements`: both elements without a bundled pack. Importing it registers nothing; their `define()` does. */
export type * from "../contract/index.js";
export type * from "../elements/events.js";
export { PackError } from "../engine/pack-error.js";
export { DecisionCard } from "./speaking/decision-card.js";
export { RubricCard } from "./speaking/rubric-card.js";
