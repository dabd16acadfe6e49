/** The fold "What it would cost". */
import { h } from "../../dom/dom.js";
import type { Citations } from "../common/citations.js";
import { costPicture } from "./cost-picture.js";
import { type Stage, subheading } from "../common/stage.js";
import type { CostScreen } from "./screen.js";

export function costsView(stage: Stage, screen: CostScreen, citations: Citations): HTMLElement | null {
  const { estimates } = stage.pack.decision;
  if (!estimates) return null;
  const refs = estimates.inputs.map((input) => citations.refer(input.sources));
  return h(
    "details",
    { class: "cost-fold", part: "details cost-picture" },
    h("summary", {}, subheading(stage, stage.texts.say("cost_picture"))),
    costPicture(stage, estimates, screen, refs),
  );
}
