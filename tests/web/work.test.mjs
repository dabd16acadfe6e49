// SPDX-License-Identifier: MIT
/**
 * Work has budgets (docs/reliability.md): no pack, good or refused, makes a page stand still. What is promised is a tenth of
 * what is allowed here, because a busy machine is slow; without budgets each of these packs takes seconds or minutes.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, PackError } from "../../dist/esm/decision.js";
import { GOOD, REFUSED } from "../support/slow-packs.mjs";

const OPEN = 500;
const CALL = 1000;
const REFUSAL = 1500;

function within(most, what, work) {
  const start = performance.now();
  const result = work();
  const took = performance.now() - start;
  assert.ok(took < most, `${what}: ${took.toFixed(0)} ms`);
  return result;
}

/** None, one, half and all of the questions answered, by the first choice or another. */
function answerSets(questions) {
  const counts = [0, 1, questions.length >> 1, questions.length - 1, questions.length];
  const set = (count, by) =>
    Object.fromEntries(
      questions.slice(0, count).map(({ id, choices }, k) => [id, choices[(k * by) % choices.length].id]),
    );
  return counts.flatMap((count) => [set(count, 0), set(count, 3)]);
}

for (const [name, text] of Object.entries(GOOD)) {
  test(`${name}: opened and asked within budgets`, async () => {
    const engine = await load();
    const pack = within(OPEN, "open", () => engine.open(text));
    within(OPEN, "check", () => assert.deepEqual(engine.check(text).problems, []));
    const sets = answerSets(pack.description.decision.questions);
    for (const answers of sets) {
      const verdict = within(CALL, "verdict", () => pack.verdict(answers));
      const outlook = within(CALL, "outlook", () => pack.outlook(answers));
      if (verdict.exact && outlook.exact) assert.equal(verdict.status === "settled", outlook.settled);
    }
    while (within(CALL, "prepare", () => pack.prepare()));
    for (const answers of sets) {
      within(CALL, "outlook, prepared", () => pack.outlook(answers));
      within(CALL, "flips", () => pack.flips(answers));
    }
    pack.close();
  });
}

for (const [name, text] of Object.entries(REFUSED)) {
  test(`${name}: refused at once`, async () => {
    const engine = await load();
    const { problems } = within(REFUSAL, "check", () => engine.check(text));
    assert.ok(problems.length > 0 && problems.length <= 100, `${problems.length} problems`);
    within(REFUSAL, "open", () =>
      assert.throws(
        () => engine.open(text),
        (error) => error instanceof PackError && assert.deepEqual(error.problems, problems) === undefined,
      ),
    );
  });
}
