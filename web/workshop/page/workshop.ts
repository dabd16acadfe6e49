/** One draft in five panes. What one of them changes, all others show; the proofs follow from the worker. */
import type { Answers, Problem } from "../../contract/index.js";
import { copyText } from "../../dom/clipboard.js";
import { button, h } from "../../dom/dom.js";
import { answersTo, questionAt } from "../pack/asking.js";
import { caseEdits } from "../pack/cases.js";
import { idsOf } from "../pack/names.js";
import { outlineOf } from "../pack/outline.js";
import type { Target } from "../pack/probes.js";
import { STARTS } from "../pack/starting.js";
import { sourceOf, subjectAt, type Subject } from "../pack/subject.js";
import { addRow, CellError, cellEdits, pasted, removeRows, tableOf, type CellChange } from "../pack/table.js";
import { nearestAt, pathOf, treeOf } from "../pack/tree.js";
import { Prover } from "../proofs/prover.js";
import { Bar } from "./bar.js";
import { marksOf, mendingOf, partsOf, rangeOf, type Checking } from "./checking.js";
import { Draft } from "./draft.js";
import { plainField, type TextField } from "./fields.js";
import { Grid } from "./grid.js";
import { MapView } from "./map-view.js";
import { Panes, type PaneName } from "./panes.js";
import { Preview } from "./preview.js";
import { ProofsView } from "./proofs-view.js";
import { Proving } from "./proving-desk.js";
import { RenameBar } from "./rename-bar.js";
import { richExtensions, richField } from "./rich.js";
import type { Spot } from "./selection.js";

const LABEL = "The pack as JSON";

export class Workshop {
  readonly draft: Draft;
  readonly #checking: Checking;
  readonly #ways: Prover;
  readonly #preview: Preview;
  readonly #proofs: ProofsView;
  readonly #grid: Grid;
  readonly #map: MapView;
  readonly #panes: Panes;
  readonly #bar: Bar;
  readonly #rename: RenameBar;
  readonly #proving: Proving;
  readonly #notice = h("p", { role: "status", class: "notice" });
  readonly #textHost = h("div", { class: "field" });
  readonly #showMe = button("show-me", "Show me", () => void this.showAtCursor());
  #field: TextField | null = null;
  #problems: readonly Problem[] = [];
  /** The last text without problems: what the preview shows. */
  #good: string | null = null;
  #checkSoon = 0;
  readonly element: HTMLElement;

