// SPDX-License-Identifier: MIT
/** The figures of `npm run quality` are what they are called. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { tunedBands } from "../quality/bands.mjs";
import { agreement, confusion, countCode, perGroup, rates, score } from "../quality/scores.mjs";
import { heldOut, tuned } from "../quality/thresholds.mjs";

const answer = (labels, { doubtful = [], group = "g", overall = "low" } = {}) => ({
  labels: new Set(labels),
  doubtful: new Set(doubtful),
  group,
  overall,
});
const sets = (...lists) => lists.map((list) => new Set(list));

test("a doubtful code counts neither way, labelled or not", () => {
  const answers = [answer(["a"]), answer([]), answer(["a"], { doubtful: ["a"] }), answer([], { doubtful: ["a"] })];
  assert.deepEqual(countCode(answers, sets(["a"], ["a"], [], ["a"]), "a"), { right: 1, wrong: 1, missed: 0 });
});

test("precision, recall and F1; what is neither labelled nor found has no F1", () => {
  assert.deepEqual(rates({ right: 3, wrong: 1, missed: 3 }), { precision: 0.75, recall: 0.5, f1: 0.6, support: 6 });
  assert.ok(Number.isNaN(rates({ right: 0, wrong: 0, missed: 0 }).f1));
});

test("micro F1 counts finds, macro F1 counts codes", () => {
  const answers = [answer(["a", "b"]), answer(["a"])];
  const { micro, macroF1 } = score(answers, sets(["a"], ["a"]), ["a", "b", "c"]);
  assert.deepEqual([micro.f1, macroF1], [0.8, 0.5]);
});

test("a source without labels and finds is left out of the spread", () => {
  const answers = [answer(["a"], { group: "x" }), answer([], { group: "y" })];
  assert.deepEqual(perGroup(answers, sets(["a"], []), ["a"]), [{ group: "x", answers: 1, f1: 1 }]);
});

test("weighted kappa: 1 in agreement, 0 by chance, and a step costs less than two", () => {
  const bands = ["high", "middle", "low"];
  const of = (given) => agreement(confusion(["high", "middle", "low"], given, bands));
  assert.deepEqual(of(bands), { exact: 1, withinOne: 1, kappa: 1 });
  assert.equal(of(["middle", "middle", "middle"]).kappa, 0);
  assert.ok(of(["middle", "middle", "low"]).kappa > of(["low", "middle", "low"]).kappa);
  // By hand: one answer one step off; by chance (rows 1 1 1, columns 0 2 1) it would be (2 + 4 + 1 + 2) / 3.
  assert.equal(of(["middle", "middle", "low"]).kappa, 1 - 1 / 3);
});

test("a threshold is tuned on all answers, and on the others for what is held out", () => {
  const answers = [answer(["a"], { group: "x" }), answer([], { group: "x" }), answer(["a"], { group: "y" })];
  const profiles = [{ a: 0.6 }, { a: 0.4 }, { a: 0.5 }];
  assert.deepEqual(tuned(answers, profiles, [["a"]]), sets(["a"], [], ["a"]));
  assert.deepEqual(heldOut(answers, profiles, [["a"]]), sets(["a"], [], []), "0.5 is below what x alone asks for");
});

test("a baseline's bands are cut where they agree most", () => {
  const rubric = {
    criteria: [
      { id: "a", levels: [{ points: 2 }] },
      { id: "b", levels: [{ points: 1 }] },
    ],
    misconceptions: [],
  };
  const answers = [answer([], { overall: "high" }), answer([], { overall: "middle" }), answer([])];
  const task = { answers, rubric, bands: ["high", "middle", "low"] };
  assert.deepEqual(tunedBands(task, sets(["a", "b"], ["b"], [])), ["high", "middle", "low"]);
});
