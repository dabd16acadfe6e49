/** From labelled texts to cues: traits chosen, weighed, and rounded to small integers. */
import { Space, type Rows } from "./space.js";
import { train } from "./machine.js";
import { windowRows, type Sentences } from "./windows.js";
import type { Code } from "./texts.js";

export interface Recipe {
  /** How strongly weights are held small. */
  l2: number;
  /** How many weights the cues may have, over all codes. */
  weights: number;
  /** In how many texts a trait must stand to be learned. */
  least: { word: number; pair: number };
}

export const RECIPE: Recipe = { l2: 1, weights: 14500, least: { word: 2, pair: 4 } };

/** The member "cues" of a rubric. */
export interface Cues {
  version: 1;
  /** How many texts they were learned from. */
  texts: number;
  criteria?: CueCodes;
  misconceptions?: CueCodes;
  /** "refresh 9 aB2": a trait, its rarity, and its weight for each code; a is the first code, capitals speak against. */
  traits: string[];
}

export interface CueCodes {
  /** From this score on it is found by cues alone. */
  found: number;
  /** Below this score a pattern is not believed. */
  kept: number;
  codes: { id: string; bias: number }[];
}

/** Weights of all codes over a space; the last of each is the bias. */
interface Model {
  space: Space;
  weights: Float64Array[];
}

export interface Learned {
  names: string[];
  rarity: number[];
  /** By trait, one a code. */
  weights: Int8Array[];
  biases: number[];
  texts: number;
  /** What one step of a score is as the margin that the machine learned with. */
  unit: number;
}

/** Rows of the training texts: their traits, and their labels one a code. */
export interface Training {
  sentences: readonly Sentences[];
  traits: readonly Int32Array[];
  labels: readonly Int8Array[];
  names: readonly string[];
  codes: number;
  /** How many texts these are: some stand there more than once. */
  texts: number;
}

const column = (labels: readonly Int8Array[], code: number): Int8Array => Int8Array.from(labels, (each) => each[code]!);

function fit(training: Training, space: Space, l2: number, allowed: Uint8Array[] | null): Model {
  const rows: Rows = space.rows(training.traits, training.names.length);
  const weights = Array.from({ length: training.codes }, (_, code) =>
    train(rows, column(training.labels, code), l2, allowed?.[code] ?? null),
  );
  return { space, weights };
}

/** What a weight is worth: its size, and a little for being met often. */
function worth({ space, weights }: Model): Float64Array[] {
  const often = Float64Array.from(space.having, (count) => Math.sqrt(Math.sqrt(count)));
  return weights.map((each) => Float64Array.from(often, (much, at) => Math.abs(each[at]!) * much));
}

/** Keeps so many weights, the worthiest over all codes, and trains again on what is left. */
function pruned(training: Training, model: Model, keep: number, l2: number): Model {
  const all = worth(model);
  const sorted = Float64Array.from(all.flatMap((each) => [...each])).sort();
  const bar = Math.max(sorted[Math.max(0, sorted.length - keep)]!, Number.MIN_VALUE);
  const columns = [...model.space.traits.keys()].filter((at) => all.some((each) => each[at]! >= bar));
  const space = model.space.subspace(columns);
  const allowed = all.map((each) => Uint8Array.from([...columns.map((at) => (each[at]! >= bar ? 1 : 0)), 1]));
  return fit(training, space, l2, allowed);
}

const MOST = 9;
const SHARE_WITHIN = 0.98; // of the weights have at most 7 steps
const STEPS = 7;
/** A score is 256 times a sum by its length, once for the best window and once for the whole text (engine/src/rubric/cues.cpp). */
const SCALE = 256;

function rounded(model: Model, names: readonly string[], texts: number): Learned {
  const sizes = Float64Array.from(model.weights.flatMap((each) => [...each.subarray(0, -1)].map(Math.abs)))
    .filter((size) => size > 0)
    .sort();
  const step = (sizes[Math.floor(sizes.length * SHARE_WITHIN)] ?? STEPS) / STEPS;
  const small = (weight: number): number => Math.max(-MOST, Math.min(MOST, Math.round(weight / step)));
  const kept = [...model.space.traits.keys()].filter((at) => model.weights.some((each) => small(each[at]!) !== 0));
  return {
    names: kept.map((at) => names[model.space.traits[at]!]!),
    rarity: kept.map((at) => model.space.rarity[at]!),
    weights: kept.map((at) => Int8Array.from(model.weights, (each) => small(each[at]!))),
    biases: model.weights.map((each) => Math.round((SCALE * each.at(-1)!) / step)),
    texts,
    unit: step / SCALE / 2,
  };
}

export function learn(training: Training, recipe: Recipe): Learned {
  const { l2, weights, least } = recipe;
  const space = Space.over(training.traits, training.names, least);
  const model = fit(training, space, l2, null);
  const windows = windowRows(training.sentences, training.labels, model, training.names.length);
  const all = {
    ...training,
    traits: [...training.traits, ...windows.traits],
    labels: [...training.labels, ...windows.labels],
  };
  const full = fit(all, space, l2, null);
  const half = pruned(all, full, Math.round(1.8 * weights), l2);
  return rounded(pruned(all, half, weights, l2), training.names, training.texts);
}

/** a to z, then a' to z', and so on; capitals where it speaks against. */
function letter(code: number, against: boolean): string {
  const sign = String.fromCharCode(97 + (code % 26));
  return (against ? sign.toUpperCase() : sign) + "'".repeat(Math.floor(code / 26));
}

function written(name: string, rarity: number, weights: Int8Array): string {
  const parts = [...weights].map((weight, code) => {
    if (weight === 0) return "";
    const size = Math.abs(weight);
    return letter(code, weight < 0) + (size === 1 ? "" : String(size));
  });
  return `${name} ${rarity} ${parts.join("")}`;
}

const utf8 = new TextEncoder();
function compareBytes(a: string, b: string): number {
  const [left, right] = [utf8.encode(a), utf8.encode(b)];
  for (let k = 0; k < left.length && k < right.length; k += 1) if (left[k] !== right[k]) return left[k]! - right[k]!;
  return left.length - right.length;
}

/** Bars as margins, one pair for criteria and one for misconceptions. */
export interface Bars {
  criterion: { found: number; kept: number };
  misconception: { found: number; kept: number };
}

export function cuesOf(learned: Learned, codes: readonly Code[], bars: Bars): Cues {
  const part = (kind: Code["kind"]): CueCodes => ({
    found: Math.round(bars[kind].found / learned.unit),
    kept: Math.round(bars[kind].kept / learned.unit),
    codes: codes.flatMap(({ id, kind: each }, at) => (each === kind ? [{ id, bias: learned.biases[at]! }] : [])),
  });
  const order = [...learned.names.keys()].sort((a, b) => compareBytes(learned.names[a]!, learned.names[b]!));
  const has = (kind: Code["kind"]): boolean => codes.some((code) => code.kind === kind);
  return {
    version: 1,
    texts: learned.texts,
    ...(has("criterion") && { criteria: part("criterion") }),
    ...(has("misconception") && { misconceptions: part("misconception") }),
    traits: order.map((k) => written(learned.names[k]!, learned.rarity[k]!, learned.weights[k]!)),
  };
}
