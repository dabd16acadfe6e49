/** The parts of a result that need proofs or costs. */
import { compareFold } from "./compare.js";
import { h } from "../../dom/dom.js";
import { laterFold } from "../common/fold.js";
import type { Stage } from "../common/stage.js";
import type { ProofScreen } from "./screen.js";
import { stillOpenView } from "./still-open.js";
import { whatIfView } from "./what-if.js";

export { compareView } from "./compare.js";
export { costsView } from "../costs/costs.js";
export { TRIAL_ID, trialView } from "./trial.js";

/** Nothing answered, nothing to change. */
export function changesFold(stage: Stage, { verdict, flips, tryOut }: ProofScreen): HTMLDetailsElement | null {
  if (verdict.clarity.of === 0) return null;
  return laterFold(stage, "what_changes", "what-if", () => whatIfView(stage, flips(), tryOut));
}

export function proofFolds(stage: Stage, screen: ProofScreen, changes: HTMLElement | null): HTMLElement {
  return h("div", { class: "proofs" }, changes, openFold(stage, screen), compareFold(stage, screen.compare));
}

function openFold(stage: Stage, { verdict, outlook, answer }: ProofScreen): HTMLElement | null {
  if (verdict.open.length + verdict.pending.length === 0) return null;
  return laterFold(stage, "still_open", "still-open", () => stillOpenView(stage, outlook(), answer));
}
