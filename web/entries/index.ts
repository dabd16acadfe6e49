/** The package's main entry: both elements. Importing it registers nothing; `decision-card/define` does. */
export type * from "../contract/index.js";
export type * from "../elements/events.js";
export { PackError } from "../engine/pack-error.js";
export { DecisionCard } from "./decision-card.js";
export { RubricCard } from "./rubric-card.js";
