/**
 * Completions come from the engine: at the cursor a word is put that nothing is called, and the engine says what it would
 * have taken there. Lists that it cuts short are read from the pack.
 */
import type { Problem } from "../../contract/index.js";
import { applied } from "./edits.js";
import { comparedQuestion, idsOf } from "./names.js";
import { isKey, nodeAround, pathTo, pointerOf, treeOf, type Edit, type Node, type Tree } from "./tree.js";

/** Far from every word of the format and, as good as always, from every id. */
const UNKNOWN = "zzqqxxzzqq";

export interface Question {
  /** The pack with the unknown word at the cursor. */
  readonly text: string;
  readonly pointer: string;
  /** What a chosen word replaces, within the quotation marks. */
  readonly from: number;
  readonly to: number;
  readonly key: boolean;
  readonly node: Node;
}

/** What to ask where the cursor is; null where no word of the format or of the pack can stand. */
export function questionAt(tree: Tree, at: number): Question | null {
  const node = nodeAround(tree, at);
  if (node?.type !== "string" || at <= node.offset || at >= node.offset + node.length) return null;
  const inner = { from: node.offset + 1, to: node.offset + node.length - 1 };
  const key = isKey(node) || isBareKey(node);
  const path = pathTo(node);
  if (key && path.length > 0 && isKey(node)) path[path.length - 1] = UNKNOWN;
  const probe = asked(tree.text, inner, isKey(node) && !node.parent?.children?.[1]);
  return { text: probe, pointer: pointerOf(path), ...inner, key, node };
}

const isBareKey = (node: Node): boolean => node.parent?.type === "property" && node.parent.children?.[0] === node;

/** A key that has no value yet gets one, and a comma where another property follows. */
function asked(text: string, { from, to }: { from: number; to: number }, bare: boolean): string {
  const edits: Edit[] = [{ from, to, insert: UNKNOWN }];
  const colon = /^\s*:/.test(text.slice(to + 1));
  if (bare)
    edits.push({
      from: to + 1,
      to: to + 1,
      insert: `${colon ? "" : ": 0"}${/^\s*"/.test(text.slice(to + 1)) ? "," : ""}`,
    });
  return applied(text, edits);
}

const quotedWords = (text: string): string[] => [...text.matchAll(/"([^"]+)"/g)].map(([, word]) => word!);

const KINDS: { readonly [code: string]: Parameters<typeof idsOf>[1] } = {
  unknown_source: "source",
  unknown_alternative: "alternative",
  unknown_question: "question",
  unknown_recommendation: "recommendation",
};

/** The words that the engine takes instead of the unknown one. */
export function answersTo(question: Question, problems: readonly Problem[]): string[] {
  const told = problems.find(({ path, message }) => path === question.pointer && message.includes(UNKNOWN));
  if (!told) return [];
  if (told.code === "unknown_operator") return OPERATORS;
  const tree = treeOf(question.text);
  const kind = KINDS[told.code];
  if (kind) return idsOf(tree, kind);
  if (told.code === "unknown_variable") return variables(tree, question.pointer);
  if (told.code === "unknown_gate") return idsOf(tree, "gate").map((id) => `gate.${id}`);
  const cut = told.code === "unknown_field" && told.suggestion?.includes("…");
  if (cut) return fieldsAt(question.pointer);
  const of = told.code === "unknown_choice" ? comparedQuestion(question.node) : null;
  if (of !== null && told.suggestion?.includes("…")) return idsOf(tree, "choice", of);
  return quotedWords(told.suggestion ?? "");
}

/** The objects that have more fields than the engine lists; a test holds them against pack.schema.json. */
const words = (text: string): string[] => text.split(" ");
export const LONG: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^\/[^/]+$/,
    words("format id version language interface title description updated authors sources decision rubric"),
  ],
  [
    /^\/decision\/[^/]+$/,
    words(
      "question intro heuristic gates_text questions alternatives rules gates recommendations notes cases estimates laws accepted",
    ),
  ],
  [
    /^\/decision\/recommendations\/\d+\/[^/]+$/,
    words("id title summary despite alternatives when why_not steps risks measure costs sources"),
  ],
  [
    /^\/decision\/estimates\/inputs\/\d+\/[^/]+$/,
    words("id text unit min max step whole default question by_answer as_of sources"),
  ],
  [
    /^\/rubric\/[^/]+$/,
    words(
      "question why_asked intro seconds quality lexicon subjects implied levels claims topic criteria misconceptions follow_ups bands samples cues",
    ),
  ],
  [
    /^\/rubric\/(?:follow_ups\/\d+\/)?criteria\/\d+\/[^/]+$/,
    words("id title bonus levels hint model sources patterns examples"),
  ],
];

const fieldsAt = (pointer: string): string[] => [...(LONG.find(([at]) => at.test(pointer))?.[1] ?? [])];

/** docs/jsonlogic.md. */
export const OPERATORS = ["and", "or", "!", "==", "!=", "<", "<=", ">", ">=", "in", "var"];

function variables(tree: Tree, pointer: string): string[] {
  const questions = idsOf(tree, "question");
  if (/^\/decision\/(rules|questions)\//.test(pointer)) return questions;
  if (pointer.includes("/estimates/")) return [...idsOf(tree, "input"), ...idsOf(tree, "formula")];
  const scores = idsOf(tree, "alternative").map((id) => `score.${id}`);
  const gates = pointer.startsWith("/decision/gates/") ? [] : idsOf(tree, "gate").map((id) => `gate.${id}`);
  return [...questions, ...scores, ...gates];
}
