/** What a paragraph rests on: one quiet control at its end that lists its sources in place, and a list of all of them with the ways back. */
import type { Source } from "../../contract/index.js";
import { h, httpsAddress, httpsLink } from "../../dom/dom.js";
import { fold } from "./fold.js";
import { passage } from "./passage.js";
import type { Stage } from "./stage.js";

export class Citations {
  readonly #stage: Stage;
  /** The controls that cite each source, in the order they are first cited. */
  readonly #cited = new Map<Source, HTMLElement[]>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /**
   * Nothing when there is nothing to cite. A source without an address can't be looked up: the list alone names it. `detail`: the
   * figures that are one level below the paragraph.
   */
  refer(ids: readonly string[], detail?: string): HTMLElement | null {
    const sources = ids.flatMap((id) => this.#stage.pack.sources.find((source) => source.id === id) ?? []);
    const linked = sources.filter(({ url }) => httpsAddress(url));
    const control = this.#control(linked.length, detail);
    for (const source of sources) this.#cited.set(source, [...(this.#cited.get(source) ?? []), control]);
    if (linked.length === 0 && !detail) return null;
    return h("span", { class: "cites" }, " ", control, this.#inPlace(control, linked, detail));
  }

  #control(count: number, detail?: string): HTMLButtonElement {
    const { texts } = this.#stage;
    const text =
      detail && count === 0 ? texts.say("figures") : texts.say(detail ? "figures_of" : "sources_of", { count });
    return h("button", { type: "button", class: "cite", part: "reference", "aria-expanded": "false" }, text);
  }

  /** Spans, because it stands within a paragraph. */
  #inPlace(control: HTMLButtonElement, sources: readonly Source[], detail?: string): HTMLElement {
    const items = sources.map((source) => h("span", { role: "listitem" }, httpsLink(source.url, source.title)));
    const list = items.length > 0 && h("span", { class: "cited-list", role: "list" }, ...items);
    const shown = h("span", { class: "cited" }, detail && passage("span", {}, detail), list);
    shown.hidden = true;
    const show = (open: boolean): void => {
      shown.hidden = !open;
      control.setAttribute("aria-expanded", `${open}`);
    };
    const keep = this.#stage.folds.place("cited", show);
    control.addEventListener("click", () => {
      show(shown.hidden);
      keep(!shown.hidden);
    });
    return shown;
  }

  /** All that is cited, folded. */
  list(): HTMLElement | null {
    const count = this.#cited.size;
    const entries = [...this.#cited].map(([source, places]) => this.#entry(source, places));
    return count > 0 ? fold(this.#stage, "sources", "sources", `${count}`, h("ol", {}, ...entries)) : null;
  }

  #entry(source: Source, places: readonly HTMLElement[]): HTMLElement {
    const ways = httpsAddress(source.url) ? places.map((place, index) => this.#back(source, place, index)) : [];
    return h(
      "li",
      { part: "source" },
      httpsLink(source.url, source.title),
      source.published && `, ${source.published}`,
      source.note && h("span", { class: "note" }, ` ${source.note}`),
      ways.length > 0 && h("span", { class: "ways-back" }, " ", ...ways),
    );
  }

  /** Back to where it is cited. */
  #back({ title }: Source, place: HTMLElement, index: number): HTMLElement {
    const label = this.#stage.texts.say("source_back", { number: index + 1, title });
    const way = h("button", { type: "button", class: "cite", "aria-label": label }, `↩${index + 1}`);
    way.addEventListener("click", () => reveal(place));
    return way;
  }
}

/** Opens whatever is folded around an element, and leads to it. */
function reveal(element: HTMLElement): void {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

/** A link within the card. A fragment can't reach into a shadow root, and would overwrite the page's own. */
export function jump(link: HTMLAnchorElement, id: string): HTMLAnchorElement {
  link.href = `#${id}`;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const target = (link.getRootNode() as ShadowRoot).getElementById(id);
    const fold = target?.closest("details");
    if (fold) fold.open = true; // what is folded can't be focused
    target?.focus();
  });
  return link;
}
