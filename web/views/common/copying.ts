/** Copies a text, or shows it selected where copying is refused. */
import { copyText } from "../../dom/clipboard.js";
import { h } from "../../dom/dom.js";
import type { TextKey } from "../../texts/texts.js";
import type { Stage } from "./stage.js";

interface Words {
  readonly copied: TextKey;
  readonly by_hand: TextKey;
  readonly label: TextKey;
}

export const LINK: Words = { copied: "copied", by_hand: "copy_by_hand", label: "link_label" };

export const SUMMARY: Words = { copied: "copied_summary", by_hand: "summary_by_hand", label: "summary_label" };

export const DOCUMENT: Words = { copied: "copied_document", by_hand: "document_by_hand", label: "document_label" };

export async function copy(stage: Stage, text: string, status: HTMLElement, words: Words): Promise<void> {
  const copied = await copyText(text);
  status.replaceChildren(stage.texts.say(copied ? words.copied : words.by_hand));
  if (!copied) offerSelected(stage.texts.say(words.label), text, status);
}

function offerSelected(label: string, text: string, status: HTMLElement): void {
  const field = text.includes("\n") ? h("textarea", { rows: "8" }) : h("input", { type: "text" });
  for (const [name, value] of [
    ["aria-label", label],
    ["part", "link-field"],
  ] as const)
    field.setAttribute(name, value);
  field.readOnly = true;
  field.value = text;
  status.append(field);
  field.focus();
  field.select();
}
