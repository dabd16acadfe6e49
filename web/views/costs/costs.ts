/** The fold "What it would cost". */
import type { Answers, Estimate, Inputs, Problem } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import type { DecisionPack } from "../../engine/decision.js";
import { PackError } from "../../engine/pack-error.js";
import type { Citations } from "../common/citations.js";
import { costPicture } from "./cost-picture.js";
import { type Stage, subheading } from "../common/stage.js";

export interface CostScreen {
  /** The reader's own figures as typed, by input id; kept for as long as the card is. */
  readonly figures: Map<string, string>;
  readonly estimate: (inputs: Inputs) => Estimate | readonly Problem[];
}

/** Problems instead of costs where a figure can't be used. */
export function tryEstimate(
  pack: DecisionPack | null,
  inputs: Inputs,
  answers: Answers,
): Estimate | readonly Problem[] {
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
  return h(
    "details",
    { class: "cost-fold", part: "details cost-picture" },
    h("summary", {}, subheading(stage, stage.texts.say("cost_picture"))),
    costPicture(stage, estimates, screen, refs),
  );
}
