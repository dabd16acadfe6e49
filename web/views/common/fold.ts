/** A fold whose content takes longer to prove than a frame lasts: it is filled once the screen is painted. */
import { type Child, h, present } from "../../dom/dom.js";
import { afterPaint } from "../../dom/surface.js";
import type { TextKey } from "../../texts/texts.js";
import { type Stage, subheading } from "./stage.js";

export function laterFold(stage: Stage, key: TextKey, kind: string, content: () => Child[]): HTMLDetailsElement {
  const title = subheading(stage, stage.texts.say(key));
  const fold = h("details", { class: `fold ${kind}`, part: `details ${kind}` }, h("summary", {}, title));
  void afterPaint().then(() => fold.isConnected && fill(stage, fold, content));
  return fold;
}

function fill(stage: Stage, fold: HTMLElement, content: () => Child[]): void {
  try {
    fold.append(...present(content()));
  } catch (error) {
    console.error("decision-card:", error);
    fold.append(h("p", {}, stage.texts.say("fold_failed")));
  }
}

export function unfold(fold: HTMLDetailsElement): void {
  fold.open = true;
  fold.querySelector("summary")?.focus({ preventScroll: true });
  fold.scrollIntoView({ block: "start" });
}
