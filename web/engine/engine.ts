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

/** JSON text, or what is still to be written as it. */
export function jsonOf(value: string | object): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

interface Opening<Open> {
  openPack(text: string): Open;
}

/** A running copy of a module, and the packs that were opened in it: both can be made again. */
export class Live<Running extends Instance, Open extends OpenPack> {
  readonly #start: () => Running & Opening<Open>;
  #instance: (Running & Opening<Open>) | null = null;
  #open = new WeakMap<object, Open>();
  /** Closes packs that nobody holds any more. A pack of a dropped instance needs no closing. */
  readonly #forgotten = new FinalizationRegistry<{ instance: Instance; pack: Open }>(({ instance, pack }) => {
    if (instance === this.#instance) instance.close(pack.handle);
  });

  constructor(start: () => Running & Opening<Open>) {
    this.#start = start;
  }

  /** Works with an open pack; opens it first where this instance has not seen it. */
  use<T>(owner: { readonly text: string }, work: (instance: Running, pack: Open) => T): T {
    return this.guard((instance) => {
      let pack = this.#open.get(owner);
      if (!pack) {
        pack = instance.openPack(owner.text);
        this.#open.set(owner, pack);
        this.#forgotten.register(owner, { instance, pack });
      }
      return work(instance, pack);
    });
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
      this.#drop();
    }
    try {
      return work(this.#running());
    } catch (error) {
      if (!(error instanceof PackError)) this.#drop();
      throw error;
    }
  }

  #running(): Running & Opening<Open> {
    this.#instance ??= this.#start();
    return this.#instance;
  }

  #drop(): void {
    this.#instance = null;
    this.#open = new WeakMap();
  }
}
