/** `decision-card.js`: the element, its engine and the bundled pack in one file, for blogs, `file://` and sandboxed frames. */
import { DecisionCard } from "../bundled/decision-card.js";

DecisionCard.define();
