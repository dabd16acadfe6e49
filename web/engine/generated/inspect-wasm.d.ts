/** inspect.wasm as printable ASCII, for pages whose policy fetches nothing; web/tools/modules.mjs puts it in build/generated. */
import type { WasmText } from "../wasm.js";

export const wasm: WasmText;
