/** The cost picture: what it says in words, the lines, what they are made of, the same as a table, and the figures to change. */
import type { Estimate, EstimatesDescription, SeriesEstimate, Stretch } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import { chart, monthTicks, sample } from "./chart.js";
import type { CostScreen } from "./screen.js";
import { figuresView } from "./figures.js";
import type { Stage } from "../common/stage.js";

type Refs = readonly (HTMLElement | null)[];

export function costPicture(
  stage: Stage,
  estimates: EstimatesDescription,
  screen: CostScreen,
  refs: Refs,
): HTMLElement {
  const picture = new Picture(stage, estimates);
  const figures = figuresView(stage, estimates, screen, refs, (estimate) => picture.draw(estimate));
  return h("div", { class: "cost-picture" }, ...picture.parts, figures);
}

class Picture {
  readonly #stage: Stage;
  readonly #estimates: EstimatesDescription;
  readonly #words = h("div", { class: "cost-words", role: "status" });
  readonly #drawn = h("div", {});
  readonly #table: HTMLElement;

  constructor(stage: Stage, estimates: EstimatesDescription) {
    this.#stage = stage;
    this.#estimates = estimates;
    this.#table = h(
      "details",
      { class: "cost-table", part: "details" },
      h("summary", {}, stage.texts.say("cost_table")),
    );
  }

  get parts(): HTMLElement[] {
    return [this.#words, this.#drawn, this.#table];
  }

  draw(estimate: Estimate): void {
    const { texts } = this.#stage;
    const sentences = pairs(estimate).map((pair) => this.#sentence(pair));
    const end = texts.say("cost_end", { months: this.#estimates.months, totals: this.#totals(estimate) });
    this.#words.replaceChildren(
      ...sentences.map((text) => h("p", { class: "summary", part: "cost-sentence" }, text)),
      h("p", { class: "soft" }, end, " ", this.#estimates.text ?? ""),
    );
    this.#drawn.replaceChildren(
      h("p", { class: "soft" }, texts.say("cost_axis")),
      chart(this.#stage, this.#estimates, estimate, sentences.join(" ")),
      h("div", { class: "ledgers" }, ...estimate.series.map((series, index) => this.#ledger(series, index))),
    );
    if (this.#table.lastElementChild?.matches("table")) this.#table.lastElementChild.remove();
    this.#table.append(this.#rows(estimate));
  }

  #name(id: string | null): string {
    return this.#estimates.series.find((series) => series.id === id)?.name ?? this.#stage.texts.say("cost_even");
  }

  #money(value: number): string {
    return this.#stage.texts.money(value, this.#estimates.currency);
  }

  #totals({ series }: Estimate): string {
    const { texts } = this.#stage;
    const totals = series.map(({ id, cumulative }) =>
      texts.say("cost_total", { name: this.#name(id), amount: this.#money(cumulative.at(-1) ?? 0) }),
    );
    return texts.list(totals, "conjunction");
  }

  /** What the lines show, of one pair of series. */
  #sentence(stretches: readonly Stretch[]): string {
    const { texts } = this.#stage;
    const [first, second] = stretches;
    const { months } = this.#estimates;
    if (!first) return "";
    if (!second) return this.#throughout(first);
    const [before, after] = [this.#name(first.cheaper), this.#name(stretches.at(-1)?.cheaper ?? null)];
    const from = texts.moment(second.from);
    if (stretches.length > 2) {
      const moments = texts.list(
        stretches.slice(1).map((stretch) => texts.moment(stretch.from)),
        "conjunction",
      );
      return texts.say("cost_often", { count: stretches.length - 1, moments, after });
    }
    const key = first.cheaper === null ? "cost_from" : second.cheaper === null ? "cost_until" : "cost_once";
    return texts.say(key, { before, after, from, months });
  }

  #throughout({ series, cheaper }: Stretch): string {
    const { months } = this.#estimates;
    if (cheaper === null) return this.#stage.texts.say("cost_same", { months });
    const other = series.find((id) => id !== cheaper) ?? null;
    return this.#stage.texts.say("cost_never", { cheaper: this.#name(cheaper), other: this.#name(other), months });
  }

  /** What one line is made of. */
  #ledger({ id, costs }: SeriesEstimate, index: number): HTMLElement {
    const { texts } = this.#stage;
    const rows = costs.map(({ text, due, every, amount }) =>
      h(
        "li",
        { part: "cost" },
        h("span", {}, text),
        h(
          "span",
          { class: "amount" },
          this.#money(amount),
          " ",
          h("span", { class: "due" }, texts.say(`cost_due_${due}`, { count: every })),
        ),
      ),
    );
    return h(
      "div",
      { class: "ledger", part: "ledger" },
      h("p", { class: `name-${index}` }, sample(index), h("strong", {}, this.#name(id))),
      h("ul", {}, ...rows),
    );
  }

  #rows({ series }: Estimate): HTMLElement {
    const { texts } = this.#stage;
    const { months, series: named } = this.#estimates;
    const cells = (month: number): HTMLElement[] =>
      series.map(({ cumulative }) => h("td", {}, this.#money(cumulative[month] ?? 0)));
    const shown = monthTicks(months / 2).map((half) => half * 2);
    if (shown.at(-1) !== months) shown.push(months);
    return h(
      "table",
      {},
      h("caption", {}, texts.say("cost_axis")),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, texts.say("cost_months")),
          ...named.map(({ name }) => h("th", { scope: "col" }, name)),
        ),
      ),
      h(
        "tbody",
        {},
        ...shown.map((month) => h("tr", {}, h("th", { scope: "row" }, texts.number(month)), ...cells(month))),
      ),
    );
  }
}

/** The stretches of each two series. */
function pairs({ stretches }: Estimate): Stretch[][] {
  const found = new Map<string, Stretch[]>();
  for (const stretch of stretches)
    found.set(stretch.series.join(), [...(found.get(stretch.series.join()) ?? []), stretch]);
  return [...found.values()];
}
