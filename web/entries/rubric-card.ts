/** `decision-card/rubric-card`: <rubric-card> with the bundled pack. Importing it registers nothing; `RubricCard.define()` does. */
import { RubricCard as Card } from "./bundled/rubric-card.js";
import { RUBRIC_SOURCES } from "../texts/rubric-sources.js";
import { speaking } from "../texts/sources.js";

/** A value of this module's own, so that a bundler keeps or drops the languages with the class. */
export const RubricCard: typeof Card = speaking(Card, RUBRIC_SOURCES);
export type RubricCard = Card;

export type * from "../contract/index.js";
export type { RubricCardEventMap } from "../elements/events.js";
export { PackError } from "../engine/pack-error.js";
