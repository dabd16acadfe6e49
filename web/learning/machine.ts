/**
 * A linear machine with squared hinge loss, one a code: the weights w that make ½|w|² + C Σ max(0, 1 − y w·x)² least, found row
 * by row in its dual form (Hsieh and others, 2008). Fixed order, no random source: the same rows give the same weights.
 */
import type { Rows } from "./space.js";
import { DOUBTFUL } from "./texts.js";

const PASSES = 600;
const ENOUGH = 0.001; // of a slope: rows move no further; ten times as much costs a hundredth of F1

/** A shuffle of its own (xorshift): rows in the order of their file learn slowly. */
function shuffle(list: Int32Array, size: number, seed: number): number {
  let state = seed;
  for (let k = size - 1; k > 0; k -= 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const other = (state >>> 0) % (k + 1);
    [list[k], list[other]] = [list[other]!, list[k]!];
  }
  return state;
}

/** The rows' cells in the columns that a code may use; the bias is always among them. */
function allowedPart(rows: Rows, allowed: Uint8Array | null): Rows {
  if (allowed === null) return rows;
  const start = new Int32Array(rows.start.length);
  const column = new Int32Array(rows.column.length);
  const value = new Float64Array(rows.column.length);
  let size = 0;
  for (let row = 0; row + 1 < rows.start.length; row += 1) {
    for (let cell = rows.start[row]!; cell < rows.start[row + 1]!; cell += 1) {
      if (!allowed[rows.column[cell]!]) continue;
      column[size] = rows.column[cell]!;
      value[size] = rows.value[cell]!;
      size += 1;
    }
    start[row + 1] = size;
  }
  return { start, column, value, columns: rows.columns };
}

/** One pass over the active rows. Returns its greatest step; rows that are surely no support leave `active`. */
class Pass {
  readonly weights: Float64Array;
  readonly #rows: Rows;
  readonly #labels: Int8Array;
  readonly #l2: number;
  readonly #dual: Float64Array;
  readonly #curvature: Float64Array;
  readonly active: Int32Array;
  size: number;

  constructor(rows: Rows, labels: Int8Array, l2: number) {
    this.#rows = rows;
    this.#labels = labels;
    this.#l2 = l2;
    this.weights = new Float64Array(rows.columns);
    this.#dual = new Float64Array(labels.length);
    this.#curvature = Float64Array.from(labels, (_, row) => this.#square(row) + l2);
    this.active = Int32Array.from(labels.keys()).filter((row) => labels[row] !== DOUBTFUL);
    this.size = this.active.length;
  }

  #square(row: number): number {
    let sum = 0;
    for (let cell = this.#rows.start[row]!; cell < this.#rows.start[row + 1]!; cell += 1)
      sum += this.#rows.value[cell]! * this.#rows.value[cell]!;
    return sum;
  }

  run(leaveAbove: number): number {
    let greatest = 0;
    for (let k = 0; k < this.size; k += 1) {
      const row = this.active[k]!;
      const slope = this.#slope(row);
      if (this.#dual[row] === 0 && slope >= 0) {
        if (slope > leaveAbove) this.#leave(k--);
        continue;
      }
      greatest = Math.max(greatest, Math.abs(slope));
      this.#move(row, slope);
    }
    return greatest;
  }

  #leave(k: number): void {
    this.size -= 1;
    [this.active[k], this.active[this.size]] = [this.active[this.size]!, this.active[k]!];
  }

  #slope(row: number): number {
    const { start, column, value } = this.#rows;
    let sum = 0;
    for (let cell = start[row]!; cell < start[row + 1]!; cell += 1) sum += this.weights[column[cell]!]! * value[cell]!;
    return this.#labels[row]! * sum - 1 + this.#l2 * this.#dual[row]!;
  }

  #move(row: number, slope: number): void {
    const { start, column, value } = this.#rows;
    const before = this.#dual[row]!;
    const after = Math.max(before - slope / this.#curvature[row]!, 0);
    this.#dual[row] = after;
    const step = (after - before) * this.#labels[row]!;
    for (let cell = start[row]!; cell < start[row + 1]!; cell += 1) this.weights[column[cell]!]! += step * value[cell]!;
  }
}

/** `labels`: one a row. `allowed`: the columns that may have a weight; null for all. */
export function train(rows: Rows, labels: Int8Array, l2: number, allowed: Uint8Array | null = null): Float64Array {
  const pass = new Pass(allowedPart(rows, allowed), labels, l2);
  let seed = 0x2545f491;
  let leaveAbove = Infinity;
  for (let round = 0; round < PASSES; round += 1) {
    seed = shuffle(pass.active, pass.size, seed);
    const greatest = pass.run(leaveAbove);
    if (greatest < ENOUGH) {
      if (pass.size === pass.active.length || leaveAbove === Infinity) break;
      pass.size = pass.active.length; // all rows once more, before the last word
      leaveAbove = Infinity;
    } else {
      leaveAbove = greatest;
    }
  }
  return pass.weights;
}
