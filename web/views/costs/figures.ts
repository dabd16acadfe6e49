/** The figures behind the cost picture, to change. The engine alone says whether one can be used. */
import type { Estimate, EstimateInput, EstimatesDescription, Inputs, Problem } from "../../contract/index.js";
import { button, h } from "../../dom/dom.js";
import { more } from "../common/fold.js";
import type { CostScreen } from "./screen.js";
import type { Stage } from "../common/stage.js";
import { sentences } from "../../texts/sentences.js";
import { typedNumber } from "../../texts/typed.js";

type Refs = readonly (HTMLElement | null)[];
type Draw = (estimate: Estimate) => void;

export function figuresView(
  stage: Stage,
  estimates: EstimatesDescription,
  screen: CostScreen,
  refs: Refs,
  draw: Draw,
): Figures {
  return new Figures(stage, estimates, screen, refs, draw);
}

/** As many as fit beside the picture. */
const FIRST = 4;

interface Row {
  readonly input: EstimateInput;
  readonly field: HTMLInputElement;
  readonly origin: HTMLElement;
  readonly error: HTMLElement;
  readonly element: HTMLElement;
}

class Figures {
  readonly #stage: Stage;
  readonly #estimates: EstimatesDescription;
  readonly #screen: CostScreen;
  readonly #draw: Draw;
  readonly #rows: readonly Row[];
  /** Those that move the result most come first. */
  readonly #sorted: readonly Row[];
  /** What is wrong with the figures taken together. */
  readonly #refused = h("p", { class: "error", role: "alert" });

  constructor(stage: Stage, estimates: EstimatesDescription, screen: CostScreen, refs: Refs, draw: Draw) {
    this.#stage = stage;
    this.#estimates = estimates;
    this.#screen = screen;
    this.#draw = draw;
    this.#rows = estimates.inputs.map((input, index) => this.#row(input, refs[index] ?? null));
    this.#sorted = this.#byEffect();
    this.#start();
  }

