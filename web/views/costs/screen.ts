/** What the cost picture is handed. */
import type { Estimate, Inputs, Problem } from "../../contract/index.js";

export interface CostScreen {
  /** The reader's own figures as typed, by input id; kept for as long as the card is. */
  readonly figures: Map<string, string>;
  readonly estimate: (inputs: Inputs) => Estimate | readonly Problem[];
}
