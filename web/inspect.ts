/**
 * Proofs about whole packs, for authors' tools: a WebAssembly module of its own, which no card carries.
 * The C++ writers in engine/src/inspect_json.cpp and diff_json.cpp are the source of these types.
 */
import type { Answers, CheckReport, Problem } from "./contract.js";
import createInspector, { type InspectModule } from "./inspect-glue.js";

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

export interface Inspector {
  /** Everything that can be proved about a pack; only its problems when it can't be read. */
  inspect(pack: string | object): Inspection | CheckReport;
  /** What changed from one version of a pack to another. */
  diff(before: string | object, after: string | object): PackDifference | UnreadablePacks;
}

/** Each call has a WebAssembly instance of its own: what a large pack needs is free again, and nothing can linger. */
export async function loadInspector(wasm: BufferSource | WebAssembly.Module): Promise<Inspector> {
  const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
  const text = (pack: string | object): string => (typeof pack === "string" ? pack : JSON.stringify(pack));
  return {
    inspect: (pack) => call(module, "_dc_inspect", [text(pack)]) as Inspection | CheckReport,
    diff: (before, after) => call(module, "_dc_diff", [text(before), text(after)]) as PackDifference | UnreadablePacks,
  };
}

function call(module: WebAssembly.Module, name: "_dc_inspect" | "_dc_diff", texts: string[]): unknown {
  let memory!: WebAssembly.Memory;
  const running: InspectModule = createInspector({
    instantiateWasm: (imports, receive) => {
      const instance = new WebAssembly.Instance(module, imports);
      memory = Object.values(instance.exports).find(
        (value) => value instanceof WebAssembly.Memory,
      ) as WebAssembly.Memory;
      receive(instance);
      return instance.exports;
    },
  });
  for (const [which, text] of texts.entries()) {
    const bytes = new TextEncoder().encode(text);
    const at = running._dc_text(which, bytes.length);
    new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
  }
  const at = running[name]();
  const all = new Uint8Array(memory.buffer);
  return JSON.parse(new TextDecoder().decode(all.subarray(at, all.indexOf(0, at))));
}
