/**
 * Windows as rows of their own. A text is judged by its best window too, so that a window has to be learned from: the one of each
 * text that speaks most for a code shows it where the text has it, and is a mistake to learn from where it has not.
 */
import type { Space } from "./space.js";
import { DOUBTFUL, PRESENT } from "./texts.js";

/** A text as the traits of its sentences, each ascending. */
export type Sentences = readonly Int32Array[];

export interface Rowed {
  traits: Int32Array[];
  labels: Int8Array[];
}

/** Shorter texts are hardly more than their window. */
const LEAST_SENTENCES = 3;
/** A window that speaks no more than this for what its text has not teaches nothing: it is beyond the margin. */
const BEYOND = -1;

const union = (a: Int32Array, b: Int32Array): Int32Array => Int32Array.from(new Set([...a, ...b])).sort();

/** The traits of all its sentences. */
export const wholeOf = (sentences: Sentences): Int32Array =>
  Int32Array.from(new Set(sentences.flatMap((sentence) => [...sentence]))).sort();

/** Each sentence, and each two neighbours. */
function windowsOf(sentences: Sentences): Int32Array[] {
  return sentences.flatMap((sentence, k) => (k === 0 ? [sentence] : [sentence, union(sentences[k - 1]!, sentence)]));
}

/** What each window comes to, a score a code. */
class Scorer {
  readonly #columnOf: Int32Array;

  constructor(
    readonly space: Space,
    readonly weights: readonly Float64Array[],
    names: number,
  ) {
    this.#columnOf = space.columnsOf(names);
  }

  scores(traits: Int32Array): Float64Array {
    const known = traits.map((trait) => this.#columnOf[trait]!).filter((at) => at >= 0);
    const { rarity } = this.space;
    const length = Math.sqrt(known.reduce((sum, at) => sum + rarity[at]! * rarity[at]!, 0)) || 1;
    return Float64Array.from(this.weights, (each) => {
      let sum = 0;
      for (const at of known) sum += each[at]! * rarity[at]!;
      return sum / length + each.at(-1)!;
    });
  }
}

function bestOf(scores: readonly Float64Array[], code: number): number {
  let best = 0;
  for (let k = 1; k < scores.length; k += 1) if (scores[k]![code]! > scores[best]![code]!) best = k;
  return best;
}

/** The labels of the windows that a text teaches by: each code's best one. Other codes of a window are left open. */
function labelsOfBest(scores: readonly Float64Array[], labels: Int8Array): Map<number, Int8Array> {
  const chosen = new Map<number, Int8Array>();
  labels.forEach((label, code) => {
    const best = bestOf(scores, code);
    if (label === DOUBTFUL || (label !== PRESENT && scores[best]![code]! < BEYOND)) return;
    if (!chosen.has(best)) chosen.set(best, new Int8Array(labels.length).fill(DOUBTFUL));
    chosen.get(best)![code] = label;
  });
  return chosen;
}

/** `model`: learned from whole texts; it says which windows. `names`: how many traits there are. */
export function windowRows(
  texts: readonly Sentences[],
  labels: readonly Int8Array[],
  model: { space: Space; weights: readonly Float64Array[] },
  names: number,
): Rowed {
  const scorer = new Scorer(model.space, model.weights, names);
  const rows: Rowed = { traits: [], labels: [] };
  texts.forEach((sentences, row) => {
    if (sentences.length < LEAST_SENTENCES) return;
    const windows = windowsOf(sentences);
    const scores = windows.map((window) => scorer.scores(window));
    for (const [best, each] of labelsOfBest(scores, labels[row]!)) {
      rows.traits.push(windows[best]!);
      rows.labels.push(each);
    }
  });
  return rows;
}
