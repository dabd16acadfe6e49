/** The editor's own look, in the colours of the page around it. */
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", height: "100%", fontSize: ".8125rem" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { caretColor: "var(--accent)", paddingBlock: ".75rem" },
  ".cm-line": { paddingInline: ".5rem 1rem" },
  ".cm-gutters": {
    backgroundColor: "var(--paper)",
    color: "var(--faint)",
    border: "none",
    paddingInlineStart: ".5rem",
  },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--ink)" },
  ".cm-activeLine": { backgroundColor: "var(--wash)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--tint)", outline: "1px solid var(--accent)" },
  ".cm-selectionBackground, ::selection": { backgroundColor: "var(--selection)" },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--rule)",
    borderRadius: "4px",
    maxInlineSize: "32rem",
  },
  ".cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxBlockSize: "18rem" },
  ".cm-tooltip-autocomplete > ul > li": { padding: ".25rem .75rem" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-completionIcon": { display: "none" },
  ".cm-problems p": {
    margin: "0",
    padding: ".375rem .75rem",
    fontFamily: "var(--sans)",
    borderInlineStart: "3px solid var(--alert)",
  },
  ".cm-problem": {
    textDecoration: "underline wavy var(--alert)",
    textUnderlineOffset: "3px",
    textDecorationSkipInk: "none",
  },
  ".cm-problem.cm-warning": { textDecorationColor: "var(--warn)" },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--accent)" },
  { tag: tags.string, color: "var(--ink)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: "var(--soft)" },
]);

export const LOOKS: Extension = [theme, syntaxHighlighting(colours)];
