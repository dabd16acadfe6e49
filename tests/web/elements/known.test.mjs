// SPDX-License-Identifier: MIT
/** What a card keeps of what the engine has said, and what it says of a link that has lost something. */
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { webModule } from "../../support/module.mjs";
import { given, PACK } from "../questionnaire/sample.mjs";

const { Known } = await webModule("elements/known");
const { linkNotices } = await webModule("elements/link-notices");
const { Texts } = await webModule("texts/texts");
const { DECISION_TEXTS } = await webModule("texts/decision");

const pack = () => ({
  verdict: mock.fn((answers) => ({ on: answers })),
  outlook: mock.fn((answers) => ({ on: answers })),
  flips: mock.fn((answers) => ({ on: answers })),
});

for (const what of ["verdict", "flips"]) {
  test(`the engine is asked once for the ${what} on the same answers, and anew for others`, () => {
    const asked = pack();
    const known = new Known(asked);
    const answers = given({ a: "x", b: null });
    assert.equal(known[what](answers), known[what](answers));
    assert.deepEqual(known[what](answers), { on: { a: "x", b: null } });
    assert.equal(asked[what].mock.callCount(), 1);
    known[what](given({ a: "y" }));
    known[what](answers);
    assert.equal(asked[what].mock.callCount(), 2);
  });
}

test('an outlook is kept until an answer changes it: in another order, or with an "I don\'t know" more, it is the same', () => {
  const asked = pack();
  const known = new Known(asked);
  const first = known.outlook(given({ a: "x", b: "y" }));
  assert.equal(known.outlook(given({ b: "y", c: null, a: "x" })), first);
  assert.equal(asked.outlook.mock.callCount(), 1);
  assert.notEqual(known.outlook(given({ a: "x" })), first);
  assert.equal(asked.outlook.mock.callCount(), 2);
});

test("what an engine refuses is not kept", () => {
  const asked = pack();
  asked.verdict.mock.mockImplementationOnce(() => {
    throw new Error("trapped");
  });
  const known = new Known(asked);
  const answers = given();
  assert.throws(() => known.verdict(answers), /trapped/);
  assert.deepEqual(known.verdict(answers), { on: {} });
});

test("a link says its version, what couldn't be read and what is gone; of two sets each thing once", () => {
  const texts = new Texts("en", DECISION_TEXTS);
  const shared = (parts) => ({ pack: "sample", version: "2.0.0", answers: given({ a: "x" }), lost: 0, ...parts });
  assert.deepEqual(linkNotices(texts, PACK, shared()), []);
  const old = { version: "1.0.0", answers: given({ a: "x", gone: "x" }) };
  const said = linkNotices(texts, PACK, shared({ ...old, lost: 2 }));
  assert.deepEqual(said, [
    texts.say("link_version", { old: "1.0.0", now: "2.0.0" }),
    texts.say("link_lost", { count: 2 }),
    texts.say("link_dropped", { count: 1, questions: "“gone”" }),
  ]);
  assert.equal(linkNotices(texts, PACK, shared({ ...old, lost: 2, second: shared(old) })).length, 3);
});

test("what is said is told in the words that the card has by then, though the engine was asked once", () => {
  const asked = mock.fn(() => ({ text: "{a}" }));
  let word = "one";
  const known = new Known({ verdict: asked, outlook: asked, flips: asked, estimate: asked }, (said) => ({
    ...said,
    text: word,
  }));
  const answers = given({ a: "x" });
  const all = () =>
    [known.verdict(answers), known.flips(answers), known.outlook(answers), known.estimate({}, answers)].map(
      ({ text }) => text,
    );
  assert.deepEqual(all(), ["one", "one", "one", "one"]);
  word = "two";
  assert.deepEqual(all(), ["two", "two", "two", "two"]);
  assert.equal(asked.mock.callCount(), 5, "costs alone are asked for again");
});
