/** Changes of a pack's text that leave everything else as its author wrote it. */
import { nodeAt, wholeOf, type Edit, type Node, type Path, type Tree } from "./tree.js";

const WIDTH = 140;

/** JSON on one line, as packs are written. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${inline(each)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** The same on as many lines as it needs; the first stands where the caller puts it. */
export function written(value: unknown, indent: string, width = WIDTH): string {
  const line = inline(value);
  if (typeof value !== "object" || value === null || indent.length + line.length <= width) return line;
  const deeper = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((each) => written(each, deeper, width))
    : Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${written(each, deeper, width)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${items.map((item) => deeper + item).join(",\n")}\n${indent}${close}`;
}

export function applied(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => b.from - a.from);
  return ordered.reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

/** The blanks that the line of an offset begins with. */
function indentAt(text: string, at: number): string {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line, at))?.[0] ?? "";
}

function ownLine(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, at).trim() === "";
}

/** Puts pieces behind the last child of a list or an object, in the way that its children stand. */
function appended({ text }: Tree, node: Node, pieces: (indent: string) => string[]): Edit {
  const last = node.children?.at(-1);
  const outer = indentAt(text, node.offset);
  if (!last) {
    const inner = `${outer}  `;
    const insert = pieces(inner).map((piece) => `\n${inner}${piece}`);
    return { from: node.offset + 1, to: node.offset + node.length - 1, insert: `${insert.join(",")}\n${outer}` };
  }
  const lines = ownLine(text, last.offset);
  const indent = lines ? indentAt(text, last.offset) : outer;
  const before = lines ? `,\n${indent}` : ", ";
  const end = last.offset + last.length;
  const insert = pieces(indent).map((piece) => before + piece);
  return { from: end, to: end, insert: insert.join("") };
}

export function appendItems(tree: Tree, list: Path, values: readonly unknown[]): Edit[] {
  if (values.length === 0) return [];
  const node = nodeAt(tree, list);
  if (node?.type !== "array") return setValue(tree, list, values);
  return [appended(tree, node, (indent) => values.map((value) => written(value, indent, 100)))];
}

/** Replaces what stands at a path, or adds it, with the objects above it. */
export function setValue(tree: Tree, path: Path, value: unknown): Edit[] {
  const node = nodeAt(tree, path);
  if (node) {
    const insert = written(value, indentAt(tree.text, wholeOf(node).offset));
    const to = node.offset + node.length;
    return insert === tree.text.slice(node.offset, to) ? [] : [{ from: node.offset, to, insert }];
  }
  const above = path.slice(0, -1);
  const key = path.at(-1);
  if (key === undefined) return [{ from: 0, to: tree.text.length, insert: `${written(value, "", 100)}\n` }];
  const parent = nodeAt(tree, above);
  if (parent?.type === "array") return appendItems(tree, above, [value]);
  if (parent?.type !== "object") return setValue(tree, above, { [key]: value });
  return [appended(tree, parent, (indent) => [`${JSON.stringify(String(key))}: ${written(value, indent)}`])];
}

/** Takes a property or an item out, with the comma that belonged to it and its line. */
export function removeAt(tree: Tree, path: Path): Edit[] {
  const node = nodeAt(tree, path);
  if (!node) return [];
  const whole = wholeOf(node);
  const siblings = whole.parent?.children ?? [];
  const at = siblings.indexOf(whole);
  const before = siblings[at - 1];
  const after = siblings[at + 1];
  const end = whole.offset + whole.length;
  if (before) return [{ from: before.offset + before.length, to: end, insert: "" }];
  if (after) return [{ from: whole.offset, to: after.offset, insert: "" }];
  const parent = whole.parent;
  if (!parent) return [];
  return [{ from: parent.offset + 1, to: parent.offset + parent.length - 1, insert: "" }];
}
