import type { Answers, Estimate, Inputs, Problem } from "../contract/index.js";
import type { DecisionPack } from "../engine/decision.js";
import { PackError } from "../engine/pack-error.js";

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
