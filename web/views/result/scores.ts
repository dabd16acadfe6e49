/** The scores as bars from one zero line, the most points first. */
import type { Score, Verdict } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import { niceScale } from "../costs/plot.js";
import { passage } from "../common/passage.js";
import { type Stage, subheading } from "../common/stage.js";

/** The ticks of the axis; the first and the last are its ends. */
type Axis = readonly number[];

export function scoresView(stage: Stage, { scores, recommendation, despite }: Verdict): HTMLElement | null {
  if (scores.every(({ points }) => points === 0)) return null;
  const axis = axisOf(scores.map(({ points }) => points));
  const named = new Set(recommendation.alternatives);
  const sorted = [...scores].sort((a, b) => b.points - a.points);
  return h(
    "section",
    { class: "scores", part: "section scores" },
    subheading(stage, stage.texts.say("scores")),
    h("ul", {}, ...sorted.map((score) => row(stage, score, axis, named.has(score.alternative)))),
    foot(stage, axis),
    despite && passage("p", { class: "despite", part: "despite" }, despite),
  );
}

function axisOf(points: readonly number[]): Axis {
  const [lowest, highest] = [Math.min(0, ...points), Math.max(0, ...points)];
  const { ticks } = niceScale(highest - lowest, 3);
  const step = Math.max(1, ticks[1] ?? 1);
  const first = Math.floor(lowest / step);
  return [...Array(Math.ceil(highest / step) - first + 1).keys()].map((index) => (first + index) * step);
}

function row({ texts }: Stage, { name, points }: Score, axis: Axis, chosen: boolean): HTMLElement {
  const kind = chosen ? "score chosen" : "score";
  return h(
    "li",
    { class: kind, part: chosen ? "score score-chosen" : "score" },
    h("span", { class: "name" }, name, chosen && h("span", { class: "soft" }, ` ${texts.say("recommended")}`)),
    " ",
    h(
      "span",
      { class: "bar", part: "bar" },
      fill(points, axis),
      number(texts.signed(points), points, axis),
      zero(axis),
    ),
  );
}

function fill(points: number, axis: Axis): HTMLElement {
  const element = at(Math.min(0, points), axis, h("span", { class: "fill" }));
  element.style.setProperty("inline-size", `${Math.abs(place(points, axis) - place(0, axis))}%`);
  return element;
}

/** At the end of its bar. */
function number(text: string, points: number, axis: Axis): HTMLElement {
  const element = h("span", { class: "points" }, text);
  if (points >= 0) return at(points, axis, element);
  element.style.setProperty("inset-inline-end", `${100 - place(points, axis)}%`);
  return element;
}

function zero(axis: Axis): HTMLElement {
  return at(0, axis, h("span", { class: "zero" }));
}

function foot({ texts }: Stage, axis: Axis): HTMLElement {
  const ticks = axis.map((tick) => at(tick, axis, h("span", {}, texts.signed(tick))));
  return h("div", { class: "score-axis", "aria-hidden": "true" }, h("div", { class: "bar" }, ...ticks));
}

function at(points: number, axis: Axis, element: HTMLElement): HTMLElement {
  element.style.setProperty("inset-inline-start", `${place(points, axis)}%`);
  return element;
}

function place(points: number, axis: Axis): number {
  const [first, last] = [axis[0] ?? 0, axis.at(-1) ?? 1];
  return Math.round((10_000 * (points - first)) / (last - first)) / 100;
}
