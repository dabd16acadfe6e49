/** Numbers the sources in the order they are cited, so the list at the end reads like one of notes. */
import type { Source } from "../../contract/index.js";
import { h, httpsLink } from "../../dom/dom.js";
import { type Stage, subheading } from "./stage.js";

export class Citations {
  readonly #stage: Stage;
  readonly #cited: Source[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Superscript links to the list; nothing when there is nothing to cite. */
  refer(ids: readonly string[]): HTMLElement | null {
    const sources = ids.map((id) => this.#source(id)).filter((source) => source !== undefined);
    const numbers = sources.map((source) => this.#number(source)).sort((a, b) => a - b);
    return numbers.length === 0 ? null : h("sup", { class: "refs" }, ...numbers.map((number) => this.#link(number)));
  }

  list(): HTMLElement | null {
    if (this.#cited.length === 0) return null;
    return h(
      "section",
      { class: "sources", part: "section sources" },
      subheading(this.#stage, this.#stage.texts.say("sources")),
      h("ol", {}, ...this.#cited.map(entry)),
    );
  }

  #source(id: string): Source | undefined {
    return this.#stage.pack.sources.find((source) => source.id === id);
  }

  #number(source: Source): number {
    if (!this.#cited.includes(source)) this.#cited.push(source);
    return this.#cited.indexOf(source) + 1;
  }

  #link(number: number): HTMLElement {
    const label = this.#stage.texts.say("source_number", { number, title: this.#cited[number - 1]?.title ?? "" });
    return jump(h("a", { "aria-label": label, part: "reference" }, `${number}`), anchor(number));
  }
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

function anchor(number: number): string {
  return `source-${number}`;
}

function entry(source: Source, index: number): HTMLElement {
  return h(
    "li",
    { id: anchor(index + 1), tabindex: "-1", part: "source" },
    httpsLink(source.url, source.title),
    source.published && `, ${source.published}`,
    source.note && h("span", { class: "note" }, ` ${source.note}`),
  );
}
