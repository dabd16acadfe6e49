/**
 * Where the reader marks the words that say a missed concept: their text in a field that takes no changes, so that mouse,
 * touch and keyboard select in it as everywhere.
 */
import type { Span } from "../../contract/index.js";
import { button, h } from "../../dom/dom.js";
import type { Stage } from "../common/stage.js";

export function claimField(
  stage: Stage,
  text: string,
  title: string,
  claim: (words: Span) => void,
  cancel: () => void,
): HTMLElement {
  const { texts } = stage;
  const field = h("textarea", { class: "field", part: "field", rows: "5", dir: "auto", inputmode: "none" });
  field.setAttribute("aria-label", texts.say("mark_words", { title }));
  field.setAttribute("aria-readonly", "true");
  // A field makes one character of each line end; so that offsets stay, a blank takes the other one's place.
  const shown = text.replaceAll("\r\n", " \n");
  field.value = shown;
  // A field that is `readonly` has no caret in some browsers, so that no key could select.
  field.addEventListener("beforeinput", (event) => event.preventDefault());
  // What a phone's keyboard put in all the same is taken out again.
  field.addEventListener("input", () => {
    field.value = shown;
  });
  const status = h("p", { class: "status", role: "status" }, texts.say("mark_how"));
  const use = (): void => {
    const words = trimmed(field.value, field.selectionStart, field.selectionEnd);
    if (words) {
      claim(words);
      return;
    }
    status.replaceChildren(texts.say("mark_first"));
    field.focus();
  };
  const buttons = [button("secondary", texts.say("use_words"), use), button("quiet", texts.say("cancel"), cancel)];
  const view = h(
    "div",
    { class: "claiming", part: "claiming" },
    field,
    status,
    h("div", { class: "controls" }, ...buttons),
  );
  view.addEventListener("keydown", ({ key }) => key === "Escape" && cancel());
  return view;
}

/** Blanks at either end are none of the words. */
function trimmed(text: string, start: number, end: number): Span | null {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  const length = words.trim().length;
  return length === 0 ? null : { start: start + before, end: start + before + length };
}
