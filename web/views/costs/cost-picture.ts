/** The cost picture: its finding, the lines beside the figures that move it most, what they are made of, and the same as a table. */
import type { Estimate, EstimatesDescription, Stretch } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import { more } from "../common/fold.js";
import { passage } from "../common/passage.js";
import { chart, monthTicks } from "./chart.js";
import type { CostScreen } from "./screen.js";
import { figuresView, sharedDay } from "./figures.js";
import { head, ledger, scroller } from "./ledger.js";
import { rivals, type ShownSeries, shownSeries, stretchesOf } from "./shown.js";
import type { Stage } from "../common/stage.js";
import { sentences } from "../../texts/sentences.js";

type Refs = readonly (HTMLElement | null)[];

export function costPicture(
  stage: Stage,
  estimates: EstimatesDescription,
  screen: CostScreen,
  refs: Refs,
  tell: (totals: string) => void,
): HTMLElement {
  const picture = new Picture(stage, estimates, screen, tell);
  const figures = figuresView(stage, estimates, screen, refs, (estimate) => picture.draw(estimate));
  return h(
    "div",
    { class: "cost-picture" },
    picture.words,
    h("div", { class: "cost-main" }, picture.drawn, figures.first),
    figures.rest,
    picture.ledger,
    picture.table,
  );
}

class Picture {
  readonly #stage: Stage;
  readonly #estimates: EstimatesDescription;
  readonly #screen: CostScreen;
  readonly #tell: (totals: string) => void;
  readonly words = h("div", { class: "cost-words", role: "status" });
  readonly drawn = h("div", { class: "cost-drawn" });
  readonly ledger = h("div", {});
  readonly table: HTMLElement;

  constructor(stage: Stage, estimates: EstimatesDescription, screen: CostScreen, tell: (totals: string) => void) {
    this.#stage = stage;
    this.#estimates = estimates;
    this.#screen = screen;
    this.#tell = tell;
    this.table = more(stage, stage.texts.say("cost_table"), "cost-table");
  }

  draw(estimate: Estimate): void {
    const { texts, pack } = this.#stage;
    const series = shownSeries(pack, this.#estimates, this.#screen.verdict, estimate);
    const pair = rivals(series);
    const stretches = pair ? stretchesOf(estimate, pair) : [];
    const finding = pair ? this.#finding(stretches, pair) : "";
    const answers = estimate.inputs.filter(({ from_answer }) => from_answer).length;
    const origin = texts.say("cost_origin", { answers, count: estimate.inputs.length });
    const day = sharedDay(this.#estimates);
    const dated = day ? texts.say("sentence", { text: texts.say("cost_as_of", { date: texts.date(day) }) }) : "";
    this.#tell(this.#totals(pair ?? series));
    this.words.replaceChildren(
      h("p", { class: "summary", part: "cost-sentence" }, finding),
      passage("p", { class: "soft" }, sentences(dated, origin, this.#estimates.text ?? "")),
    );
    this.drawn.replaceChildren(
      h("p", { class: "soft" }, texts.say("cost_axis", { currency: this.#estimates.currency })),
      chart(this.#stage, this.#estimates, series, stretches, finding),
    );
    this.ledger.replaceChildren(scroller(texts.say("cost_ledger"), ledger(this.#stage, this.#estimates, series)));
    if (this.table.lastElementChild?.matches(".scroll")) this.table.lastElementChild.remove();
    this.table.append(scroller(texts.say("cost_table"), this.#rows(series)));
  }

  get #time(): string {
    const { months } = this.#estimates;
    const years = months / 12;
    const { texts } = this.#stage;
    return Number.isInteger(years) ? texts.say("years", { count: years }) : texts.say("months", { count: months });
  }

  /** Totals that are read beside each other are all written alike. */
  #short(series: readonly ShownSeries[]): string[] {
    const totals = series.map(({ total }) => total);
    const short = Math.max(...totals) >= 10_000;
    return totals.map((total) => this.#stage.texts.money(total, this.#estimates.currency, short));
  }

  #totals(series: readonly ShownSeries[]): string {
    const amounts = this.#short(series);
    const totals = series.map(({ name }, index) => `${name} ${amounts[index]}`);
    return this.#stage.texts.say("cost_end", { totals: totals.join(" · "), time: this.#time });
  }

  /** Who has cost less in the end, since when, and how much. */
  #finding(stretches: readonly Stretch[], [a, b]: readonly [ShownSeries, ShownSeries]): string {
    const { texts } = this.#stage;
    const [first, last] = [stretches[0], stretches.at(-1)];
    const [cheaper, other] = last?.cheaper === b.id ? [b, a] : [a, b];
    const [least = "", most = ""] = this.#short([cheaper, other]);
    const values = {
      cheaper: cheaper.name,
      other: other.name,
      least,
      most,
      from: texts.moment(last?.from ?? 0),
      time: this.#time,
    };
    if (!first || !last?.cheaper) return texts.say(stretches.length > 1 ? "cost_until" : "cost_same", values);
    if (stretches.length === 1) return texts.say("cost_never", values);
    const spread = last.from - (stretches[1]?.from ?? 0);
    return texts.say(stretches.length === 2 ? "cost_once" : spread <= 2 ? "cost_even" : "cost_often", values);
  }

  #rows(series: readonly ShownSeries[]): HTMLElement {
    const { texts } = this.#stage;
    const { months, currency } = this.#estimates;
    const cells = (month: number): HTMLElement[] =>
      series.map(({ cumulative }) => h("td", {}, texts.money(cumulative[month] ?? 0, currency)));
    const shown = monthTicks(months / 2).map((half) => half * 2);
    if (shown.at(-1) !== months) shown.push(months);
    return h(
      "table",
      {},
      h("caption", {}, texts.say("cost_axis", { currency })),
      head(texts.say("cost_months"), series),
      h(
        "tbody",
        {},
        ...shown.map((month) => h("tr", {}, h("th", { scope: "row" }, texts.number(month)), ...cells(month))),
      ),
    );
  }
}
