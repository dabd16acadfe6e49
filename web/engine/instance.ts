/** One running copy of the engine, and the packs open in it. */
import type { Answers, CheckReport, Description, Estimate, Inputs, Problem, Verdict } from "../contract/index.js";
import createEngine, { type EngineModule } from "./generated/glue.js";
import { instantiate } from "./instantiate.js";
import { VerdictBuilder } from "./verdict-builder.js";

/** The engine found something wrong with a pack or with answers; `problems` says what, where and how to mend it. */
export class PackError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join("\n"));
    this.name = "PackError";
    this.problems = problems;
  }
}

interface QuestionIndex {
  readonly index: number;
  readonly choices: ReadonlyMap<string, number>;
}

/** An open pack. What is only read later is only made then, so that opening costs no more than reading. */
export class OpenPack {
  readonly handle: number;
  readonly #engine: EngineModule;
  #description?: Description;
  #questions?: ReadonlyMap<string, QuestionIndex>;
  #builder?: VerdictBuilder;

  constructor(engine: EngineModule, handle: number) {
    this.#engine = engine;
    this.handle = handle;
  }

  get description(): Description {
    this.#description ??= JSON.parse(this.#engine.description(this.handle)) as Description;
    return this.#description;
  }

  /** The pack's ids as the small integers that the engine works with. */
  get questions(): ReadonlyMap<string, QuestionIndex> {
    this.#questions ??= new Map(
      this.description.decision.questions.map(({ id, choices }, index) => [
        id,
        { index, choices: new Map(choices.map((choice, at) => [choice.id, at])) },
      ]),
    );
    return this.#questions;
  }

  get builder(): VerdictBuilder {
    this.#builder ??= new VerdictBuilder(this.description, JSON.parse(this.#engine.catalogue(this.handle)));
    return this.#builder;
  }
}

export interface Evaluator {
  /**
   * The answer sets, one behind the other in the engine's memory. One byte a question, in the pack's order: the index of
   * its choice. Read it anew after any other call: the memory may have moved.
   */
  readonly answers: Uint8Array;
  /** One score an alternative, in the pack's order, after decide(). To be read anew like the answers. */
  readonly scores: Int32Array;
  /** The index of the recommendation for one of the sets, or -1 when an asked question has no answer. */
  decide(set?: number): number;
}

const UNANSWERED = 255;

export class Instance {
  readonly #engine: EngineModule;
  readonly #encoder = new TextEncoder();
  readonly #memory: WebAssembly.Memory;

  constructor(module: WebAssembly.Module) {
    const { glue, memory } = instantiate(createEngine, module);
    this.#engine = glue;
    this.#memory = memory;
  }

  /** Read it anew for each use: the buffer is replaced when the memory grows. */
  get memory(): ArrayBuffer {
    return this.#memory.buffer;
  }

  open(text: string): OpenPack {
    this.#input(text);
    const handle = this.#engine._dc_open();
    if (handle < 0) throw new PackError((JSON.parse(this.#engine.checkPack()) as CheckReport).problems);
    return new OpenPack(this.#engine, handle);
  }

  /** Lone surrogates become U+FFFD here. */
  #input(text: string): void {
    const bytes = this.#encoder.encode(text);
    const at = this.#engine._dc_input(bytes.length);
    new Uint8Array(this.memory, at, bytes.length).set(bytes);
  }

  close(pack: OpenPack): void {
    this.#engine._dc_close(pack.handle);
  }

  check(text: string): CheckReport {
    this.#input(text);
    return JSON.parse(this.#engine.checkPack());
  }

  /** False when an id is unknown; the engine then says which (see #read). */
  place(pack: OpenPack, answers: Answers): boolean {
    const bytes = this.#answers(pack).fill(UNANSWERED);
    for (const [id, choice] of Object.entries(answers)) {
      const question = pack.questions.get(id);
      const index = choice === null ? UNANSWERED : question?.choices.get(choice);
      if (!question || index === undefined) return false;
      bytes[question.index] = index;
    }
    return true;
  }

  evaluator({ handle, questions, description }: OpenPack, sets: number, owner: object): Evaluator {
    const memory = this.#memory;
    const decide = this.#engine._dc_decide;
    const start = this.#engine._dc_batch(handle, sets);
    const scoresAt = this.#engine._dc_scores;
    const size = questions.size;
    return {
      get answers() {
        return new Uint8Array(memory.buffer, start, sets * size);
      },
      get scores() {
        return new Int32Array(memory.buffer, scoresAt(handle), description.decision.alternatives.length);
      },
      // With its owner in hand, the pack stays open for as long as anyone can call this.
      decide: Object.assign((set = 0) => decide(handle, start + set * size), { owner }),
    };
  }

  verdict(pack: OpenPack, answers: Answers): Verdict {
    if (pack.questions.size === 0 || !this.place(pack, answers)) this.#read(pack, JSON.stringify(answers));
    return this.#verdict(pack);
  }

  /** The verdict on answers in JSON text, as compact JSON: byte for byte what the native engine writes. */
  verdictText(pack: OpenPack, answers: string): string {
    this.#read(pack, answers);
    return JSON.stringify(this.#verdict(pack));
  }

  /** Has the engine itself read the answers; it says what is wrong with them and where. */
  #read(pack: OpenPack, answers: string): void {
    this.#input(answers);
    unproblematic(this.#engine.readAnswers(pack.handle));
  }

  #verdict(pack: OpenPack): Verdict {
    const length = this.#engine._dc_verdict(pack.handle);
    const numbers = new Int32Array(this.memory, this.#engine._dc_numbers(), length);
    return pack.builder.build(numbers, this.#answers(pack));
  }

  #answers(pack: OpenPack): Uint8Array {
    return new Uint8Array(this.memory, this.#engine._dc_answers(pack.handle), pack.questions.size);
  }

  /** The grade as the engine writes it, byte for byte. No follow-up: the rubric's own question. */
  gradeText(pack: OpenPack, text: string, followUp: string): string {
    this.#input(text);
    return unproblematic(this.#engine.grade(pack.handle, followUp));
  }

  prepare(pack: OpenPack): boolean {
    return this.#proofs("prepare")(pack.handle);
  }

  outlookText(pack: OpenPack, answers: string): string {
    return this.#prove("outlook", pack, answers);
  }

  flipsText(pack: OpenPack, answers: string): string {
    return this.#prove("flips", pack, answers);
  }

  estimate(pack: OpenPack, inputs: Inputs, answers: Answers): Estimate {
    return JSON.parse(this.#prove("estimate", pack, JSON.stringify({ inputs, answers })));
  }

  #prove(call: "outlook" | "flips" | "estimate", pack: OpenPack, text: string): string {
    this.#input(text);
    return unproblematic(this.#proofs(call)(pack.handle));
  }

  #proofs<Call extends "prepare" | "outlook" | "flips" | "estimate">(call: Call): NonNullable<EngineModule[Call]> {
    const proofs = this.#engine[call];
    if (proofs) return proofs;
    throw problem("no_proofs", "This engine decides and grades; it proves nothing.", 'Load "decision-card/proofs".');
  }
}

function problem(code: string, message: string, suggestion: string): PackError {
  return new PackError([{ code, severity: "error", path: "", line: 1, column: 1, message, suggestion }]);
}

/** The engine's JSON, unless it tells problems: those are thrown. */
function unproblematic(json: string): string {
  if (json.startsWith('{"problems"')) throw new PackError(JSON.parse(json).problems);
  return json;
}
