// SPDX-License-Identifier: MIT
/** Which screen comes next, and what it is the how-manieth of. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";
import { at, given, PACK, QUESTIONS, verdict } from "./sample.mjs";

const steps = await webModule("questionnaire/steps");
const ids = (questions) => questions.map(({ id }) => id);

test("answers are the same in any order, and not when one is null where the other has none", () => {
  assert.ok(steps.sameAnswers(given({ a: "x", b: null }), given({ b: null, a: "x" })));
  assert.ok(!steps.sameAnswers(given({ a: null }), given({})));
  assert.ok(!steps.sameAnswers(given({ a: null }), given({ b: null })));
  assert.ok(!steps.sameAnswers(given({ a: "x" }), given({ a: "y" })));
});

test("by information: the way taken, the question on the screen, then what tells most", () => {
  const outlook = {
    questions: [
      { question: "b", gain: 5 },
      { question: "c", gain: 9 },
    ],
  };
  assert.deepEqual(ids(steps.byInformation(QUESTIONS, given({ a: "x" }), "a", outlook)), ["a", "c", "b"]);
  assert.deepEqual(ids(steps.byInformation(QUESTIONS, given({ c: "x" }), "b", null)), ["c", "b", "a"]);
  assert.deepEqual(ids(steps.byInformation(QUESTIONS, given(), null, null)), ["a", "b", "c"]);
});

test("what is pending, not asked or ignored is not asked", () => {
  assert.deepEqual(ids(steps.askedQuestions(QUESTIONS, verdict({ pending: ["b"], not_asked: ["c"] }))), ["a"]);
  assert.deepEqual(ids(steps.askedQuestions(QUESTIONS, verdict({ ignored: ["a"] }))), ["b", "c"]);
});

test("a follow-up that may still come counts in the total until it is passed", () => {
  const pending = verdict({ pending: ["b"] });
  assert.deepEqual(steps.countQuestions(QUESTIONS, pending, "a"), { number: 1, total: 3 });
  assert.deepEqual(steps.countQuestions(QUESTIONS, pending, "c"), { number: 2, total: 2 });
});

test("how many are left: open and pending ones without an answer", () => {
  assert.equal(steps.countLeft(verdict({ open: ["a", "b"], pending: ["c"] }), given({ a: null })), 2);
});

test("how many answers count: none that is no answer, and none to a question that isn't asked", () => {
  const answers = given({ a: "x", b: null, c: "y" });
  assert.equal(steps.countGiven(verdict(), answers), 2);
  assert.equal(steps.countGiven(verdict({ ignored: ["c"] }), answers), 1);
  assert.equal(steps.countGiven(verdict({ not_asked: ["a"] }), answers), 1);
});

test("the first step is the first question, or the review of a pack without any", () => {
  assert.deepEqual(steps.firstStep(PACK), at("a"));
  assert.equal(steps.firstStep({ decision: { questions: [] } }), steps.REVIEW);
});

test("onward: the next question, then one that was left out, then none", () => {
  const after = (current, answers, from = false) =>
    steps.stepAfter(QUESTIONS, verdict(), given(answers), current, from);
  assert.deepEqual(after("a", { a: "x" }), at("b"));
  assert.deepEqual(after("c", { a: "x", c: "x" }), at("b"));
  assert.equal(after("c", { a: "x", b: "x", c: null }), null);
  assert.equal(after("a", { a: "x", b: "x", c: "x" }, true), null);
  assert.deepEqual(after("a", { a: "x", b: "x" }, true), at("c"), "the change has opened it");
});

test("onward from a question that has stopped being asked", () => {
  assert.deepEqual(steps.stepAfter(QUESTIONS, verdict({ ignored: ["b"] }), given({ a: "x" }), "b", false), at("c"));
});

test("back: the question before, from the first nowhere", () => {
  const all = verdict();
  assert.deepEqual(steps.stepBefore(QUESTIONS, all, "c"), at("b"));
  assert.deepEqual(steps.stepBefore(QUESTIONS, verdict({ not_asked: ["b"] }), "c"), at("a"));
  assert.equal(steps.stepBefore(QUESTIONS, all, "a"), null);
});
