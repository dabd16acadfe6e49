/** Renaming what the cursor is at, wherever the pack means it. */
import { button, h } from "../../dom/dom.js";
import { nameAt, refusal, renamed, usesOf, type Place } from "../pack/names.js";
import type { Draft } from "./draft.js";

export class RenameBar {
  readonly #input = h("input", { type: "text", id: "rename", spellcheck: "false", autocomplete: "off" });
  readonly #label = h("label", { for: "rename" });
  readonly #refusal = h("p", { role: "alert", class: "refusal" });
  readonly element = h("form", { class: "rename", hidden: "" });
  readonly #draft: Draft;
  readonly #done: (said: string) => void;
  #place: Place | null = null;

  constructor(draft: Draft, done: (said: string) => void) {
    this.#draft = draft;
    this.#done = done;
    const rename = button("primary", "Rename", () => this.#rename());
    const cancel = button("quiet", "Cancel", () => this.#close("Nothing was renamed."));
    this.element.append(this.#label, this.#input, rename, cancel, this.#refusal);
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#rename();
    });
    this.element.addEventListener("keydown", ({ key }) => key === "Escape" && this.#close("Nothing was renamed."));
  }

  open(): void {
    const { tree, cursor } = this.#draft;
    this.#place = nameAt(tree, cursor);
    if (!this.#place) {
      this.#done("Put the cursor on an id to rename it.");
      return;
    }
    const uses = usesOf(tree, this.#place).length;
    this.#label.replaceChildren(
      `Rename the ${this.#place.kind.replace("_", "-")} "${this.#place.id}" in ${uses} places to`,
    );
    this.#input.value = this.#place.id;
    this.#refusal.replaceChildren();
    this.element.hidden = false;
    this.#input.focus();
    this.#input.select();
  }

  #rename(): void {
    const [place, to] = [this.#place, this.#input.value.trim()];
    if (!place || to === place.id) {
      this.#close("Nothing was renamed.");
      return;
    }
    const refused = refusal(this.#draft.tree, place, to);
    this.#refusal.replaceChildren(refused ?? "");
    if (refused !== null) return;
    const edits = renamed(this.#draft.tree, place, to);
    this.#draft.edit(edits, "input.rename");
    this.#close(`"${place.id}" is "${to}" now, in ${edits.length} places.`);
  }

  #close(said: string): void {
    this.element.hidden = true;
    this.#done(said);
  }
}
