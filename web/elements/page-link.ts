/** The link that the page was called with. It is opened once, and by one card: later starts leave the reader's own answers alone. */
import { currentFragment } from "../questionnaire/address.js";
import { decodeFragment, type Shared } from "../questionnaire/link.js";

let taken: { readonly fragment: string; readonly by: WeakRef<Element> } | null = null;

export const PageLink = {
  /** What there is to open for this card: null once it, or another card that is still in the page, has opened it. */
  for(card: Element): Shared | "unreadable" | null {
    const fragment = currentFragment();
    if (taken?.fragment !== fragment) taken = null;
    const by = taken?.by.deref();
    return by === card || by?.isConnected ? null : decodeFragment(fragment);
  },

  isTakenBy(card: Element): boolean {
    return taken?.fragment === currentFragment() && taken.by.deref() === card;
  },

  take(card: Element): void {
    taken = { fragment: currentFragment(), by: new WeakRef(card) };
  },
};
