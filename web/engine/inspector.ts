/**
 * The WebAssembly module for the command line and for benchmarks: proofs about whole packs. It is no part of what
 * a page loads. The C++ writers in engine/src/inspect_json.cpp and diff_json.cpp are the source of these types.
 */
import type { Answers, CheckReport, Problem } from "../contract/index.js";
import createInspector, { type InspectorModule } from "./generated/inspect-glue.js";
import { instantiate } from "./instantiate.js";
import { assertModule } from "./wasm.js";

/** One statement about a pack; the codes are in docs/findings.md. */
export interface Finding extends Omit<Problem, "severity"> {
  severity: "error" | "warning" | "note";
  /** The id of what it is about; absent for the whole decision. */
  of?: string;
  /** Why the author accepts it. */
  accepted?: string;
  /** Answers that show it: one set, or two that differ in one question. */
  witnesses: Answers[];
}

export interface PathLengths {
  least: number;
  mean: number;
  most: number;
}

export interface Part {
  covered: number;
  of: number;
}

/** Numbers of combinations are exact, as decimal text; shares are parts per million. */
export interface Inspection extends CheckReport {
  pack: { id: string; version: string };
  combinations: string;
  recommendations: { id: string; count: string; share: number }[];
  laws: { id: string; status: "holds" | "refuted" | "not_proved" }[];
  ties: {
    alternatives: [string, string];
    proved: boolean;
    equal?: string;
    equal_share: number;
    near?: string;
    near_share: number;
  }[];
  /** null: not proved. */
  paths: { all_questions: PathLengths | null; early_stop: PathLengths | null };
  balance: {
    alternative: string;
    reasons_for: number;
    reasons_against: number;
    words_for: number;
    words_against: number;
    first_choices: number;
  }[];
  coverage: Record<"recommendations" | "rules" | "gate_states" | "choices", Part>;
  mutation: { killed: number; survived: number; equivalent: number; refused: number; unresolved: number };
  proofs: { check: string; proved: boolean; covered: string }[];
  findings: Finding[];
}

/** What a new version recommends otherwise. Answers are as each version takes them. */
export interface PackDifference {
  old: { id: string; version: string };
  new: { id: string; version: string };
  proved: boolean;
  combinations: string;
  changed?: string;
  changed_share: number;
  transitions: {
    from: string;
    to: string;
    count: string;
    share: number;
    old_answers: Answers;
    new_answers: Answers;
  }[];
  questions_removed: string[];
  questions_added: string[];
  recommendations_removed: string[];
  recommendations_added: string[];
  choices_removed: { question: string; choice: string }[];
  choices_added: { question: string; choice: string }[];
  /** Links of the old version with all questions answered. */
  links: { all: string; losing_answers: string };
}

/** What is wrong with packs that can't be compared. */
export interface UnreadablePacks {
  old_problems: Problem[];
  new_problems: Problem[];
}

/** How many of all complete answer sets end in each recommendation, in the pack's order. */
export interface Enumeration {
  sets: number;
  counts: number[];
}

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

  /** `wasm`: dist/inspect.wasm. */
  constructor(wasm: BufferSource | WebAssembly.Module) {
    this.#wasm = wasm instanceof WebAssembly.Module ? wasm : new WebAssembly.Module(wasm);
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

  /** Goes through all complete answer sets; null when they are more than `most`, or no pack is open. */
  enumerate(most = 2 ** 40): Enumeration | null {
    const running = this.#running;
    const length = running?.module._dc_enumerate(most) ?? 0;
    if (running === null || length === 0) return null;
    const [sets, ...counts] = new Float64Array(running.memory, running.module._dc_numbers(), length);
    return { sets: sets!, counts };
  }
}
