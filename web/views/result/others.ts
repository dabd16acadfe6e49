/** Why not the other recommendations: the author's sentence. What would lead to them stands where changes do. */
import type { Verdict, WhyNot } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import { fold } from "../common/fold.js";
import { passage } from "../common/passage.js";
import { type Stage, subheading } from "../common/stage.js";

export function othersFold(stage: Stage, { why_not, recommendation }: Verdict): HTMLElement | null {
  const told = why_not.filter(({ text, outranked }) => text || outranked);
  if (told.length === 0) return null;
  return fold(
    stage,
    "why_not",
    "others",
    stage.texts.say("count_others", { count: told.length }),
    h("ul", {}, ...told.map((other) => item(stage, recommendation.title, other))),
  );
}

function item(stage: Stage, title: string, other: WhyNot): HTMLElement {
  return h(
    "li",
    { class: "row other", part: "other" },
    subheading(stage, other.title, 2),
    h("div", {}, other.text ? passage("p", {}, other.text) : h("p", {}, stage.texts.say("outranked", { title }))),
  );
}
