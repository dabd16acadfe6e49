// SPDX-License-Identifier: MIT
/** When what comes next is proved: in parts, each a task of its own, and once after quick choices. */
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { Foresight } = await webModule("questionnaire/foresight");

test("preparing goes on, a task each, until nothing is left to do", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const prepare = mock.fn(() => prepare.mock.callCount() < 2);
  new Foresight(prepare, () => assert.fail("nobody chose")).prepare();
  assert.equal(prepare.mock.callCount(), 0, "the caller's task comes first");
  for (let task = 0; task < 5; ++task) t.mock.timers.tick(1);
  assert.equal(prepare.mock.callCount(), 3);
});

test("of quick choices only the last one is proved, a moment after it", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const prove = mock.fn();
  const foresight = new Foresight(() => false, prove);
  foresight.soon();
  t.mock.timers.tick(100);
  foresight.soon();
  t.mock.timers.tick(100);
  assert.equal(prove.mock.callCount(), 0);
  t.mock.timers.tick(100);
  assert.equal(prove.mock.callCount(), 1);
  t.mock.timers.tick(1000);
  assert.equal(prove.mock.callCount(), 1);
});
