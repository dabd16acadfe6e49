/** `decision-card/rubric-card`: <rubric-card> with the bundled pack. Importing it registers nothing; `RubricCard.define()` does. */
import { first, questionCount } from "../engine/generated/rubric-first.js";
import { RubricCard as Card } from "./rubric-element.js";

/** A value of this module's own, so that a bundler keeps or drops the pack with the class. */
export const RubricCard: typeof Card = Object.assign(Card, {
  bundled: {
    first,
    questionCount,
    text: async () => (await import("../engine/generated/rubric-pack.js")).text,
  },
});
export type RubricCard = Card;

export type * from "../contract/index.js";
export type { RubricCardEventMap } from "../elements/events.js";
export { PackError } from "../engine/pack-error.js";
