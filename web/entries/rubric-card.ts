/** `decision-card/rubric-card`: <rubric-card> with the bundled pack. Importing it registers nothing; `RubricCard.define()` does. */
import { first, questionCount } from "../engine/generated/rubric-first.js";
import { RubricCard } from "./rubric-element.js";

RubricCard.bundled = {
  first,
  questionCount,
  text: async () => (await import("../engine/generated/rubric-pack.js")).text,
};

export type * from "../contract/index.js";
export type { RubricCardEventMap } from "../elements/events.js";
export { PackError } from "../engine/pack-error.js";
export { RubricCard };
