// SPDX-License-Identifier: MIT
/** The machine behind cues: its logarithm, rarities, rows, and that its weights are the best there are. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { isPair, ln, rarityOf, Space, TraitBook } = await webModule("learning/space");
const { train } = await webModule("learning/machine");
const { wholeOf, windowRows } = await webModule("learning/windows");

test("its own logarithm is the logarithm", () => {
  for (const x of [1, 1.0001, 1.5, 2, 2.7, 10, 1234.5, 7e5])
    assert.ok(Math.abs(ln(x) - Math.log(x)) < 1e-12 * Math.max(1, Math.log(x)), String(x));
});

test("the rarer a trait, the more it weighs, and a pattern half as much again", () => {
  assert.equal(rarityOf("word", 1000, 1000), 0);
  assert.equal(rarityOf("word", 1000, 1), Math.round(4 * Math.sqrt(Math.log(1000))));
  assert.equal(rarityOf("*cost", 1000, 10), Math.round(6 * Math.sqrt(Math.log(100))));
  assert.ok(rarityOf("word", 1000, 5) > rarityOf("word", 1000, 500));
});

test("a pair is told from concepts, subjects and patterns whose names have an underscore", () => {
  assert.ok(isPair("go_stale"));
  for (const name of ["stale", "=go_stale", "rag=!go_stale", "@fine_tuning", "*fresh_knowledge"])
    assert.ok(!isPair(name), name);
});

test("a text has each trait once, and rows are of length 1 with a one behind them", () => {
  const book = new TraitBook();
  const texts = [
    [
      ["a", "b", "a"],
      ["b", "c"],
    ],
    [["c", "d"]],
    [["a"]],
    [["c"]],
  ].map((text) => wholeOf(text.map((sentence) => book.traitsOf(sentence))));
  assert.deepEqual([...texts[0]], [0, 1, 2]);
  const space = Space.over(texts, book.names, { word: 2, pair: 2 });
  assert.deepEqual([...space.traits], [0, 2], "a and c stand in two texts");
  const { start, value, columns } = space.rows(texts, book.names.length);
  assert.equal(columns, 3);
  for (let row = 0; row < texts.length; row += 1) {
    const cells = [...value.subarray(start[row], start[row + 1])];
    assert.equal(cells.pop(), 1);
    assert.ok(Math.abs(cells.reduce((sum, x) => sum + x * x, 0) - 1) < 1e-12);
  }
});

/** ½ |w|² + 1 / (2 l2) Σ max(0, 1 − y w·x)², and its slope. */
function loss(rows, labels, l2, weights) {
  const slope = Float64Array.from(weights);
  let value = weights.reduce((sum, weight) => sum + (weight * weight) / 2, 0);
  labels.forEach((label, row) => {
    if (label === 0) return;
    let sum = 0;
    for (let cell = rows.start[row]; cell < rows.start[row + 1]; cell += 1)
      sum += weights[rows.column[cell]] * rows.value[cell];
    const short = Math.max(0, 1 - label * sum);
    value += (short * short) / (2 * l2);
    for (let cell = rows.start[row]; cell < rows.start[row + 1]; cell += 1)
      slope[rows.column[cell]] -= (label * short * rows.value[cell]) / l2;
  });
  return { value, slope };
}

/** Texts of numbered words, of which some are about something: a fixed stream of numbers, no chance. */
function sampleRows() {
  const book = new TraitBook();
  let state = 7;
  const next = (most) => (state = (state * 48271) % 2147483647) % most;
  const labels = [];
  const texts = Array.from({ length: 300 }, () => {
    const words = Array.from({ length: 12 }, () => `w${next(60)}`);
    labels.push(next(20) === 0 ? 0 : words.includes("w1") || words.includes("w2") ? 1 : -1);
    return book.traitsOf(words);
  });
  const space = Space.over(texts, book.names, { word: 2, pair: 2 });
  return { rows: space.rows(texts, book.names.length), labels: Int8Array.from(labels), space, book };
}

/** The least loss that so many small steps downhill come to. */
function downhill(rows, labels, l2, from) {
  const weights = Float64Array.from(from);
  const step = 1 / (1 + (2 * labels.length) / l2);
  for (let k = 0; k < 2000; k += 1) {
    const { slope } = loss(rows, labels, l2, weights);
    slope.forEach((each, at) => (weights[at] -= step * each));
  }
  return loss(rows, labels, l2, weights).value;
}

test("its weights are those of the least loss: no way leads further down", () => {
  const { rows, labels } = sampleRows();
  for (const l2 of [0.5, 1, 4]) {
    const weights = train(rows, labels, l2);
    const { value } = loss(rows, labels, l2, weights);
    const least = downhill(rows, labels, l2, weights);
    assert.ok(value - least < 0.002 * least, `${value}, and ${least} is there, at l2 ${l2}`);
    assert.ok(value < loss(rows, labels, l2, new Float64Array(rows.columns)).value);
  }
});

test("the words that it is about weigh most", () => {
  const { rows, labels, space, book } = sampleRows();
  const weights = train(rows, labels, 1).subarray(0, -1);
  const order = [...weights.keys()].sort((a, b) => weights[b] - weights[a]);
  assert.deepEqual(
    order
      .slice(0, 2)
      .map((at) => book.names[space.traits[at]])
      .sort(),
    ["w1", "w2"],
  );
});

test("columns that are not allowed have no weight, and the same rows give the same weights", () => {
  const { rows, labels } = sampleRows();
  const allowed = Uint8Array.from({ length: rows.columns }, (_, at) =>
    at % 2 === 0 || at === rows.columns - 1 ? 1 : 0,
  );
  const weights = train(rows, labels, 1, allowed);
  assert.ok(weights.every((weight, at) => allowed[at] === 1 || weight === 0));
  assert.deepEqual(train(rows, labels, 1, allowed), weights);
});

test("a text teaches by the window that speaks most for what it has, and for what it only seems to have", () => {
  const book = new TraitBook();
  const read = (...sentences) => sentences.map((words) => book.traitsOf(words.split(" ")));
  const texts = [
    read("stale facts", "cheap lookup", "slow training"), // has the first code
    read("stale bread", "cheap wine", "slow trains"), // seems to have it
    read("green tea", "blue sky", "red brick"), // nobody would think so
    read("stale facts", "cheap lookup"), // too short to have windows
  ];
  const labels = [
    [1, 0],
    [-1, 0],
    [-1, 0],
    [1, 0],
  ].map((each) => Int8Array.from(each));
  const space = Space.over(texts.map(wholeOf), book.names, { word: 1, pair: 1 });
  const weights = Float64Array.from(
    [...space.traits].map((trait) => (book.names[trait] === "stale" ? 2 : -1)).concat(-0.5),
  );
  const rows = windowRows(texts, labels, { space, weights: [weights, weights] }, book.names.length);
  assert.deepEqual(
    rows.traits.map((row) => [...row].map((trait) => book.names[trait])),
    [
      ["stale", "facts"],
      ["stale", "bread"],
    ],
  );
  assert.deepEqual(
    rows.labels.map((row) => [...row]),
    [
      [1, 0],
      [-1, 0],
    ],
  );
});
