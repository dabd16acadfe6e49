// SPDX-License-Identifier: MIT
/** What people type where a number is asked for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { typedNumber } = await webModule("texts/typed");
const { Numbers } = await webModule("texts/numbers");

test("a number is read as its language writes it, with thousands in short and with its unit", () => {
  const english = new Numbers("en");
  for (const [text, number] of [
    ["250", 250],
    [" 1,000 ", 1000],
    ["1,000,000", 1000000],
    ["10k", 10000],
    ["10 K", 10000],
    ["1.5M", 1500000],
    ["0.1", 0.1],
    ["−3", -3],
    ["250 people", 250],
    ["2k People", 2000],
  ])
    assert.equal(typedNumber(english, text, "people"), number, text);
  for (const text of ["", "many", "1,00", "1.2.3", "k", "12 apples"])
    assert.ok(Number.isNaN(typedNumber(english, text, "people")), text);
  const german = new Numbers("de");
  assert.equal(typedNumber(german, "1.000"), 1000);
  assert.equal(typedNumber(german, "2,5k"), 2500);
});
