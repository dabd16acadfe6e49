/** `decision-card/decision`: the headless engine behind <decision-card>, with its bytes inside. */
import { decisionEngine } from "../engine/decision.js";
import { loaderAround } from "../engine/engine.js";
import { wasm } from "../engine/generated/decision-wasm.js";

export type * from "../contract/index.js";
export type { LoadOptions } from "../engine/engine.js";
export type { DecisionEngine, DecisionPack } from "../engine/decision.js";
export type { Evaluator } from "../engine/decision-instance.js";
export { PackError } from "../engine/pack-error.js";

export const load = loaderAround("decision", decisionEngine, wasm);
