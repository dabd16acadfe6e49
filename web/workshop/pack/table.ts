/** A pack's rules as a table: rows and columns as a spreadsheet has them, and what a change of cells does to the text. */
import { cellsOf, whenOf } from "./cells.js";
import { appendItems, inline, removeAt, setValue } from "./edits.js";
import { itemsAt, textAt, valueOf, type Edit, type Node, type Path, type Tree } from "./tree.js";

export type Column =
  | { readonly kind: "field"; readonly name: "id" | "because" | "detail" | "sources" | "when" }
  | { readonly kind: "question" | "alternative"; readonly name: string };

export interface Row {
  readonly id: string;
  readonly cells: readonly string[];
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Which text comes into which cell. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Cells that can't be written, with the reason. */
export class CellError extends Error {}

const RULES: Path = ["decision", "rules"];
const field = (name: "id" | "because" | "detail" | "sources" | "when"): Column => ({ kind: "field", name });

function ids(tree: Tree, list: string): string[] {
  return itemsAt(tree, ["decision", list]).map((node) => textAt(node, "id"));
}

export function columnsOf(tree: Tree): Column[] {
  return [
    field("id"),
    ...ids(tree, "questions").map((name) => ({ kind: "question", name }) as const),
    field("when"),
    ...ids(tree, "alternatives").map((name) => ({ kind: "alternative", name }) as const),
    field("because"),
    field("detail"),
    field("sources"),
  ];
}

/** What a head of the column says, and what it is called in a spreadsheet. */
export function headOf({ kind, name }: Column): string {
  return kind === "alternative" ? `+ ${name}` : kind === "question" ? `? ${name}` : name;
}

const said = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

function rowOf(node: Node, columns: readonly Column[]): Row {
  const rule = (valueOf(node) ?? {}) as Record<string, unknown>;
  const { parts, rest } = cellsOf(rule.when, inline);
  const points = (rule.points ?? {}) as Record<string, unknown>;
  const known = new Set(columns.filter(({ kind }) => kind === "question").map(({ name }) => name));
  const strays = [...parts].filter(([question]) => !known.has(question));
  const cell = ({ kind, name }: Column): string => {
    if (kind === "question") return parts.get(name) ?? "";
    if (kind === "alternative") return said(points[name]);
    if (name === "when") return strays.length > 0 ? inline(rule.when) : rest === "true" ? "" : rest;
    const value = rule[name];
    return Array.isArray(value) ? value.join(", ") : typeof value === "string" ? value : "";
  };
  return { id: said(rule.id), cells: columns.map(cell) };
}

export function tableOf(tree: Tree): Table {
  const columns = columnsOf(tree);
  return { columns, rows: itemsAt(tree, RULES).map((node) => rowOf(node, columns)) };
}

// ---- spreadsheets

const quoted = (cell: string): string => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export function spreadsheetText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

/** Cells as spreadsheets copy them: tabs, lines, and quotation marks around what has either inside. */
export function spreadsheetRows(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /(?:^|\t|\r?\n)(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))/g;
  for (const [whole, inQuotes, plain] of text.replace(/\r?\n$/, "").matchAll(cells)) {
    if (/^\r?\n/.test(whole)) rows.push([]);
    rows.at(-1)!.push(inQuotes?.replaceAll('""', '"') ?? plain ?? "");
  }
  return rows;
}

/** A first row that names columns says where the cells go, whatever the cursor is at; new ids come behind the last row. */
export function pasted(table: Table, text: string, at: { row: number; column: number }): CellChange[] {
  const [head = [], ...body] = spreadsheetRows(text);
  const named = head.map((name) => table.columns.findIndex((column) => isNamed(column, name)));
  const byName = head.length > 1 && named.filter((index) => index >= 0).length * 2 > head.length;
  if (!byName) return placed([head, ...body], at.row, (k) => at.column + k);
  const idAt = named.indexOf(0);
  let next = table.rows.length;
  return body.flatMap((cells) => {
    const own = table.rows.findIndex(({ id }) => id === cells[idAt]);
    return placed([cells], own >= 0 ? own : next++, (k) => named[k] ?? -1);
  });
}

const isNamed = (column: Column, name: string): boolean => [headOf(column), column.name].includes(name.trim());

function placed(rows: readonly string[][], row: number, columnOf: (k: number) => number): CellChange[] {
  const all = rows.flatMap((cells, down) =>
    cells.map((text, k) => ({ row: row + down, column: columnOf(k), text: text.trim() })),
  );
  return all.filter(({ column }) => column >= 0);
}

// ---- changes

type Rule = Record<string, unknown>;

function listed(text: string): string[] {
  return text.split(",").flatMap((each) => each.trim() || []);
}

function pointsOf(text: string, column: Column): number | null {
  if (text === "") return null;
  const points = Number(text.replace("−", "-").replace(/^\+/, ""));
  if (Number.isInteger(points)) return points === 0 ? null : points;
  throw new CellError(`"${text}" in the column "${headOf(column)}" is no whole number.`);
}

