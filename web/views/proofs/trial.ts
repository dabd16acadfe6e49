/** Above a result for answers that aren't quite the reader's: what was changed, and the way back. */
import type { Change } from "../../contract/index.js";
import { button, h } from "../../dom/dom.js";
import type { Stage } from "../common/stage.js";
import { changeLine } from "./what-if.js";

export interface Trial {
  readonly changes: readonly Change[];
  readonly undo: () => void;
}

export const TRIAL_ID = "trial";

export function trialView(stage: Stage, { changes, undo }: Trial): HTMLElement {
  return h(
    "div",
    { class: "trial", part: "trial" },
    h(
      "div",
      { id: TRIAL_ID },
      h("p", { class: "condition" }, stage.texts.say("trying", { count: changes.length })),
      ...changes.map((change) => changeLine(stage, change)),
    ),
    button("secondary", stage.texts.say("undo"), undo),
  );
}
