/** What the answer said, folded by level: the marks in the text are the quotes. */
import { h } from "../../dom/dom.js";
import { byLevel, type LevelGroup, reached, type Reached } from "../../practice/standing.js";
import { details } from "../common/fold.js";
import { type Stage, subheading } from "../common/stage.js";
import { finding, mentionOf, model } from "./findings.js";
import type { Shown } from "./grade-screen.js";

export function reachedView(stage: Stage, shown: Shown): HTMLElement | null {
  const groups = byLevel(reached(shown.task.criteria, shown.last.grade));
  if (groups.length === 0) return null;
  return h(
    "section",
    { class: "reached", part: "section reached" },
    ...groups.map((group) => fold(stage, shown, group)),
  );
}

function fold(stage: Stage, shown: Shown, { title, reached: all }: LevelGroup): HTMLElement {
  const heading = subheading(stage, stage.texts.say("group", { title, count: all.length }));
  return details(
    stage,
    { class: "fold", part: "details" },
    h("summary", {}, heading),
    h("ul", { class: "findings" }, ...all.map((each) => row(stage, shown, each))),
  );
}

/** The way up, where there is one. */
function row(stage: Stage, shown: Shown, { criterion, found, certainty }: Reached): HTMLElement {
  const next = criterion.levels[found.level];
  const sure = certainty === "certain";
  const to = next && h("em", {}, stage.texts.say("next_level", { title: next.title }));
  return finding(
    stage,
    shown,
    "reached",
    criterion.title,
    sure ? mentionOf(shown, "criterion", criterion.id) : undefined,
    !sure && h("p", { class: "soft" }, stage.texts.say(`by_${certainty}`)),
    to && criterion.hint && h("p", { class: "soft", part: "hint" }, to, " ", criterion.hint),
    next && model(stage, criterion),
  );
}
