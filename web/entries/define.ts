/** Registers <decision-card> and <rubric-card>. Loading it twice, or two versions of it, leaves the first in place. */
import type { CardEventMap } from "../elements/events.js";
import { DecisionCard, RubricCard } from "./index.js";

DecisionCard.define();
RubricCard.define();

declare global {
  interface HTMLElementTagNameMap {
    "decision-card": DecisionCard;
    "rubric-card": RubricCard;
  }
  interface HTMLElementEventMap extends CardEventMap {}
}
