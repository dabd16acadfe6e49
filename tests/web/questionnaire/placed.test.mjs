// SPDX-License-Identifier: MIT
/** `{question}` in texts, and answers in words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { placeAnswers } = await webModule("questionnaire/placed");
const { choiceText } = await webModule("questionnaire/lookup");
const { Texts } = await webModule("texts/texts");
const { DECISION_TEXTS } = await webModule("texts/decision");

const texts = new Texts("en", DECISION_TEXTS);
const pack = {
  decision: {
    questions: [
      { id: "needs", text: "N", kind: "several", choices: ["joins", "search"].map((id) => ({ id, text: `T ${id}` })) },
      { id: "users", text: "U", kind: "number", min: 1, max: 9000, unit: "people", choices: [] },
      { id: "risk", text: "R", choices: [{ id: "low", text: "Low" }] },
    ],
  },
};

test("an answer is told as the language of the card tells it", () => {
  const said = (id, answer) => choiceText(pack, id, answer, texts);
  assert.equal(said("needs", ["joins", "search"]), "T joins and T search");
  assert.equal(said("needs", []), "None of them");
  assert.equal(said("users", 2500), "2,500 people");
  assert.equal(said("users", { from: 500, to: 9000 }), "500 people or more");
  assert.equal(said("users", { from: 1, to: 499 }), "499 people or less");
  assert.equal(said("users", { from: 5, to: 10 }), "5 to 10 people");
  assert.equal(said("users", { from: 5, to: 5 }), "5 people");
  assert.equal(said("risk", "low"), "Low");
});

test("the reader's own answer stands where its question is named in braces", () => {
  const answers = new Map([
    ["needs", ["joins"]],
    ["users", 2500],
  ]);
  const verdict = { title: "For {users}", steps: [{ text: "Begin with {needs}; {risk}; {other} {x" }], points: 3 };
  assert.deepEqual(placeAnswers(verdict, pack, answers, texts), {
    title: "For 2,500 people",
    steps: [{ text: "Begin with T joins; I don’t know; {other} {x" }],
    points: 3,
  });
  const plain = { title: "Nothing to place", lists: [[]] };
  assert.equal(placeAnswers(plain, pack, answers, texts), plain);
});
