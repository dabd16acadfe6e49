// SPDX-License-Identifier: MIT
/** Outlook and flips through the facade: shapes, agreement with verdicts, and what happens after a trap. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load, PackError } from "../../dist/esm/decision.js";
import { Inspector } from "../../dist/esm/inspect.js";
import { largePack } from "./support/large-pack.mjs";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const lunch = read("tests/corpus/packs/lunch.json");
const rag = read("packs/rag-vs-fine-tuning/decision.json");
const wasm = readFileSync(new URL("../../dist/decision.wasm", import.meta.url));
const COLD = { weather: "cold", minutes: "thirty" };

test("the outlook says how many completions end where, and which question tells most", async () => {
  const outlook = (await load()).open(lunch).outlook({ weather: null });
  assert.equal(outlook.exact, true);
  assert.equal(outlook.settled, false);
  assert.deepEqual(
    outlook.prospects.map(({ recommendation, share, possible }) => [recommendation, share, possible]),
    [
      ["soup", 250_000, true],
      ["salad", 750_000, true],
    ],
  );
  assert.deepEqual(
    outlook.questions.map(({ question, asked, matters }) => [question, asked, matters]),
    [
      ["weather", true, true],
      ["minutes", true, true],
    ],
  );
  assert.deepEqual(outlook.scores[0], { alternative: "soup", name: "Soup", lowest: 0, highest: 3, exact: true });
});

test("an open question that can't matter any more is named", async () => {
  const outlook = (await load()).open(lunch).outlook({ weather: "hot" });
  assert.equal(outlook.settled, true);
  assert.equal(outlook.next, null);
  assert.deepEqual(outlook.questions, [{ question: "minutes", asked: true, matters: false, gain: 0 }]);
});

test("a pack is prepared a little at a time, once, and its outlooks are the same", async () => {
  const engine = await load();
  const [pack, other] = [engine.open(rag), engine.open(rag)];
  let parts = 1;
  while (pack.prepare()) ++parts;
  assert.ok(parts > 10, `${parts} parts`);
  assert.equal(pack.prepare(), false);
  const answers = { gap: "knowledge", data_change: "daily" };
  assert.equal(pack.outlookText(answers), other.outlookText(answers));
  assert.equal(pack.outlookText("{}"), other.outlookText("{}"));
  assert.equal(other.prepare(), false, "an outlook without any answers has made it all");
});

test("a pack without a decision has nothing to prepare", async () => {
  const rubricOnly = read("tests/corpus/rubrics/tea.json");
  assert.equal((await load()).open(rubricOnly).prepare(), false);
});

const TOO_LARGE = {
  "rules over four questions": { rules: 200, choices: 8 },
  "eight scores": { rules: 100, width: 1, choices: 5, alternatives: 8, points: 10 },
};

for (const [what, numbers] of Object.entries(TOO_LARGE)) {
  test(`a pack that is too large to prove is said to be, and doesn't fill the memory: ${what}`, async () => {
    const pack = (await load({ wasm })).open(largePack(numbers));
    const all = Object.fromEntries(Array.from({ length: 24 }, (_, k) => [`q${k}`, "a"]));
    while (pack.prepare());
    assert.equal(pack.outlook({}).exact, false);
    assert.equal(pack.outlook({ q0: "a", q1: "b" }).exact, false);
    for (const answers of [all, { ...all, q0: null, q5: null }])
      assert.ok(pack.flips(answers).targets.length > 0, "an engine out of memory would throw");
  });
}

test("priors weigh the outlook and nothing else", async () => {
  const engine = await load();
  const weighed = lunch
    .replace('"text": "Cold" }', '"text": "Cold", "prior": 0.9 }')
    .replace('"text": "Hot" }', '"text": "Hot", "prior": 0.1 }');
  assert.notEqual(weighed, lunch);
  assert.equal(engine.open(weighed).outlook({}).prospects[0].share, 450_000);
  assert.equal(engine.open(weighed).verdictText(COLD), engine.open(lunch).verdictText(COLD));
});

test("flips: what changes the recommendation, how far the others are, and what fixes it", async () => {
  const flips = (await load()).open(lunch).flips(COLD);
  assert.equal(flips.recommendation, "soup");
  assert.deepEqual(flips.margin, { same: 0, of: 2, nearest: { recommendation: "salad", changes: 1 } });
  assert.equal(flips.targets[0].count, 2);
  assert.deepEqual(flips.targets[0].flips[0].changes, [{ question: "weather", from: "cold", to: "hot" }]);
  assert.deepEqual(flips.sensitivity[1].others, [{ choice: "five", recommendation: "salad" }]);
  assert.deepEqual(flips.reason, [
    { question: "weather", choice: "cold" },
    { question: "minutes", choice: "thirty" },
  ]);
});

test("every flip of the bundled pack's cases leads where it says", async () => {
  const pack = (await load()).open(rag);
  for (const { answers } of JSON.parse(rag).decision.cases.slice(0, 8)) {
    const { targets, margin, sensitivity } = pack.flips(answers);
    assert.equal(margin.of, sensitivity.flatMap(({ others }) => others).length);
    for (const { recommendation, flips, changes } of targets) {
      for (const flip of flips.slice(0, 3)) {
        assert.equal(flip.changes.length, changes);
        const changed = { ...answers, ...Object.fromEntries(flip.changes.map(({ question, to }) => [question, to])) };
        assert.equal(pack.verdict(changed).recommendation.id, recommendation);
      }
    }
  }
});

test("the outlook's shares are those of all answer sets, looked at one by one", async () => {
  const engine = await load();
  const inspector = new Inspector(readFileSync(new URL("../../dist/inspect.wasm", import.meta.url)));
  assert.equal(inspector.enumerate(), null);
  assert.equal(inspector.open("{}"), false);
  assert.ok(inspector.open(lunch));
  assert.deepEqual(inspector.enumerate(), { sets: 4, counts: [1, 3] });
  assert.equal(inspector.enumerate(3), null, "more than it may look at");
  assert.equal(engine.open(lunch).outlook({}).prospects[0].share, 250_000);
});

test("unknown answers throw, and a trapped instance is replaced", async () => {
  const engine = await load({ wasm });
  const pack = engine.open(lunch);
  assert.throws(() => pack.outlook({ wether: "cold" }), PackError);
  assert.throws(() => pack.flips({ weather: "warm" }), PackError);
  const before = [pack.outlookText({}), pack.flipsText(COLD)];
  const decode = TextDecoder.prototype.decode;
  let thrown = 0;
  TextDecoder.prototype.decode = function (...args) {
    if (thrown++ % 2 === 1) return decode.apply(this, args);
    throw new RangeError("Maximum call stack size exceeded");
  };
  try {
    assert.equal(pack.outlookText({}), before[0]);
    thrown = 0;
    assert.equal(pack.flipsText(COLD), before[1]);
    assert.ok(thrown > 0);
  } finally {
    TextDecoder.prototype.decode = decode;
  }
});
