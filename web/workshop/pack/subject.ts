/** What of a pack a place in its text is about, and where in the text a line of a card comes from. */
import { plain } from "../../texts/rich.js";
import { nodeAround, nodeAt, isKey, pathTo, stringsIn, textAt, valueOf, type Node, type Tree } from "./tree.js";

export type Subject =
  | { readonly kind: "rule" | "gate" | "note" | "recommendation" | "question"; readonly id: string }
  | { readonly kind: "case"; readonly id: string; readonly answers: Readonly<Record<string, string | null>> };

const KINDS: { readonly [list: string]: Subject["kind"] } = {
  questions: "question",
  rules: "rule",
  gates: "gate",
  notes: "note",
  recommendations: "recommendation",
  cases: "case",
};

/** null: at this place there is nothing to show. */
export function subjectAt(tree: Tree, at: number): Subject | null {
  const node = nodeAround(tree, at);
  const [part, list, index] = node ? pathTo(node) : [];
  const kind = part === "decision" && list !== undefined && index !== undefined ? KINDS[list] : undefined;
  const item = kind ? nodeAt(tree, ["decision", list!, index!]) : null;
  const id = textAt(item, "id");
  if (!kind || id === "") return null;
  if (kind !== "case") return { kind, id };
  const answers = (valueOf(item) as { answers?: Record<string, string | null> }).answers ?? {};
  return { kind, id, answers };
}

/** As a card says it. */
const spokenWords = (text: string): string => plain(text).replace(/\s+/g, " ").trim();

/**
 * The text of the pack that a line of a card says: the longest that is part of the line, or else the shortest that the line
 * is part of. null: the line is the card's own.
 */
export function sourceOf({ root }: Tree, line: string): Node | null {
  const wanted = line.replace(/\s+/g, " ").trim();
  const texts = [...stringsIn(root)].filter((node) => !isKey(node) && String(node.value).length > 2);
  const spoken = texts.filter((node) => !["id", "var", "expect"].includes(String(pathTo(node).at(-1))));
  const longest = best(
    spoken,
    (text) => wanted.includes(text),
    (a, b) => b - a,
  );
  const around = best(
    spoken,
    (text) => text.includes(wanted),
    (a, b) => a - b,
  );
  return longest ?? around;
}

function best(
  nodes: readonly Node[],
  fits: (text: string) => boolean,
  order: (a: number, b: number) => number,
): Node | null {
  const length = (node: Node): number => spokenWords(String(node.value)).length;
  const fitting = nodes.filter((node) => fits(spokenWords(String(node.value))));
  return [...fitting].sort((a, b) => order(length(a), length(b)))[0] ?? null;
}
