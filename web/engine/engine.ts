/**
 * The headless engine: for Node, workers, edge runtimes and the elements alike. No DOM.
 * Callers own nothing: packs are plain values, and a trapped WebAssembly instance is replaced without their noticing.
 */
import type {
  Answers,
  CheckReport,
  Description,
  Estimate,
  Flips,
  Grade,
  Inputs,
  Outlook,
  Verdict,
} from "../contract/index.js";
import { type Evaluator, Instance, type OpenPack, PackError } from "./instance.js";
import { wasmSingles, wasmText } from "./generated/wasm-bytes.js";

export type * from "../contract/index.js";
export type { Evaluator } from "./instance.js";
export { PackError } from "./instance.js";

/** A pack that was read without problems. */
export interface Pack {
  readonly description: Description;
  /**
   * The full answer for complete or partial answers. Throws a PackError for an unknown question or choice.
   * Texts and points are shared between verdicts and frozen.
   */
  verdict(answers: Answers): Verdict;
  /** The same as the engine writes it: compact JSON, equal bytes on every platform. Answers may be JSON text. */
  verdictText(answers: Answers | string): string;
  /**
   * Grades a free text against the pack's rubric, or against one of its follow-up questions. Throws a PackError when the
   * pack has no rubric or no such follow-up. Offsets count UTF-16 code units of `text`.
   */
  grade(text: string, followUp?: string): Grade;
  /** The same as the engine writes it: compact JSON, equal bytes on every platform. */
  gradeText(text: string, followUp?: string): string;
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

export interface Engine {
  /** Reads a pack from JSON text or an object. Throws a PackError that names every problem. */
  open(pack: string | object): Pack;
  /** Reads a pack and runs its own cases. Never throws for a bad pack. */
  check(pack: string | object): CheckReport;
}

export interface LoadOptions {
  /** Where the engine's bytes are, instead of the copy inside this file: for edge runtimes and strict hosts. */
  wasm?: string | URL | Response | BufferSource | WebAssembly.Module;
}

let bundled: Promise<Engine> | null = null;

/** Loads the engine. Without options all callers share one; a failed attempt is forgotten, so that it can be repeated. */
export function load(options: LoadOptions = {}): Promise<Engine> {
  if (options.wasm !== undefined) return compile(options.wasm).then((module) => new LiveEngine(module));
  bundled ??= compile(decode(wasmText)).then((module) => new LiveEngine(module));
  bundled.catch(() => (bundled = null));
  return bundled;
}

async function compile(wasm: NonNullable<LoadOptions["wasm"]>): Promise<WebAssembly.Module> {
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (typeof wasm === "string" || wasm instanceof URL) return compile(await fetch(wasm));
  if (typeof Response !== "undefined" && wasm instanceof Response) {
    if (!wasm.ok) throw new Error(`decision-card: ${wasm.url} answered ${wasm.status}`);
    return WebAssembly.compile(await wasm.arrayBuffer());
  }
  return WebAssembly.compile(wasm as BufferSource);
}

const PRINTABLE = Array.from({ length: 95 }, (_, k) => k + 32).filter((code) => ![34, 60, 92, 125, 126].includes(code));

/**
 * A character a byte, or `}` or `~` and a character for the bytes that are rare (docs/decisions/0004). The opposite is in
 * web/tools/build.mjs.
 */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const rare = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !wasmSingles.includes(byte));
  const place = new Uint8Array(127);
  PRINTABLE.forEach((code, k) => (place[code] = k));
  const bytes = new Uint8Array(text.length);
  let size = 0;
  for (let at = 0; at < text.length; ++at) {
    const page = text.charCodeAt(at) - 125;
    bytes[size++] =
      page < 0
        ? wasmSingles[place[text.charCodeAt(at)]!]!
        : rare[page * PRINTABLE.length + place[text.charCodeAt(++at)]!]!;
  }
  return bytes.slice(0, size);
}

