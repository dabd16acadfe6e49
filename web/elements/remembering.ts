/**
 * `remember="address"`: the answers stand in the page's address, and each screen is a step of its history, so that a reload finds
 * them and Back leads to the question before. Nothing is stored.
 */
import type { Answers, Description } from "../contract/index.js";
import { addressedWindow, linkTo } from "../questionnaire/address.js";
import { encodeFragment } from "../questionnaire/link.js";
import type { Step } from "../questionnaire/steps.js";

const KEY = "decision-card";

interface Kept {
  readonly pack: string;
  readonly step: Step;
}

/** "further": a new step of the page's history; "here": the present one is put right. */
export type Keeping = "further" | "here";

export function keepInAddress(pack: Description, answers: Answers, step: Step, keeping: Keeping): void {
  const kept: Kept = { pack: pack.id, step };
  try {
    const { history } = addressedWindow();
    const state = { ...(history.state as object | null), [KEY]: kept };
    const address = linkTo(encodeFragment(pack, answers));
    if (keeping === "further") history.pushState(state, "", address);
    else history.replaceState(state, "", address);
  } catch {
    // A frame without an address of its own keeps nothing.
  }
}

/** Where the reader was at this step of the history; null where the address is someone else's. */
export function keptStep(pack: Description): Step | null {
  try {
    const kept = (addressedWindow().history.state as { [KEY]?: Kept } | null)?.[KEY];
    return kept?.pack === pack.id ? kept.step : null;
  } catch {
    return null;
  }
}
