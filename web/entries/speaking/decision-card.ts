/** <decision-card> without a bundled pack, in its languages: a module of its own, so that a bundler keeps or drops them with the class. */
import { DecisionCard as Card } from "../decision-element.js";
import { DECISION_SOURCES } from "../../texts/decision-sources.js";
import { speaking } from "../../texts/sources.js";

export const DecisionCard: typeof Card = speaking(Card, DECISION_SOURCES);
export type DecisionCard = Card;
