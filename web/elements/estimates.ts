import type { Answers, Estimate, Inputs, Problem } from "../contract/index.js";
import { type Pack, PackError } from "../engine/engine.js";

/** Problems instead of costs where a figure can't be used. */
export function tryEstimate(pack: Pack | null, inputs: Inputs, answers: Answers): Estimate | readonly Problem[] {
  try {
    return pack?.estimate(inputs, answers) ?? [];
  } catch (error) {
    if (error instanceof PackError) return error.problems;
    throw error;
  }
}