  constructor(checking: Checking, worker: URL) {
    this.#checking = checking;
    this.draft = new Draft(
      STARTS.decision.text,
      richExtensions((text, at) => this.#complete(text, at), LABEL),
    );
    this.draft.file = { name: "decision.json", handle: null };
    this.#ways = new Prover(worker);
    this.#preview = new Preview({ moved: (answers) => this.#mark(answers), pointed: (line) => this.#goToLine(line) });
    this.#proofs = new ProofsView({
      go: (place) => this.#goTo(rangeOf(this.draft.tree, place), true),
      play: (answers) => void this.#play(answers),
      keep: (answers, about) => this.#keep(answers, about),
      keepAll: (cases) => this.#keepAll(cases),
      mending: (problem) => mendingOf(this.draft.tree, problem),
      mend: (edits) => this.draft.edit(edits),
      find: (target) => void this.show(target),
      findAndKeep: (target) => void this.#findAndKeep(target),
    });
    this.#grid = new Grid({
      change: (changes) => this.#changeCells(() => changes),
      paste: (text, at) => this.#pasteCells(text, at),
      undo: () => this.draft.undo(),
      redo: () => this.draft.redo(),
      at: () => undefined,
    });
    this.#map = new MapView({ go: (pointer) => this.#goToPointer(pointer), show: (target) => void this.show(target) });
    this.#proving = new Proving(new Prover(worker), this.#proofs, this.#map);
    this.#rename = new RenameBar(this.draft, (said) => {
      this.say(said);
      this.#field?.focus();
    });
    this.#panes = new Panes(["proofs", "text", "preview"], (name) => this.#paneShown(name));
    this.#bar = new Bar(this.draft, this.#panes.bar, this.#notice, (text) => this.say(text));
    this.#addPanes();
    this.element = h("div", { class: "workshop" }, this.#bar.element, this.#panes.element);
    this.#listen();
    this.#write("rich");
    this.check();
  }

  say(text: string): void {
    this.#notice.replaceChildren(text);
  }

  /** Opens one of the project's packs, by its folder and file. */
  begin(example: string): Promise<void> {
    return this.#bar.begin(example);
  }

  #addPanes(): void {
    const plain = button("plain-text", "Plain text", () =>
      this.#write(plain.getAttribute("aria-pressed") === "true" ? "rich" : "plain"),
    );
    plain.setAttribute("aria-pressed", "false");
    const rename = button("rename-id", "Rename…", () => this.#rename.open());
    const text = h("div", { class: "text-body" }, this.#rename.element, this.#textHost);
    this.#panes.add("text", [this.#showMe, rename, plain], text);
    this.#panes.add("table", this.#tableTools(), h("div", { class: "scroll" }, this.#grid.element));
    this.#panes.add("map", [], this.#map.element);
    const place = button("place", "Go to its text", () => this.#goToStep());
    this.#panes.add(
      "preview",
      [place, button("again", "Start again", () => this.#preview.restart())],
      this.#preview.host,
    );
    this.#panes.add("proofs", [], this.#proofs.element);
  }

  #tableTools(): HTMLElement[] {
    return [
      button("add", "Add a rule", () => {
        this.draft.edit(addRow(this.draft.tree));
        this.#grid.focus(tableOf(this.draft.tree).rows.length - 1, 0);
      }),
      button("remove", "Remove rows", () => this.draft.edit(removeRows(this.draft.tree, this.#grid.selectedRows))),
      button("copy", "Copy table", () => void this.#copyTable()),
    ];
  }

  async #copyTable(): Promise<void> {
    const copied = await copyText(this.#grid.text());
    this.say(
      copied
        ? "The table is copied: paste it into a spreadsheet."
        : "This page may not copy. Select all cells and press Control+C.",
    );
  }

  #listen(): void {
    this.draft.onEdit(() => this.#edited());
    this.draft.onMove(() => {
      this.#bar.show();
      this.#nameSubject();
    });
    this.element.addEventListener("keydown", (event) => this.#key(event));
    addEventListener("beforeunload", (event) => this.draft.dirty && event.preventDefault());
    this.#nameSubject();
  }

  #key(event: KeyboardEvent): void {
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === "s") void this.#bar.save(event.shiftKey);
    else if (control && event.key === "Enter") void this.showAtCursor();
    else if (event.key === "F2" && this.#textHost.contains(event.target as Node)) this.#rename.open();
    else return;
    event.preventDefault();
  }

  // ---- the text

  #write(way: "rich" | "plain"): void {
    this.#field?.remove();
    const host = h("div", { class: "editor" });
    this.#textHost.replaceChildren(host);
    const rich = way === "rich" ? richField(this.draft, host) : null;
    this.#field = rich ?? plainField(this.draft, this.#textHost, LABEL);
    if (!rich) host.remove();
    this.element.querySelector(".plain-text")?.setAttribute("aria-pressed", String(!rich));
    this.#field.mark(marksOf(this.draft.tree, this.#problems));
  }

  #complete(text: string, at: number): { from: number; to: number; words: string[] } | null {
    const question = questionAt(treeOf(text), at);
    if (!question) return null;
    const words = answersTo(question, this.#checking.said(question.text, question.pointer));
    return { from: question.from, to: question.to, words };
  }

  // ---- after an edit

  #edited(): void {
    this.#bar.show();
    clearTimeout(this.#checkSoon);
    this.#checkSoon = setTimeout(() => this.check()) as unknown as number;
  }

  /** The preview first: it is what the author looks at while they write. */
  check(): void {
    const { tree, text } = this.draft;
    this.#problems = this.#checking.problems(tree);
    const whole = !this.#problems.some(({ severity }) => severity === "error");
    if (whole) void this.#showGood(text);
    this.#field?.mark(marksOf(tree, this.#problems));
    this.#proofs.showProblems(this.#problems);
    this.#showShown();
    if (whole) this.#proving.soon(text, partsOf(tree).includes("decision"));
    else this.#proving.wait(this.#problems.length);
  }

  async #showGood(text: string): Promise<void> {
    const [part] = partsOf(this.draft.tree);
    this.#good = text;
    if (part) await this.#preview.show(text, part);
  }

  #showShown(): void {
    if (this.#panes.shows("table")) this.#paneShown("table");
    if (this.#panes.shows("map")) this.#paneShown("map");
  }

  #paneShown(name: PaneName): void {
    if (name === "table") this.#showTable();
    if (name === "map") this.#map.show(outlineOf(this.draft.tree));
    this.#proving.mapNeeded(this.#panes.shows("map"));
  }

  #showTable(): void {
    this.#grid.show(tableOf(this.draft.tree));
    this.#mark(this.#preview.answers);
  }

  /** Rules that count for the reader of the preview. */
  #mark(answers: Answers): void {
    if (this.#good === null || !this.#panes.shows("table") || this.#preview.part !== "decision") return;
    this.#grid.mark(Object.keys(answers).length === 0 ? [] : this.#checking.fired(this.#good, answers));
  }

  // ---- the table

  #changeCells(changes: () => readonly CellChange[]): void {
    try {
      this.draft.edit(cellEdits(this.draft.tree, changes()));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      this.say(error.message);
    }
    this.#grid.show(tableOf(this.draft.tree));
  }

  #pasteCells(text: string, at: Spot): void {
    const before = tableOf(this.draft.tree);
    this.#changeCells(() => pasted(before, text, at));
    const grown = tableOf(this.draft.tree).rows.length - before.rows.length;
    if (grown > 0)
      this.say(`${grown === 1 ? "One rule was" : `${grown} rules were`} added. Undo takes it all back in one go.`);
  }

  // ---- from one pane to another

  #goTo(range: { from: number; to: number }, focus: boolean): void {
    this.#panes.show("text");
    this.draft.select(range.from, range.to);
    this.#field?.reveal(range.from, range.to);
    if (focus) this.#field?.focus();
  }

  #goToPointer(pointer: string): void {
    const node = nearestAt(this.draft.tree, [...pathOf(pointer), "id"]);
    if (node) this.#goTo({ from: node.offset, to: node.offset + node.length }, true);
  }

  #goToLine(line: string): void {
    const node = sourceOf(this.draft.tree, line);
    if (node) this.#goTo({ from: node.offset, to: node.offset + node.length }, false);
    else this.say("This line is the card's own; it stands nowhere in the pack.");
  }

  /** The question that the preview shows, or the recommendation that it gives. */
  #goToStep(): void {
    const step = this.#preview.step;
    const [list, id] = step?.step === "question" ? ["questions", step.question] : ["recommendations", this.#given()];
    const index = idsOf(this.draft.tree, list === "questions" ? "question" : "recommendation").indexOf(id);
    if (this.#preview.part === "rubric") this.#goToPointer("/rubric/question");
    else if (index >= 0) this.#goToPointer(`/decision/${list}/${index}`);
  }

  #given(): string {
    return this.#good === null || this.#preview.part === "rubric"
      ? ""
      : this.#checking.given(this.#good, this.#preview.answers);
  }

  #nameSubject(): void {
    const subject = subjectAt(this.draft.tree, this.draft.cursor);
    this.#showMe.disabled = subject === null;
    this.#showMe.replaceChildren(subject ? `Show me ${subject.kind} ${subject.id}` : "Show me");
  }

  async showAtCursor(): Promise<void> {
    const subject = subjectAt(this.draft.tree, this.draft.cursor);
    if (subject) await this.show(subject);
    else this.say("Put the cursor on a question, rule, gate, recommendation, note or case to see it.");
  }

  /** Plays the nearest answers that show it. */
  async show(subject: Subject | Target): Promise<void> {
    if ("answers" in subject) return this.#play(subject.answers);
    if (this.#good === null) {
      this.say("Mend the problems first: what has problems can't be shown.");
      return;
    }
    if (subject.kind === "question" && (await this.#preview.ask(subject.id))) {
      this.#panes.show("preview");
      return;
    }
    const target: Target = { kind: subject.kind, id: subject.id };
    const answers = await this.#answersFor(target);
    if (!answers) return;
    await this.#play(answers);
    if (subject.kind === "question") await this.#preview.ask(subject.id);
    this.say(`These answers show ${subject.kind} ${subject.id}.`);
  }

  /** The nearest answers that show it; says so where there are none. */
  async #answersFor(target: Target): Promise<Answers | null> {
    const what = `${target.kind} ${target.id}`;
    if (this.#good === null) return null;
    this.say(`Looking for answers that show ${what} …`);
    const asked = { what: "way", text: this.#good, target, preferred: this.#preview.answers } as const;
    const answers = await this.#ways.ask(asked);
    if (!answers) this.say(`No answers show ${what}.`);
    return answers;
  }

  async #findAndKeep(target: Target): Promise<void> {
    const answers = await this.#answersFor(target);
    if (answers) this.#keep(answers, `${target.kind} ${target.id}`);
  }

  async #play(answers: Answers): Promise<void> {
    this.#panes.show("preview");
    await this.#preview.play(answers);
    this.say("The preview shows these answers.");
  }

  #keep(answers: Answers, about: string): void {
    if (this.#good === null) return;
    const expect = this.#checking.given(this.#good, answers);
    this.#keepAll([{ answers, expect }]);
    this.say(`There is a case for ${about} now. Read whether you agree with what it expects.`);
  }

  #keepAll(cases: readonly { readonly answers: Answers; readonly expect: string }[]): void {
    const edits = caseEdits(this.draft.tree, cases);
    const first = edits[0]?.from ?? this.draft.cursor;
    this.draft.edit(edits);
    this.draft.select(first);
    this.say(`${cases.length} cases were added. Read whether you agree with what they expect.`);
  }
}
