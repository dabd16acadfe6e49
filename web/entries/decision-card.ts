/** `decision-card/decision-card`: <decision-card> with the bundled pack. Importing it registers nothing; `DecisionCard.define()` does. */
import { first, questionCount } from "../engine/generated/decision-first.js";
import { DecisionCard as Card } from "./decision-element.js";

/** A value of this module's own, so that a bundler keeps or drops the pack with the class. */
export const DecisionCard: typeof Card = Object.assign(Card, {
  bundled: {
    first,
    questionCount,
    text: async () => (await import("../engine/generated/decision-pack.js")).text,
  },
});
export type DecisionCard = Card;

export type * from "../contract/index.js";
export type { DecisionCardEventMap } from "../elements/events.js";
export { PackError } from "../engine/pack-error.js";
