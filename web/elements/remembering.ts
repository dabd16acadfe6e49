/**
 * `remember="address"`: the answers stand in the page's address, and each screen is a step of its history, so that a reload finds
 * them and Back leads to the question before. Nothing is stored.
 */
import type { Description } from "../contract/index.js";
import { addressedWindow, linkTo } from "../questionnaire/address.js";
import type { Journey } from "../questionnaire/journey.js";
import { encodeFragment, type Owner } from "../questionnaire/link.js";
import type { Step } from "../questionnaire/steps.js";
import { remembers } from "./pack-source.js";
import { ownerOf, PageLink } from "./page-link.js";

/** Each card has its own. */
const keyOf = ({ card }: Owner): string => `decision-card${card > 1 ? card : ""}`;

interface Kept {
  readonly pack: string;
  readonly step: Step;
}

/** "further": a new step of the page's history; "here": the present one is put right. */
export type Keeping = "further" | "here";

export function keepInAddress(card: Element, pack: Description, { answers, step }: Journey, keeping: Keeping): void {
  if (!remembers(card, "address") || !step || step.step === "compare") return;
  const kept: Kept = { pack: pack.id, step };
  try {
    const { history } = addressedWindow();
    const owner = ownerOf(card, pack);
    const state = { ...(history.state as object | null), [keyOf(owner)]: kept };
    const address = linkTo(encodeFragment({ ...pack, ...owner }, Object.fromEntries(answers)), owner);
    if (keeping === "further") history.pushState(state, "", address);
    else history.replaceState(state, "", address);
    PageLink.take(card, pack);
  } catch {
    // A frame without an address of its own keeps nothing.
  }
}

/** Where the reader was at this step of the history; null where the address is someone else's, or the pack has that question no more. */
export function keptStep(card: Element, pack: Description): Step | null {
  if (!remembers(card, "address")) return null;
  try {
    const state = addressedWindow().history.state as { readonly [key: string]: Kept | undefined } | null;
    const kept = state?.[keyOf(ownerOf(card, pack))];
    return kept?.pack === pack.id && isThere(pack, kept.step) ? kept.step : null;
  } catch {
    return null;
  }
}

function isThere({ decision }: Description, step: Step): boolean {
  return step.step !== "question" || decision.questions.some(({ id }) => id === step.question);
}
