/** What the engine says of the bundled pack's rubric, as far as its first screen shows it; web/tools/bundled.mjs puts it in build/generated. */
import type { Description } from "../../contract/index.js";

export const first: Description;
/** How many questions the decision has. */
export const questionCount: number;
