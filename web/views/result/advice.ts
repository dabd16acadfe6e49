/** What to do with the recommendation: the first steps, and folded what to watch. */
import type { Claim, Verdict } from "../../contract/index.js";
import { type Child, h } from "../../dom/dom.js";
import type { TextKey } from "../../texts/texts.js";
import type { Citations } from "../common/citations.js";
import { fold, more } from "../common/fold.js";
import { passage } from "../common/passage.js";
import { type Stage, subheading } from "../common/stage.js";

/** More than these aren't begun at once; a single one more is not worth a fold. */
const FIRST = 3;

export function stepsView(stage: Stage, verdict: Verdict, citations: Citations): HTMLElement | null {
  const { steps } = verdict.recommendation;
  if (steps.length === 0) return null;
  const first = steps.length > FIRST + 1 ? FIRST : steps.length;
  const list = (from: number, to?: number): HTMLElement =>
    h("ol", { start: `${from + 1}` }, ...steps.slice(from, to).map((step) => claim(step, citations)));
  const count = steps.length - first;
  return h(
    "section",
    { class: "steps", part: "section steps" },
    subheading(stage, stage.texts.say("steps")),
    list(0, first),
    count > 0 && more(stage, stage.texts.say("steps_more", { count }), "steps-more", list(first)),
  );
}

/** Risks, what to measure, and what else is worth knowing. */
export function watchFold(stage: Stage, verdict: Verdict, citations: Citations): HTMLElement | null {
  const { notes } = verdict;
  const { risks, measure } = verdict.recommendation;
  const counts = [
    [risks.length, "count_risks"],
    [measure.length, "count_measure"],
    [notes.length, "count_notes"],
  ] as const;
  const hints = counts.filter(([count]) => count > 0).map(([count, key]) => stage.texts.say(key, { count }));
  if (hints.length === 0) return null;
  return fold(
    stage,
    "watch",
    "watch",
    hints.join(" · "),
    group(stage, "risks", claims(risks, citations)),
    group(stage, "measure", claims(measure, citations)),
    group(
      stage,
      "notes",
      notes.map(({ title, text, sources }) =>
        h("li", { part: "note" }, h("strong", {}, title), passage("span", {}, text, citations.refer(sources))),
      ),
    ),
  );
}

export function claims(list: readonly Claim[], citations: Citations): HTMLElement[] {
  return list.map((each) => claim(each, citations));
}

function claim(each: Claim, citations: Citations): HTMLElement {
  return passage("li", { part: "claim" }, each.text, citations.refer(each.sources));
}

function group(stage: Stage, key: TextKey, items: readonly Child[]): Child {
  return (
    items.length > 0 &&
    h("div", { class: `group ${key}` }, subheading(stage, stage.texts.say(key), 2), h("ul", {}, ...items))
  );
}
