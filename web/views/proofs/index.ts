/** The parts of a result that need proofs or costs. */
export { costsFold } from "../costs/costs.js";
export { changesFold } from "./what-if.js";
export { openFold } from "./still-open.js";
export { TRIAL_ID, trialView } from "./trial.js";
export { compareView } from "./compare.js";
