/** <decision-card> with its engine and the bundled pack, in English: what the classic script is made of. */
import { first, questionCount } from "../../engine/generated/decision-first.js";
import { DecisionCard as Card } from "../decision-element.js";

/** A value of this module's own, so that a bundler keeps or drops the pack with the class. */
export const DecisionCard: typeof Card = Object.assign(Card, {
  bundled: {
    first,
    questionCount,
    text: async () => (await import("../../engine/generated/decision-pack.js")).text,
  },
});
export type DecisionCard = Card;
