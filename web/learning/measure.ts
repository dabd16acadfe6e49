/** Precision, recall and F1, and the bars from which on something is found. */
import { DOUBTFUL, PRESENT, type Code, type LabelledText } from "./texts.js";
import type { Bars } from "./cues.js";

/** How often it was found where it is, found where it is not, and not found where it is. */
export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

export const none = (): Counts => ({ right: 0, wrong: 0, missed: 0 });

export function count(counts: Counts, label: number, found: boolean): void {
  if (label === DOUBTFUL) return;
  if (found) counts[label === PRESENT ? "right" : "wrong"] += 1;
  else if (label === PRESENT) counts.missed += 1;
}

export interface Rates {
  precision: number;
  recall: number;
  f1: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export function rates({ right, wrong, missed }: Counts): Rates {
  return {
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    f1: share(2 * right, 2 * right + wrong + missed),
  };
}

/** What a text came to: a margin a code, and whether a pattern found it. */
export interface Heard {
  margins: Float64Array;
  patterns: Uint8Array;
}

export const isFound = (margin: number, pattern: boolean, { found, kept }: { found: number; kept: number }): boolean =>
  margin >= (pattern ? kept : found);

/** How often precision counts as much as recall where a bar is chosen: a misconception wrongly found costs the reader points. */
const BETA: Record<Code["kind"], number> = { criterion: 1, misconception: 0.8 };

const STEP = 0.02;
const GRID = Array.from({ length: 120 }, (_, k) => Math.round((k - 70) * STEP * 100) / 100);

function goodness({ right, wrong, missed }: Counts, beta: number): number {
  const weight = beta * beta;
  return share((1 + weight) * right, (1 + weight) * right + weight * missed + wrong);
}

type Judged = readonly { text: LabelledText; heard: Heard }[];

/**
 * How far below `found` cues must speak against a pattern before it is not believed: it is what its author wrote down, and other
 * texts than these may say just that. It costs a hundredth of F1 here. Examples are no such rule, only sentences.
 */
const CLEARLY: Record<Code["kind"], number> = { criterion: 0.45, misconception: 0.25 };

/** The best bars on these texts: one pair for all codes of a kind. `found` is for what cues hear alone, `kept` for patterns. */
function barsOf(judged: Judged, codes: readonly Code[], kind: Code["kind"]): Bars["criterion"] {
  const at = codes.flatMap((code, k) => (code.kind === kind ? [k] : []));
  const cells = judged.flatMap(({ text, heard }) =>
    at.map((k) => ({ label: text.labels[k]!, margin: heard.margins[k]!, pattern: heard.patterns[k] === 1 })),
  );
  const clearly = at.some((k) => codes[k]!.patterns === true) ? CLEARLY[kind] : 0;
  const barsAt = (found: number): Bars["criterion"] => ({ found, kept: found - clearly });
  const tally = (found: number): number => {
    const counts = none();
    for (const { label, margin, pattern } of cells) count(counts, label, isFound(margin, pattern, barsAt(found)));
    return goodness(counts, BETA[kind]);
  };
  return barsAt(GRID.reduce((a, b) => (tally(b) > tally(a) ? b : a)));
}

export function chooseBars(judged: Judged, codes: readonly Code[]): Bars {
  return { criterion: barsOf(judged, codes, "criterion"), misconception: barsOf(judged, codes, "misconception") };
}
