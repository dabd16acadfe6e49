/** What every screen gets, and the frame they share. */
import type { Description } from "../../contract/index.js";
import { type Child, h } from "../../dom/dom.js";
import type { Texts } from "../../texts/texts.js";

export interface Stage {
  readonly pack: Description;
  readonly texts: Texts;
  /** The level of a screen's heading, 2 to 5. */
  readonly level: number;
  /** Said once above the screen: an old link, a mistyped attribute. */
  readonly notices: readonly string[];
}

export function frame(stage: Stage, screen: string, ...children: Child[]): HTMLElement {
  return h(
    "div",
    { class: `card ${screen}`, part: `card ${screen}`, lang: stage.pack.language },
    ...stage.notices.map((text) => h("p", { class: "notice", part: "notice" }, text)),
    ...children,
  );
}

/** The screen's own heading takes focus on a step change, so it must be focusable by script. */
export function screenHeading(stage: Stage, part: string, text: string): HTMLElement {
  return h(headingTag(stage.level), { class: "heading", part: `heading ${part}`, tabindex: "-1" }, text);
}

export function subheading(stage: Stage, text: string, deeper = 1): HTMLElement {
  return h(headingTag(stage.level + deeper), { class: `subheading depth-${deeper}`, part: "subheading" }, text);
}

function headingTag(level: number): "h2" | "h3" | "h4" | "h5" | "h6" {
  return `h${Math.min(level, 6) as 2 | 3 | 4 | 5 | 6}`;
}
