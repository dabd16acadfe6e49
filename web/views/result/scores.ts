/** Scores as words and figures, with a bar beside them. All bars share one scale, so their zero lines meet. */
import type { Score, Verdict } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import { type Stage, subheading } from "../common/stage.js";

interface Scale {
  readonly lowest: number;
  readonly highest: number;
}

export function scoresView(stage: Stage, verdict: Verdict): HTMLElement {
  const scale = commonScale(verdict.scores);
  const named = new Set(verdict.recommendation.alternatives);
  const rows = verdict.scores.map((score) => row(stage, score, scale, named.has(score.alternative)));
  return h(
    "section",
    { class: "scores", part: "section scores" },
    subheading(stage, stage.texts.say("scores")),
    h("ul", {}, ...rows),
  );
}

function commonScale(scores: readonly Score[]): Scale {
  return {
    lowest: Math.min(0, ...scores.map((score) => score.lowest)),
    highest: Math.max(0, ...scores.map((score) => score.highest)),
  };
}

function row(stage: Stage, score: Score, scale: Scale, chosen: boolean): HTMLElement {
  const { texts } = stage;
  const range = texts.say("score_range", { lowest: texts.signed(score.lowest), highest: texts.signed(score.highest) });
  return h(
    "li",
    { class: chosen ? "row score chosen" : "row score", part: chosen ? "score score-chosen" : "score" },
    h("span", { class: "name" }, score.name),
    " ",
    h("span", { class: "points" }, texts.points(score.points)),
    bar(score, scale),
    h("span", { class: "range" }, range),
  );
}

function bar(score: Score, scale: Scale): HTMLElement {
  const { points, lowest, highest } = score;
  return h(
    "div",
    { class: "bar", part: "bar", "aria-hidden": "true" },
    span("reach", lowest, highest, scale),
    span("fill", Math.min(0, points), Math.max(0, points), scale),
    span("zero", 0, 0, scale),
  );
}

function span(kind: string, from: number, to: number, scale: Scale): HTMLElement {
  const width = Math.max(scale.highest - scale.lowest, 1);
  const element = h("span", { class: kind });
  element.style.setProperty("inset-inline-start", `${(100 * (from - scale.lowest)) / width}%`);
  element.style.setProperty("inline-size", `${(100 * (to - from)) / width}%`);
  return element;
}
