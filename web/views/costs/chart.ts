/**
 * Cumulative costs as lines. The drawing is stretched to whatever room there is, so nothing is measured and nothing is drawn
 * again when the card, the paper or the text size changes; words and marks are placed beside it in per cent.
 */
import type { EstimatesDescription, SeriesEstimate, Stretch } from "../../contract/index.js";
import { drawing, h, svg } from "../../dom/dom.js";
import { niceScale, path } from "./plot.js";
import { lineOf, type ShownSeries } from "./shown.js";
import type { Stage } from "../common/stage.js";

/** Percentages of the plot, from its start and from its top. */
type Point = readonly [number, number];
type Place = (month: number, cost: number) => Point;

/** `stretches`: of the two that matter. The last time that one of them became the cheaper is marked. */
export function chart(
  stage: Stage,
  estimates: EstimatesDescription,
  series: readonly ShownSeries[],
  stretches: readonly Stretch[],
  label: string,
): HTMLElement {
  const { months, currency } = estimates;
  const { end, ticks } = niceScale(Math.max(...series.map(({ total }) => total)) || 1, 4);
  const place: Place = (month, cost) => [(100 * month) / months, 100 - (100 * cost) / end];
  const money = (value: number): string => stage.texts.money(value, currency, end >= 10_000);
  const last = stretches.length > 1 ? stretches.at(-1) : null;
  return h(
    "div",
    { class: "chart", part: "chart", role: "img", "aria-label": label },
    h("div", { class: "y-axis" }, ...ticks.map((tick) => from("block", place(0, tick)[1], h("span", {}, money(tick))))),
    h("div", { class: "plot" }, lines(series, ticks, place), ...(last ? crossing(stage, last, place) : [])),
    h("div", { class: "names" }, ...names(series, place, money)),
    h("div", { class: "x-axis" }, ...monthLabels(stage, months, place)),
  );
}

function monthLabels({ texts }: Stage, months: number, place: Place): HTMLElement[] {
  const ticks = monthTicks(months, 4);
  return ticks.map((month, index) => {
    const label = index === ticks.length - 1 ? texts.say("months", { count: month }) : texts.number(month);
    return from("inline", place(month, 0)[0], h("span", {}, label));
  });
}

/** Its words stand where the lines have more room: behind it, or before it where the plot ends. */
function crossing({ texts }: Stage, { from: month, cost }: Stretch, place: Place): HTMLElement[] {
  const [x, y] = place(month, cost);
  const words = h(
    "span",
    { class: x > 55 ? "moment before" : "moment" },
    texts.say("cost_moment", { from: texts.moment(month) }),
  );
  return [dot(x, y), from("block", y, from("inline", x, words))];
}

/** The line of one kind, short, for beside its name. */
export function sample(index: number): SVGElement {
  return drawing("0 0 32 8", "sample", svg("path", { d: "M0,4H32", class: `line-${index}` }));
}

function lines(series: readonly ShownSeries[], ticks: readonly number[], place: Place): SVGElement {
  const grid = ticks.map((tick) => `M0,${place(0, tick)[1]}H100`).join("");
  const drawn = drawing(
    "0 0 100 100",
    "lines",
    svg("path", { d: grid, class: "grid" }),
    ...series.map((each, index) =>
      svg("path", {
        d: path(corners(each).map(([month, cost]) => place(month, cost))),
        class: `line-${lineOf(series, index)}`,
      }),
    ),
  );
  drawn.setAttribute("preserveAspectRatio", "none");
  return drawn;
}

/** Straight within a month; what falls due less often than that goes up at once. */
export function corners({ costs, cumulative }: Pick<SeriesEstimate, "costs" | "cumulative">): [number, number][] {
  const even = costs.filter(({ every }) => every === 1).reduce((sum, { amount }) => sum + amount, 0);
  return cumulative.flatMap((cost, month): [number, number][] => {
    const before = (cumulative[month - 1] ?? cost) + even;
    return month > 0 && cost - before > 0.05
      ? [
          [month, before],
          [month, cost],
        ]
      : [[month, cost]];
  });
}

/** Each name with its total at the end of its line, moved apart where lines end close together. */
function names(series: readonly ShownSeries[], place: Place, money: (value: number) => string): HTMLElement[] {
  const ends = series.map(({ name, total }, index) => ({
    index,
    text: `${name} ${money(total)}`,
    y: place(0, total)[1],
  }));
  ends.sort((a, b) => b.y - a.y);
  let floor = 96;
  for (const end of ends) {
    end.y = Math.min(end.y, floor);
    floor = end.y - 19;
  }
  return ends.map(({ index, text, y }) =>
    from("block", y, h("span", { class: `name-${lineOf(series, index)}` }, text)),
  );
}

function dot(x: number, y: number): HTMLElement {
  return from("block", y, from("inline", x, h("span", { class: "dot" })));
}

function from(axis: "block" | "inline", percent: number, element: HTMLElement): HTMLElement {
  element.style.setProperty(`inset-${axis}-start`, `${Math.round(percent * 100) / 100}%`);
  return element;
}

/** Whole years, half years or quarters, at most so many and the start. */
export function monthTicks(months: number, most = 6): number[] {
  const step = [1, 2, 3, 6, 12, 24].find((each) => months / each <= most) ?? 24;
  return [...Array(Math.floor(months / step) + 1).keys()].map((index) => index * step);
}
