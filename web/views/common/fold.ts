/** Folded parts of a screen. A closed one says already what is in it. */
import { type Attributes, type Child, h, present } from "../../dom/dom.js";
import { afterPaint } from "../../dom/surface.js";
import type { TextKey } from "../../texts/texts.js";
import { type Stage, subheading } from "./stage.js";

/** A fold that stays as its reader has left it. */
export function details({ folds }: Stage, attributes: Attributes, ...content: Child[]): HTMLDetailsElement {
  const element = h("details", attributes, ...content);
  const keep = folds.place(attributes.class ?? "", (open) => {
    element.open = open;
  });
  // Of one that was replaced the browser may still have to tell.
  element.addEventListener("toggle", () => element.isConnected && keep(element.open));
  return element;
}

export function fold(stage: Stage, key: TextKey, kind: string, hint: Child, ...content: Child[]): HTMLDetailsElement {
  const summary = h("summary", {}, subheading(stage, stage.texts.say(key)), " ", h("span", { class: "hint" }, hint));
  return details(stage, { class: `fold ${kind}`, part: `details ${kind}` }, summary, ...content);
}

/** Fills what takes longer to prove than a frame lasts, once the screen is painted; a fold that was left open is proved already. */
export function later(stage: Stage, element: HTMLElement, content: () => readonly Child[]): void {
  if ((element as HTMLDetailsElement).open) fill(stage, element, content);
  else void afterPaint().then(() => element.isConnected && fill(stage, element, content));
}

function fill(stage: Stage, element: HTMLElement, content: () => readonly Child[]): void {
  try {
    element.append(...present(content()));
  } catch (error) {
    console.error("decision-card:", error);
    element.append(h("p", {}, stage.texts.say("fold_failed")));
  }
}

/** The rest of a list: a number that says how much it is. */
export function more(stage: Stage, summary: string, kind: string, ...content: Child[]): HTMLElement {
  return details(stage, { class: `more ${kind}`, part: `details ${kind}` }, h("summary", {}, summary), ...content);
}

export function unfold(fold: HTMLDetailsElement, part?: HTMLElement | null): void {
  fold.open = true;
  (part ?? fold.querySelector("summary"))?.focus({ preventScroll: true });
  fold.scrollIntoView({ block: "start" });
}
