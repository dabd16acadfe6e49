/** Emscripten's factory for decision.wasm; web/tools/modules.mjs puts it in build/generated. */
import type { PageModule } from "../instance.js";
import type { GlueOptions } from "../instantiate.js";

export interface DecisionModule extends PageModule {
  catalogue(handle: number): string;
  readAnswers(handle: number): string;
  checkPack(): string;
  prepare(handle: number): boolean;
  outlook(handle: number): string;
  flips(handle: number): string;
  estimate(handle: number): string;
  _dc_answers(handle: number): number;
  readonly _dc_scores: (handle: number) => number; // a plain export: it needs no `this`
  _dc_batch(handle: number, sets: number): number;
  readonly _dc_decide: (handle: number, answers: number) => number; // a plain export: it needs no `this`
  _dc_verdict(handle: number): number;
  _dc_numbers(): number;
}

export default function createDecision(options: GlueOptions): DecisionModule;
