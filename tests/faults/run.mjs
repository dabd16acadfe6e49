// SPDX-License-Identifier: MIT
/**
 * `npm run test:faults`: what must not matter is made to happen, for every n, once and for ever: the n-th call into and out of
 * WebAssembly traps, the n-th allocation or growth of its memory is refused, a pack is cut, changed and retyped at every place. One table:
 * how often, and how often the caller noticed. A wrong value anywhere ends in exit code 1. docs/reliability.md has the promises.
 */
import { readFileSync } from "node:fs";
import { withFailingAllocator } from "./allocator.mjs";
import { nativeAllocations } from "./native.mjs";
import { failing, install } from "./inject.mjs";

install();
console.error = console.warn = () => {}; // Emscripten's "Aborted()" is what is asked for here
const { load, PackError } = await import("../../dist/esm/decision.js");
const { load: loadRubric } = await import("../../dist/esm/rubric.js");
const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const [bundled, lunch, tea] = [
  "packs/rag-vs-fine-tuning/decision.json",
  "tests/corpus/packs/lunch.json",
  "tests/corpus/rubrics/tea.json",
].map(read);
const bytes = moduleBytes("decision");

/** What ships, with an allocator that can be told to fail; of its exports the glue alone knows which one is malloc. */
function moduleBytes(name) {
  const malloc = /_malloc"?\]?\s*=\s*(?:asm|wasmExports)(?:\["|\.)([\w$]+)/.exec(
    read(`build/generated/${name}-glue.js`),
  )[1];
  return withFailingAllocator(readFileSync(new URL(`../../dist/${name}.wasm`, import.meta.url)), malloc);
}

const rows = [];
let wrong = 0;

function row(what, tried, { noticed = 0, wrong: bad = 0 }) {
  rows.push({ what, tried, "reached the caller": noticed, "wrong values": bad });
  wrong += bad;
}

/** What a page asks, as text; a new engine each time. */
const ANSWERS = { gap: "knowledge", data_change: "daily" };

async function decisionScenario(text) {
  const engine = await load({ wasm: bytes });
  const pack = engine.open(text);
  const questions = pack.description.decision.questions;
  return () => {
    const evaluator = pack.evaluator();
    evaluator.answers.fill(0);
    return JSON.stringify([
      pack.verdict({}),
      pack.verdictText(text === bundled ? ANSWERS : {}),
      pack.outlookText({}),
      pack.flipsText(Object.fromEntries(questions.map(({ id, choices }) => [id, choices[0].id]))),
      evaluator.decide(),
      [...evaluator.scores],
      engine.open(text).description,
      engine.check("{").problems,
      ...(text === bundled ? [pack.estimate()] : []),
    ]);
  };
}

async function rubricScenario() {
  const engine = await loadRubric({ wasm: moduleBytes("rubric") });
  const pack = engine.open(tea);
  return () => JSON.stringify([pack.grade("Boil the water first."), pack.description, engine.check("{").problems]);
}

const STEPS = 400; // of the n that are tried, where there are more: evenly spread

function numbers(count, most = STEPS) {
  const step = Math.max(1, Math.floor(count / most));
  return Array.from({ length: Math.ceil(count / step) }, (_, k) => 1 + k * step);
}

function attempt(kind, n, forever, scenario, expected, tally) {
  let given = null;
  failing(kind, n, forever, () => {
    try {
      given = scenario();
    } catch {
      tally.noticed += 1;
    }
  });
  if (given !== null && given !== expected) tally.wrong += 1;
  if (scenario() !== expected) tally.wrong += 1; // afterwards all is well
}

/** Of the n for ever, the first ones; of allocations, whose first ones all stand in one call, some of each call. */
function foreverOf(kind, count) {
  return kind === "allocation" ? numbers(count, 100) : numbers(Math.max(1, Math.min(count, 40)));
}

async function loop(what, kind, make, most = STEPS) {
  const scenario = await make();
  const expected = scenario();
  let count = failing(kind, Infinity, false, scenario);
  if (kind === "growth") count = failing(kind, Infinity, false, await make()); // a new instance has still to grow
  for (const forever of [false, true]) {
    const tally = { noticed: 0, wrong: 0 };
    const all = forever ? foreverOf(kind, count) : numbers(Math.max(1, count), most);
    for (const n of all) attempt(kind, n, forever, kind === "growth" ? await make() : scenario, expected, tally);
    row(`${what}: the n-th ${kind}, ${forever ? "for ever" : "once"}`, all.length, tally);
    if (!forever && kind !== "growth" && tally.noticed > 0) wrong += tally.noticed;
  }
}

await loop("decision", "export", () => decisionScenario(bundled));
await loop("decision", "import", () => decisionScenario(bundled));
await loop("decision", "growth", () => decisionScenario(bundled));
await loop("decision", "allocation", () => decisionScenario(bundled));
await loop("small decision", "allocation", () => decisionScenario(lunch), Infinity);
await loop("rubric", "allocation", rubricScenario);
for (const { what, tried, survived, wrong: bad } of nativeAllocations())
  row(what, tried, { noticed: tried - survived, wrong: bad });
await loop("rubric", "export", rubricScenario);
await loop("rubric", "import", rubricScenario);

const engine = await load({ wasm: bytes });

/** Opening says the same as checking, whatever the pack is; nothing but a PackError is thrown. */
function openAndCheck(text, tally) {
  const { problems } = engine.check(text);
  try {
    engine.open(text).close();
    if (problems.length > 0) tally.wrong += 1;
  } catch (error) {
    if (!(error instanceof PackError)) tally.noticed += 1;
    else if (JSON.stringify(error.problems) !== JSON.stringify(problems)) tally.wrong += 1;
  }
}

function variants(what, texts) {
  const tally = { noticed: 0, wrong: 0 };
  for (const text of texts) openAndCheck(text, tally);
  wrong += tally.noticed;
  row(what, texts.length, tally);
}

const places = Array.from(lunch, (_, at) => at);
variants(
  "a pack cut at every character",
  places.map((at) => lunch.slice(0, at)),
);
const OTHERS = ["", "0", '"', "}", "\u0000", "\ud800"];
variants(
  "every character of a pack changed",
  places.flatMap((at) => OTHERS.map((other) => lunch.slice(0, at) + other + lunch.slice(at + 1))),
);

/** Every value of the pack in the place of one of another type. */
function retyped(value, replace) {
  const all = [...["x", 5, -1.5, true, null, [], {}, [[]], [{}], ["x"]].map(replace)];
  if (typeof value !== "object" || value === null) return all;
  for (const key of Object.keys(value)) {
    const inner = (other) => replace(Array.isArray(value) ? value.with(key, other) : { ...value, [key]: other });
    all.push(...retyped(value[key], inner));
  }
  return all;
}
variants(
  "every value of a pack of another type",
  retyped(JSON.parse(lunch), (pack) => JSON.stringify(pack)),
);

const IDS = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "then", "tojson"];
const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
variants(
  "names of Object.prototype as ids",
  IDS.flatMap((id) =>
    ["lunch", "weather", "soup", "cold", "warmth"].map((own) => lunch.replaceAll(`"${own}"`, `"${id}"`)),
  ),
);
if (JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== before) wrong += 1;

console.table(rows);
console.log(wrong === 0 ? "Nothing wrong, and no single failure noticed." : `${wrong} wrong.`);
process.exitCode = wrong === 0 ? 0 : 1;
