/** `decision-card/rubric-without-wasm`: the headless engine behind <rubric-card>; `load({ wasm })` takes the bytes of rubric.wasm from wherever you have them. */
import { rubricEngine } from "../engine/rubric.js";
import { loaderWithout } from "../engine/engine.js";

export type * from "../contract/index.js";
export type { LoadOptions } from "../engine/engine.js";
export type { RubricEngine, RubricPack } from "../engine/rubric.js";

export { PackError } from "../engine/pack-error.js";

export const load = loaderWithout("rubric", rubricEngine);
