/** <decision-card> and its engine, which is a chunk of its own: the first screen needs none. */
import { DecisionCard } from "../elements/decision-card.js";

DecisionCard.engine = async () => (await import("./decision.js")).load();

export { DecisionCard };
