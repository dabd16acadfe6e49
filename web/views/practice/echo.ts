/** Evidence in the text and its row below light each other up, by pointer and by focus. */
import { h } from "../../dom/dom.js";
import type { Mention } from "../../practice/passages.js";
import type { Stage } from "../common/stage.js";

export class Echo {
  /** Names what the pointer or the focus is on in the text; empty otherwise. */
  readonly key = h("p", { class: "key", part: "key", "aria-hidden": "true" });
  readonly #stage: Stage;
  readonly #parts: { readonly element: HTMLElement; readonly mentions: readonly Mention[] }[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  join<T extends HTMLElement>(element: T, mentions: readonly Mention[], named: boolean): T {
    this.#parts.push({ element, mentions });
    const light = (on: readonly Mention[]) => (): void => this.#light(on, named);
    for (const type of ["pointerenter", "focusin"]) element.addEventListener(type, light(mentions));
    for (const type of ["pointerleave", "focusout"]) element.addEventListener(type, light([]));
    return element;
  }

  #light(on: readonly Mention[], named: boolean): void {
    for (const { element, mentions } of this.#parts) {
      element.classList.toggle(
        "lit",
        mentions.some((mention) => on.includes(mention)),
      );
    }
    this.#name(named ? on : []);
  }

  #name(on: readonly Mention[]): void {
    if (on.length > 0) addEventListener("keydown", this.#dismiss);
    else removeEventListener("keydown", this.#dismiss);
    this.key.replaceChildren(on.map((mention) => `${labelText(this.#stage, mention)} ${mention.title}`).join(" · "));
  }

  /** The name may lie on other words, so Escape takes it away. */
  readonly #dismiss = ({ key }: KeyboardEvent): void => {
    if (key === "Escape") this.#name([]);
  };
}

/** What stands beside the evidence and in front of the row. */
export function labelText({ texts }: Stage, { kind, label, certainty }: Mention): string {
  const named = kind === "criterion" ? label : texts.say("misconception", { letter: label });
  return certainty === "certain" ? named : texts.say(`${certainty}_label`, { label: named });
}
