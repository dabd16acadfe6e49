/** Emscripten's factory for the engine (build/wasm/wasm/engine.mjs, or proofs.mjs), put in place by web/tools/build.mjs. */
import type { GlueOptions } from "../instantiate.js";

export interface EngineModule {
  description(handle: number): string;
  catalogue(handle: number): string;
  readAnswers(handle: number): string;
  grade(handle: number, followUp: string): string;
  prepare?(handle: number): boolean;
  outlook?(handle: number): string;
  flips?(handle: number): string;
  estimate?(handle: number): string;
  checkPack(): string;
  _dc_input(size: number): number;
  _dc_open(): number;
  _dc_close(handle: number): void;
  _dc_answers(handle: number): number;
  _dc_scores(handle: number): number;
  _dc_batch(handle: number, sets: number): number;
  _dc_decide(handle: number, answers: number): number;
  _dc_verdict(handle: number): number;
  _dc_numbers(): number;
}

export default function createEngine(options: GlueOptions): EngineModule;
