/** The link that the page was called with. It is opened once, and by one card: later starts leave the reader's own answers alone. */
import type { Description } from "../contract/index.js";
import { currentFragment, writeFragment } from "../questionnaire/address.js";
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

  /** The link, if it is to this pack, or unreadable. */
  open(card: Element, { id }: Description): Shared | "unreadable" | null {
    const shared = PageLink.for(card);
    if (shared === null || (shared !== "unreadable" && shared.pack !== id)) return null;
    PageLink.take(card);
    return shared;
  },

  /** Out of the address, if this card has opened it; who follows it once more opens it anew. */
  remove(card: Element): void {
    if (taken?.fragment !== currentFragment() || taken.by.deref() !== card) return;
    writeFragment("");
    taken = null;
  },

  /** What a card writes into the address is no link for another one, either. */
  take(card: Element): void {
    taken = { fragment: currentFragment(), by: new WeakRef(card) };
  },
};
