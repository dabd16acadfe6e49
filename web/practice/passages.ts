/**
 * Cuts a graded text where evidence starts or ends. Several criteria may claim the same words, so a passage carries all
 * that hold there. Offsets are UTF-16 code units, so JavaScript's slices fit them. Pure.
 */
import type { Certainty, Evidence, GradeFinding, Grade, Span } from "../contract/index.js";
import type { Task } from "./task.js";

/** One criterion or misconception that the text speaks of. */
export interface Mention {
  readonly id: string;
  readonly kind: "criterion" | "misconception";
  /** Criteria are numbered, misconceptions lettered, so that a mark in the text leads to its row. */
  readonly label: string;
  readonly title: string;
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
}

export interface Passage {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Those whose evidence starts with this passage. */
  readonly opening: readonly Mention[];
  /** Those whose evidence ends with this passage and doesn't go on a few words later. */
  readonly closing: readonly Mention[];
}

/** One match can have several spans ("RAG … keeps … fresh"); a gap this short doesn't end it. */
const GAP = 48;

/** How much of its surroundings a quoted word brings along, in characters. */
const AROUND = 36;

export function mentionsOf({ criteria, misconceptions }: Task, grade: Grade): Mention[] {
  return [
    ...mentioned("criterion", criteria, grade.criteria, (at) => `${at + 1}`),
    ...mentioned("misconception", misconceptions, grade.misconceptions, (at) => String.fromCharCode(65 + at)),
  ];
}

type Known = readonly { readonly id: string; readonly title: string }[];
type Graded = readonly (GradeFinding & { readonly id: string; readonly evidence: readonly Evidence[] })[];

function mentioned(kind: Mention["kind"], known: Known, graded: Graded, label: (at: number) => string): Mention[] {
  const found = known.flatMap(({ id, title }) => {
    const { evidence = [], certainty = "certain" } = graded.find((each) => each.id === id) ?? {};
    return evidence.length > 0 ? [{ id, title, evidence, certainty }] : [];
  });
  return found.map((each, at) => ({ ...each, kind, label: label(at) }));
}

export function passagesOf(text: string, mentions: readonly Mention[]): Passage[] {
  const edges = mentions.flatMap(({ evidence }) => evidence.flatMap(({ start, end }) => [start, end]));
  const cuts = [...new Set([0, ...edges, text.length])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => passage(text, start, cuts[index + 1] ?? start, mentions));
}

function passage(text: string, start: number, end: number, mentions: readonly Mention[]): Passage {
  const having = (
    test: (span: Evidence, next: Evidence | undefined, last: Evidence | undefined) => boolean,
  ): Mention[] =>
    mentions.filter(({ evidence }) => evidence.some((span, at) => test(span, evidence[at + 1], evidence[at - 1])));
  return {
    text: text.slice(start, end),
    mentions: having((span) => span.start <= start && end <= span.end),
    opening: having((span, _, last) => span.start === start && !follows(last, span)),
    closing: having((span, next) => span.end === end && !follows(span, next)),
  };
}

function follows(span: Evidence | undefined, next: Evidence | undefined): boolean {
  return span !== undefined && next !== undefined && next.pattern === span.pattern && next.start - span.end < GAP;
}

/** The spans of one match as one stretch of text, with what lies between them. */
export function stretchesOf(evidence: readonly Evidence[]): Span[] {
  return evidence.reduce<Evidence[]>((found, span) => {
    const last = found.at(-1);
    if (!last || !follows(last, span)) return [...found, span];
    return [...found.slice(0, -1), { ...span, start: last.start }];
  }, []);
}

/** A few words on either side, as far as the line and whole words go. */
export function around(text: string, { start, end }: Span): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return {
    before: (start > AROUND ? before.replace(/^\S*/, "…") : before).split("\n").at(-1) ?? "",
    after: (end + AROUND < text.length ? after.replace(/\S*$/, "…") : after).split("\n")[0] ?? "",
  };
}
