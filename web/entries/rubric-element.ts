/** <rubric-card> and its engine, which is a chunk of its own: the first screen needs none. */
import { RubricCard as Card } from "../elements/rubric-card.js";

/** A value of this module's own, so that a bundler keeps or drops the engine with the class. */
export const RubricCard: typeof Card = Object.assign(Card, {
  engine: async () => (await import("./rubric.js")).load(),
});
export type RubricCard = Card;
