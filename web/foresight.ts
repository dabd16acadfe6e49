/** What to ask next is proved while the reader reads and chooses, so that Continue doesn't wait for it. */
import type { Answers, Question } from "./contract.js";

/** A reader who is quicker than this after choosing waits for the proof instead. Enough for a browser to optimise code. */
const SETTLING = 120;

const fewer = (answers: number) => Math.floor((answers * 2) / 3);

export class Foresight {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #prove: (rehearsed: number) => boolean;

  /**
   * prove: what the reader's answers leave open, or, to rehearse, what is open when this many questions are answered; false
   * where that is over the budget.
   */
  constructor(prove: (rehearsed: number) => boolean) {
    this.#prove = prove;
  }

  /** Proves once, a moment after it was last asked to. */
  soon(): void {
    this.#after(0);
  }

  /**
   * The same in a page that has proved nothing yet: smaller proofs come first, each a task of its own, and the browser
   * optimises meanwhile what they run. (docs/decisions/0007 has the times.) Where one is over the budget, larger ones
   * would be too.
   */
  rehearse(questions: number): void {
    this.#after(fewer(questions));
  }

  #after(rehearsed: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#prove(rehearsed) && rehearsed > 0) this.#after(fewer(rehearsed));
    }, SETTLING);
  }
}

/** Made-up answers to rehearse with. */
export function firstChoices(questions: readonly Question[], count: number): Answers {
  return Object.fromEntries(questions.slice(0, count).map(({ id, choices }) => [id, choices[0]?.id ?? null]));
}
