/** The bundled pack and its first screen as the engine describes it, put in place by web/tools/build.mjs. */
import type { Description } from "../../contract/index.js";

export const bundledPackText: string;
/** The description with only the first question. */
export const bundledFirst: Description;
export const bundledQuestionCount: number;
