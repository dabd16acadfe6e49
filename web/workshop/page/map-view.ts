/** The pane "Map": the outline first, with the share of all answers that reach each thing; the drawing below it. */
import { button, h, named, type Child } from "../../dom/dom.js";
import { drawingOf, type Item, type Knot, type Outline } from "../pack/outline.js";
import type { Target } from "../pack/probes.js";
import { drawn } from "./drawing.js";
import { percent } from "./proofs-view.js";

export interface MapActing {
  go(pointer: string): void;
  show(target: Target | { readonly kind: "question"; readonly id: string }): void;
}

export type Shares = ReadonlyMap<string, number | null>;
export const shareKey = ({ kind, id }: { kind: string; id: string }): string => `${kind}:${id}`;

export class MapView {
  readonly element = h("div", { class: "map", tabindex: "0", role: "group", "aria-label": "Map" });
  readonly #acting: MapActing;
  #outline: Outline | null = null;
  #shares: Shares = new Map();
  #shown = "";

  constructor(acting: MapActing) {
    this.#acting = acting;
  }

  show(outline: Outline): void {
    this.#outline = outline;
    this.#paint();
  }

  reach(shares: Shares): void {
    this.#shares = shares;
    this.#paint();
  }

  /** What is the same is left as it is: with its folds, and the focus in it. */
  #paint(): void {
    if (!this.#outline) return;
    const now = JSON.stringify([this.#outline, [...this.#shares]]);
    if (now === this.#shown) return;
    this.#shown = now;
    const outline = this.#outline;
    const { scrollTop, scrollLeft } = this.element;
    this.element.replaceChildren(...this.#lists(outline), this.#drawing(outline));
    this.element.scrollTo(scrollLeft, scrollTop);
  }

  #lists(outline: Outline): HTMLElement[] {
    return [
      this.#list(
        "Questions",
        outline.questions.map((item) => this.#item("question", item, leads(item.leadsTo))),
      ),
      this.#list(
        "Rules",
        outline.rules.map((item) => this.#item("rule", item, `for or against ${item.gives.join(", ")}`)),
      ),
      this.#list(
        "Gates",
        outline.gates.map((item) => this.#item("gate", item, looks(item))),
      ),
      this.#list(
        "Recommendations, first that holds",
        outline.recommendations.map((item) => this.#item("recommendation", item, looks(item))),
      ),
      this.#list(
        "Notes",
        outline.notes.map((item) => this.#item("note", item, looks(item))),
      ),
    ].filter((list) => list.querySelector("li"));
  }

  #list(title: string, items: HTMLElement[]): HTMLElement {
    return h(
      "section",
      {},
      h("h3", {}, title, h("span", { class: "count" }, String(items.length))),
      h("ol", { class: "outline" }, ...items),
    );
  }

  #item(kind: "question" | Target["kind"], item: Item, about: string): HTMLElement {
    const go = button("id", item.id, () => this.#acting.go(item.pointer));
    const show = named(
      button("show", "Show me", () => this.#acting.show({ kind, id: item.id })),
      item.id,
    );
    return h(
      "li",
      {},
      h("p", { class: "row" }, go, this.#share({ kind, id: item.id }), show),
      h("p", { class: "title" }, item.title),
      about ? h("p", { class: "aside" }, about) : null,
    );
  }

  #share(target: { kind: string; id: string }): Child {
    const share = this.#shares.get(shareKey(target));
    return typeof share === "number" ? h("span", { class: "share" }, percent(share)) : null;
  }

  #drawing(outline: Outline): HTMLElement {
    const { knots, lines } = drawingOf(outline);
    const share = (knot: Knot): string => {
      const own = this.#shares.get(shareKey(knot));
      return typeof own === "number" ? percent(own) : "";
    };
    const { element } = drawn(knots, lines, share, ({ pointer }) => this.#acting.go(pointer));
    return h("section", {}, h("h3", {}, "Drawing"), h("div", { class: "canvas" }, element as unknown as Node));
  }
}

function leads({
  questions,
  gates,
  rules,
  recommendations,
}: {
  questions: string[];
  gates: string[];
  rules: string[];
  recommendations: string[];
}): string {
  const parts = [
    questions.length > 0 ? `asks on: ${questions.join(", ")}` : "",
    rules.length > 0 ? `${rules.length === 1 ? "1 rule" : `${rules.length} rules`}: ${rules.join(", ")}` : "",
    gates.length > 0 ? `gates: ${gates.join(", ")}` : "",
    recommendations.length > 0 ? `recommendations: ${recommendations.join(", ")}` : "",
  ];
  return parts.filter(Boolean).join(" · ") || "leads nowhere";
}

const looks = ({ looksAt }: Item): string => (looksAt.length > 0 ? `looks at ${looksAt.join(", ")}` : "");
