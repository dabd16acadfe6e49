/**
 * The headless engine that also proves and estimates: as `engine.js`, around proofs.wasm instead of engine.wasm
 * (docs/decisions/0011). With `engine.js`, `outlook`, `flips` and `estimate` throw a PackError that says so.
 */
export * from "../engine/engine.js";
