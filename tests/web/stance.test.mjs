// SPDX-License-Identifier: MIT
/** Which reasons speak for what is recommended, and which against it, over every recorded set of answers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../dist/esm/decision.js";
import { packText, recordedVerdicts } from "../corpus/entries.mjs";

const engine = await load();
const packs = new Map();

function verdictOn({ pack, answers }) {
  if (!packs.has(pack)) packs.set(pack, engine.open(packText(pack)));
  return packs.get(pack).verdict(answers);
}

/** What a reason gives to the alternatives that the recommendation stands on: the sum, and the most. */
function given({ points }, { alternatives }) {
  const own = alternatives.map((id) => points[id] ?? 0);
  return { sum: own.reduce((sum, each) => sum + each, 0), most: Math.max(...own) };
}

const all = recordedVerdicts().map(verdictOn);
const reasons = (stance) =>
  all.flatMap(({ recommendation, reasons }) =>
    reasons.filter((reason) => reason.stance === stance).map((reason) => given(reason, recommendation)),
  );

test("no reason against a recommendation gives anything that it stands on points", () => {
  assert.ok(reasons("against").length > 100);
  assert.deepEqual(
    reasons("against").filter(({ most }) => most > 0),
    [],
  );
});

test("every reason for a recommendation gives what it stands on points", () => {
  assert.ok(reasons("for").length > 100);
  assert.deepEqual(
    reasons("for").filter(({ sum }) => sum <= 0),
    [],
  );
});

test("a reason that gives what is recommended points, and another as many or more, is counted for neither", () => {
  assert.ok(reasons("neutral").some(({ most }) => most > 0));
});
