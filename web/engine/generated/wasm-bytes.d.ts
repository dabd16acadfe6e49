/** engine.wasm as printable ASCII, put in place by web/tools/build.mjs. */
export const wasmText: string;
/** The bytes that have a character of their own, in the order of these characters. */
export const wasmSingles: readonly number[];
