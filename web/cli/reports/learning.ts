/** What `learn` and `check --answers` print. */
import type { Cues } from "../../learning/cues.js";
import { rates, type Counts } from "../../learning/measure.js";
import { PRESENT, type Code, type LabelledText } from "../../learning/texts.js";
import { certaintyOf, foundIn, tallies, totalOf, type Judged, type Study } from "../../learning/validation.js";

export interface CurvePoint {
  share: number;
  judged: Judged[];
}

const WORST = 10;
const NEXT = 20;
const SHOWN = 90;

const two = (value: number): string => value.toFixed(2);
const triple = (counts: Counts): string => {
  const { precision, recall, f1 } = rates(counts);
  return `${two(precision)} / ${two(recall)} / ${two(f1)}`;
};
const many = (count: number, what: string): string => `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;

const KINDS = { criterion: "criteria", misconception: "misconceptions" } as const;
const kindsOf = (codes: readonly Code[]): Code["kind"][] =>
  (["criterion", "misconception"] as const).filter((kind) => codes.some((code) => code.kind === kind));

export function headLines({ texts, codes, judgedTexts }: Study, { traits }: Cues): string[] {
  const weights = traits.reduce((sum, trait) => sum + trait.replace(/^.* /, "").replace(/[^A-Za-z]/g, "").length, 0);
  return [
    `Learned from ${many(texts.length, "text")}: ${many(traits.length, "trait")} with ${many(weights, "weight")} for ${many(codes.length, "code")}.`,
    `Measured on ${many(judgedTexts.length, "text")}, each by cues that were learned without its neighbours.`,
  ];
}

/** A table of tallies: all of each kind, then each code. */
export function tallyLines(counts: Counts[], codes: readonly Code[]): string[] {
  const width = Math.max(...codes.map(({ id }) => id.length), KINDS.misconception.length) + 2;
  const line = (name: string, each: Counts): string =>
    `  ${name.padEnd(width)}${triple(each)}  (${each.right + each.missed})`;
  return [
    `  ${"".padEnd(width)}precision / recall / F1 (how many there are)`,
    ...kindsOf(codes).map((kind) => line(KINDS[kind], totalOf(counts, codes, kind))),
    ...codes.map(({ id }, k) => line(id, counts[k]!)),
  ];
}

export const rateLines = (judged: readonly Judged[], codes: readonly Code[]): string[] => [
  "",
  ...tallyLines(tallies(judged, codes), codes),
];

export function curveLines(points: readonly CurvePoint[], { texts, codes }: Study): string[] {
  const lines = points.map(({ share, judged }) => {
    const counts = tallies(judged, codes);
    const f1s = kindsOf(codes).map((kind) => `${KINDS[kind]} ${two(rates(totalOf(counts, codes, kind)).f1)}`);
    return `  ${String(Math.round(share * texts.length)).padStart(6)} texts: ${f1s.join(", ")}`;
  });
  return ["", "F1 by how many texts there are to learn from (more help while it rises)", ...lines];
}

const brief = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
};

function wrongCodes(judged: Judged, codes: readonly Code[]): { missing: string[]; surplus: string[] } {
  const found = foundIn(judged, codes);
  const labels = judged.text.labels;
  const ids = (wanted: (k: number) => boolean): string[] => codes.flatMap(({ id }, k) => (wanted(k) ? [id] : []));
  return {
    missing: ids((k) => labels[k] === PRESENT && !found[k]),
    surplus: ids((k) => labels[k] === -1 && found[k] === true),
  };
}

export function worstLines(judged: readonly Judged[], codes: readonly Code[]): string[] {
  const all = judged.map((each) => ({ text: each.text, ...wrongCodes(each, codes) }));
  const errors = ({ missing, surplus }: { missing: string[]; surplus: string[] }): number =>
    missing.length + surplus.length;
  const worst = all
    .filter((each) => errors(each) > 0)
    .sort((a, b) => errors(b) - errors(a))
    .slice(0, WORST);
  if (worst.length === 0) return [];
  return ["", "Read worst", ...worst.flatMap(({ text, missing, surplus }) => worstText(text, missing, surplus))];
}

function worstText({ id, text }: LabelledText, missing: string[], surplus: string[]): string[] {
  const parts = [
    missing.length > 0 ? `missing ${missing.join(", ")}` : "",
    surplus.length > 0 ? `surplus ${surplus.join(", ")}` : "",
  ];
  return [`  ${id}: ${parts.filter(Boolean).join("; ")}`, `      ${brief(text)}`];
}

/** The most uncertain first. */
export function labelNextLines(judged: readonly Judged[], codes: readonly Code[]): string[] {
  const order = judged
    .map((each) => ({ text: each.text, distance: certaintyOf(each, codes) }))
    .sort((a, b) => a.distance - b.distance);
  return ["", "Label these next", ...order.slice(0, NEXT).map(({ text }) => `  ${text.id}: ${brief(text.text)}`)];
}
