/**
 * All complete answer sets of the bench decision, to the number that ends in each recommendation: 64 at a time in the second
 * WebAssembly module, the same kernel natively, one at a time through the hot path, and one at a time in plain JavaScript.
 * All have to agree.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Inspector } from "../../dist/esm/inspect.js";
import { packText, plainJs, questions } from "./decision.mjs";

const nativeTool = fileURLToPath(new URL("../../build/release/tests/engine/enumerate", import.meta.url));

/** Calls `visit` with the choice indices of every complete answer set, always the same array, changed in place. */
function everySet(answers, ids, visit) {
  const sizes = questions.map(({ choices }) => choices.length);
  for (let q = 0; q < sizes.length; ++q) answers[ids[q]] = 0;
  for (;;) {
    visit();
    let q = 0;
    while (q < sizes.length && ++answers[ids[q]] === sizes[q]) answers[ids[q++]] = 0;
    if (q === sizes.length) return;
  }
}

function timed(work) {
  const start = performance.now();
  const counts = work();
  return { counts, ms: performance.now() - start };
}

function inPlainJs() {
  const counts = [0, 0, 0, 0, 0];
  const answers = {};
  everySet(
    answers,
    questions.map(({ id }) => id),
    () => ++counts[plainJs.tuned(answers).winner],
  );
  return counts;
}

function oneAtATime(pack) {
  const counts = [0, 0, 0, 0, 0];
  const { answers, decide } = pack.evaluator();
  everySet(
    answers,
    questions.map((_, at) => at),
    () => ++counts[decide(0)],
  );
  return counts;
}

function natively() {
  if (!existsSync(nativeTool)) return null;
  const file = path.join(tmpdir(), "decision-card-bench-pack.json");
  writeFileSync(file, packText);
  return JSON.parse(execFileSync(nativeTool, [file], { encoding: "utf8" }));
}

/** Million answer sets a second by name; the best of five where a run is short. */
export function measureEnumeration(pack) {
  const inspector = new Inspector(readFileSync(new URL("../../dist/inspect.wasm", import.meta.url)));
  assert.ok(inspector.open(packText));
  const { sets } = inspector.enumerate();
  const runs = Array.from({ length: 5 }, () => timed(() => inspector.enumerate().counts));
  const results = {
    "decision-card, 64 at a time, wasm": runs.reduce((best, run) => (run.ms < best.ms ? run : best)),
    "decision-card, one at a time, wasm": timed(() => oneAtATime(pack)),
    "plain JS, one at a time": timed(inPlainJs),
  };
  const native = natively();
  if (native) results["decision-card, 64 at a time, native (preset release)"] = native;
  for (const [name, { counts }] of Object.entries(results)) assert.deepEqual(counts, runs[0].counts, name);
  return { sets, rates: Object.fromEntries(Object.entries(results).map(([name, { ms }]) => [name, sets / ms / 1e3])) };
}
