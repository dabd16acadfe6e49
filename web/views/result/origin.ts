/** Above a result that nobody has just answered: where it comes from, and the way to something else. */
import { button, h } from "../../dom/dom.js";
import type { Stage } from "../common/stage.js";

export interface Origin {
  /** Someone's link, or what the reader has saved in this browser. */
  readonly kind: "link" | "device";
  /** To the first question, or to forget what was saved. */
  readonly leave: () => void;
}

const WORDS = {
  link: ["someones", "answer_yourself"],
  device: ["saved_before", "forget"],
} as const;

export function originView({ texts }: Stage, { kind, leave }: Origin): HTMLElement {
  const [what, way] = WORDS[kind];
  return h(
    "div",
    { class: "banner", part: "origin" },
    h("p", {}, texts.say(what)),
    button("quiet", texts.say(way), leave),
  );
}
