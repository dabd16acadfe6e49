/** One running copy of decision.wasm, and the packs open in it. */
import type { Answers, CheckReport, Verdict } from "../contract/index.js";
import type { DecisionModule } from "./generated/decision-glue.js";
import { jsonOf } from "./engine.js";
import { Instance, OpenPack } from "./instance.js";
import { unproblematic } from "./pack-error.js";
import { type Catalogue, VerdictBuilder } from "./verdict-builder.js";

interface QuestionIndex {
  readonly index: number;
  readonly choices: ReadonlyMap<string, number>;
}

export class OpenDecision extends OpenPack<DecisionModule> {
  #questions?: ReadonlyMap<string, QuestionIndex>;
  #builder?: VerdictBuilder;

  /** The pack's ids as the small integers that the engine works with. */
  get questions(): ReadonlyMap<string, QuestionIndex> {
    this.#questions ??= new Map(
      this.description.decision.questions.map(({ id, kind, choices }, index) => [
        id,
        // Lists and numbers are read by the engine itself.
        { index, choices: new Map(kind === "several" ? [] : choices.map((choice, at) => [choice.id, at])) },
      ]),
    );
    return this.#questions;
  }

  get builder(): VerdictBuilder {
    this.#builder ??= new VerdictBuilder(this.description, JSON.parse(this.module.catalogue(this.handle)) as Catalogue);
    return this.#builder;
  }
}

export interface Evaluator {
  /**
   * The answer sets, one behind the other in the engine's memory. One byte a question, in the pack's order: the index of
   * its choice; of a number, of its interval (Question.intervals); where several may be chosen, of their set, which `place`
   * finds. Read it anew after any other call: the memory may have moved.
   */
  readonly answers: Uint8Array;
  /** One score an alternative, in the pack's order, after decide(). To be read anew like the answers. */
  readonly scores: Int32Array;
  /** Writes answers, or JSON text of them, into one of the sets. Throws a PackError for what is no answer. */
  place(answers: Answers | string, set?: number): void;
  /** The index of the recommendation for one of the sets, or -1 when an asked question has no answer. */
  decide(set?: number): number;
}

/** Calls that take text and give JSON. */
export type Proof = "outlook" | "flips" | "estimate";

const UNANSWERED = 255;

export class DecisionInstance extends Instance<DecisionModule> {
  openPack(text: string): OpenDecision {
    return new OpenDecision(this.module, this.open(text));
  }

  check(text: string): CheckReport {
    this.input(text);
    return JSON.parse(this.module.checkPack()) as CheckReport;
  }

  /** False when an id is unknown, or an answer is no id; the engine then reads them, and says what is wrong (see verdictOf). */
  place(pack: OpenDecision, answers: [string, unknown][]): boolean {
    if (pack.questions.size === 0) return false;
    const bytes = this.#answers(pack).fill(UNANSWERED);
    for (const [id, choice] of answers) {
      const question = pack.questions.get(id);
      const index = choice === null ? UNANSWERED : question?.choices.get(choice as string);
      if (!question || index === undefined) return false;
      bytes[question.index] = index;
    }
    return true;
  }

  evaluator(pack: OpenDecision, sets: number): Evaluator {
    const { handle, questions, description } = pack;
    const { memory } = this;
    const decide = this.module._dc_decide;
    const start = this.module._dc_batch(handle, sets);
    const scoresAt = this.module._dc_scores;
    const size = questions.size;
    return {
      get answers() {
        return new Uint8Array(memory.buffer, start, sets * size);
      },
      get scores() {
        return new Int32Array(memory.buffer, scoresAt(handle), description.decision.alternatives.length);
      },
      place: (answers, set = 0) => {
        this.input(jsonOf(answers));
        unproblematic(this.module.readAnswers(handle));
        new Uint8Array(memory.buffer, start + set * size, size).set(this.#answers(pack));
      },
      decide: (set = 0) => decide(handle, start + set * size),
    };
  }

  /** The verdict on answers in JSON text: the engine itself reads them, and says what is wrong with them and where. */
  verdictOf(pack: OpenDecision, answers: string): Verdict {
    this.input(answers);
    unproblematic(this.module.readAnswers(pack.handle));
    return this.verdict(pack, JSON.parse(answers) as Answers);
  }

  /** The verdict on the answers that are placed. As JSON it is, byte for byte, what the native engine writes. */
  verdict(pack: OpenDecision, given: Answers = {}): Verdict {
    const length = this.module._dc_verdict(pack.handle);
    const numbers = new Int32Array(this.memory.buffer, this.module._dc_numbers(), length);
    return pack.builder.build(numbers, this.#answers(pack), given);
  }

  #answers(pack: OpenDecision): Uint8Array {
    return new Uint8Array(this.memory.buffer, this.module._dc_answers(pack.handle), pack.questions.size);
  }

  prepare(pack: OpenDecision): boolean {
    return this.module.prepare(pack.handle);
  }

  prove(call: Proof, pack: OpenDecision, text: string): string {
    this.input(text);
    return unproblematic(this.module[call](pack.handle));
  }
}
