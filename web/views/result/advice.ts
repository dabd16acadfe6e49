/** What to do with the recommendation: steps, notes, risks, what to measure, costs. */
import type { Claim, Note, Verdict } from "../../contract/index.js";
import { type Child, h } from "../../dom/dom.js";
import type { TextKey } from "../../texts/texts.js";
import type { Citations } from "../common/citations.js";
import { type Stage, subheading } from "../common/stage.js";

export function stepsView(stage: Stage, verdict: Verdict, citations: Citations): HTMLElement | null {
  const { steps } = verdict.recommendation;
  if (steps.length === 0) return null;
  return h(
    "section",
    { class: "steps", part: "section steps" },
    subheading(stage, stage.texts.say("steps")),
    h("ol", {}, ...steps.map((step) => claim(step, citations))),
  );
}

export function foldedView(stage: Stage, verdict: Verdict, citations: Citations): HTMLElement | null {
  const { costs, risks, measure } = verdict.recommendation;
  const parts = [
    folded(stage, "risks", claims(risks, citations)),
    folded(stage, "measure", claims(measure, citations)),
    folded(stage, "costs", claims(costs, citations)),
    folded(
      stage,
      "notes",
      verdict.notes.map((each) => note(each, citations)),
    ),
  ];
  return parts.some(Boolean) ? h("div", { class: "folds" }, ...parts) : null;
}

function claims(list: readonly Claim[], citations: Citations): HTMLElement[] {
  return list.map((each) => claim(each, citations));
}

function claim(each: Claim, citations: Citations): HTMLElement {
  return h("li", { part: "claim" }, each.text, citations.refer(each.sources));
}

function note(each: Note, citations: Citations): HTMLElement {
  return h(
    "li",
    { part: "note" },
    h("strong", {}, each.title),
    h("span", {}, each.text, citations.refer(each.sources)),
  );
}

function folded(stage: Stage, key: TextKey, items: readonly Child[]): HTMLElement | null {
  if (items.length === 0) return null;
  return h(
    "details",
    { class: key, part: `details ${key}` },
    h("summary", {}, stage.texts.say(key)),
    h("ul", {}, ...items),
  );
}
