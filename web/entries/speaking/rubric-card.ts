/** <rubric-card> without a bundled pack, in its languages: a module of its own, so that a bundler keeps or drops them with the class. */
import { RubricCard as Card } from "../rubric-element.js";
import { RUBRIC_SOURCES } from "../../texts/rubric-sources.js";
import { speaking } from "../../texts/sources.js";

export const RubricCard: typeof Card = speaking(Card, RUBRIC_SOURCES);
export type RubricCard = Card;