/** JSON text, or what is still to be written as it. */
function jsonOf(value: string | object): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

class LiveEngine implements Engine {
  readonly #module: WebAssembly.Module;
  #instance: Instance | null = null;
  #open = new WeakMap<LivePack, OpenPack>();
  /** Closes packs that nobody holds any more. A pack of a dropped instance needs no closing. */
  readonly #forgotten = new FinalizationRegistry<{ instance: Instance; pack: OpenPack }>(({ instance, pack }) => {
    if (instance === this.#instance) instance.close(pack);
  });

  constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  open(pack: string | object): Pack {
    const live = new LivePack(this, jsonOf(pack));
    this.use(live, () => undefined);
    return live;
  }

  check(pack: string | object): CheckReport {
    return this.#guard((instance) => instance.check(jsonOf(pack)));
  }

  /** Works with an open pack; opens it first where this instance has not seen it. */
  use<T>(live: LivePack, work: (instance: Instance, pack: OpenPack) => T): T {
    return this.#guard((instance) => {
      let pack = this.#open.get(live);
      if (!pack) {
        pack = instance.open(live.text);
        this.#open.set(live, pack);
        this.#forgotten.register(live, { instance, pack });
      }
      return work(instance, pack);
    });
  }

  /**
   * Anything but the engine's own error value means that the instance can't be trusted any more, even if it answers
   * (a caught stack overflow leaks its stack). It is dropped, and the work is done once more on a new one.
   */
  #guard<T>(work: (instance: Instance) => T): T {
    try {
      return work(this.#current());
    } catch (error) {
      if (error instanceof PackError) throw error;
      this.#drop();
    }
    try {
      return work(this.#current());
    } catch (error) {
      if (!(error instanceof PackError)) this.#drop();
      throw error;
    }
  }

  #current(): Instance {
    this.#instance ??= new Instance(this.#module);
    return this.#instance;
  }

  #drop(): void {
    this.#instance = null;
    this.#open = new WeakMap();
  }
}

class LivePack implements Pack {
  readonly #engine: LiveEngine;
  readonly text: string;

  constructor(engine: LiveEngine, text: string) {
    this.#engine = engine;
    this.text = text;
  }

  get description(): Description {
    return this.#engine.use(this, (_, pack) => pack.description);
  }

  verdict(answers: Answers): Verdict {
    return this.#engine.use(this, (instance, pack) => instance.verdict(pack, answers));
  }

  verdictText(answers: Answers | string): string {
    return this.#engine.use(this, (instance, pack) => instance.verdictText(pack, jsonOf(answers)));
  }

  prepare(): boolean {
    return this.#engine.use(this, (instance, pack) => instance.prepare(pack));
  }

  outlook(answers: Answers): Outlook {
    return JSON.parse(this.outlookText(answers));
  }

  outlookText(answers: Answers | string): string {
    return this.#engine.use(this, (instance, pack) => instance.outlookText(pack, jsonOf(answers)));
  }

  flips(answers: Answers): Flips {
    return JSON.parse(this.flipsText(answers));
  }

  flipsText(answers: Answers | string): string {
    return this.#engine.use(this, (instance, pack) => instance.flipsText(pack, jsonOf(answers)));
  }

  grade(text: string, followUp?: string): Grade {
    return JSON.parse(this.gradeText(text, followUp));
  }

  gradeText(text: string, followUp = ""): string {
    return this.#engine.use(this, (instance, pack) => instance.gradeText(pack, text, followUp));
  }

  estimate(inputs: Inputs = {}, answers: Answers = {}): Estimate {
    return this.#engine.use(this, (instance, pack) => instance.estimate(pack, inputs, answers));
  }

  /** Holds on to one instance: deciding allocates nothing, so it can't trap, and a replaced instance still answers. */
  evaluator(sets = 1): Evaluator {
    return this.#engine.use(this, (instance, pack) => instance.evaluator(pack, sets, this));
  }
}
