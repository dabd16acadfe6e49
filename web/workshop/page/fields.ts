/** What the two ways to write the text have in common, and the plain one: a text area, for whoever prefers it. */
import { h } from "../../dom/dom.js";
import type { Draft } from "./draft.js";

export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: "error" | "warning";
  readonly message: string;
}

export interface TextField {
  focus(): void;
  mark(marks: readonly Mark[]): void;
  /** Brings a place into sight. */
  reveal(from: number, to: number): void;
  remove(): void;
}

/** The one stretch in which two texts differ. */
export function difference(before: string, after: string): { from: number; to: number; insert: string } {
  let start = 0;
  const least = Math.min(before.length, after.length);
  while (start < least && before[start] === after[start]) ++start;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) ++end;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** Programs that write into a text area break its own undo, so the draft's takes its keys. */
function undoKeys(draft: Draft, event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) draft.redo();
  else draft.undo();
}

export function plainField(draft: Draft, host: HTMLElement, label: string): TextField {
  const area = h("textarea", {
    "aria-label": label,
    spellcheck: "false",
    autocomplete: "off",
    class: "plain",
    wrap: "soft",
  });
  area.value = draft.text;
  let gone = false;
  area.addEventListener("input", () => draft.edit([difference(draft.text, area.value)], "input.type"));
  area.addEventListener("keydown", (event) => undoKeys(draft, event));
  const follow = (): void => {
    if (!gone && area.selectionStart !== draft.cursor) draft.select(area.selectionStart);
  };
  for (const type of ["selectionchange", "keyup", "click"]) area.addEventListener(type, follow); // not all say the first
  draft.onEdit(() => {
    if (!gone && area.value !== draft.text) area.value = draft.text;
  });
  host.append(area);
  return {
    focus: () => area.focus(),
    mark: () => undefined, // the list of problems says them all
    reveal(from, to) {
      area.setSelectionRange(from, to);
      const lines = draft.text.slice(0, from).split("\n").length - 1;
      area.scrollTop = Math.max(0, lines * parseFloat(getComputedStyle(area).lineHeight) - area.clientHeight / 2);
    },
    remove() {
      gone = true;
      area.remove();
    },
  };
}