  /** The figures that the pack and the answers give can be drawn even where one of the reader's can't. */
  #start(): void {
    const start = this.#screen.estimate({});
    if ("stretches" in start) this.#accept(start);
    this.#update(true);
    this.#fill();
  }

  /** Those that move the result most. */
  get first(): HTMLElement {
    return h(
      "div",
      { class: "figures-first", part: "figures" },
      ...this.#sorted.slice(0, FIRST).map((row) => row.element),
      this.#refused,
    );
  }

  get rest(): HTMLElement {
    const { texts } = this.#stage;
    const rest = this.#sorted.slice(FIRST).map((row) => row.element);
    const grid = h("div", { class: "figure-grid" }, ...rest);
    const reset = button("quiet", texts.say("cost_reset"), () => this.#reset());
    if (rest.length === 0) return reset;
    return more(this.#stage, texts.say("cost_figures", { count: rest.length }), "figures-fold", grid, reset);
  }

  #byEffect(): readonly Row[] {
    const estimate = this.#screen.estimate({});
    if (!("stretches" in estimate)) return this.#rows;
    const effects = new Map(this.#rows.map((row, index) => [row, this.#effect(row, estimate, index)]));
    return [...this.#rows].sort((a, b) => (effects.get(b) ?? 0) - (effects.get(a) ?? 0));
  }

  /** How far the totals move apart when a figure is a quarter larger. */
  #effect({ input: { id, whole, step, max } }: Row, estimate: Estimate, index: number): number {
    const start = estimate.inputs[index]?.start ?? 0;
    const larger = start + (whole ? Math.max(step, Math.round(start / 4)) : start / 4 || step);
    const moved = this.#screen.estimate({ [id]: Math.min(max, larger) });
    return "stretches" in moved ? Math.abs(distance(moved) - distance(estimate)) : 0;
  }

  #row(input: EstimateInput, refs: HTMLElement | null): Row {
    const ids = ["figure", "origin", "error"].map((part) => `${part}-${input.id}`) as [string, string, string];
    const field = h("input", {
      id: ids[0],
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      "aria-describedby": `${ids[2]} ${ids[1]}`,
    });
    const origin = h("span", {});
    const error = h("p", { class: "error", part: "error", id: ids[2] });
    const element = h(
      "div",
      { class: "figure", part: "figure" },
      h("label", { for: ids[0] }, input.text, " ", h("span", { class: "soft" }, input.unit)),
      field,
      h("p", { class: "soft", id: ids[1] }, this.#dated(input), " ", origin, refs),
      error,
    );
    field.addEventListener("input", () => this.#change(input, field.value, false));
    field.addEventListener("change", () => this.#change(input, field.value, true));
    field.addEventListener("keydown", (event) => this.#nudge(event, input, field));
    return { input, field, origin, error, element };
  }

  /** Where all are of one day, it is said once, above the picture. */
  #dated({ as_of }: EstimateInput): string {
    if (sharedDay(this.#estimates)) return "";
    return this.#stage.texts.say("cost_as_of", { date: this.#stage.texts.date(as_of) });
  }

  /** Arrow keys go up and down by the step. */
  #nudge(event: KeyboardEvent, { step, min, max, ...input }: EstimateInput, field: HTMLInputElement): void {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const value = typedNumber(this.#stage.texts, field.value, input.unit);
    if (!direction || Number.isNaN(value)) return;
    event.preventDefault();
    const next = Math.min(max, Math.max(min, Number((value + direction * step).toPrecision(12))));
    field.value = this.#written(next);
    this.#change({ step, min, max, ...input }, field.value, true);
  }

  #change({ id }: EstimateInput, text: string, done: boolean): void {
    this.#screen.write(id, text);
    this.#update(done);
  }

  #reset(): void {
    this.#screen.reset();
    this.#start();
  }

  /** Draws what can be drawn. Someone who is still typing is not told off. */
  #update(done: boolean): void {
    const result = this.#screen.estimate(this.#inputs());
    const problems = "stretches" in result ? [] : result;
    if ("stretches" in result) this.#accept(result);
    if (done || problems.length === 0) this.#complain(problems);
  }

  #inputs(): Inputs {
    const typed = [...this.#screen.figures()].map(([id, text]): [string, number | string] => {
      const unit = this.#estimates.inputs.find((input) => input.id === id)?.unit;
      const value = typedNumber(this.#stage.texts, text, unit);
      return [id, Number.isNaN(value) ? text : value];
    });
    return Object.fromEntries(typed);
  }

  #accept(estimate: Estimate): void {
    this.#draw(estimate);
    this.#rows.forEach(({ input, field, origin }, index) => {
      const start = estimate.inputs[index];
      if (!start) return;
      const own = this.#screen.figures().has(input.id);
      field.defaultValue = this.#written(start.start);
      const said = own ? "cost_yours" : start.from_answer ? "cost_answer" : null;
      origin.replaceChildren(said ? this.#stage.texts.say(said) : "");
    });
  }

  /** The fields show what the reader typed, or where the input starts. */
  #fill(): void {
    for (const { input, field } of this.#rows) field.value = this.#screen.figures().get(input.id) ?? field.defaultValue;
  }

  #complain(problems: readonly Problem[]): void {
    for (const { input, field, error } of this.#rows) {
      const wrong = problems.some((problem) => problem.path === `/inputs/${input.id}`);
      field.setAttribute("aria-invalid", `${wrong}`);
      error.replaceChildren(wrong ? this.#advice(input) : "");
    }
    const whole = problems.filter((problem) => !problem.path.startsWith("/inputs/"));
    this.#refused.replaceChildren(...whole.map(({ message, suggestion = "" }) => sentences(message, suggestion)));
  }

  #advice({ whole, min, max }: EstimateInput): string {
    return this.#stage.texts.say(whole ? "cost_whole" : "cost_number", {
      min: this.#written(min),
      max: this.#written(max),
    });
  }

  #written(value: number): string {
    return this.#stage.texts.figure(value);
  }
}

/** The day of all assumptions; null where they are of several. */
export function sharedDay({ inputs }: EstimatesDescription): string | null {
  const days = new Set(inputs.map(({ as_of }) => as_of));
  const [day] = days;
  return days.size === 1 && day ? day : null;
}

/** Between the first two totals. */
function distance({ series: [first, second] }: Estimate): number {
  return (first?.cumulative.at(-1) ?? 0) - (second?.cumulative.at(-1) ?? 0);
}
