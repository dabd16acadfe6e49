/** The link that the page was called with. A pack's part of it is opened once, and by one card: later starts leave the reader's own answers alone. */
import type { Description } from "../contract/index.js";
import { currentFragment, writeFragment } from "../questionnaire/address.js";
import { decodeFragment, type Owner, type Shared } from "../questionnaire/link.js";
import { cards } from "./pack-element.js";
import { remembers } from "./pack-source.js";

/** What each card has opened or written last. */
const taken = new WeakMap<Element, string>();

/** Of the cards in a page that keep their answers in its address each has a number. */
export function ownerOf(card: Element, { id }: Description): Owner {
  const all = (card.getRootNode() as ParentNode).querySelectorAll(card.localName);
  const keeping = [...all].filter((each) => remembers(each, "address"));
  return { id, card: Math.max(keeping.indexOf(card) + 1, 1) };
}

function read(card: Element, pack: Description): Shared | "unreadable" | null {
  return decodeFragment(currentFragment(), ownerOf(card, pack));
}

function nameOf(shared: Shared | "unreadable" | null): string {
  if (shared === null || shared === "unreadable") return currentFragment();
  return [shared.pack, shared.card, ...shared.answers, ...(shared.second?.answers ?? [])].join();
}

export const PageLink = {
  /** What there is to open for this card: null once it, or another card that is still in the page, has opened it. */
  for(card: Element, pack: Description): Shared | "unreadable" | null {
    const shared = read(card, pack);
    const name = nameOf(shared);
    if (taken.get(card) !== name) taken.delete(card);
    return [...cards].some((each) => taken.get(each) === name) ? null : shared;
  },

  /** The link, if it is to this pack, or unreadable. */
  open(card: Element, pack: Description): Shared | "unreadable" | null {
    const shared = PageLink.for(card, pack);
    if (shared === null || (shared !== "unreadable" && shared.pack !== pack.id)) return null;
    PageLink.take(card, pack);
    return shared;
  },

  /** Out of the address, if this card has opened it; who follows it once more opens it anew. */
  remove(card: Element, pack: Description): void {
    if (taken.get(card) !== nameOf(read(card, pack))) return;
    writeFragment("", ownerOf(card, pack));
    taken.delete(card);
  },

  /** What a card writes into the address is no link for another one, either. */
  take(card: Element, pack: Description): void {
    taken.set(card, nameOf(read(card, pack)));
  },
};
