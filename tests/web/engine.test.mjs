// SPDX-License-Identifier: MIT
/** The headless facade, as a front-end developer meets it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { load, PackError } from "../../dist/esm/decision.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");
const lunch = readFileSync(new URL("../corpus/packs/lunch.json", import.meta.url), "utf8");
const wasm = readFileSync(new URL("../../dist/decision.wasm", import.meta.url));

test("opens a pack from text or from an object", async () => {
  const engine = await load();
  const cold = { weather: "cold", minutes: "thirty" };
  assert.equal(engine.open(lunch).verdict(cold).recommendation.id, "soup");
  assert.equal(engine.open(JSON.parse(lunch)).verdict(cold).recommendation.id, "soup");
});

test("all callers share one engine; a given wasm makes another", async () => {
  assert.equal(await load(), await load());
  for (const given of [
    wasm,
    new WebAssembly.Module(wasm),
    new Response(wasm, { headers: { "content-type": "application/wasm" } }),
  ]) {
    const engine = await load({ wasm: given });
    assert.equal(engine.open(lunch).verdict({ weather: "hot" }).recommendation.id, "salad");
  }
});

const read = (name) => readFileSync(new URL(`../../dist/${name}.wasm`, import.meta.url));

test("another module's bytes are refused by name, by every entry", async () => {
  const entries = {
    decision: ["rubric", load],
    "decision-without-wasm": ["inspect", (await import("../../dist/esm/decision-without-wasm.js")).load],
    rubric: ["decision", (await import("../../dist/esm/rubric.js")).load],
    "rubric-without-wasm": ["decision", (await import("../../dist/esm/rubric-without-wasm.js")).load],
  };
  for (const [entry, [other, loadEntry]] of Object.entries(entries)) {
    const [name] = entry.split("-");
    await assert.rejects(loadEntry({ wasm: read(other) }), {
      message: `decision-card: this WebAssembly is ${other}.wasm; "decision-card/${name}" takes ${name}.wasm.`,
    });
  }
  const { Inspector } = await import("../../dist/esm/inspect.js");
  assert.throws(() => new Inspector(wasm), /this WebAssembly is decision\.wasm; .* takes inspect\.wasm/);
  const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  await assert.rejects(load({ wasm: empty }), /is none of this package's modules/);
});

test("an address that can't be fetched says what to pass instead", async () => {
  await assert.rejects(load({ wasm: new URL("../../dist/decision.wasm", import.meta.url) }), /pass its bytes instead/);
});

test("an engine passes over what another one reads", async () => {
  const tea = readFileSync(new URL("../corpus/rubrics/tea.json", import.meta.url), "utf8");
  const both = { ...JSON.parse(lunch), rubric: JSON.parse(tea).rubric };
  const rubrics = await (await import("../../dist/esm/rubric.js")).load();
  const [decision, rubric] = [(await load()).open(both), rubrics.open(both)];
  assert.equal(decision.description.rubric, undefined);
  assert.equal(decision.verdict({ weather: "hot" }).recommendation.id, "salad");
  assert.deepEqual(rubric.description.decision.questions, []);
  assert.equal(rubric.grade("").total, 0);
  assert.throws(() => rubrics.open(lunch).grade("soup"), PackError);
});

test("a bad pack throws a PackError that names every problem", async () => {
  const engine = await load();
  assert.throws(
    () => engine.open(lunch.replace('"soup": 3', '"soop": 3')),
    (error) =>
      error instanceof PackError && error.problems[0].code === "unknown_alternative" && error.problems[0].line === 23,
  );
  assert.throws(() => engine.open("{"), PackError);
  assert.equal(engine.open(lunch).verdict({}).recommendation.id, "salad");
});

test("unknown answers throw a PackError with a suggestion", async () => {
  const pack = (await load()).open(lunch);
  assert.throws(
    () => pack.verdict({ wether: "cold" }),
    (error) => error.problems[0].suggestion === 'Did you mean "weather"?',
  );
  assert.throws(() => pack.verdict({ weather: "__proto__" }), PackError);
  assert.throws(() => pack.verdictText("[]"), PackError);
});

test("null and absence both mean unanswered, and answers do not linger", async () => {
  const pack = (await load()).open(lunch);
  const open = pack.verdictText({});
  pack.verdict({ weather: "cold", minutes: "five" });
  assert.equal(pack.verdictText({ weather: null }), open);
  assert.equal(pack.verdictText("{}"), open);
});

test("the evaluator gives recommendation and scores for complete answers", async () => {
  const pack = (await load()).open(lunch);
  const evaluator = pack.evaluator();
  evaluator.answers.set([0, 1]);
  assert.equal(evaluator.decide(), 0);
  assert.deepEqual([...evaluator.scores], [3, -1]);
  evaluator.answers.set([1, 255]);
  assert.equal(evaluator.decide(), -1);
});

test("an evaluator outlives the pack that made it", async () => {
  const engine = await load();
  const { answers, decide } = engine.open(lunch).evaluator(2);
  answers.set([0, 1, 1, 1]);
  for (let round = 0; round < 50; ++round) {
    engine.open(lunch.replace('"lunch"', `"lunch${round}"`));
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve));
  }
  assert.deepEqual([decide(0), decide(1)], [0, 1]);
});

test("an evaluator's scores are right after other packs were opened", async () => {
  const engine = await load({ wasm });
  const evaluator = engine.open(lunch).evaluator();
  evaluator.answers.set([0, 1]);
  const others = Array.from({ length: 40 }, (_, index) => engine.open(lunch.replace('"lunch"', `"other${index}"`)));
  assert.equal(evaluator.decide(), 0);
  assert.deepEqual([...evaluator.scores], [3, -1]);
  assert.equal(others.length, 40);
});

test("many packs at once keep apart", async () => {
  const engine = await load();
  const packs = Array.from({ length: 50 }, (_, index) => engine.open(lunch.replace('"lunch"', `"lunch${index}"`)));
  for (const [index, pack] of packs.entries()) assert.equal(pack.verdict({}).pack.id, `lunch${index}`);
});

test("a trapped instance is replaced and the caller notices nothing", async () => {
  const engine = await load({ wasm });
  const pack = engine.open(lunch);
  const before = pack.verdictText({ weather: "cold" });
  const encode = TextEncoder.prototype.encodeInto;
  for (let round = 0; round < 20; ++round) {
    let thrown = false;
    TextEncoder.prototype.encodeInto = function (...args) {
      if (thrown) return encode.apply(this, args);
      thrown = true;
      throw new RangeError("Maximum call stack size exceeded");
    };
    try {
      assert.equal(pack.verdictText({ weather: "cold" }), before);
      assert.ok(thrown);
    } finally {
      TextEncoder.prototype.encodeInto = encode;
    }
  }
});

test("a second failure reaches the caller, and the engine recovers afterwards", async () => {
  const engine = await load({ wasm });
  const pack = engine.open(lunch);
  const decode = TextDecoder.prototype.decode;
  TextDecoder.prototype.decode = () => {
    throw new RangeError("again");
  };
  try {
    assert.throws(() => pack.verdictText({}), /again/);
  } finally {
    TextDecoder.prototype.decode = decode;
  }
  assert.equal(pack.verdict({ weather: "hot" }).recommendation.id, "salad");
});

test("a failed load can be repeated", async () => {
  await assert.rejects(load({ wasm: new Uint8Array([0, 1, 2, 3]) }));
  await assert.rejects(load({ wasm: new Response("", { status: 404 }) }), /404/);
  assert.ok(await load());
});

test("memory does not grow with use", async () => {
  const engine = await load({ wasm });
  const pack = engine.open(lunch);
  const size = () => pack.evaluator().answers.buffer.byteLength;
  for (let round = 0; round < 10; ++round) pack.verdict({ weather: "cold" });
  const early = size();
  for (let round = 0; round < 2000; ++round) pack.verdict({ weather: "cold", minutes: "five" });
  for (let round = 0; round < 300; ++round) engine.check(lunch);
  assert.equal(size(), early);
});
