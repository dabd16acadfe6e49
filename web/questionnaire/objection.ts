/** What speaks most against a recommendation: a card says it with the verdict, so that nobody takes advice that can't be followed. */
import type { Reason, Verdict } from "../contract/index.js";

/** The strongest reason against it, if there is one: the engine lists them strongest first. */
export function strongestAgainst({ reasons }: Verdict): Reason | undefined {
  return reasons.find(({ stance }) => stance === "against");
}
