/** engine.wasm in hexadecimal, put in place by web/tools/build.mjs. */
export const wasmHex: string;
