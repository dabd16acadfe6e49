/**
 * Our WebAssembly export without the facade around it, from the local build: shows what the facade costs on the hot path.
 * Not in a fresh clone's dist/, so the benchmark leaves the row out where the build folder is absent.
 */
import { existsSync, readFileSync } from "node:fs";

const glue = new URL("../../build/wasm/wasm/decision.mjs", import.meta.url);
const wasm = new URL("../../build/wasm/wasm/decision.wasm", import.meta.url);

export async function rawExport(packText, sets) {
  if (!existsSync(glue) || !existsSync(wasm)) return null;
  const { default: createEngine } = await import(glue);
  let memory;
  const engine = await createEngine({
    instantiateWasm(imports, receive) {
      const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), imports);
      memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
      receive(instance);
      return instance.exports;
    },
  });
  const bytes = new TextEncoder().encode(packText);
  const at = engine._dc_input(bytes.length);
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
  const handle = engine._dc_open();
  const description = JSON.parse(engine.description(handle));
  const { questions, alternatives } = description.decision;
  const decide = engine._dc_decide;
  const start = engine._dc_batch(handle, sets);
  return {
    answers: new Uint8Array(memory.buffer, start, sets * questions.length),
    scores: new Int32Array(memory.buffer, engine._dc_scores(handle), alternatives.length),
    decide: (set) => decide(handle, start + set * questions.length),
  };
}
