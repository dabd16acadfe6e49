/** The table of rules: a grid that is worked by keyboard as a spreadsheet is, and that copies to and from one. */
import { h } from "../../dom/dom.js";
import { headOf, spreadsheetText, type CellChange, type Table } from "../pack/table.js";
import { areaOf, moved, type Area, type Spot } from "./selection.js";

export interface Changing {
  change(changes: readonly CellChange[]): void;
  paste(text: string, at: Spot): void;
  undo(): void;
  redo(): void;
  /** The active row is another one now. */
  at(row: number): void;
}

export class Grid {
  readonly element = h("table", { role: "grid", class: "grid", "aria-label": "Rules", "aria-multiselectable": "true" });
  #table: Table = { columns: [], rows: [] };
  #active: Spot = { row: 0, column: 0 };
  #anchor: Spot = { row: 0, column: 0 };
  #editing: HTMLTextAreaElement | null = null;
  #fired: ReadonlySet<string> = new Set();
  readonly #changing: Changing;

  constructor(changing: Changing) {
    this.#changing = changing;
    this.element.addEventListener("keydown", (event) => this.#key(event));
    this.element.addEventListener("mousedown", (event) => this.#press(event));
    this.element.addEventListener("dblclick", () => this.#edit());
    for (const type of ["copy", "cut", "paste"] as const)
      this.element.addEventListener(type, (event) => this.#clipboard(event));
  }

  get active(): Spot {
    return this.#active;
  }

  get selectedRows(): number[] {
    const { top, bottom } = this.#area;
    return Array.from({ length: bottom - top + 1 }, (_, k) => top + k).filter((row) => row < this.#table.rows.length);
  }

  get #area(): Area {
    return areaOf(this.#anchor, this.#active);
  }

  /** A row more than there are rules: what is written there becomes a rule. */
  get #size(): { rows: number; columns: number } {
    return { rows: this.#table.rows.length + 1, columns: this.#table.columns.length };
  }

  show(table: Table): void {
    const alike = table.columns.map(headOf).join() === this.#table.columns.map(headOf).join();
    this.#table = table;
    if (this.#editing) return;
    if (!alike || !this.element.tBodies[0]) this.#build();
    this.#fill();
  }

  mark(fired: readonly string[]): void {
    this.#fired = new Set(fired);
    this.#fill();
  }

  text(): string {
    return spreadsheetText([this.#table.columns.map(headOf), ...this.#table.rows.map(({ cells }) => cells)]);
  }

  focus(row = this.#active.row, column = this.#active.column): void {
    this.#select({ row, column }, false);
  }

  // ---- what is shown

  #build(): void {
    const heads = this.#table.columns.map((column) => h("th", { scope: "col", class: column.kind }, headOf(column)));
    const head = h("thead", {}, h("tr", {}, ...heads));
    this.element.replaceChildren(head, h("tbody"));
    this.element.setAttribute("aria-colcount", String(heads.length));
  }

  /** Only cells that differ are written. */
  #fill(): void {
    const body = this.element.tBodies[0];
    if (!body) return;
    while (body.rows.length > this.#size.rows) body.rows[body.rows.length - 1]!.remove();
    while (body.rows.length < this.#size.rows) body.append(this.#row());
    for (const [index, row] of [...body.rows].entries()) this.#fillRow(row, index);
    this.#active = {
      row: Math.min(this.#active.row, this.#size.rows - 1),
      column: Math.min(this.#active.column, Math.max(0, this.#size.columns - 1)),
    };
    this.#paint();
  }

  #row(): HTMLTableRowElement {
    const cells = this.#table.columns.map((column) =>
      h("td", { role: "gridcell", tabindex: "-1", class: `${column.kind} ${column.name}` }),
    );
    return h("tr", {}, ...cells);
  }

  #fillRow(row: HTMLTableRowElement, index: number): void {
    const rule = this.#table.rows[index];
    const fired = rule !== undefined && this.#fired.has(rule.id);
    row.className = [rule ? "" : "new", fired ? "fired" : ""].join(" ").trim();
    for (const [column, cell] of [...row.cells].entries()) {
      const text = rule?.cells[column] ?? "";
      const shown = rule || column > 0 ? text : "New rule";
      if (cell.textContent !== shown) cell.replaceChildren(shown);
      if (column === 0 && fired) cell.setAttribute("aria-description", "counts for the answers in the preview");
      else cell.removeAttribute("aria-description");
    }
  }

  #paint(): void {
    const { top, bottom, left, right } = this.#area;
    for (const [row, { cells }] of [...(this.element.tBodies[0]?.rows ?? [])].entries())
      for (const [column, cell] of [...cells].entries()) {
        const selected = top <= row && row <= bottom && left <= column && column <= right;
        if ((cell.getAttribute("aria-selected") === "true") !== selected)
          cell.setAttribute("aria-selected", String(selected));
        const tab = row === this.#active.row && column === this.#active.column ? "0" : "-1";
        if (cell.getAttribute("tabindex") !== tab) cell.setAttribute("tabindex", tab);
      }
  }

  #cell({ row, column }: Spot): HTMLTableCellElement | null {
    return this.element.tBodies[0]?.rows[row]?.cells[column] ?? null;
  }

  #select(to: Spot, extend: boolean): void {
    this.#active = to;
    if (!extend) this.#anchor = to;
    this.#paint();
    this.#cell(to)?.focus({ preventScroll: true });
    this.#cell(to)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.#changing.at(to.row);
  }

  // ---- what the author does

  #press(event: MouseEvent): void {
    const cell = (event.target as HTMLElement).closest("td");
    if (!cell || this.#editing?.parentElement === cell) return;
    this.#commit();
    const row = (cell.parentElement as HTMLTableRowElement).sectionRowIndex;
    event.preventDefault();
    this.#select({ row, column: cell.cellIndex }, event.shiftKey);
  }

  #key(event: KeyboardEvent): void {
    if (this.#editing) {
      this.#editKey(event);
      return;
    }
    const to = moved(event, this.#active, this.#size);
    if (to) this.#select(to, event.shiftKey);
    else if (!this.#command(event)) return;
    event.preventDefault();
  }

  #command(event: KeyboardEvent): boolean {
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (control && key === "a") this.#selectAll();
    else if (control && (key === "y" || (key === "z" && event.shiftKey))) this.#changing.redo();
    else if (control && key === "z") this.#changing.undo();
    else if (control || event.altKey) return false;
    else if (key === "enter" || key === "f2") this.#edit();
    else if (key === "delete" || key === "backspace") this.#clear();
    else if (event.key.length === 1) this.#edit(event.key);
    else return false;
    return true;
  }

  #selectAll(): void {
    this.#anchor = { row: 0, column: 0 };
    this.#active = { row: Math.max(0, this.#table.rows.length - 1), column: this.#size.columns - 1 };
    this.#paint();
    this.#cell(this.#active)?.focus({ preventScroll: true });
  }

  #selected(): string[][] {
    const { top, bottom, left, right } = this.#area;
    return this.#table.rows.slice(top, bottom + 1).map(({ cells }) => cells.slice(left, right + 1));
  }

  #clear(): void {
    const { top, left } = this.#area;
    const empty = this.#selected().flatMap((cells, down) =>
      cells.map((_, k) => ({ row: top + down, column: left + k, text: "" })),
    );
    this.#changing.change(empty.filter(({ column }) => column > 0)); // a rule keeps its id
  }

  #clipboard(event: ClipboardEvent): void {
    if (this.#editing || !event.clipboardData) return;
    event.preventDefault();
    if (event.type === "paste") {
      const { top, left } = this.#area;
      this.#changing.paste(event.clipboardData.getData("text/plain"), { row: top, column: left });
      return;
    }
    event.clipboardData.setData("text/plain", spreadsheetText(this.#selected()));
    if (event.type === "cut") this.#clear();
  }

  // ---- editing a cell

  #edit(typed?: string): void {
    const cell = this.#cell(this.#active);
    if (!cell || this.#editing) return;
    const label = headOf(this.#table.columns[this.#active.column]!);
    const area = h("textarea", { "aria-label": label, rows: "1", spellcheck: "false" });
    area.value = typed ?? this.#table.rows[this.#active.row]?.cells[this.#active.column] ?? "";
    this.#editing = area;
    cell.replaceChildren(area);
    area.focus();
    if (typed === undefined) area.select();
    area.addEventListener("blur", () => this.#commit());
  }

  #editKey(event: KeyboardEvent): void {
    const leave = { Enter: [1, 0], Tab: [0, event.shiftKey ? -1 : 1] }[event.key];
    if (event.key !== "Escape" && (!leave || (event.key === "Enter" && event.shiftKey) || event.isComposing)) return;
    event.preventDefault();
    if (event.key === "Escape") this.#editing = null;
    else this.#commit();
    const [down = 0, over = 0] = leave ?? [];
    const { rows, columns } = this.#size;
    const to = {
      row: Math.min(rows - 1, this.#active.row + down),
      column: Math.min(columns - 1, Math.max(0, this.#active.column + over)),
    };
    this.#fill();
    this.#select(to, false);
  }

  #commit(): void {
    const area = this.#editing;
    if (!area) return;
    this.#editing = null;
    const { row, column } = this.#active;
    const before = this.#table.rows[row]?.cells[column] ?? "";
    const text = area.value.trim();
    this.#fill();
    if (text !== before) this.#changing.change([{ row, column, text }]);
  }
}
