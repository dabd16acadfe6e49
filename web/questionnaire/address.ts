/** The address that the reader sees and may pass on: the page's, also where the card stands in a frame that has none of its own. */
import { joinFragment, type Owner } from "./link.js";

/** What leads nowhere on another machine: a `srcdoc` frame, a page made of bytes. */
const NOWHERE = /^(?:about|blob|data):/;

/** The nearest window, outwards, whose address is one. Other people's windows don't tell theirs. */
export function addressedWindow(): Window {
  try {
    let page: Window = window;
    while (NOWHERE.test(page.location.href) && page.parent !== page) page = page.parent;
    return page;
  } catch {
    return window;
  }
}

export function currentFragment(): string {
  try {
    return addressedWindow().location.hash;
  } catch {
    return "";
  }
}

/**
 * A link to this page that holds `own`, beside what the page itself keeps in its fragment. A place in the page is not kept:
 * whoever opens the link is to land at the card; nor are answers of other cards, unless one card's own part is named. A frame whose page can't be asked still knows where it was written.
 */
export function linkTo(own: string, owner?: Owner): string {
  const { href, hash } = addressedWindow().location;
  const page = NOWHERE.test(href) ? document.baseURI : href;
  return page.replace(/#.*/s, "") + joinFragment(document.getElementById(hash.slice(1)) ? "" : hash, own, owner);
}

/** The card's answers in the page's address become these; "" takes them out. A page without an address of its own, as some frames are, keeps none. */
export function writeFragment(own: string, owner: Owner): void {
  try {
    const { history } = addressedWindow();
    history.replaceState(history.state, "", linkTo(own, owner));
  } catch {
    // Nothing is lost: the answers are in the card.
  }
}
