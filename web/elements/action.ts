/** A place for the page's own next step below a result: what stands in the tag with `slot="action"`. */
import { h } from "../dom/dom.js";

export function withAction(view: HTMLElement): HTMLElement {
  const slot = h("slot", { name: "action" });
  (view.querySelector(".toolbar") ?? view.lastElementChild)?.after(slot);
  return view;
}
