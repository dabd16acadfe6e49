/** The fold "What it would cost". It stands at once; what draws the picture is a module of its own (docs/decisions/0009). */
import { h } from "../../dom/dom.js";
import type { Citations } from "../common/citations.js";
import { type Stage, subheading } from "../common/stage.js";
import type { CostScreen } from "./screen.js";

/** Async, so that a bundler's loader that throws at once (under Trusted Types) is a rejection like any other. */
export const loadCostPicture = async (): Promise<typeof import("./cost-picture.js")> => import("./cost-picture.js");

export function costsView(stage: Stage, screen: CostScreen, citations: Citations): HTMLElement | null {
  const { estimates } = stage.pack.decision;
  if (!estimates) return null;
  const refs = estimates.inputs.map((input) => citations.refer(input.sources));
  const fold = h(
    "details",
    { class: "cost-fold", part: "details cost-picture" },
    h("summary", {}, subheading(stage, stage.texts.say("cost_picture"))),
  );
  void loadCostPicture()
    .then(({ costPicture }) => fold.append(costPicture(stage, estimates, screen, refs)))
    .catch((error: unknown) => {
      console.error("decision-card:", error);
      fold.append(h("p", {}, stage.texts.say("cost_failed")));
    });
  return fold;
}
