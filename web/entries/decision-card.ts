/** `decision-card/decision-card`: <decision-card> with the bundled pack. Importing it registers nothing; `DecisionCard.define()` does. */
import { DecisionCard as Card } from "./bundled/decision-card.js";
import { DECISION_SOURCES } from "../texts/decision-sources.js";
import { speaking } from "../texts/sources.js";

/** A value of this module's own, so that a bundler keeps or drops the languages with the class. */
export const DecisionCard: typeof Card = speaking(Card, DECISION_SOURCES);
export type DecisionCard = Card;

export type * from "../contract/index.js";
export type { DecisionCardEventMap } from "../elements/events.js";
export { PackError } from "../engine/pack-error.js";
