/** The fold "What it would cost". It stands at once; what draws the picture is a module of its own (docs/decisions/0009). */
import type { Answers, Estimate, Inputs, Problem } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import { type Pack, PackError } from "../../engine/engine.js";
import type { Citations } from "../common/citations.js";
import { type Stage, subheading } from "../common/stage.js";

export interface CostScreen {
  /** The reader's own figures as typed, by input id; kept for as long as the card is. */
  readonly figures: Map<string, string>;
  readonly estimate: (inputs: Inputs) => Estimate | readonly Problem[];
}

/** Async, so that a bundler's loader that throws at once (under Trusted Types) is a rejection like any other. */
export const loadCostPicture = async (): Promise<typeof import("./cost-picture.js")> => import("./cost-picture.js");

/** Problems instead of costs where a figure can't be used. */
export function tryEstimate(pack: Pack | null, inputs: Inputs, answers: Answers): Estimate | readonly Problem[] {
  try {
    return pack?.estimate(inputs, answers) ?? [];
  } catch (error) {
    if (error instanceof PackError) return error.problems;
    throw error;
  }
}

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
