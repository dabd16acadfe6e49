/** What the answer comes to: a heading, the concepts as a sentence and as squares, and how far to trust it. */
import { button, h } from "../../dom/dom.js";
import { levelOf } from "../../practice/progress.js";
import { reached } from "../../practice/standing.js";
import { headline, tally, wordsIn } from "../../practice/summary.js";
import { passage } from "../common/passage.js";
import { type Stage, screenHeading } from "../common/stage.js";
import type { GradeScreen } from "./grade-screen.js";
import { sentences } from "../../texts/sentences.js";

/** Buttons for which the total is the answer are described by it. */
export const TALLY_ID = "tally";

export function headView(stage: Stage, screen: GradeScreen): HTMLElement {
  const { kicker, task, rubric, last } = screen;
  const { texts } = stage;
  const band = rubric.bands.find(({ id }) => id === last.grade.band);
  return h(
    "div",
    { class: "head", part: "head" },
    h("p", { class: "kicker", part: "kicker" }, kicker),
    screenHeading(stage, "band", headline(texts, rubric, last.grade)),
    h("p", { class: "total summary", part: "total", id: TALLY_ID }, tally(texts, task, last.grade)),
    squares(screen),
    passage("p", { part: "summary" }, band?.text ?? ""),
    h("p", { class: "soft", part: "remarks" }, remarks(stage, screen)),
    actions(stage, screen),
  );
}

/** One square a concept in the rubric's order, filled by its level, then one a misconception; the sentence says the same. */
function squares({ task, last: { grade } }: GradeScreen): HTMLElement {
  const found = reached(task.criteria, grade);
  const concepts = task.criteria.map(({ id, levels }) => {
    const level = levelOf(grade, id);
    const certainty = found.find(({ criterion }) => criterion.id === id)?.certainty ?? "";
    return h("span", { class: `${level === 0 ? "none" : level === levels.length ? "full" : "half"} ${certainty}` });
  });
  const wrong = grade.misconceptions.map(() => h("span", { class: "wrong" }));
  return h("div", { class: "squares", part: "squares", "aria-hidden": "true" }, ...concepts, ...wrong);
}

function remarks({ texts }: Stage, { rubric, task, last: { text, grade } }: GradeScreen): string {
  const codes = new Set(grade.remarks.map(({ code }) => code));
  const said = [...codes].map((code) => texts.say(`remark_${code}`));
  const quality = task.id === null && rubric.quality ? texts.say("quality", { ...rubric.quality }) : "";
  return sentences(texts.say("words", { count: wordsIn(text) }), ...said, quality);
}

function actions({ texts }: Stage, { ways, revise, add }: GradeScreen): HTMLElement {
  const all = [...ways, { text: texts.say("revise"), go: revise }];
  if (add) all.push({ text: texts.say("add_what_lacks"), go: add });
  const kind = (at: number): string => (at === 0 ? "primary" : "secondary");
  return h("div", { class: "actions", part: "actions" }, ...all.map(({ text, go }, at) => button(kind(at), text, go)));
}
