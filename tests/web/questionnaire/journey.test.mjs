// SPDX-License-Identifier: MIT
/** The reader's way as a value: what each move leads to, what it leaves alone, and that nothing is ever changed in place. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";
import { at, given, PACK, QUESTIONS, SETTLED, verdict } from "./sample.mjs";

const moves = await webModule("questionnaire/journey");
const { START } = moves;
const REVIEW = { step: "review" };
const RESULT = { step: "result" };
const COMPARE = { step: "compare" };

const on = (parts) => ({ ...START, step: at("a"), ...parts });
const shared = (answers, parts = {}) => ({
  pack: "sample",
  version: "2.0.0",
  answers: given(answers),
  lost: 0,
  ...parts,
});

test("a choice is an answer on the same screen, in the order of answering; a try ends with it", () => {
  const before = on({ answers: given({ b: "x" }), own: given({ b: "y" }), origin: "link", cleared: START });
  const once = moves.choose(before, "a", "x");
  assert.deepEqual(
    [...moves.choose(once, "b", null).answers],
    [
      ["b", null],
      ["a", "x"],
    ],
  );
  assert.deepEqual(once.step, at("a"));
  assert.deepEqual([once.own, once.origin, once.cleared], [null, null, null]);
  assert.deepEqual([...before.answers], [["b", "x"]], "the journey before is as it was");
});

test("answers from outside: equal ones are the same journey; others end a try and a stop", () => {
  const before = on({ answers: given({ a: "x", b: null }), own: given({}), stopped: true });
  assert.equal(moves.takeAnswers(before, given({ b: null, a: "x" })), before);
  const after = moves.takeAnswers(before, given({ a: "y" }));
  assert.deepEqual(after, { ...before, answers: given({ a: "y" }), own: null, stopped: false });
});

test("another pack: no screen of the old one stays, and of the answers what the new one knows", () => {
  const left = moves.leave(
    on({ answers: given({ a: "x", z: "x", b: "nothing" }), second: given({ a: "x" }), step: COMPARE }),
  );
  assert.deepEqual([left.step, left.second], [null, null]);
  const arrived = moves.arrive(left, PACK);
  assert.deepEqual(arrived.answers, given({ a: "x" }));
  assert.deepEqual(arrived.step, at("a"));
  assert.deepEqual(moves.arrive(on({ step: at("b") }), PACK).step, at("b"), "whoever has begun stays there");
});

test("a link leads to its result, an empty one to the first question, one of two sets to the comparison", () => {
  const opened = moves.openShared(on({ own: given({}), stopped: true }), PACK, shared({ a: "x", gone: "x" }));
  assert.deepEqual(opened, on({ answers: given({ a: "x" }), step: RESULT, origin: "link" }));
  assert.equal(moves.openShared(START, PACK, shared({ gone: "x" })).origin, null, "nothing of it is known");
  assert.deepEqual(moves.openShared(START, PACK, shared({ gone: "x" })).step, at("a"));
  const both = moves.openShared(START, PACK, shared({ a: "x" }, { second: shared({ a: "y", gone: "y" }) }));
  assert.deepEqual([both.answers, both.second, both.step], [given({ a: "x" }), given({ a: "y" }), COMPARE]);
});

test("Start again: nothing is left but the first question, and the way back to what was before", () => {
  assert.deepEqual(moves.restart(on({}), PACK), on({}), "nothing to bring back");
  const before = on({ answers: given({ a: "x" }), step: RESULT, figures: given({ rate: "1" }) });
  const cleared = moves.restart(before, PACK);
  assert.deepEqual(cleared, on({ cleared: before }));
  assert.deepEqual(moves.bringBack(cleared), before);
  assert.equal(moves.restart(cleared, PACK).cleared, null, "one step back, not a pile of them");
});

test("on through the questions to the result", () => {
  const next = (journey, question) => moves.next(journey, QUESTIONS, verdict(), question);
  const second = next(on({ answers: given({ a: "x" }) }), "a");
  assert.deepEqual(second.step, at("b"));
  assert.deepEqual(next({ ...second, answers: given({ a: "x", b: null, c: "x" }) }, "c").step, RESULT);
});

test("the result comes after the last question, as far as that is known before it is answered", () => {
  const ends = (journey, question, said = verdict()) => moves.endsAt(journey, QUESTIONS, said, question);
  const two = on({ answers: given({ a: "x", b: null }), step: at("c") });
  assert.equal(ends(on({}), "a"), false);
  assert.equal(ends(two, "c"), true);
  assert.equal(ends(two, "c", verdict({ pending: ["d"] })), false, "an answer may bring up another question");
  assert.equal(ends(moves.choose(two, "c", "x"), "c", verdict({ pending: ["d"] })), true, "this one hasn't");
  assert.equal(ends(on({ answers: given({ a: "x", c: "x" }) }), "c"), false, "b is still to come");
  const all = on({ answers: given({ a: "x", b: null, c: "y" }) });
  assert.equal(ends(moves.revise({ ...all, step: RESULT }, "a"), "a"), true, "where the reader came from");
  assert.equal(ends(moves.revise({ ...all, step: REVIEW }, "a"), "a"), false);
});

test("where nothing is answered yet, the result leads to all questions, and on through them", () => {
  const begun = moves.begin(on({ answers: given({ a: null, b: null }), step: RESULT, stopped: true }), PACK);
  assert.deepEqual([begun.step, begun.from, begun.stopped], [at("a"), null, false]);
  assert.deepEqual(moves.next(begun, QUESTIONS, verdict(), "a").step, at("b"));
});

test("whoever took the offer comes back from a change to where they were, unless the change has opened the decision", () => {
  const stopped = moves.stop(on({ answers: given({ a: "x" }) }));
  assert.deepEqual([stopped.step, stopped.stopped], [RESULT, true]);
  for (const step of [REVIEW, RESULT]) {
    const changed = moves.choose(moves.revise({ ...stopped, step }, "a"), "a", "y");
    assert.deepEqual(changed.step, at("a"));
    const back = moves.next(changed, QUESTIONS, SETTLED, "a");
    assert.deepEqual([back.step, back.from], [step, null]);
  }
  const changed = moves.choose(moves.revise(stopped, "a"), "a", "y");
  assert.deepEqual(moves.next(changed, QUESTIONS, verdict(), "a").step, at("b"));
});

test("from a question that the review led to, Back leads to the review; any other screen ends that", () => {
  const revised = moves.revise(on({ step: REVIEW }), "b");
  assert.deepEqual([revised.step, revised.from], [at("b"), "review"]);
  const answered = moves.revise(on({ step: RESULT }), "b");
  assert.deepEqual(moves.stepBack(answered, QUESTIONS, verdict(), "b"), RESULT);
  assert.deepEqual(moves.stepBack(revised, QUESTIONS, verdict(), "b"), REVIEW);
  assert.equal(moves.goTo(revised, at("c")).from, "review");
  assert.equal(moves.goTo(revised, RESULT).from, null);
  assert.deepEqual(moves.stepBack(on({}), QUESTIONS, verdict(), "b"), at("a"));
  assert.equal(moves.stepBack(on({}), QUESTIONS, verdict(), "a"), null);
});

test("tries keep the reader's own answers, one try after the other, until they are undone", () => {
  const own = given({ a: "x", b: "x" });
  const once = moves.tryOut(on({ answers: own }), [{ question: "a", from: "x", to: "y" }]);
  const twice = moves.tryOut(once, [{ question: "b", from: "x", to: "y" }]);
  assert.equal(moves.changesTried(on({ answers: own })), null);
  assert.deepEqual(moves.changesTried(twice), [
    { question: "a", from: "x", to: "y" },
    { question: "b", from: "x", to: "y" },
  ]);
  assert.deepEqual(own, given({ a: "x", b: "x" }));
  const undone = moves.undo(twice);
  assert.deepEqual([undone.answers, undone.own, undone.step], [own, null, RESULT]);
});

test("a comparison: the other result can be opened, and the reader's becomes the other one", () => {
  const compared = moves.compare(on({ answers: given({ a: "x" }), step: RESULT }), PACK, shared({ a: "y", gone: "x" }));
  assert.deepEqual([compared.step, compared.second], [COMPARE, given({ a: "y" })]);
  const opened = moves.openSecond(compared);
  assert.deepEqual([opened.answers, opened.second, opened.step], [given({ a: "y" }), given({ a: "x" }), RESULT]);
  assert.equal(moves.openSecond(START), START, "there is no other one");
});

test("figures are kept as typed, through all screens, until the reader takes the assumptions again", () => {
  const typed = moves.writeFigure(moves.writeFigure(on({}), "rate", "1,"), "rate", "1,5");
  assert.deepEqual(moves.goTo(typed, REVIEW).figures, given({ rate: "1,5" }));
  assert.equal(moves.forgetFigures(typed).figures.size, 0);
  assert.equal(START.figures.size, 0);
});

test("what is no answer yet takes none away: it is a draft, and an answer stands until there is another", () => {
  const before = on({ answers: given({ a: "x" }) });
  const slip = moves.write(before, "number", "9999999");
  assert.deepEqual([slip.answers, slip.drafts], [given({ a: "x" }), given({ number: "9999999" })]);
  assert.equal(before.drafts.size, 0);
  assert.deepEqual(moves.takeAnswers(slip, given({ a: "x" })), slip, "the page gives back what it has heard");
  assert.equal(moves.takeAnswers(slip, given({ a: "y" })).drafts.size, 0, "another answer takes its place");
});

test("drafts and open folds belong to their screen", () => {
  const opened = moves.fold(moves.write(on({}), "number", "1"), "why 0", true);
  assert.deepEqual([...opened.folds], [["why 0", true]]);
  const screens = [
    moves.goTo(opened, at("b")),
    moves.leave(opened),
    moves.restart(opened, PACK),
    moves.openShared(opened, PACK, shared({ a: "x" })),
  ];
  for (const after of screens) assert.deepEqual([after.folds.size, after.drafts.size], [0, 0]);
  assert.equal(START.folds.size, 0);
});

/** Whatever order moves come in. The journey and all that is in it is frozen, so that a change in place throws. */
test("a thousand random moves: no move changes what it comes from, and the parts keep their rules", () => {
  let seed = 7;
  const below = (count) => (seed = (seed * 48271) % 2147483647) % count;
  const any = (list) => list[below(list.length)];
  const id = () => any(["a", "b", "c"]);
  const choice = () => any(["x", "y", null]);
  const set = () =>
    given(
      Object.fromEntries(
        [
          [id(), choice()],
          [id(), choice()],
        ].slice(below(3)),
      ),
    );
  const MOVES = [
    (j) => moves.choose(j, id(), choice()),
    (j) => moves.takeAnswers(j, set()),
    (j) => moves.next(j, QUESTIONS, any([verdict(), SETTLED]), id()),
    (j) => moves.revise(j, id()),
    (j) => moves.stop(j),
    (j) => moves.tryOut(j, [{ question: id(), from: "x", to: "y" }]),
    (j) => moves.undo(j),
    (j) => moves.compare(j, PACK, shared(Object.fromEntries(set()))),
    (j) => moves.openSecond(j),
    (j) => moves.openShared(j, PACK, shared(Object.fromEntries(set()))),
    (j) => moves.arrive(moves.leave(j), PACK),
    (j) => moves.restart(j, PACK),
    (j) => moves.bringBack(j),
    (j) => moves.begin(j, PACK),
  ];
  const plain = (journey) => JSON.stringify(journey, (_, value) => (value instanceof Map ? [...value] : value));
  let journey = moves.restart(START, PACK);
  for (let count = 0; count < 1000; ++count) {
    const before = plain(journey);
    const after = any(MOVES)(Object.freeze(journey));
    assert.equal(plain(journey), before);
    assert.ok(after.step, "there is always something to show");
    assert.ok(!after.from || after.step.step === "question");
    assert.ok(!after.cleared?.cleared);
    assert.ok(after.step.step !== "compare" || after.second);
    journey = after;
  }
});
