/** Emscripten's factory for inspect.wasm; web/tools/modules.mjs puts it in build/generated. */
import type { GlueOptions } from "../instantiate.js";

export interface InspectorModule {
  _dc_input(size: number): number;
  _dc_open(): number;
  _dc_enumerate(most: number): number;
  _dc_numbers(): number;
  _dc_other(size: number): number;
  _dc_hear(): number;
  _dc_traits(): number;
  _dc_explain(): number;
  _dc_inspect(): number;
  _dc_diff(): number;
}

export default function createInspector(options: GlueOptions): InspectorModule;
