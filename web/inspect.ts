/**
 * The second WebAssembly module, for the command line and for benchmarks: what looks at all answer sets of a pack. It is no
 * part of what a page loads.
 */
import createInspector, { type InspectorModule } from "./inspect-glue.js";

/** How many of all complete answer sets end in each recommendation, in the pack's order. */
export interface Enumeration {
  sets: number;
  counts: number[];
}

export class Inspector {
  readonly #module: InspectorModule;
  #memory!: WebAssembly.Memory;

  /** `wasm`: dist/inspect.wasm. */
  constructor(wasm: BufferSource | WebAssembly.Module) {
    const module = wasm instanceof WebAssembly.Module ? wasm : new WebAssembly.Module(wasm);
    this.#module = createInspector({
      instantiateWasm: (imports, receive) => {
        const instance = new WebAssembly.Instance(module, imports);
        this.#memory = Object.values(instance.exports).find(
          (value) => value instanceof WebAssembly.Memory,
        ) as WebAssembly.Memory;
        receive(instance);
        return instance.exports;
      },
    });
  }

  /** Reads a pack; false when it has problems (Engine.check names them). */
  open(text: string): boolean {
    const bytes = new TextEncoder().encode(text);
    const at = this.#module._dc_input(bytes.length);
    new Uint8Array(this.#memory.buffer, at, bytes.length).set(bytes);
    return this.#module._dc_open() === 1;
  }

  /** Goes through all complete answer sets; null when they are more than `most`, or no pack is open. */
  enumerate(most = 2 ** 40): Enumeration | null {
    const length = this.#module._dc_enumerate(most);
    if (length === 0) return null;
    const [sets, ...counts] = new Float64Array(this.#memory.buffer, this.#module._dc_numbers(), length);
    return { sets: sets!, counts };
  }
}
