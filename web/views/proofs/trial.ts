/** Above a result for answers that aren't quite the reader's: what was changed, what it was before, and the way back. */
import { button, h } from "../../dom/dom.js";
import type { Stage } from "../common/stage.js";
import { type Changed, changeLine } from "./what-if.js";

export interface Trial {
  readonly changes: readonly Changed[];
  /** The recommendation on the reader's own answers. */
  readonly before: string;
  readonly undo: () => void;
}

export const TRIAL_ID = "trial";

export function trialView(stage: Stage, { changes, before, undo }: Trial): HTMLElement {
  return h(
    "div",
    { class: "banner trial", part: "trial" },
    h(
      "div",
      { id: TRIAL_ID },
      ...changes.map((change) => changeLine(stage, change)),
      h("p", { class: "soft" }, stage.texts.say("tried_before", { title: before })),
    ),
    button("secondary", stage.texts.say("undo"), undo),
  );
}
