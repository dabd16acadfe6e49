// SPDX-License-Identifier: MIT
/** What may be handed to the facade by whoever means ill, and what the instance behind it may do: the next call is right all the same. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { failing, install } from "../faults/inject.mjs";

install(); // before an engine starts: its calls are counted, and fail on order
const { load, PackError } = await import("../../dist/esm/decision.js");
const { load: loadRubric } = await import("../../dist/esm/rubric.js");
const { webModule } = await import("../support/module.mjs");
const { decodeLink } = await webModule("questionnaire/link");

const read = (name) => readFileSync(new URL(`../corpus/${name}`, import.meta.url), "utf8");
const [lunch, tea] = [read("packs/lunch.json"), read("rubrics/tea.json")];
const wasm = (name) => readFileSync(new URL(`../../dist/${name}.wasm`, import.meta.url));
const COLD = { weather: "cold", minutes: "thirty" };

const codesOf = (call) => {
  try {
    call();
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.problems.map(({ code }) => code);
  }
};
const edited = (change) => {
  const pack = JSON.parse(lunch);
  change(pack.decision, pack);
  return JSON.stringify(pack);
};

const SHAPES = { lists: ["[", "]"], objects: ['{"a":', "}"] };
for (const [shape, [open, close]] of Object.entries(SHAPES)) {
  test(`${shape} that nest without end are refused by every entry, and the next call is right`, async () => {
    const engine = await load({ wasm: wasm("decision") });
    const pack = engine.open(lunch);
    for (const depth of [33, 5_000, 20_000, 150_000]) {
      const deep = open.repeat(depth) + (shape === "lists" ? "" : "1") + close.repeat(depth);
      const entries = {
        open: () => engine.open(deep),
        verdictText: () => pack.verdictText(deep),
        outlook: () => pack.outlook(deep),
        flips: () => pack.flips(deep),
        estimate: () => pack.estimate(deep),
      };
      for (const [name, call] of Object.entries(entries)) {
        assert.notDeepEqual(codesOf(call), [], `${name} at ${depth}`);
        assert.equal(pack.verdict(COLD).recommendation.id, "soup", `after ${name} at ${depth}`);
      }
      assert.deepEqual(
        engine.check(deep).problems.map(({ code }) => code),
        ["json_too_deep"],
      );
      assert.equal(decodeLink(`#dc=${deep}`), null);
    }
  });
}

test("an object that nests without end costs its caller one error, and no pack", async () => {
  const engine = await load({ wasm: wasm("decision") });
  const pack = engine.open(lunch);
  let deep = 1;
  for (let k = 0; k < 200_000; ++k) deep = [deep];
  const circle = {};
  circle.self = circle;
  for (const bad of [deep, circle]) {
    for (const call of [() => engine.open(bad), () => pack.verdict({ weather: bad })]) assert.throws(call);
    assert.equal(pack.verdict(COLD).recommendation.id, "soup");
  }
});

test("a megabyte that becomes many values is refused before it fills the memory", async () => {
  const engine = await load({ wasm: wasm("decision") });
  for (const piece of ["0,", "{},", "[],", '"",']) {
    const flood = `[${piece.repeat(((1 << 20) - 4) / piece.length - 1)}0]`;
    assert.ok(flood.length <= 1 << 20);
    const codes = engine.check(flood).problems.map(({ code }) => code);
    assert.deepEqual(codes, ["json_too_large"], piece);
    assert.ok(engine.open(lunch).evaluator().answers.buffer.byteLength <= 40 << 20, piece);
  }
});

test("an address that is not https is no address of a source, however it is written", async () => {
  const engine = await load();
  const bad = [
    "javascript:alert(1)",
    "JaVa\tScript:alert(1)",
    "\u0001javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "http://example.org/",
    "//example.org/",
    "https:example.org",
    "https:/example.org",
    "https://",
    "https://exa mple.org/",
    "https://example.org/\u0000",
    "https://example.org/\nx",
  ];
  for (const url of bad) {
    const { problems } = engine.check(edited((_, pack) => (pack.sources[0].url = url)));
    assert.deepEqual(
      problems.map(({ code, path }) => [code, path]),
      [["bad_url", "/sources/0/url"]],
      JSON.stringify(url),
    );
  }
  const good = engine.check(edited((_, pack) => (pack.sources[0].url = "https://example.org/a?b=c#d")));
  assert.deepEqual(good.problems, []);
});

test("points add up exactly to the bound of a score, and one rule more is refused", async () => {
  const engine = await load();
  const of = (count, points) => {
    const rule = (_, k) => ({ id: `r${k}`, when: true, points: { soup: points }, because: `The reason ${k}.` });
    return edited((decision) => (decision.rules = Array.from({ length: count }, rule)));
  };
  for (const points of [100, -100]) {
    const [soup] = engine.open(of(320, points)).verdict({}).scores;
    assert.deepEqual([soup.points, soup.lowest, soup.highest], Array(3).fill(320 * points));
    for (const count of [321, 656, 1_000])
      assert.deepEqual(
        codesOf(() => engine.open(of(count, points))),
        ["score_out_of_range"],
      );
  }
});

test("what would stop a regular expression is text like any other, in a pack and in an answer", async () => {
  const pack = (await loadRubric()).open(tea);
  const lines = ["(a+)+$", "^(([a-z])+.)+[A-Z]([a-z])+$", "[[[[", "\\", "$&", "(?<=a)b", "a{1,99999}"];
  for (const line of lines) assert.equal(pack.grade(line).total, pack.grade("nothing").total, line);
  const time = (text) => {
    const start = performance.now();
    pack.grade(text);
    return performance.now() - start;
  };
  time("a".repeat(2_000));
  for (const text of ["a".repeat(20_000), "a ".repeat(20_000), "(a+)+$".repeat(5_000), "aa!".repeat(20_000)])
    assert.ok(time(text) < 2_000, `${text.slice(0, 10)}…: ${time(text)} ms`);
  const engine = await load();
  const titled = edited((_, pack) => (pack.title = lines.join(" ")));
  assert.equal(engine.open(titled).description.title, lines.join(" "));
});

test("a hundred traps in a row: every answer is right, and so is the next", async () => {
  const engine = await load({ wasm: wasm("decision") });
  const pack = engine.open(lunch);
  const evaluator = pack.evaluator();
  evaluator.answers.set([0, 1]);
  const ask = () => JSON.stringify([pack.verdict(COLD), pack.flips(COLD), evaluator.decide()]);
  const expected = ask();
  const count = failing("export", Infinity, false, ask);
  assert.ok(count > 3);
  for (let k = 0; k < 100; ++k) {
    let given = "";
    failing("export", 1 + (k % count), false, () => (given = ask()));
    assert.equal(given, expected, `trap ${k}`);
  }
  assert.equal(ask(), expected);
});
