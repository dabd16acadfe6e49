// SPDX-License-Identifier: MIT
/** What a reader tries at a rubric, as a value: texts, grades, screens, and what another pack leaves of them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const moves = await webModule("practice/attempt");
const { draftOf, NOTHING_TRIED, OPENING } = moves;

const GRADE = { total: 1 };
const BETTER = { total: 2 };
const FIRST = { text: "first", grade: GRADE, marks: { claimed: [], rejected: [] } };
const RUBRIC = { follow_ups: [{ id: "one" }, { id: "two" }, { id: "three" }] };
const started = moves.goTo(NOTHING_TRIED, OPENING);
const graded = moves.take(moves.write(started, null, "first"), null, GRADE);

test("a grade stays with its text while the reader writes on, and the one before it is kept", () => {
  assert.deepEqual(graded.screen, { task: null, graded: true });
  const written = moves.write(graded, null, "second");
  assert.deepEqual(draftOf(written, null), { text: "second", last: FIRST, before: null, additions: new Map() });
  const again = moves.take(written, null, BETTER);
  assert.deepEqual(draftOf(again, null).before, FIRST);
  assert.deepEqual(draftOf(graded, null).text, "first", "the attempt before is as it was");
});

test("each question has its own text", () => {
  const written = moves.write(graded, "one", "other");
  assert.equal(draftOf(written, null).text, "first");
  assert.equal(draftOf(written, "one").text, "other");
  assert.equal(draftOf(written, "two").text, "");
});

test("Start again can be taken back, until something new is graded; what was written since stands below", () => {
  const fresh = moves.restart(graded);
  assert.deepEqual([draftOf(fresh, null).text, fresh.screen], ["", OPENING]);
  const back = moves.restore(moves.write(fresh, null, "since"));
  assert.deepEqual([draftOf(back, null).text, back.cleared, back.screen], ["first\n\nsince", null, OPENING]);
  assert.deepEqual(draftOf(back, null).last, FIRST);
  assert.equal(draftOf(moves.restore(moves.write(fresh, null, " \n")), null).text, "first");
  const regraded = moves.take(moves.write(fresh, null, "new"), null, GRADE);
  assert.equal(moves.restore(regraded), regraded, "there is nothing to bring back");
});

test("grades are the pack's that gave them: another one keeps the reader's own text alone, also under a cleared page", () => {
  const named = moves.takePack(graded, "tea@1.0.0");
  assert.deepEqual(draftOf(named, null).last?.grade, GRADE, "the first pack to come takes nothing away");
  assert.deepEqual(moves.takePack(named, "tea@1.0.0"), named);
  const text = { text: "first", last: null, before: null, additions: new Map() };
  const other = moves.takePack(moves.write(named, "one", "gone"), "tea@2.0.0");
  assert.deepEqual([...other.drafts], [[null, text]]);
  const cleared = moves.takePack(moves.restart(named), "tea@2.0.0");
  assert.deepEqual(draftOf(moves.restore(cleared), null), text);
});

test("after a failure the screen it happened on is known, also when it fails again with none", () => {
  const failed = moves.fail(moves.fail(graded));
  assert.deepEqual([failed.screen, failed.failedAt], [null, { task: null, graded: true }]);
  assert.equal(moves.leave(graded).failedAt, null);
});

test("follow-up questions come one by one: those seen, and the next", () => {
  const shown = (attempt) => moves.followUpsShown(attempt, RUBRIC).map(({ id }) => id);
  assert.deepEqual(shown(graded), ["one"]);
  const seen = moves.follow(graded, "one");
  assert.deepEqual(seen.screen, { task: "one", graded: false });
  assert.deepEqual(shown(seen), ["one", "two"]);
  const all = moves.follow(moves.follow(seen, "two"), "three");
  assert.deepEqual(shown(all), ["one", "two", "three"]);
  assert.deepEqual(moves.follow(moves.take(seen, "one", GRADE), "one").screen, { task: "one", graded: true });
});

const MARKS = { claimed: [{ id: "a", start: 0, end: 5 }], rejected: [] };

test("the same text judged again keeps its place: there is no new version", () => {
  const judged = moves.judge(graded, null, MARKS, BETTER);
  assert.deepEqual(draftOf(judged, null).last, { text: "first", grade: BETTER, marks: MARKS });
  assert.equal(draftOf(judged, null).before, null);
  assert.equal(moves.judge(started, null, MARKS, BETTER), started, "nothing is graded yet");
});

test("marks hold while the text only grows at its end", () => {
  const judged = moves.judge(graded, null, MARKS, BETTER);
  assert.deepEqual(moves.marksKept(draftOf(moves.write(judged, null, "first and more"), null)), MARKS);
  assert.deepEqual(moves.marksKept(draftOf(moves.write(judged, null, "fist"), null)), { claimed: [], rejected: [] });
});

test("additions are kept by criterion, stand in paragraphs of their own, and are gone when graded", () => {
  const added = moves.addOn(moves.addOn(graded, null, "b", "about b"), null, "a", " ");
  assert.equal(draftOf(added, null).text, "first");
  const whole = moves.append(added, null);
  assert.equal(draftOf(whole, null).text, "first\n\nabout b");
  assert.equal(draftOf(moves.take(whole, null, BETTER), null).additions.size, 0);
});
