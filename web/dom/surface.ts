/** The shadow root's outside: style sheet, focus, print. */
import { h } from "./dom.js";
import common from "./styles/card.css";

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** What all cards look like, and what only this kind of card needs. Constructed sheets pass `style-src 'self'`, where a <style> element would not. */
export function adoptStyles(root: ShadowRoot, styles: string): void {
  const made = sheets.get(root.ownerDocument) ?? new Map<string, CSSStyleSheet>();
  sheets.set(root.ownerDocument, made);
  const sheet = made.get(styles) ?? makeSheet(root.ownerDocument, common + styles);
  made.set(styles, sheet);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function makeSheet(owner: Document, styles: string): CSSStyleSheet {
  const Sheet = owner.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(styles);
  return sheet;
}

/** After a step change: focus on the new heading, and scroll only if it, or what stands above it, is out of sight. */
export function bringIntoView(view: HTMLElement): void {
  const heading = view.querySelector<HTMLElement>(".heading");
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "nearest" });
  view.querySelector(".banner")?.scrollIntoView({ block: "nearest" });
}

/** Asks the page for the width that a card would like to have (styles/card.css). */
export function roomFor(): HTMLElement {
  return h("div", { class: "room", "aria-hidden": "true" });
}

/** Whoever was at a control is at the same one of the new screen: the third of its kind stays the third. */
export function keepFocus(root: ShadowRoot, replace: () => void): void {
  const held = root.activeElement;
  const alike = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(held?.localName ?? "none")];
  const index = alike().findIndex((each) => each === held);
  replace();
  alike()[index]?.focus({ preventScroll: true });
}

/** A result's folds print as the reader left them, but for its steps and sources. A model sentence stays the reader's to ask for. */
const PRINTED = ".result :is(.steps-more, .sources), .card:not(.result) details:not(.model)";

/** Paper can't unfold. Each section goes back to how it was after printing. */
export function openForPrint(root: ShadowRoot): void {
  const closed = [...root.querySelectorAll<HTMLDetailsElement>(PRINTED)].filter((details) => !details.open);
  for (const details of closed) details.open = true;
  const fold = (): void => {
    for (const details of closed) details.open = false;
  };
  addEventListener("afterprint", fold, { once: true });
}

/** A hidden page paints nothing, so a timer stands by. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 500);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
