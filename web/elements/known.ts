/**
 * What the engine has said about some answers, kept so that one press asks it once. A journey never changes its answers but
 * takes other ones, so a verdict belongs to the answers themselves; an outlook takes "I don't know" for no answer.
 */
import type { Estimate, Flips, Inputs, Outlook, Problem, Verdict } from "../contract/index.js";
import type { DecisionPack } from "../engine/decision.js";
import { PackError } from "../engine/pack-error.js";
import type { Answered } from "../questionnaire/steps.js";

type Placed = <T>(said: T, given: Answered) => T;

export class Known {
  readonly #pack: DecisionPack;
  readonly #placed: Placed;
  readonly #verdicts = new WeakMap<Answered, Verdict>();
  readonly #flips = new WeakMap<Answered, Flips>();
  #outlook: { readonly of: string; readonly outlook: Outlook } | null = null;

  /** `placed` puts answers into the texts of what is said: each time, since the card may speak another language by then. */
  constructor(pack: DecisionPack, placed: Placed = (said) => said) {
    this.#pack = pack;
    this.#placed = placed;
  }

  verdict(given: Answered): Verdict {
    const known = this.#verdicts.get(given) ?? this.#pack.verdict(Object.fromEntries(given));
    this.#verdicts.set(given, known);
    return this.#placed(known, given);
  }

  flips(given: Answered): Flips {
    const known = this.#flips.get(given) ?? this.#pack.flips(Object.fromEntries(given));
    this.#flips.set(given, known);
    return this.#placed(known, given);
  }

  outlook(given: Answered): Outlook {
    const of = JSON.stringify([...given].filter(([, choice]) => choice !== null).sort());
    if (this.#outlook?.of !== of) this.#outlook = { of, outlook: this.#pack.outlook(Object.fromEntries(given)) };
    return this.#placed(this.#outlook.outlook, given);
  }

  /** Problems instead of costs where a figure can't be used. */
  estimate(inputs: Inputs, given: Answered): Estimate | readonly Problem[] {
    try {
      return this.#placed(this.#pack.estimate(inputs, Object.fromEntries(given)), given);
    } catch (error) {
      if (error instanceof PackError) return error.problems;
      throw error;
    }
  }
}
