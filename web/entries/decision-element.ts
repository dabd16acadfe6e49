/** <decision-card> and its engine, which is a chunk of its own: the first screen needs none. */
import { DecisionCard as Card } from "../elements/decision-card.js";

/** A value of this module's own, so that a bundler keeps or drops the engine with the class. */
export const DecisionCard: typeof Card = Object.assign(Card, {
  engine: async () => (await import("./decision.js")).load(),
});
export type DecisionCard = Card;