function withEntry(entries: unknown, key: string, value: unknown): Rule {
  const rest = Object.entries((entries ?? {}) as Rule).filter(([each]) => each !== key);
  const own = Object.entries((entries ?? {}) as Rule).findIndex(([each]) => each === key);
  if (value === null) return Object.fromEntries(rest);
  rest.splice(own < 0 ? rest.length : own, 0, [key, value]);
  return Object.fromEntries(rest);
}

function severalOf(tree: Tree): Set<string> {
  const several = itemsAt(tree, ["decision", "questions"]).filter((node) => textAt(node, "kind") === "several");
  return new Set(several.map((node) => textAt(node, "id")));
}

function withWhen(rule: Rule, column: Column, text: string, several: ReadonlySet<string>): Rule {
  const cells = cellsOf(rule.when === true ? undefined : rule.when, inline);
  const parts = new Map(cells.parts);
  if (column.kind === "question") parts.set(column.name, text);
  try {
    return { ...rule, when: whenOf({ parts, rest: column.kind === "question" ? cells.rest : text }, several) };
  } catch {
    throw new CellError(
      `The column "when" takes a condition as JSON, such as { "==": [{ "var": "question" }, "choice"] }.`,
    );
  }
}

/** A rule with one cell changed; fields that become empty go. */
function withCell(rule: Rule, column: Column, text: string, several: ReadonlySet<string>): Rule {
  if (column.kind === "question" || column.name === "when") return withWhen(rule, column, text, several);
  if (column.kind === "alternative")
    return { ...rule, points: withEntry(rule.points, column.name, pointsOf(text, column)) };
  if (column.name === "sources") return withEntry(rule, "sources", text === "" ? null : listed(text));
  return withEntry(rule, column.name, text === "" && column.name === "detail" ? null : text);
}

function freshId(tree: Tree, taken: Set<string>): string {
  let number = itemsAt(tree, RULES).length + 1;
  while (taken.has(`rule_${number}`)) number += 1;
  taken.add(`rule_${number}`);
  return `rule_${number}`;
}

/** Only fields that differ are written again. */
function rewritten(tree: Tree, row: number, before: Rule, after: Rule): Edit[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => inline(before[name] ?? null) !== inline(after[name] ?? null));
  const [gone, kept] = [changed.filter((name) => !(name in after)), changed.filter((name) => name in after)];
  const added = kept.filter((name) => !(name in before));
  if (added.length + gone.length > 1) return setValue(tree, [...RULES, row], after);
  return [
    ...gone.flatMap((name) => removeAt(tree, [...RULES, row, name])),
    ...kept.flatMap((name) => setValue(tree, [...RULES, row, name], after[name])),
  ];
}

const ORDER = ["id", "when", "points", "because", "detail", "sources"];

function inOrder(rule: Rule): Rule {
  const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return Object.fromEntries(Object.entries(rule).sort(([a], [b]) => rank(a) - rank(b)));
}

/** All changes in one go: cells of rows that are there, and rows that the table grows by. */
export function cellEdits(tree: Tree, changes: readonly CellChange[]): Edit[] {
  const columns = columnsOf(tree);
  const several = severalOf(tree);
  const rules = itemsAt(tree, RULES).map((node) => (valueOf(node) ?? {}) as Rule);
  const byRow = new Map<number, CellChange[]>();
  for (const change of changes) byRow.set(change.row, [...(byRow.get(change.row) ?? []), change]);
  const taken = new Set([...rules.map(({ id }) => String(id)), ...changes.map(({ text }) => text)]);
  const edits: Edit[] = [];
  const grown: Rule[] = [];
  for (const [row, cells] of [...byRow].sort(([a], [b]) => a - b)) {
    const before = rules[row];
    if (!before && cells.every(({ text }) => text === "")) continue;
    const start = before ?? { id: freshId(tree, taken), when: true, points: {}, because: "" };
    const known = cells.filter(({ column }) => columns[column]);
    const after = known.reduce((rule, { column, text }) => withCell(rule, columns[column]!, text, several), start);
    if (before) edits.push(...rewritten(tree, row, before, inOrder(after)));
    else grown.push(inOrder(after));
  }
  return [...edits, ...appendItems(tree, RULES, grown)];
}

export function addRow(tree: Tree): Edit[] {
  const taken = new Set(ids(tree, "rules"));
  return appendItems(tree, RULES, [{ id: freshId(tree, taken), when: true, points: {}, because: "" }]);
}

/** Rows before the first that stays go with what is between them, all others with the comma before them. */
export function removeRows(tree: Tree, rows: readonly number[]): Edit[] {
  const nodes = itemsAt(tree, RULES);
  const kept = nodes.findIndex((_, row) => !rows.includes(row));
  if (rows.length === 0 || nodes.length === 0) return [];
  if (kept < 0) return setValue(tree, RULES, []);
  const leading = kept > 0 ? [{ from: nodes[0]!.offset, to: nodes[kept]!.offset, insert: "" }] : [];
  const others = rows.filter((row) => row > kept);
  return [...leading, ...others.flatMap((row) => removeAt(tree, [...RULES, row]))];
}
