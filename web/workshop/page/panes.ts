/** Which panes stand side by side; where there is room for one only, the one that was asked for last. */
import { button, h } from "../../dom/dom.js";

export type PaneName = "text" | "table" | "map" | "preview" | "proofs";

const TITLES: { readonly [name in PaneName]: string } = {
  text: "Text",
  table: "Table",
  map: "Map",
  preview: "Preview",
  proofs: "Proofs",
};
const NARROW = "(max-width: 60rem)";

export class Panes {
  readonly bar = h("nav", { class: "views", "aria-label": "Views" });
  readonly element = h("div", { class: "panes" });
  readonly #panes = new Map<PaneName, { toggle: HTMLButtonElement; section: HTMLElement }>();
  readonly #narrow = matchMedia(NARROW);
  #shown: PaneName[];
  readonly #changed: (name: PaneName) => void;

  constructor(shown: PaneName[], changed: (name: PaneName) => void) {
    this.#shown = shown;
    this.#changed = changed;
    this.#narrow.addEventListener("change", () => this.#paint());
  }

  add(name: PaneName, tools: (Node | null)[], body: Node): void {
    const toggle = button("view", TITLES[name], () => this.#toggle(name));
    const head = h("header", {}, h("h2", {}, TITLES[name]), h("div", { class: "tools" }, ...tools));
    const section = h("section", { class: `pane pane-${name}`, "aria-label": TITLES[name] }, head, body);
    this.#panes.set(name, { toggle, section });
    this.bar.append(toggle);
    this.element.append(section);
    this.#paint();
  }

  shows(name: PaneName): boolean {
    return this.#narrow.matches ? this.#shown.at(-1) === name : this.#shown.includes(name);
  }

  /** Brings a pane up, without taking another away where there is room. */
  show(name: PaneName): void {
    if (this.shows(name)) return;
    this.#shown = [...this.#shown.filter((each) => each !== name), name];
    this.#paint();
    this.#changed(name);
  }

  #toggle(name: PaneName): void {
    const rest = this.#shown.filter((each) => each !== name);
    const hides = this.shows(name) && rest.length > 0;
    this.#shown = hides ? rest : [...rest, name];
    this.#paint();
    if (!hides) this.#changed(name);
  }

  #paint(): void {
    for (const [name, { toggle, section }] of this.#panes) {
      const shown = this.shows(name);
      toggle.setAttribute("aria-pressed", String(shown));
      section.hidden = !shown;
    }
  }
}
