/** A pack's text as a tree of values with their places. What is broken is read as far as it goes. */
import { parseTree, type Node } from "jsonc-parser";

export type { Node } from "jsonc-parser";
export type Path = readonly (string | number)[];

/** What is between `from` and `to` becomes `insert`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export interface Tree {
  readonly text: string;
  readonly root: Node | null;
}

export function treeOf(text: string): Tree {
  const errors: never[] = [];
  return { text, root: parseTree(text, errors) ?? null };
}

export function pathOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function pointerOf(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function childOf(node: Node, part: string | number): Node | null {
  if (node.type === "array") return node.children?.[Number(part)] ?? null;
  const property = node.children?.find(({ children }) => children?.[0]?.value === String(part));
  return property?.children?.[1] ?? null;
}

/** The value at a path; null where there is none. */
export function nodeAt({ root }: Tree, path: Path): Node | null {
  let node = root;
  for (const part of path) node = node && childOf(node, part);
  return node;
}

/** The property or item that holds a value: with its key, as an author sees it. */
export function wholeOf(node: Node): Node {
  return node.parent?.type === "property" ? node.parent : node;
}

/** The nearest place that exists: a missing field's is its object. */
export function nearestAt(tree: Tree, path: Path): Node | null {
  for (let length = path.length; length >= 0; --length) {
    const node = nodeAt(tree, path.slice(0, length));
    if (node) return node;
  }
  return null;
}

function covers({ offset, length }: Node, at: number): boolean {
  return offset <= at && at <= offset + length;
}

/** The innermost value, key or property around an offset. */
export function nodeAround({ root }: Tree, at: number): Node | null {
  if (!root || !covers(root, at)) return null;
  let node = root;
  for (;;) {
    const within = node.children?.find((child) => covers(child, at));
    if (!within) return node;
    node = within;
  }
}

function stepTo(node: Node): (string | number)[] {
  const { parent } = node;
  if (!parent) return [];
  if (parent.type === "array") return [parent.children?.indexOf(node) ?? 0];
  if (parent.type === "property") return [];
  return node.type === "property" ? [String(node.children?.[0]?.value)] : [];
}

/** Where a node stands; a key stands where its value does. */
export function pathTo(node: Node): (string | number)[] {
  const path: (string | number)[] = [];
  for (let each: Node | undefined = node; each; each = each.parent) path.unshift(...stepTo(each));
  return path;
}

/** All texts of a tree, keys included. */
export function* stringsIn(node: Node | null): Generator<Node> {
  if (!node) return;
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === "string") yield next;
    waiting.push(...(next.children ?? []).toReversed());
  }
}

export function isKey(node: Node): boolean {
  return node.parent?.type === "property" && node.parent.children?.[0] === node;
}

export function valueOf(node: Node | null | undefined): unknown {
  if (!node) return undefined;
  if (node.type === "array") return (node.children ?? []).map(valueOf);
  if (node.type !== "object") return node.value as unknown;
  const properties = (node.children ?? []).map(({ children }) => [
    String(children?.[0]?.value),
    valueOf(children?.[1]),
  ]);
  return Object.fromEntries(properties) as unknown;
}

export function itemsAt(tree: Tree, path: Path): Node[] {
  const node = nodeAt(tree, path);
  return node?.type === "array" ? (node.children ?? []) : [];
}

export function textAt(node: Node | null, ...path: Path): string {
  const found = node && nodeAt({ text: "", root: node }, path);
  return found?.type === "string" ? String(found.value) : "";
}
