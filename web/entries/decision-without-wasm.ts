/** `decision-card/decision-without-wasm`: the headless engine behind <decision-card>; `load({ wasm })` takes the bytes of decision.wasm from wherever you have them. */
import { decisionEngine } from "../engine/decision.js";
import { loaderWithout } from "../engine/engine.js";

export type * from "../contract/index.js";
export type { LoadOptions } from "../engine/engine.js";
export type { DecisionEngine, DecisionPack } from "../engine/decision.js";
export type { Evaluator } from "../engine/decision-instance.js";
export { PackError } from "../engine/pack-error.js";

export const load = loaderWithout("decision", decisionEngine);
