/** The page's head: the file, what can be done with it, and the way back. */
import { button, h } from "../../dom/dom.js";
import { STARTS } from "../pack/starting.js";
import type { Draft } from "./draft.js";
import * as files from "./files.js";

interface Example {
  readonly title: string;
  readonly file: string;
  readonly text: string;
}

/** The packs of this project; the file is written beside the workshop when that is built. */
export async function examples(): Promise<Example[]> {
  const { examples: all } = (await import(new URL("examples.js", import.meta.url).href)) as { examples: Example[] };
  return all;
}

export class Bar {
  readonly #name = h("strong", { class: "file" });
  readonly #state = h("span", { class: "state" });
  readonly #undo: HTMLButtonElement;
  readonly #redo: HTMLButtonElement;
  readonly element: HTMLElement;
  readonly #draft: Draft;
  readonly #say: (text: string) => void;

  constructor(draft: Draft, views: HTMLElement, notice: HTMLElement, say: (text: string) => void) {
    this.#draft = draft;
    this.#say = say;
    this.#undo = button("undo", "Undo", () => draft.undo());
    this.#redo = button("redo", "Redo", () => draft.redo());
    const acts = [
      this.#begin(),
      button("open", "Open…", () => void this.#guarded(() => this.#open())),
      button("save", "Save", () => void this.save(false)),
      button("save-as", "Save as…", () => void this.save(true)),
      this.#undo,
      this.#redo,
    ];
    this.element = h(
      "header",
      { class: "bar" },
      h("h1", {}, "Workshop"),
      h("p", { class: "name" }, this.#name, this.#state),
      h("div", { class: "acts", role: "group", "aria-label": "File" }, ...acts),
      views,
      notice,
    );
    this.show();
  }

  show(): void {
    this.#name.replaceChildren(this.#draft.file.name);
    this.#state.replaceChildren(this.#draft.dirty ? "not saved" : "saved");
    this.#state.classList.toggle("dirty", this.#draft.dirty);
    this.#undo.disabled = !this.#draft.canUndo;
    this.#redo.disabled = !this.#draft.canRedo;
  }

  /** A new pack, or one of the project's own; undo brings back what was there. */
  #begin(): HTMLElement {
    const begin = h("select", { "aria-label": "Begin with", class: "begin" });
    const option = (value: string, text: string): HTMLElement => h("option", { value }, text);
    begin.append(option("", "New…"));
    for (const [part, { title }] of Object.entries(STARTS)) begin.append(option(`start:${part}`, title));
    void examples().then(
      (all) => begin.append(...all.map(({ file, title }) => option(file, title))),
      () => undefined,
    );
    begin.addEventListener("change", () => {
      const { value } = begin;
      begin.value = "";
      void this.#guarded(() => this.begin(value));
    });
    return begin;
  }

  async begin(value: string): Promise<void> {
    const part = value.replace("start:", "");
    if (part === "decision" || part === "rubric") {
      this.#take(STARTS[part].text, { name: `${part}.json`, handle: null });
      return;
    }
    const example = (await examples()).find(({ file }) => file === value);
    if (example) this.#take(example.text, { name: `${example.file.replace("/", "-")}.json`, handle: null });
  }

  async #open(): Promise<void> {
    const opened = await files.open();
    if (opened) this.#take(opened.text, opened.file);
  }

  #take(text: string, file: Draft["file"]): void {
    const lost = this.#draft.dirty ? " What was there before was not saved; Undo brings it back." : "";
    this.#draft.open(text, file);
    this.#say(`${file.name} is open.${lost}`);
  }

  async save(anew: boolean): Promise<void> {
    await this.#guarded(async () => {
      const file = await files.save(this.#draft.text, this.#draft.file, anew);
      if (!file) return;
      this.#draft.saved(file);
      this.#say(
        file.handle
          ? `Saved to ${file.name}.`
          : `${file.name} is downloaded: your browser keeps it with other downloads.`,
      );
    });
  }

  /** What goes wrong is said, and nothing else happens. */
  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#say(error instanceof Error ? error.message : String(error));
    }
  }
}
