/** The shadow root's outside: style sheet, focus, print. */
import { h } from "./dom.js";
import common from "./styles/card.css";

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/**
 * What all cards look like, and what only this kind of card needs. Constructed sheets pass `style-src 'self'`, where a <style>
 * element would not; that stands in where there are none (Safari before 16.4, jsdom), beside the screen.
 */
export function adoptStyles(root: ShadowRoot, styles: string): Node[] {
  const adopted = root.adoptedStyleSheets as readonly CSSStyleSheet[] | undefined;
  if (!adopted) return [styleElement(common + styles)];
  if (!root.ownerDocument.defaultView) return []; // a template's document is not shown, and takes no sheet of another's
  const made = sheets.get(root.ownerDocument) ?? new Map<string, CSSStyleSheet>();
  sheets.set(root.ownerDocument, made);
  const sheet = made.get(styles) ?? makeSheet(root.ownerDocument, common + styles);
  made.set(styles, sheet);
  if (!adopted.includes(sheet)) root.adoptedStyleSheets = [...adopted, sheet];
  return [];
}

function styleElement(styles: string): Node {
  const element = document.createElement("style");
  element.append(styles);
  return element;
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
  scrollTo(heading, { block: "nearest" });
  scrollTo(view.querySelector(".banner"), { block: "nearest" });
}

/**
 * Who follows a link wants what it leads to, and gets it in view with the focus, unless the page asks for neither. One that
 * the page was opened with leaves whoever has begun to read elsewhere where they are.
 */
export function land(card: HTMLElement, arriving: boolean): void {
  const elsewhere = scrollY > 0 || document.activeElement !== document.body;
  const heading = card.shadowRoot?.querySelector<HTMLElement>(".heading");
  if (!heading || (arriving && elsewhere) || card.getAttribute("scroll")?.trim() === "none") return;
  scrollTo(card, { block: "start" });
  heading.focus({ preventScroll: true });
}

/** jsdom lays nothing out and scrolls nothing. */
function scrollTo(element: Element | null, options: ScrollIntoViewOptions): void {
  (element as Partial<Element> | null)?.scrollIntoView?.(options);
}

/** Asks the page for the width that a card would like to have (styles/card.css). */
export function roomFor(): HTMLElement {
  return h("div", { class: "room", "aria-hidden": "true" });
}

const CARDS = "decision-card, rubric-card";

/** Landmarks are told apart by their names, and a page may hold a pack twice: the second card's gets a number. */
export function nameApart(card: HTMLElement, view: HTMLElement): void {
  const name = view.ariaLabel;
  const others = [...document.querySelectorAll(CARDS)].filter((each) => each !== card);
  const taken = others.map((each) => each.shadowRoot?.querySelector(".card")?.ariaLabel);
  for (let number = 2; name && taken.includes(view.ariaLabel); ++number) view.ariaLabel = `${name} (${number})`;
}

/** Whoever was at a control is at the same one of the new screen, and at the same place of its text: the third of its kind stays the third. */
export function keepFocus(root: ShadowRoot, replace: () => void): void {
  const held = root.activeElement;
  const alike = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(held?.localName ?? "none")];
  const index = alike().findIndex((each) => each === held);
  const { selectionStart: from, selectionEnd: to } = (held ?? {}) as Partial<HTMLInputElement>;
  replace();
  const field = alike()[index] as HTMLInputElement | undefined;
  field?.focus({ preventScroll: true });
  if (typeof from === "number") field?.setSelectionRange(from, to ?? from);
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

/** A hidden page paints nothing, and jsdom never does, so a timer stands by. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 500);
    (globalThis as Partial<typeof globalThis>).requestAnimationFrame?.(() => setTimeout(resolve));
  });
}
