/** Problems under the words that they are about, and what they say where the pointer rests or the cursor stands. */
import { StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, hoverTooltip, type DecorationSet, type Tooltip } from "@codemirror/view";
import { h } from "../../dom/dom.js";
import type { Mark } from "./fields.js";

export const setMarks = StateEffect.define<readonly Mark[]>();

function decorations(marks: readonly Mark[], length: number): DecorationSet {
  const ranges = marks.flatMap((mark) => {
    const to = Math.min(length, Math.max(mark.to, mark.from + 1));
    return mark.from < to
      ? [Decoration.mark({ class: `cm-problem cm-${mark.severity}`, mark }).range(mark.from, to)]
      : [];
  });
  return Decoration.set(ranges, true);
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setMarks));
    return set ? decorations(set.value, transaction.newDoc.length) : shown.map(transaction.changes);
  },
  provide: (own) => EditorView.decorations.from(own),
});

function messagesAt(state: EditorState, at: number): string[] {
  const messages: string[] = [];
  state
    .field(field)
    .between(at, at, (_from, _to, { spec }) => void messages.push((spec as { mark: Mark }).mark.message));
  return messages;
}

function tooltip(view: EditorView, pos: number): Tooltip | null {
  const messages = messagesAt(view.state, pos);
  if (messages.length === 0) return null;
  return {
    pos,
    above: true,
    create: () => ({ dom: h("div", { class: "cm-problems" }, ...messages.map((message) => h("p", {}, message))) }),
  };
}

export const MARKS: Extension = [field, hoverTooltip(tooltip)];
