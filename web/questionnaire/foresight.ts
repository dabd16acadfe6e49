/** What to ask next is proved while the reader reads and chooses, so that Continue doesn't wait for it. */

/** Enough for a reader who is still choosing; one who is quicker waits for the proof. */
const SETTLING = 120;

export class Foresight {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #prepare: () => boolean;
  readonly #prove: () => void;

  /** prepare: a part of what all proofs share, false when nothing is left to do; prove: what the answers leave open. */
  constructor(prepare: () => boolean, prove: () => void) {
    this.#prepare = prepare;
    this.#prove = prove;
  }

  /** Each part is a task of its own: the page stays responsive, and the browser optimises meanwhile what they run. */
  prepare(): void {
    setTimeout(() => this.#prepare() && this.prepare());
  }

  /** Proves once, a moment after it was last asked to. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#prove, SETTLING);
  }
}
