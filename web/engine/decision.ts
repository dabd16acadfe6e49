/** The engine behind <decision-card>: it reads a pack's decision, gives verdicts, proves and estimates. A rubric is passed over. */
import type { Answers, CheckReport, Estimate, Flips, Inputs, Outlook, Verdict } from "../contract/index.js";
import { DecisionInstance, type Evaluator, type OpenDecision, type Proof } from "./decision-instance.js";
import { assertOpen, type Engine, jsonOf, Live, LivePack, type ReadPack } from "./engine.js";
import createDecision from "./generated/decision-glue.js";
import { PackError } from "./pack-error.js";

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
    open: (pack): DecisionPack => new LiveDecisionPack(live, pack),
    check(pack): CheckReport {
      const text = jsonOf(pack);
      return live.guard((instance) => instance.check(text));
    },
  };
}

/** What can be read of answers is read once, before any of the engine's memory is touched: a getter may do anything. */
function placeable(answers: unknown): [string, unknown][] | null {
  const plain = typeof answers === "object" && answers !== null && !Array.isArray(answers) && !("toJSON" in answers);
  return plain ? Object.entries(answers) : null;
}

class LiveDecisionPack extends LivePack<DecisionInstance, OpenDecision> implements DecisionPack {
  verdict(answers: Answers): Verdict {
    const entries = placeable(answers);
    const placed =
      entries &&
      this.live.use(this, (instance, pack) => (instance.place(pack, entries) ? instance.verdict(pack) : null));
    if (placed) return placed;
    const text = jsonOf(entries ? Object.fromEntries(entries) : answers);
    return this.live.use(this, (instance, pack) => instance.verdictOf(pack, text));
  }

  verdictText(answers: Answers | string): string {
    const text = jsonOf(answers);
    return this.live.use(this, (instance, pack) => JSON.stringify(instance.verdictOf(pack, text)));
  }

  prepare(): boolean {
    return this.live.use(this, (instance, pack) => instance.prepare(pack));
  }

  outlook(answers: Answers): Outlook {
    return JSON.parse(this.outlookText(answers)) as Outlook;
  }

  outlookText(answers: Answers | string): string {
    return this.#prove("outlook", jsonOf(answers));
  }

  flips(answers: Answers): Flips {
    return JSON.parse(this.flipsText(answers)) as Flips;
  }

  flipsText(answers: Answers | string): string {
    return this.#prove("flips", jsonOf(answers));
  }

  estimate(inputs: Inputs = {}, answers: Answers = {}): Estimate {
    return JSON.parse(this.#prove("estimate", jsonOf({ inputs, answers }))) as Estimate;
  }

  #prove(call: Proof, text: string): string {
    return this.live.use(this, (instance, pack) => instance.prove(call, pack, text));
  }

  /** Deciding allocates nothing; where it traps all the same, the answers go to a new instance. */
  evaluator(sets = 1): Evaluator {
    assertCount(sets, 1, MOST_SETS);
    const make = () => this.live.keep(this, (instance, pack) => instance.evaluator(pack, sets));
    let running = make();
    let decided = 0;
    const surely = <T>(work: (evaluator: Evaluator) => T): T => {
      assertOpen(this); // and with any member of this in hand, the pack stays open
      try {
        return work(running);
      } catch (error) {
        if (error instanceof PackError) throw error;
        const { answers } = running;
        this.live.drop();
        running = make();
        running.answers.set(answers);
        running.decide(decided);
        return work(running);
      }
    };
    return {
      get answers() {
        return surely(({ answers }) => answers);
      },
      get scores() {
        return surely(({ scores }) => scores);
      },
      place(answers, set = 0) {
        assertCount(set, 0, sets - 1);
        const text = jsonOf(answers); // read once: a getter may throw, and an instance is not to blame
        surely((evaluator) => evaluator.place(text, set));
      },
      decide(set = 0) {
        assertCount(set, 0, sets - 1);
        decided = set;
        return surely((evaluator) => evaluator.decide(set));
      },
    };
  }
}

const MOST_SETS = 100_000;

function assertCount(count: number, least: number, most: number): void {
  if (!Number.isInteger(count) || count < least || count > most)
    throw new RangeError(`decision-card: ${String(count)} is no whole number from ${least} to ${most}.`);
}
