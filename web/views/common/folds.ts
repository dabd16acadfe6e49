/** Which folds of a screen stand open: as their reader has left them, however often the screen is painted. */

export class Folds {
  readonly left: ReadonlyMap<string, boolean>;
  readonly #keep: (name: string, open: boolean) => void;
  readonly #names = new Set<string>();

  /** `left`: those that the reader has opened or closed; `keep` hears of the next. */
  constructor(left: ReadonlyMap<string, boolean>, keep: (name: string, open: boolean) => void) {
    this.left = left;
    this.#keep = keep;
  }

  /** How one was left is shown at once; what comes back is told how it is left now. Of a kind the third stays the third. */
  place(name: string, show: (open: boolean) => void): (open: boolean) => void {
    if (this.#names.has(name)) return this.place(`${name}'`, show);
    this.#names.add(name);
    const left = this.left.get(name);
    if (left !== undefined) show(left);
    return (open) => this.#keep(name, open);
  }
}
