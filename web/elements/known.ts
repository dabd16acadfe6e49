/**
 * What the engine has said about some answers, kept so that one press asks it once. A journey never changes its answers but
 * takes other ones, so a verdict belongs to the answers themselves; an outlook takes "I don't know" for no answer.
 */
import type { Flips, Outlook, Verdict } from "../contract/index.js";
import type { DecisionPack } from "../engine/decision.js";
import type { Answered } from "../questionnaire/steps.js";

type Placed = (verdict: Verdict, given: Answered) => Verdict;

export class Known {
  readonly #pack: DecisionPack;
  readonly #placed: Placed;
  readonly #verdicts = new WeakMap<Answered, Verdict>();
  readonly #flips = new WeakMap<Answered, Flips>();
  #outlook: { readonly of: string; readonly outlook: Outlook } | null = null;

  /** `placed` puts answers into the texts of a verdict. */
  constructor(pack: DecisionPack, placed: Placed = (verdict) => verdict) {
    this.#pack = pack;
    this.#placed = placed;
  }

  verdict(given: Answered): Verdict {
    const known = this.#verdicts.get(given) ?? this.#placed(this.#pack.verdict(Object.fromEntries(given)), given);
    this.#verdicts.set(given, known);
    return known;
  }

  flips(given: Answered): Flips {
    const known = this.#flips.get(given) ?? this.#pack.flips(Object.fromEntries(given));
    this.#flips.set(given, known);
    return known;
  }

  outlook(given: Answered): Outlook {
    const of = JSON.stringify([...given].filter(([, choice]) => choice !== null).sort());
    if (this.#outlook?.of !== of) this.#outlook = { of, outlook: this.#pack.outlook(Object.fromEntries(given)) };
    return this.#outlook.outlook;
  }
}
