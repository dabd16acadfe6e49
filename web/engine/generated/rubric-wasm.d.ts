/** rubric.wasm as printable ASCII; web/tools/modules.mjs puts it in build/generated. */
import type { WasmText } from "../wasm.js";

export const wasm: WasmText;
