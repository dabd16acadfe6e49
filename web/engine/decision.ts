/** The engine behind <decision-card>: it reads a pack's decision, gives verdicts, proves and estimates. A rubric is passed over. */
import type {
  Answers,
  CheckReport,
  Description,
  Estimate,
  Flips,
  Inputs,
  Outlook,
  Verdict,
} from "../contract/index.js";
import { DecisionInstance, type Evaluator, type OpenDecision } from "./decision-instance.js";
import { type Engine, jsonOf, Live, type ReadPack } from "./engine.js";
import createDecision from "./generated/decision-glue.js";

/** A pack whose decision was read without problems. */
export interface DecisionPack extends ReadPack {
  /**
   * The full answer for complete or partial answers. Throws a PackError for an unknown question or choice.
   * Texts and points are shared between verdicts and frozen.
   */
  verdict(answers: Answers): Verdict;
  /** The same as the engine writes it: compact JSON, equal bytes on every platform. Answers may be JSON text. */
  verdictText(answers: Answers | string): string;
  /**
   * Does a part of what all outlooks share, a few milliseconds at the most; false when nothing is left to do. A page that
   * will ask for an outlook after each answer calls it before, each time in a task of its own. Without, outlooks are the
   * same; the first takes longer than a frame in a page that has just been loaded.
   */
  prepare(): boolean;
  /** What the open questions can still do, exactly: after each answer, in well under a frame for most packs. */
  outlook(answers: Answers): Outlook;
  outlookText(answers: Answers | string): string;
  /** What would change the recommendation, and which answers fix it, exactly. */
  flips(answers: Answers): Flips;
  flipsText(answers: Answers | string): string;
  /**
   * The cost picture for figures of the reader's own; a figure left out starts where the answers, or else the pack, say.
   * Throws a PackError whose problems name the figure (`path` is "/inputs/" and its id) when one can't be used, when a
   * formula divides by zero or gives a cost that can't be, or when the pack estimates nothing.
   */
  estimate(inputs?: Inputs, answers?: Answers): Estimate;
  /** The hot path, for simulations: `sets` complete answers as small integers to recommendation and scores. */
  evaluator(sets?: number): Evaluator;
}

export type DecisionEngine = Engine<DecisionPack>;

type LiveDecision = Live<DecisionInstance, OpenDecision>;

/** decision.wasm at work. */
export function decisionEngine(module: WebAssembly.Module): DecisionEngine {
  const live: LiveDecision = new Live(() => new DecisionInstance(createDecision, module));
  return {
    open(pack): DecisionPack {
      const read = new LivePack(live, jsonOf(pack));
      live.use(read, () => undefined);
      return read;
    },
    check(pack): CheckReport {
      return live.guard((instance) => instance.check(jsonOf(pack)));
    },
  };
}

class LivePack implements DecisionPack {
  readonly #live: LiveDecision;
  readonly text: string;

  constructor(live: LiveDecision, text: string) {
    this.#live = live;
    this.text = text;
  }

  get description(): Description {
    return this.#live.use(this, (_, pack) => pack.description);
  }

  verdict(answers: Answers): Verdict {
    return this.#live.use(this, (instance, pack) => instance.verdict(pack, answers));
  }

  verdictText(answers: Answers | string): string {
    return this.#live.use(this, (instance, pack) => instance.verdictText(pack, jsonOf(answers)));
  }

  prepare(): boolean {
    return this.#live.use(this, (instance, pack) => instance.prepare(pack));
  }

  outlook(answers: Answers): Outlook {
    return JSON.parse(this.outlookText(answers)) as Outlook;
  }

  outlookText(answers: Answers | string): string {
    return this.#live.use(this, (instance, pack) => instance.outlookText(pack, jsonOf(answers)));
  }

  flips(answers: Answers): Flips {
    return JSON.parse(this.flipsText(answers)) as Flips;
  }

  flipsText(answers: Answers | string): string {
    return this.#live.use(this, (instance, pack) => instance.flipsText(pack, jsonOf(answers)));
  }

  estimate(inputs: Inputs = {}, answers: Answers = {}): Estimate {
    return this.#live.use(this, (instance, pack) => instance.estimate(pack, inputs, answers));
  }

  /** Holds on to one instance: deciding allocates nothing, so it can't trap, and a replaced instance still answers. */
  evaluator(sets = 1): Evaluator {
    return this.#live.use(this, (instance, pack) => instance.evaluator(pack, sets, this));
  }
}
