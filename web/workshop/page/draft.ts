/** The pack that is being written: its text with one history for all who change it, and the file that it belongs to. */
import { history, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { EditorState, type Extension, type Transaction, type TransactionSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { treeOf, type Edit, type Tree } from "../pack/tree.js";

/** What is shown of the file. */
export interface File {
  readonly name: string;
  /** Writes to it again, where the browser can. */
  readonly handle: FileSystemFileHandle | null;
}

type Listener = (draft: Draft) => void;

export class Draft {
  file: File = { name: "pack.json", handle: null };
  #state: EditorState;
  #view: EditorView | null = null;
  #tree: Tree = treeOf("");
  #saved = "";
  readonly #edited: Listener[] = [];
  readonly #moved: Listener[] = [];

  constructor(text: string, extensions: Extension) {
    this.#state = EditorState.create({ doc: text, extensions: [history(), extensions] });
    this.#saved = text;
  }

  get state(): EditorState {
    return this.#state;
  }

  get text(): string {
    return this.tree.text;
  }

  get tree(): Tree {
    const text = this.#state.doc.toString();
    if (this.#tree.text !== text || this.#tree.root === null) this.#tree = treeOf(text);
    return this.#tree;
  }

  get cursor(): number {
    return this.#state.selection.main.head;
  }

  /** Something would be lost with the page. */
  get dirty(): boolean {
    return this.text !== this.#saved;
  }

  get canUndo(): boolean {
    return undoDepth(this.#state) > 0;
  }

  get canRedo(): boolean {
    return redoDepth(this.#state) > 0;
  }

  onEdit(listener: Listener): void {
    this.#edited.push(listener);
  }

  /** The cursor went elsewhere, or the text changed under it. */
  onMove(listener: Listener): void {
    this.#moved.push(listener);
  }

  /** While an editor shows the draft, it is the editor that changes it. */
  attach(view: EditorView | null): void {
    this.#view = view;
  }

  /** A change of an editor's own. */
  take(transaction: Transaction): void {
    this.#state = transaction.state;
    const listeners = transaction.docChanged
      ? [...this.#edited, ...this.#moved]
      : transaction.selection
        ? this.#moved
        : [];
    for (const listener of listeners) listener(this);
  }

  dispatch(spec: TransactionSpec): void {
    if (this.#view) this.#view.dispatch(spec);
    else this.take(this.#state.update(spec));
  }

  /** One step of the history, however many places it changes. */
  edit(edits: readonly Edit[], userEvent = "input.workshop"): void {
    if (edits.length === 0) return;
    this.dispatch({ changes: [...edits], userEvent, scrollIntoView: false });
  }

  select(from: number, to = from): void {
    const { length } = this.#state.doc;
    const selection = { anchor: Math.min(from, length), head: Math.min(to, length) };
    this.dispatch({ selection, scrollIntoView: true });
  }

  undo(): void {
    undo({ state: this.#state, dispatch: (transaction) => this.#send(transaction) });
  }

  redo(): void {
    redo({ state: this.#state, dispatch: (transaction) => this.#send(transaction) });
  }

  #send(transaction: Transaction): void {
    if (this.#view) this.#view.dispatch(transaction);
    else this.take(transaction);
  }

  /** Another file's text; undo brings the former back. */
  open(text: string, file: File): void {
    this.file = file;
    this.#saved = text.replaceAll(/\r\n?/g, "\n");
    this.dispatch({
      changes: { from: 0, to: this.#state.doc.length, insert: text },
      selection: { anchor: 0 },
      userEvent: "input.open",
    });
    for (const listener of this.#edited) listener(this);
  }

  saved(file: File): void {
    this.file = file;
    this.#saved = this.text;
    for (const listener of this.#moved) listener(this);
  }
}
