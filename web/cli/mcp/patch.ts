/** Changes of a pack as JSON Patch has them (RFC 6902): all else stays as its author wrote it. */
import { findNodeAtLocation, type Node } from "jsonc-parser";
import { applied, written } from "../../workshop/pack/edits.js";
import { pathOf, treeOf, type Edit } from "../../workshop/pack/tree.js";

export function valueNode(root: Node | null, pointer: string): Node {
  const node = pathOf(pointer).reduce<Node | undefined>((at, part) => at && child(at, part), root ?? undefined);
  if (node) return node;
  throw new Error(`There is nothing at "${pointer}".`);
}

const child = (node: Node, part: string): Node | undefined =>
  findNodeAtLocation(node, [node.type === "array" ? Number(part) : part]);

const indentOf = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", at - 1) + 1))![0];

/** Puts a value behind the last of a list or an object. */
function added(all: string, parent: Node, key: string, value: unknown): Edit {
  const last = parent.children?.at(-1);
  const name = parent.type === "object" ? `${JSON.stringify(key)}: ` : "";
  const inner = last ? indentOf(all, last.offset) : `${indentOf(all, parent.offset)}  `;
  const item = `\n${inner}${name}${written(value, inner)}`;
  if (last) return { from: last.offset + last.length, to: last.offset + last.length, insert: `,${item}` };
  const end = parent.offset + parent.length - 1;
  return { from: parent.offset + 1, to: end, insert: `${item}\n${indentOf(all, parent.offset)}` };
}

/** Takes an item or a member out, with the comma before or behind it. */
function removed(node: Node): Edit {
  const whole = node.parent?.type === "property" ? node.parent : node;
  const all = whole.parent?.children ?? [];
  const k = all.indexOf(whole);
  const [before, behind] = [all[k - 1], all[k + 1]];
  if (before) return { from: before.offset + before.length, to: whole.offset + whole.length, insert: "" };
  if (behind) return { from: whole.offset, to: behind.offset, insert: "" };
  return { from: whole.offset, to: whole.offset + whole.length, insert: "" };
}

/** Add, replace or remove. */
interface Change {
  readonly op?: unknown;
  readonly path?: unknown;
  readonly value?: unknown;
}

function editOf(all: string, { op, path: at, value }: Change): Edit {
  if (typeof at !== "string" || !at.startsWith("/"))
    throw new Error(`"path" must be a JSON Pointer, such as "/decision/rules/0".`);
  const { root } = treeOf(all);
  const key = pathOf(at).at(-1)!;
  if (op === "remove") return removed(valueNode(root, at));
  if (value === undefined) throw new Error(`"${String(op)}" needs a "value".`);
  const parent = valueNode(root, at.slice(0, at.lastIndexOf("/")));
  const there = parent.type === "array" && key === "-" ? undefined : child(parent, key);
  if (op === "add" && parent.type === "array" && there) return before(all, there, value);
  if (op === "replace" || (op === "add" && there)) return replaced(all, valueNode(root, at), value);
  if (op === "add") return added(all, parent, key, value);
  throw new Error(`"op" is "add", "replace" or "remove".`);
}

const replaced = (all: string, { offset, length }: Node, value: unknown): Edit => ({
  from: offset,
  to: offset + length,
  insert: written(value, indentOf(all, offset)),
});

function before(all: string, { offset }: Node, value: unknown): Edit {
  const indent = indentOf(all, offset);
  return { from: offset, to: offset, insert: `${written(value, indent)},\n${indent}` };
}

/** One after the other. */
export function patched(text: string, changes: unknown): string {
  if (!Array.isArray(changes)) throw new Error(`"changes" must be a list.`);
  return changes.reduce<string>((all, change) => applied(all, [editOf(all, change as Change)]), text);
}
