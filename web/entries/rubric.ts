/** `decision-card/rubric`: the headless engine behind <rubric-card>, with its bytes inside. */
import { rubricEngine } from "../engine/rubric.js";
import { loaderAround } from "../engine/engine.js";
import { wasm } from "../engine/generated/rubric-wasm.js";

export type * from "../contract/index.js";
export type { LoadOptions } from "../engine/engine.js";
export type { RubricEngine, RubricPack } from "../engine/rubric.js";

export { PackError } from "../engine/pack-error.js";

export const load = loaderAround("rubric", rubricEngine, wasm);
