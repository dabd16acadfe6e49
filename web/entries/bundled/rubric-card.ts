/** <rubric-card> with its engine and the bundled pack, in English: what the classic script is made of. */
import { first, questionCount } from "../../engine/generated/rubric-first.js";
import { RubricCard as Card } from "../rubric-element.js";

/** A value of this module's own, so that a bundler keeps or drops the pack with the class. */
export const RubricCard: typeof Card = Object.assign(Card, {
  bundled: {
    first,
    questionCount,
    text: async () => (await import("../../engine/generated/rubric-pack.js")).text,
  },
});
export type RubricCard = Card;
