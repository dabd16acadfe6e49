/** The traits that a machine learns over, and texts as rows of them. */

/** Texts as lists of distinct traits; a trait is a number, the place of its name. */
export class TraitBook {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();

  /** The traits of a sentence, each once, in ascending order. */
  traitsOf(sentence: readonly string[]): Int32Array {
    return Int32Array.from(new Set(sentence.map((name) => this.#place(name)))).sort();
  }

  #place(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** ln x for x of at least 1, by + − × ÷ alone: a machine's own logarithm may differ in its last digit. */
export function ln(x: number): number {
  let twos = 0;
  for (; x > 1.5; x /= 2) twos += 1;
  const z = (x - 1) / (x + 1);
  let sum = 0;
  for (let k = 39; k >= 1; k -= 2) sum = sum * z * z + 1 / k;
  return 2 * z * sum + twos * 0.6931471805599453;
}

const PATTERN_VALUE = 36; // (6/4)² of 16: what an author wrote down counts half as much again
const WORD_VALUE = 16;

/** How rare a trait is: four times the root of ln(texts / texts with it), rounded. */
export function rarityOf(name: string, texts: number, having: number): number {
  const squared = (name.startsWith("*") ? PATTERN_VALUE : WORD_VALUE) * ln(texts / having);
  let rarity = 0;
  while ((rarity + 0.5) * (rarity + 0.5) <= squared) rarity += 1;
  return rarity;
}

export const isPair = (name: string): boolean => name.includes("_") && !/[=@*]/.test(name);

/** Rows of length 1; the bias is a column of ones behind the traits. */
export interface Rows {
  /** Row k has the cells from `start[k]` to `start[k + 1]`. */
  start: Int32Array;
  column: Int32Array;
  value: Float64Array;
  columns: number;
}

/** A choice of traits with their rarities. */
export class Space {
  readonly traits: Int32Array;
  readonly rarity: Int32Array;
  /** How many of the texts have each. */
  readonly having: Int32Array;

  constructor(traits: Int32Array, rarity: Int32Array, having: Int32Array) {
    this.traits = traits;
    this.rarity = rarity;
    this.having = having;
  }

  /** Those that enough of the texts have. */
  static over(texts: readonly Int32Array[], names: readonly string[], least: { word: number; pair: number }): Space {
    const having = new Int32Array(names.length);
    for (const text of texts) for (const trait of text) having[trait]! += 1;
    const chosen: number[] = [];
    names.forEach((name, trait) => {
      const count = having[trait]!;
      if (count >= (isPair(name) ? least.pair : least.word) && rarityOf(name, texts.length, count) > 0)
        chosen.push(trait);
    });
    const counts = chosen.map((trait) => having[trait]!);
    const rarity = chosen.map((trait, k) => rarityOf(names[trait]!, texts.length, counts[k]!));
    return new Space(Int32Array.from(chosen), Int32Array.from(rarity), Int32Array.from(counts));
  }

  /** The part of it in these columns. */
  subspace(columns: readonly number[]): Space {
    const part = (list: Int32Array): Int32Array => Int32Array.from(columns, (column) => list[column]!);
    return new Space(part(this.traits), part(this.rarity), part(this.having));
  }

  /** By trait: its column, or -1. `names`: how many traits there are. */
  columnsOf(names: number): Int32Array {
    const columnOf = new Int32Array(names).fill(-1);
    this.traits.forEach((trait, column) => {
      columnOf[trait] = column;
    });
    return columnOf;
  }

  rows(texts: readonly Int32Array[], names: number): Rows {
    const columnOf = this.columnsOf(names);
    const start = new Int32Array(texts.length + 1);
    const column: number[] = [];
    const value: number[] = [];
    texts.forEach((text, row) => {
      this.#addRow(text, columnOf, column, value);
      start[row + 1] = column.length;
    });
    return { start, column: Int32Array.from(column), value: Float64Array.from(value), columns: this.traits.length + 1 };
  }

  #addRow(text: Int32Array, columnOf: Int32Array, column: number[], value: number[]): void {
    const known = [...text].map((trait) => columnOf[trait]!).filter((at) => at >= 0);
    const squares = known.reduce((sum, at) => sum + this.rarity[at]! * this.rarity[at]!, 0);
    const length = Math.sqrt(squares) || 1;
    for (const at of known) {
      column.push(at);
      value.push(this.rarity[at]! / length);
    }
    column.push(this.traits.length);
    value.push(1);
  }
}
