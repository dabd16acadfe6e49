/** Registers <decision-card>. Loading it twice, or two versions of it, leaves the first in place. */
import { DecisionCard, type DecisionCardEventMap } from "./index.js";

DecisionCard.define();

declare global {
  interface HTMLElementTagNameMap {
    "decision-card": DecisionCard;
  }
  interface HTMLElementEventMap extends DecisionCardEventMap {}
}
