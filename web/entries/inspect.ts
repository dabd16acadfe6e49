/** `decision-card/inspect`: the author's tools, around the bytes of inspect.wasm. */
export type * from "../contract/index.js";
export * from "../engine/inspector.js";
export { PackError } from "../engine/pack-error.js";
