/**
 * The WebAssembly module for the command line and for benchmarks: proofs about whole packs. It is no part of what
 * a page loads.
 */
import type {
  CheckReport,
  Enumeration,
  Explanation,
  Inspection,
  PackDifference,
  UnreadablePacks,
} from "../contract/index.js";
import createInspector, { type InspectorModule } from "./generated/inspect-glue.js";
import { instantiate } from "./instantiate.js";
import { assertModule } from "./wasm.js";

export type * from "../contract/inspection.js";

type Pack = string | object;

const textOf = (pack: Pack): string => (typeof pack === "string" ? pack : JSON.stringify(pack));

/** One running copy of the module. */
class Running {
  readonly module: InspectorModule;
  readonly #memory: WebAssembly.Memory;

  constructor(wasm: WebAssembly.Module) {
    const { glue, memory } = instantiate(createInspector, wasm);
    this.module = glue;
    this.#memory = memory;
  }

  get memory(): ArrayBuffer {
    return this.#memory.buffer;
  }

  put(call: "_dc_input" | "_dc_other", text: string): void {
    const bytes = new TextEncoder().encode(text);
    const at = this.module[call](bytes.length);
    new Uint8Array(this.memory, at, bytes.length).set(bytes);
  }

  json(at: number): unknown {
    const all = new Uint8Array(this.memory);
    return JSON.parse(new TextDecoder().decode(all.subarray(at, all.indexOf(0, at))));
  }
}

export class Inspector {
  readonly #wasm: WebAssembly.Module;
  #running: Running | null = null;

  /** `wasm`: dist/inspect.wasm, as bytes or as a WebAssembly.Module. */
  constructor(wasm: object) {
    this.#wasm = wasm instanceof WebAssembly.Module ? wasm : new WebAssembly.Module(wasm as BufferSource);
    assertModule(this.#wasm, "inspect");
  }

  /**
   * Everything that can be proved about a pack; only its problems when it can't be read. `languages`: those that the card's
   * own words are in.
   */
  inspect(pack: Pack, languages: readonly string[] = ["en"]): Inspection | CheckReport {
    const running = new Running(this.#wasm); // what a large pack needs is free again afterwards
    running.put("_dc_input", textOf(pack));
    running.put("_dc_other", languages.join(" "));
    return running.json(running.module._dc_inspect()) as Inspection | CheckReport;
  }

  /** What changed from one version of a pack to another. */
  diff(before: Pack, after: Pack): PackDifference | UnreadablePacks {
    const running = new Running(this.#wasm);
    running.put("_dc_input", textOf(before));
    running.put("_dc_other", textOf(after));
    return running.json(running.module._dc_diff()) as PackDifference | UnreadablePacks;
  }

  /** Reads a pack for `enumerate`; false when it has problems (`inspect` names them). */
  open(text: string): boolean {
    this.#running ??= new Running(this.#wasm);
    this.#running.put("_dc_input", text);
    return this.#running.module._dc_open() === 1;
  }

  /** What a text comes to for each code of the open rubric's cues: a score, and 1 where a pattern found it. */
  hear(text: string): { scores: Int32Array; patterns: Uint8Array } {
    const { module, memory } = this.#reading(text);
    const length = module._dc_hear();
    const numbers = new Float64Array(memory(), module._dc_numbers(), length);
    const at = (k: number): number[] => [...numbers].filter((_, each) => each % 2 === k);
    return { scores: Int32Array.from(at(0)), patterns: Uint8Array.from(at(1)) };
  }

  /** The traits of each sentence of a text by their names: what cues are learned from. A pack with a rubric must be open. */
  traits(text: string): string[][] {
    const { module, json } = this.#reading(text);
    return json(module._dc_traits()) as string[][];
  }

  /** How a text is read, and what it would have taken to find something. A pack with a rubric must be open. */
  explain(text: string): Explanation {
    const { module, json } = this.#reading(text);
    return json(module._dc_explain()) as Explanation;
  }

  #reading(text: string): { module: InspectorModule; memory: () => ArrayBuffer; json: (at: number) => unknown } {
    const running = this.#running;
    if (running === null) throw new Error("Open a pack first.");
    running.put("_dc_other", text);
    return { module: running.module, memory: () => running.memory, json: (at) => running.json(at) };
  }

  /** Goes through all complete answer sets; null when they are more than `most`, or no pack is open. */
  enumerate(most = 2 ** 40): Enumeration | null {
    const running = this.#running;
    const length = running?.module._dc_enumerate(most) ?? 0;
    if (running === null || length === 0) return null;
    const [sets, ...counts] = new Float64Array(running.memory, running.module._dc_numbers(), length);
    return { sets: sets!, counts };
  }
}
