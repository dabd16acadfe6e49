/** What the engines say of the draft after each edit, at once: problems with their places. The proofs come later, from the worker. */
import type { Answers, Problem, Verdict } from "../../contract/index.js";
import { load as loadDecision, type DecisionPack } from "../../entries/decision.js";
import { load as loadRubric } from "../../entries/rubric.js";
import { nearestAt, nodeAt, pathOf, type Edit, type Tree } from "../pack/tree.js";
import type { Mark } from "./fields.js";
import type { Part } from "./preview.js";

type Engines = [Awaited<ReturnType<typeof loadDecision>>, Awaited<ReturnType<typeof loadRubric>>];

export class Checking {
  readonly #decision: Engines[0];
  readonly #rubric: Engines[1];
  /** The last version that was asked for a verdict. */
  #open: { readonly text: string; readonly pack: DecisionPack } | null = null;

  constructor([decision, rubric]: Engines) {
    this.#decision = decision;
    this.#rubric = rubric;
  }

  /** Each problem once, also where both engines read the same part. */
  problems(tree: Tree): Problem[] {
    const parts = partsOf(tree);
    const rubric = parts.includes("rubric") ? this.#rubric.check(tree.text).problems : [];
    const decision = parts.includes("decision") || rubric.length === 0 ? this.#decision.check(tree.text).problems : [];
    const seen = new Set<string>();
    const all = [...decision, ...rubric].filter((problem) => !repeated(seen, problem));
    return all.sort((a, b) => a.line - b.line || a.column - b.column);
  }

  /** What the engines say of another text: for completions. */
  said(text: string, pointer: string): Problem[] {
    const engine = pointer.startsWith("/rubric") ? this.#rubric : this.#decision;
    return engine.check(text).problems;
  }

  /** The rules that count for these answers. */
  fired(text: string, answers: Answers): string[] {
    return this.#verdict(text, answers).reasons.map(({ rule }) => rule);
  }

  /** What is recommended for these answers. */
  given(text: string, answers: Answers): string {
    return this.#verdict(text, answers).recommendation.id;
  }

  #verdict(text: string, answers: Answers): Verdict {
    if (this.#open?.text !== text) {
      this.#open?.pack.close();
      this.#open = { text, pack: this.#decision.open(text) };
    }
    return this.#open.pack.verdict(answers);
  }
}

function repeated(seen: Set<string>, { code, path, line, column }: Problem): boolean {
  const key = `${code} ${path} ${line} ${column}`;
  const known = seen.has(key);
  seen.add(key);
  return known;
}

export async function startChecking(): Promise<Checking> {
  return new Checking(await Promise.all([loadDecision(), loadRubric()]));
}

export function partsOf(tree: Tree): Part[] {
  return (["decision", "rubric"] as const).filter((part) => nodeAt(tree, [part]));
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let each = 1; each < line; ++each) {
    const end = text.indexOf("\n", start);
    if (end < 0) break;
    start = end + 1;
  }
  return Math.min(text.length, start + column - 1);
}

/** A problem's stretch of the text: the value that its pointer names, or the word that the line and column begin. */
export function rangeOf(
  tree: Tree,
  { path, line, column }: Pick<Problem, "path" | "line" | "column">,
): { from: number; to: number } {
  const at = offsetOf(tree.text, line, column);
  const node = path === "" ? null : nodeAt(tree, pathOf(path));
  if (node && node.offset <= at && at <= node.offset + node.length && node.type !== "object" && node.type !== "array")
    return { from: node.offset, to: node.offset + node.length };
  const word = /^"[^"\n]*"?|^[^\s,:[\]{}]+|^./.exec(tree.text.slice(at, at + 200))?.[0] ?? "";
  return { from: at, to: at + word.length };
}

export function marksOf(tree: Tree, problems: readonly Problem[]): Mark[] {
  return problems.map((problem) => {
    const message = [problem.message, problem.suggestion].filter(Boolean).join(" ");
    return { ...rangeOf(tree, problem), severity: problem.severity, message };
  });
}

/** "Did you mean …?" as an edit; null where the engine has no such word. */
export function mendingOf(tree: Tree, problem: Problem): { word: string; edits: Edit[] } | null {
  const word = /^Did you mean "([^"]+)"\?$/.exec(problem.suggestion ?? "")?.[1];
  const wrong = /^(?:The field )?"([^"]+)"/.exec(problem.message)?.[1];
  const near = nearestAt(tree, pathOf(problem.path));
  if (word === undefined || wrong === undefined || !near) return null;
  const { from, to } = rangeOf(tree, problem);
  const at = tree.text.slice(from, to).indexOf(wrong);
  return at < 0 ? null : { word, edits: [{ from: from + at, to: from + at + wrong.length, insert: word }] };
}
