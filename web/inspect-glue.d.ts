/** Emscripten's factory for inspections (build/wasm/wasm/inspect.mjs), put in place by web/tools/build.mjs. */
import type { EngineOptions } from "./glue.js";

export interface InspectModule {
  _dc_text(which: number, size: number): number;
  _dc_inspect(): number;
  _dc_diff(): number;
}

export default function createInspector(options: EngineOptions): InspectModule;
