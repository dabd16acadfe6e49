/** `decision-card/decision-card`: <decision-card> with the bundled pack. Importing it registers nothing; `DecisionCard.define()` does. */
import { first, questionCount } from "../engine/generated/decision-first.js";
import { DecisionCard } from "./decision-element.js";

DecisionCard.bundled = {
  first,
  questionCount,
  text: async () => (await import("../engine/generated/decision-pack.js")).text,
};

export type * from "../contract/index.js";
export type { DecisionCardEventMap } from "../elements/events.js";
export { PackError } from "../engine/pack-error.js";
export { DecisionCard };
