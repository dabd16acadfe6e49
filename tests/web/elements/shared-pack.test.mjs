// SPDX-License-Identifier: MIT
/** What cards of one pack share, and what they must not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { openShared } = await webModule("elements/shared-pack");

/** An engine that notes what it is asked to open. */
function engine() {
  const asked = [];
  const open = (data) => {
    asked.push(data);
    if (data === "bad") throw new Error("bad");
    return { data };
  };
  return { asked, open };
}

test("the same text is read once, another one anew", () => {
  const one = engine();
  const first = openShared(one, "a");
  assert.equal(openShared(one, "a"), first);
  assert.notEqual(openShared(one, "b"), first);
  assert.deepEqual(one.asked, ["a", "b"]);
});

test("an object may be another pack each time", () => {
  const one = engine();
  const pack = {};
  assert.notEqual(openShared(one, pack), openShared(one, pack));
});

test("what can't be read is no pack, and each engine has its own", () => {
  const [one, other] = [engine(), engine()];
  const first = openShared(one, "a");
  assert.throws(() => openShared(one, "bad"));
  assert.equal(openShared(one, "a"), first);
  assert.notEqual(openShared(other, "a"), first);
});
