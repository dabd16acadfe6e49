/** `rubric-card.js`: the element, its engine and the bundled pack in one file, for blogs, `file://` and sandboxed frames. */
import { RubricCard } from "../bundled/rubric-card.js";

RubricCard.define();
