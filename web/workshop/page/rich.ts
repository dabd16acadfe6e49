/**
 * The rich editor, CodeMirror. It stands in a shadow root, where its style sheets are adopted: in the document it would write
 * a <style> element, which a strict policy refuses.
 */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { defaultKeymap, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentUnit } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import type { Draft } from "./draft.js";
import type { TextField } from "./fields.js";
import { LOOKS } from "./looks.js";
import { MARKS, setMarks } from "./marks.js";

/** Which words can stand at an offset, and what they replace. */
export type Complete = (text: string, at: number) => { from: number; to: number; words: string[] } | null;

function completions(complete: Complete) {
  return ({ state, pos }: CompletionContext): CompletionResult | null => {
    const found = complete(state.doc.toString(), pos);
    if (!found || found.words.length === 0) return null;
    const options = found.words.map((label) => ({ label, type: "text" }));
    return { from: found.from, to: found.to, options, filter: true, validFor: /^[^"]*$/ };
  };
}

export function richExtensions(complete: Complete, label: string): Extension {
  return [
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: [completions(complete)], icons: false }),
    json(),
    indentUnit.of("  "),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    MARKS,
    LOOKS,
  ];
}

/** Shows the draft in a host; null where the browser can't adopt style sheets. */
export function richField(draft: Draft, host: HTMLElement): TextField | null {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  if (!(root.adoptedStyleSheets as unknown)) return null;
  root.replaceChildren();
  const view = new EditorView({
    state: draft.state,
    parent: root,
    root,
    dispatchTransactions: (transactions, own) => {
      own.update(transactions);
      for (const transaction of transactions) draft.take(transaction);
    },
  });
  draft.attach(view);
  return {
    focus: () => view.focus(),
    mark: (marks) => view.dispatch({ effects: setMarks.of(marks) }),
    reveal(from) {
      view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "center" }) });
    },
    remove() {
      draft.attach(null);
      view.destroy();
      root.replaceChildren();
    },
  };
}
