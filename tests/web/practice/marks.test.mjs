// SPDX-License-Identifier: MIT
/** What a reader says of findings, as a value; and the labelled line that comes of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { claim, NO_MARKS, reject, takeBack } = await webModule("practice/marks");
const { labelledLine } = await webModule("practice/labelled");

test("a claim and a rejection of one criterion take each other's place", () => {
  const claimed = claim(NO_MARKS, "a", { start: 1, end: 2 });
  assert.deepEqual(claimed, { claimed: [{ id: "a", start: 1, end: 2 }], rejected: [] });
  const rejected = reject(claimed, "criterion", "a");
  assert.deepEqual(rejected, { claimed: [], rejected: [{ kind: "criterion", id: "a" }] });
  assert.deepEqual(claim(rejected, "a", { start: 3, end: 4 }).rejected, []);
  assert.deepEqual(NO_MARKS, { claimed: [], rejected: [] });
});

test("a criterion and a misconception of the same id are two things", () => {
  const marks = reject(claim(NO_MARKS, "a", { start: 1, end: 2 }), "misconception", "a");
  assert.equal(marks.claimed.length, 1);
  assert.deepEqual(takeBack(marks, "misconception", "a").rejected, []);
  assert.equal(takeBack(marks, "misconception", "a").claimed.length, 1);
});

test("the labelled line: certain and claimed are given, probable is doubtful, what is missing is left out", () => {
  const finding = (id, level, certainty) => ({
    id,
    level,
    points: level,
    ...(certainty && { certainty }),
    evidence: [],
  });
  const grade = {
    criteria: [
      finding("a", 1),
      finding("b", 2, "probable"),
      finding("c", 1, "claimed"),
      finding("d", 0),
      finding("e", 1, "certain"),
    ],
    misconceptions: [
      { id: "m", points: -1, certainty: "probable", evidence: [] },
      { id: "n", points: -1, evidence: [] },
    ],
  };
  const line = labelledLine({ text: "two\nlines", grade, marks: NO_MARKS });
  assert.equal(line.split("\n").length, 2, "one line and its end");
  assert.deepEqual(JSON.parse(line), {
    id: "own",
    kind: "answer",
    style: "a reader's own",
    text: "two\nlines",
    concepts: ["a", "c", "e"],
    misconceptions: ["n"],
    doubtful: ["b", "m"],
  });
});
