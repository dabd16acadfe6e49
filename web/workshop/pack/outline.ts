/** A pack's map: which question is asked when, where it leads, and what each rule, gate and recommendation looks at. */
import { treeOf, valueOf, type Tree } from "./tree.js";

export interface Item {
  readonly id: string;
  readonly title: string;
  readonly pointer: string;
  /** What its condition looks at: "question", "score.x", "gate.y". */
  readonly looksAt: readonly string[];
}

export interface QuestionItem extends Item {
  readonly leadsTo: {
    readonly questions: string[];
    readonly gates: string[];
    readonly rules: string[];
    readonly recommendations: string[];
  };
}

export interface Outline {
  readonly questions: readonly QuestionItem[];
  readonly alternatives: readonly (Item & { readonly rules: readonly string[] })[];
  readonly rules: readonly (Item & { readonly gives: readonly string[] })[];
  readonly gates: readonly Item[];
  readonly recommendations: readonly Item[];
  readonly notes: readonly Item[];
}

type Json = Record<string, unknown>;

/** All that a condition looks at, each once. */
export function looksAt(condition: unknown): string[] {
  const seen = new Set<string>();
  const waiting = [condition];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object" || next === null) continue;
    const name = (next as Json).var;
    if (typeof name === "string") seen.add(name);
    waiting.push(...Object.values(next as Json).reverse());
  }
  return [...seen];
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const listed = (value: unknown): Json[] =>
  Array.isArray(value)
    ? (value as unknown[]).filter((each): each is Json => typeof each === "object" && each !== null)
    : [];

/** Variants of a text: the last one is said of everyone else. */
function said(value: unknown): string {
  return Array.isArray(value) ? text(listed(value).at(-1)?.text) : text(value);
}

function itemsOf(decision: Json, list: string, title: string): (Item & { readonly json: Json })[] {
  return listed(decision[list]).map((json, k) => ({
    id: text(json.id),
    title: said(json[title]),
    pointer: `/decision/${list}/${k}`,
    looksAt: looksAt(json.when),
    json,
  }));
}

function leading(items: readonly Item[], question: string): string[] {
  return items.filter((item) => item.looksAt.includes(question)).map(({ id }) => id);
}

export function outlineOf(tree: Tree): Outline {
  const decision = ((valueOf(tree.root) as Json | undefined)?.decision ?? {}) as Json;
  const part = (list: string, title: string) => itemsOf(decision, list, title);
  const [questions, gates, recommendations] = [
    part("questions", "text"),
    part("gates", "text"),
    part("recommendations", "title"),
  ];
  const rules = part("rules", "because").map((item) => ({
    ...item,
    gives: Object.keys((item.json.points ?? {}) as Json),
  }));
  return {
    questions: questions.map((item) => ({
      ...item,
      leadsTo: {
        questions: leading(questions, item.id),
        gates: leading(gates, item.id),
        rules: leading(rules, item.id),
        recommendations: leading(recommendations, item.id),
      },
    })),
    alternatives: part("alternatives", "name").map((item) => ({
      ...item,
      rules: rules.filter(({ gives }) => gives.includes(item.id)).map(({ id }) => id),
    })),
    rules,
    gates,
    recommendations,
    notes: part("notes", "title"),
  };
}

export const outlineOfText = (source: string): Outline => outlineOf(treeOf(source));

// ---- the drawing

export interface Knot {
  readonly key: string;
  readonly kind: "question" | "alternative" | "gate" | "recommendation";
  readonly id: string;
  readonly title: string;
  readonly pointer: string;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  /** How many rules it stands for; 1 for a condition. */
  readonly weight: number;
}

function knots(kind: Knot["kind"], items: readonly Item[]): Knot[] {
  return items.map(({ id, title, pointer }) => ({ key: `${kind}:${id}`, kind, id, title, pointer }));
}

const keyOf = (name: string): string =>
  name.startsWith("score.")
    ? `alternative:${name.slice(6)}`
    : name.startsWith("gate.")
      ? `gate:${name.slice(5)}`
      : `question:${name}`;

/** Rules are lines from questions to alternatives, so that sixty of them stay readable. */
export function drawingOf(outline: Outline): { knots: Knot[]; lines: Line[] } {
  const all = [
    ...knots("question", outline.questions),
    ...knots("alternative", outline.alternatives),
    ...knots("gate", outline.gates),
    ...knots("recommendation", outline.recommendations),
  ];
  const known = new Set(all.map(({ key }) => key));
  const weights = new Map<string, Line>();
  const add = (from: string, to: string): void => {
    if (!known.has(from) || !known.has(to) || from === to) return;
    const key = `${from} ${to}`;
    weights.set(key, { from, to, weight: (weights.get(key)?.weight ?? 0) + 1 });
  };
  for (const rule of outline.rules)
    for (const name of rule.looksAt) for (const id of rule.gives) add(keyOf(name), `alternative:${id}`);
  for (const kind of ["question", "gate", "recommendation"] as const)
    for (const item of outline[`${kind}s`]) for (const name of item.looksAt) add(keyOf(name), `${kind}:${item.id}`);
  return { knots: all, lines: [...weights.values()] };
}
