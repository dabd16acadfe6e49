/** What the lines are made of, in one table: a row for each cost, a column for each line. */
import type { CostItem, EstimatesDescription } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import { sample } from "./chart.js";
import { lineOf, type ShownSeries } from "./shown.js";
import type { Stage } from "../common/stage.js";

/** The same cost of several lines is one row; one that is nothing for all of them is none. */
export function ledger(stage: Stage, { currency }: EstimatesDescription, series: readonly ShownSeries[]): HTMLElement {
  const { texts } = stage;
  const rows = new Map(
    series.flatMap(({ costs }) => costs.filter(({ amount }) => amount !== 0).map((cost) => [keyOf(cost), cost])),
  );
  const amount = ({ costs }: ShownSeries, key: string): string => {
    const sum = costs.filter((cost) => keyOf(cost) === key).reduce((all, cost) => all + cost.amount, 0);
    return sum === 0 ? "" : texts.money(sum, currency);
  };
  const totals = series.map(({ total }) => h("td", {}, texts.money(total, currency)));
  return h(
    "table",
    { class: "ledger", part: "ledger" },
    h("caption", {}, texts.say("cost_ledger")),
    head(texts.say("cost_item"), series),
    h(
      "tbody",
      {},
      ...[...rows].map(([key, cost]) =>
        h("tr", { part: "cost" }, itemCell(stage, cost), ...series.map((each) => h("td", {}, amount(each, key)))),
      ),
      h("tr", { class: "sum" }, h("th", { scope: "row" }, texts.say("cost_sum")), ...totals),
    ),
  );
}

function keyOf({ text, due, every }: CostItem): string {
  return `${due} ${every} ${text}`;
}

function itemCell({ texts }: Stage, { text, due, every }: CostItem): HTMLElement {
  const often = due === "repeated" && every === 1 ? "monthly" : due;
  return h(
    "th",
    { scope: "row" },
    text,
    " · ",
    h("span", { class: "due" }, texts.say(`cost_due_${often}`, { count: every })),
  );
}

/** A table of four lines is wider than a phone: it scrolls by itself, by the keyboard too. */
export function scroller(label: string, table: HTMLElement): HTMLElement {
  return h("div", { class: "scroll", role: "group", "aria-label": label, tabindex: "0" }, table);
}

/** A column for each series, under its line. */
export function head(first: string, series: readonly ShownSeries[]): HTMLElement {
  const columns = series.map(({ name }, index) => h("th", { scope: "col" }, sample(lineOf(series, index)), " ", name));
  return h("thead", {}, h("tr", {}, h("th", { scope: "col" }, first), ...columns));
}
