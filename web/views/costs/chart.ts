/**
 * Cumulative costs as lines. The drawing is stretched to whatever room there is, so nothing is measured and nothing is drawn
 * again when the card, the paper or the text size changes; words and marks are placed beside it in per cent.
 */
import type { Estimate, EstimatesDescription, SeriesEstimate } from "../../contract/index.js";
import { drawing, h, svg } from "../../dom/dom.js";
import { niceScale, path } from "./plot.js";
import type { Stage } from "../common/stage.js";

/** Percentages of the plot, from its start and from its top. */
type Point = readonly [number, number];

/** A moment at which another series becomes the cheaper one. */
interface Crossing {
  readonly from: number;
  readonly at: Point;
}

export function chart(stage: Stage, estimates: EstimatesDescription, estimate: Estimate, label: string): HTMLElement {
  const largest = Math.max(...estimate.series.map((series) => last(series.cumulative)));
  const { end, ticks } = niceScale(largest || 1, 4);
  const place = (month: number, cost: number): Point => [(100 * month) / estimates.months, 100 - (100 * cost) / end];
  const crossings = estimate.stretches
    .filter((stretch) => stretch.from > 0)
    .map(({ from, cost }) => ({ from, at: place(from, cost) }));
  const money = (value: number): string => stage.texts.money(value, estimates.currency, end >= 10_000);
  return h(
    "div",
    { class: "chart", part: "chart", role: "img", "aria-label": label },
    h("div", { class: "moments" }, ...momentLabels(stage, crossings)),
    h("div", { class: "y-axis" }, ...ticks.map((tick) => from("block", place(0, tick)[1], h("span", {}, money(tick))))),
    h(
      "div",
      { class: "plot" },
      lines(estimate, ticks, place),
      ...crossings.flatMap(({ at: [x, y] }) => [from("inline", x, h("span", { class: "rule" })), dot(x, y)]),
    ),
    h("div", { class: "names" }, ...names(estimates, estimate, place)),
    h(
      "div",
      { class: "x-axis" },
      ...monthTicks(estimates.months).map((month) =>
        from("inline", place(month, 0)[0], h("span", {}, stage.texts.number(month))),
      ),
    ),
  );
}

/** The line of one kind, short, for beside its name. */
export function sample(index: number): SVGElement {
  return drawing("0 0 32 8", "sample", svg("path", { d: "M0,4H32", class: `line-${index}` }));
}

function lines(
  estimate: Estimate,
  ticks: readonly number[],
  place: (month: number, cost: number) => Point,
): SVGElement {
  const grid = ticks.map((tick) => `M0,${place(0, tick)[1]}H100`).join("");
  const drawn = drawing(
    "0 0 100 100",
    "lines",
    svg("path", { d: grid, class: "grid" }),
    ...estimate.series.map((series, index) =>
      svg("path", { d: path(corners(series).map(([month, cost]) => place(month, cost))), class: `line-${index}` }),
    ),
  );
  drawn.setAttribute("preserveAspectRatio", "none");
  return drawn;
}

/** Straight within a month; where something falls due the line goes up at once. */
export function corners({ costs, cumulative }: SeriesEstimate): [number, number][] {
  const monthly = costs.reduce((sum, cost) => sum + (cost.due === "monthly" ? cost.amount : 0), 0);
  return cumulative.flatMap((cost, month): [number, number][] => {
    const before = (cumulative[month - 1] ?? cost) + monthly;
    return month > 0 && cost - before > 0.05
      ? [
          [month, before],
          [month, cost],
        ]
      : [[month, cost]];
  });
}

function last(values: readonly number[]): number {
  return values.at(-1) ?? 0;
}

/** Each name at the end of its line, moved apart where lines end close together. */
function names(
  estimates: EstimatesDescription,
  estimate: Estimate,
  place: (month: number, cost: number) => Point,
): HTMLElement[] {
  const ends = estimate.series.map((series, index) => ({ index, y: place(0, last(series.cumulative))[1] }));
  ends.sort((a, b) => b.y - a.y);
  let floor = 96;
  for (const end of ends) {
    end.y = Math.min(end.y, floor);
    floor = end.y - 11;
  }
  return ends.map(({ index, y }) =>
    from("block", y, h("span", { class: `name-${index}` }, estimates.series[index]?.name)),
  );
}

/** How much of the plot's width a label takes, at most. */
const LABEL = 24;

/** As many as fit without touching. */
function momentLabels(stage: Stage, crossings: readonly Crossing[]): HTMLElement[] {
  return apart(crossings).map(({ from: month, at: [x] }) =>
    from("inline", x, h("span", {}, stage.texts.say("cost_moment", { from: stage.texts.moment(month) }))),
  );
}

/** The first, and each that has room for a label behind the one before it. */
function apart(crossings: readonly Crossing[]): Crossing[] {
  const kept: Crossing[] = [];
  for (const crossing of crossings) {
    const before = kept.at(-1);
    if (!before || crossing.at[0] >= before.at[0] + LABEL) kept.push(crossing);
  }
  return kept;
}

function dot(x: number, y: number): HTMLElement {
  return from("block", y, from("inline", x, h("span", { class: "dot" })));
}

function from(axis: "block" | "inline", percent: number, element: HTMLElement): HTMLElement {
  element.style.setProperty(`inset-${axis}-start`, `${Math.round(percent * 100) / 100}%`);
  return element;
}

/** Whole years, half years or quarters, at most seven. */
export function monthTicks(months: number): number[] {
  const step = [1, 2, 3, 6, 12, 24].find((each) => months / each <= 6) ?? 24;
  return Array.from({ length: Math.floor(months / step) + 1 }, (_, index) => index * step);
}
