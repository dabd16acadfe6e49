// SPDX-License-Identifier: MIT
/** A graded text cut where evidence starts and ends. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { around, mentionsOf, passagesOf, stretchesOf } = await webModule("practice/passages");

const mention = (id, ...spans) => ({
  id,
  evidence: spans.map(([start, end, pattern = 0]) => ({ start, end, pattern })),
});
const shown = (passages) =>
  passages.map(({ text, mentions, opening, closing }) => [
    text,
    ...[mentions, opening, closing].map((list) => list.map(({ id }) => id).join()),
  ]);

test("criteria that were found are numbered, misconceptions lettered, in the rubric's order", () => {
  const titled = (...ids) => ids.map((id) => ({ id, title: id.toUpperCase() }));
  const graded = (id, ...evidence) => ({ id, evidence });
  const span = { start: 0, end: 1, pattern: 0 };
  const task = { criteria: titled("a", "b", "c"), misconceptions: titled("m", "n") };
  const grade = { criteria: [graded("a", span), graded("b"), graded("c", span)], misconceptions: [graded("n", span)] };
  assert.deepEqual(
    mentionsOf(task, grade).map(({ id, kind, label, title }) => [id, kind, label, title]),
    [
      ["a", "criterion", "1", "A"],
      ["c", "criterion", "2", "C"],
      ["n", "misconception", "A", "N"],
    ],
  );
});

test("the passages are the text, and overlapping evidence is cut where either ends", () => {
  const text = "one two three four";
  const passages = passagesOf(text, [mention("a", [0, 7]), mention("b", [4, 13])]);
  assert.equal(passages.map((passage) => passage.text).join(""), text);
  assert.deepEqual(shown(passages), [
    ["one ", "a", "a", ""],
    ["two", "a,b", "b", "a"],
    [" three", "b", "", "b"],
    [" four", "", "", ""],
  ]);
});

test("a match of several near spans opens once and closes once; a far one, or another pattern's, opens anew", () => {
  const text = "x".repeat(200);
  const edges = (...spans) =>
    passagesOf(text, [mention("a", ...spans)]).map(({ opening, closing }) => [opening.length, closing.length].join(""));
  assert.deepEqual(edges([0, 10], [20, 30]), ["10", "00", "01", "00"]);
  assert.deepEqual(edges([0, 10], [58, 68]), ["11", "00", "11", "00"]);
  assert.deepEqual(edges([0, 10, 0], [20, 30, 1]), ["11", "00", "11", "00"]);
});

test("stretches take the near spans of one match together, with what lies between", () => {
  const { evidence } = mention("a", [0, 10], [20, 30], [100, 110], [112, 120, 1]);
  assert.deepEqual(
    stretchesOf(evidence).map(({ start, end }) => [start, end]),
    [
      [0, 30],
      [100, 110],
      [112, 120],
    ],
  );
  assert.deepEqual(stretchesOf([]), []);
});

test("no text, no passages", () => assert.deepEqual(passagesOf("", []), []));

test("around: whole words on the same line, with an ellipsis where there are more", () => {
  assert.deepEqual(around("a b c", { start: 2, end: 3 }), { before: "a ", after: " c" });
  assert.deepEqual(around("first\nb c\nlast", { start: 6, end: 7 }), { before: "", after: " c" });
  const long = "wordy ".repeat(20);
  const { before, after } = around(long, { start: 60, end: 65 });
  assert.match(before, /^… (wordy )+$/);
  assert.match(after, /^( wordy)+ …$/);
});
