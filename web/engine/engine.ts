/**
 * What the headless engines have in common: for Node, workers, edge runtimes and the elements alike. No DOM.
 * Callers own nothing: packs are plain values, and a trapped WebAssembly instance is replaced without their noticing.
 */
import type { CheckReport, Description } from "../contract/index.js";
import type { Instance, OpenPack } from "./instance.js";
import { PackError } from "./pack-error.js";
import { compile, decode, type ModuleName, type WasmSource, type WasmText } from "./wasm.js";

/** A pack that was read without problems. */
export interface ReadPack {
  readonly description: Description;
  /**
   * Gives its memory back; afterwards every call throws. Nobody has to: packs that have not been asked for long are closed
   * inside, and opened again when they are. It is `[Symbol.dispose]()`, too, for `using`.
   */
  close(): void;
}

export interface Engine<Pack extends ReadPack> {
  /** Reads a pack from JSON text or an object. Throws a PackError that names every problem. */
  open(pack: string | object): Pack;
  /** Reads a pack and runs its own cases. Never throws for a bad pack. */
  check(pack: string | object): CheckReport;
}

export interface LoadOptions {
  /** Where the engine's bytes are, instead of the copy inside this file: for edge runtimes and strict hosts. */
  wasm?: WasmSource;
}

type Make<Live> = (module: WebAssembly.Module) => Live;

/** Loads an engine around the bytes that come with it. Without options all callers share one. */
export function loaderAround<Live>(name: ModuleName, make: Make<Live>, bytes: WasmText) {
  let shared: Promise<Live> | null = null;
  return ({ wasm }: LoadOptions = {}): Promise<Live> => {
    if (wasm !== undefined) return compile(wasm, name).then(make);
    shared ??= compile(decode(bytes), name).then(make);
    shared.catch(() => {
      shared = null; // a failed attempt can be repeated
    });
    return shared;
  };
}

/** Loads an engine whose bytes the caller has. */
export function loaderWithout<Live>(name: ModuleName, make: Make<Live>) {
  return ({ wasm }: Required<LoadOptions>): Promise<Live> => compile(wasm, name).then(make);
}

/** JSON text, or what is still to be written as it. (What has no JSON is read as no text, which is a problem, too.) */
export function jsonOf(value: unknown): string {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- of a symbol or a function it gives undefined
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** Younger than some hosts. */
const DISPOSE: symbol = (Symbol as { dispose?: symbol }).dispose ?? Symbol.for("Symbol.dispose");

/** A pack as its engine's callers hold it: its text, from which it is opened again wherever it has to be. */
export class LivePack<Running extends Instance, Open extends OpenPack> implements ReadPack {
  protected readonly live: Live<Running, Open>;
  readonly text: string;
  closed = false;

  constructor(live: Live<Running, Open>, pack: string | object) {
    this.live = live;
    this.text = jsonOf(pack);
    live.use(this, () => undefined);
  }

  get description(): Description {
    return this.live.use(this, (_, pack) => pack.description);
  }

  close(): void {
    this.closed = true;
    this.live.close(this);
  }

  [DISPOSE](): void {
    this.close();
  }
}

/** So many packs are open at once; a page with more cards has some opened again, which takes a few milliseconds. */
const MOST_OPEN = 12;
/** Of the 64 MiB that an instance may have. Its memory never shrinks, so that a new instance is made for the next pack. */
const MOST_BYTES = 40 << 20;

interface Owner {
  readonly text: string;
  readonly closed: boolean;
}

interface Opening<Open> {
  openPack(text: string): Open;
}

/** Anything but the pack would be wrong: its memory is another's now. */
export function assertOpen({ closed }: Owner): void {
  if (closed) throw new Error("decision-card: this pack is closed.");
}

/** A running copy of a module, and the packs that were opened in it: both can be made again. */
export class Live<Running extends Instance, Open extends OpenPack> {
  readonly #start: () => Running & Opening<Open>;
  #instance: (Running & Opening<Open>) | null = null;
  #open = new WeakMap<object, Open>();
  /** Those that may be closed, the one that was asked last behind all others. */
  readonly #recent = new Set<Open>();
  /** Closes kept packs that nobody holds any more. */
  readonly #forgotten =
    typeof FinalizationRegistry === "undefined" ? null : new FinalizationRegistry<Open>((pack) => pack.close());

  constructor(start: () => Running & Opening<Open>) {
    this.#start = start;
  }

  /** Works with an open pack; opens it first where this instance has not seen it. */
  use<T>(owner: Owner, work: (instance: Running, pack: Open) => T): T {
    assertOpen(owner);
    if (!this.#open.has(owner) && this.#full) this.drop();
    return this.guard((instance) => work(instance, this.#opened(instance, owner)));
  }

  /** The same, and the pack stays open for as long as its owner is there. */
  keep<T>(owner: Owner, work: (instance: Running, pack: Open) => T): T {
    return this.use(owner, (instance, pack) => {
      if (!pack.kept) this.#forgotten?.register(owner, pack);
      pack.kept = true;
      this.#recent.delete(pack);
      return work(instance, pack);
    });
  }

  close(owner: object): void {
    const pack = this.#open.get(owner);
    if (pack) this.#close(pack);
  }

  #close(pack: Open): void {
    this.#recent.delete(pack);
    pack.close();
  }

  #opened(instance: Running & Opening<Open>, owner: Owner): Open {
    let pack = this.#open.get(owner);
    if (!pack || pack.closed) {
      for (const oldest of this.#recent) if (this.#recent.size >= MOST_OPEN) this.#close(oldest);
      pack = instance.openPack(owner.text);
      this.#open.set(owner, pack);
    }
    this.#recent.delete(pack);
    if (!pack.kept) this.#recent.add(pack);
    return pack;
  }

  /**
   * Anything but the engine's own error value means that the instance can't be trusted any more, even if it answers
   * (a caught stack overflow leaks its stack). It is dropped, and the work is done once more on a new one.
   */
  guard<T>(work: (instance: Running & Opening<Open>) => T): T {
    try {
      return work(this.#running());
    } catch (error) {
      if (error instanceof PackError) throw error;
      this.drop();
    }
    try {
      return work(this.#running());
    } catch (error) {
      if (!(error instanceof PackError)) this.drop();
      throw error;
    }
  }

  get #full(): boolean {
    return this.#instance !== null && this.#instance.memory.buffer.byteLength > MOST_BYTES;
  }

  #running(): Running & Opening<Open> {
    this.#instance ??= this.#start();
    return this.#instance;
  }

  drop(): void {
    this.#instance = null;
    this.#open = new WeakMap();
    this.#recent.clear();
  }
}
