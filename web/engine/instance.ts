/** One running copy of a page's module: what decision.wasm and rubric.wasm have in common (wasm/page.cpp). */
import type { Description, Problem } from "../contract/index.js";
import { type GlueOptions, instantiate } from "./instantiate.js";
import { PackError, problemsIn } from "./pack-error.js";

export interface PageModule {
  description(handle: number): string;
  problems(): string;
  _dc_input(size: number): number;
  _dc_open(): number;
  _dc_close(handle: number): void;
}

/** An open pack. What is only read later is only made then, so that opening costs no more than reading. */
export class OpenPack<Module extends PageModule = PageModule> {
  readonly handle: number;
  /** An evaluator holds on to its place in memory. */
  kept = false;
  closed = false;
  protected readonly module: Module;
  #description?: Description;

  constructor(module: Module, handle: number) {
    this.module = module;
    this.handle = handle;
  }

  close(): void {
    if (!this.closed) this.module._dc_close(this.handle);
    this.closed = true;
  }

  get description(): Description {
    this.#description ??= JSON.parse(this.module.description(this.handle)) as Description;
    return this.#description;
  }
}

export class Instance<Module extends PageModule = PageModule> {
  protected readonly module: Module;
  readonly #encoder = new TextEncoder();
  readonly #memory: WebAssembly.Memory;

  constructor(create: (options: GlueOptions) => Module, wasm: WebAssembly.Module) {
    const { glue, memory } = instantiate(create, wasm);
    this.module = glue;
    this.#memory = memory;
  }

  /** Read its buffer anew for each use: it is replaced when the memory grows. */
  get memory(): WebAssembly.Memory {
    return this.#memory;
  }

  /** A pack's handle. */
  open(text: string): number {
    this.input(text);
    const handle = this.module._dc_open();
    if (handle < 0) throw new PackError(problemsIn(this.module.problems()));
    return handle;
  }

  problems(text: string): Problem[] {
    try {
      this.module._dc_close(this.open(text));
      return [];
    } catch (error) {
      if (error instanceof PackError) return [...error.problems];
      throw error;
    }
  }

  /**
   * Lone surrogates become U+FFFD here. Written where it is read, since a copy of all of it took a tenth of the time of
   * opening a pack; nearly every text has few more bytes than characters, and what is left over is its end.
   */
  protected input(text: string): void {
    const { read, written } = this.#encoder.encodeInto(text, this.#room(text.length));
    if (read === text.length) return;
    const rest = this.#encoder.encode(text.slice(read));
    this.#room(written + rest.length).set(rest, written);
  }

  /** The first bytes of it are what they were. */
  #room(size: number): Uint8Array {
    const at = this.module._dc_input(size);
    return new Uint8Array(this.#memory.buffer, at, size);
  }
}
