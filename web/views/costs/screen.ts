/** What the cost picture is handed. */
import type { Estimate, Inputs, Problem, Verdict } from "../../contract/index.js";

export interface CostScreen {
  readonly verdict: Verdict;
  /** The reader's own figures as typed, by input id; kept for as long as the card is. */
  readonly figures: () => ReadonlyMap<string, string>;
  /** Keeps what the reader typed. */
  readonly write: (input: string, text: string) => void;
  /** Forgets all of it. */
  readonly reset: () => void;
  readonly estimate: (inputs: Inputs) => Estimate | readonly Problem[];
}
