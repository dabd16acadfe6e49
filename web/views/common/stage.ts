/** What every screen gets, and the frame they share. */
import type { Description } from "../../contract/index.js";
import { type Child, h } from "../../dom/dom.js";
import { isRtl } from "../../texts/numbers.js";
import { gap } from "../../texts/sentences.js";
import type { Texts } from "../../texts/texts.js";
import type { Folds } from "./folds.js";

export interface Stage {
  readonly pack: Description;
  readonly texts: Texts;
  /** The level of a screen's heading, 2 to 6. */
  readonly level: number;
  /** Said once above the screen: an old link, a mistyped attribute. */
  readonly notices: readonly string[];
  readonly folds: Folds;
}

/** A card is a landmark by the name of its pack, and runs as its language does; where that is to the right, as its page does. */
export function frame(stage: Stage, screen: string, ...children: Child[]): HTMLElement {
  const { language, title } = stage.pack;
  const direction = [language, stage.texts.language].some(isRtl) && ({ dir: "rtl" } as const);
  return h(
    "section",
    { class: `card ${screen}`, part: `card ${screen}`, lang: language, ...direction, "aria-label": title },
    ...stage.notices.map((text) => h("p", { class: "notice", part: "notice" }, text)),
    ...children,
  );
}

/** What is decided is the title of all screens: shown with the first question, and read before each. */
export function title(stage: Stage, shown = false): HTMLElement {
  const kind = shown ? "title" : "title hidden";
  return h(headingTag(stage.level - 1), { class: kind, part: "title" }, stage.pack.decision.question);
}

/** The screen's own heading takes focus on a step change, so it must be focusable by script. */
export function screenHeading(stage: Stage, part: string, text: string): HTMLElement {
  return h(headingTag(stage.level), { class: "heading", part: `heading ${part}`, tabindex: "-1" }, text);
}

export function subheading(stage: Stage, text: string, deeper = 1): HTMLElement {
  return h(headingTag(stage.level + deeper), { class: `subheading depth-${deeper}`, part: "subheading" }, text);
}

/** A question, before what was answered. */
export function asked(question: string): Child[] {
  return [h("span", { class: "asked" }, question), gap(question)];
}

function headingTag(level: number): "h2" | "h3" | "h4" | "h5" | "h6" {
  return `h${Math.min(level, 6) as 2 | 3 | 4 | 5 | 6}`;
}
