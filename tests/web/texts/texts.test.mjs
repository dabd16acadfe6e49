// SPDX-License-Identifier: MIT
/** Words and numbers as a reader sees them, and numbers as a reader writes them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { Texts } = await webModule("texts/texts");
const { en } = await webModule("texts/en");
const { DECISION_TEXTS } = await webModule("texts/decision");
const { practiceTexts } = await webModule("texts/en-practice");
const { isRtl, Numbers } = await webModule("texts/numbers");
const english = new Texts("en", { ...DECISION_TEXTS, ...practiceTexts });

test("values stand in the text, numbers as the language writes them, and a missing one leaves nothing", () => {
  assert.equal(english.say("progress", { number: 2, total: 1400 }), "Question 2 of 1,400");
  assert.equal(english.say("progress", { number: 2 }), "Question 2 of ");
  assert.equal(english.say("quoted", { text: "{text}" }), "“{text}”", "a value is not read again");
});

test("a text with a count has a form for one and one for the others", () => {
  assert.equal(english.say("reasons_more", { count: 1 }), "One more reason");
  assert.equal(english.say("reasons_more", { count: 0 }), "0 more reasons");
  assert.equal(english.points(1), "+1 point");
  assert.equal(english.points(-2), "−2 points");
});

test("every text with a count has the forms of its language, and every form the same values", () => {
  const named = (form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  for (const [key, entry] of Object.entries({ ...en, ...DECISION_TEXTS, ...practiceTexts })) {
    if (typeof entry === "string") continue;
    assert.deepEqual(Object.keys(entry).sort(), ["one", "other"], key);
    const others = new Set(named(entry.other));
    assert.deepEqual(
      named(entry.one).filter((name) => !others.has(name)),
      [],
      key,
    );
  }
});

test("an author's own words come first, then the language's, then English with English plurals", () => {
  const polish = new Texts("pl", DECISION_TEXTS, { back: "Wstecz", undo: "Cofnij" }, { undo: "Odwróć" });
  assert.deepEqual([polish.say("undo"), polish.say("back")], ["Odwróć", "Wstecz"]);
  assert.equal(polish.say("reasons_more", { count: 2 }), "2 more reasons");
  assert.equal(polish.say("reasons_more", { count: 1 }), "One more reason");
});

test("a text with a count has the forms of its own language", () => {
  const forms = { one: "{count} powód", few: "{count} powody", many: "{count} powodów", other: "{count} powodu" };
  const polish = new Texts("pl", DECISION_TEXTS, { reasons_more: forms });
  const said = [1, 2, 5, 22, 1.5].map((count) => polish.say("reasons_more", { count }));
  assert.deepEqual(said, ["1 powód", "2 powody", "5 powodów", "22 powody", "1,5 powodu"]);
});

test("what is no text says nothing of its own", () => {
  for (const junk of [5, null, true, [], {}, { one: "One" }, { other: 5 }]) {
    const texts = new Texts("en", DECISION_TEXTS, { undo: junk });
    assert.equal(texts.say("undo"), "Undo", JSON.stringify(junk));
  }
});

test("what is no language is English", () => {
  for (const language of ["", "english language", "x"]) assert.equal(new Numbers(language).number(1234.5), "1,234.5");
});

test("languages from right to left, by their script; in them a sign stays before its number", () => {
  const rtl = ["ar", "fa-IR", "he", "ur", "az-Arab", "en", "az", "zh", "", "not a tag"].filter(isRtl);
  assert.deepEqual(rtl, ["ar", "fa-IR", "he", "ur", "az-Arab"]);
  const arabic = new Numbers("ar");
  assert.deepEqual([arabic.signed(2), arabic.signed(-2)], ["\u200e+2", "\u200e\u22122"]);
  assert.match(arabic.number(1234.5), /^1,234\.5$/, "with the digits that packs are written with");
});

test("numbers: a true minus, groups of digits, signs where they tell", () => {
  assert.deepEqual(
    [0, -3, 999, 1000, -12345.678].map((value) => english.number(value)),
    ["0", "−3", "999", "1,000", "−12,345.678"],
  );
  assert.deepEqual(
    [2, 0, -2].map((value) => english.signed(value)),
    ["+2", "0", "−2"],
  );
  assert.equal(english.figure(0.000000123), "0.000000123");
  assert.equal(english.moment(27.24), "27.2");
});

test("money: cents only where they are much of it", () => {
  assert.deepEqual(
    [5, 5.5, 99.99, 100.5, 1234567].map((value) => english.money(value, "USD")),
    ["$5", "$5.50", "$99.99", "$101", "$1,234,567"],
  );
  assert.equal(english.money(1234567, "USD", true), "$1.23M");
});

test("shares: neither nothing nor everything is said of what isn't", () => {
  assert.deepEqual(
    [0, 0.0001, 0.01, 0.5, 0.99, 0.9999, 1].map((value) => english.share(value)),
    ["0%", "under 1%", "1%", "50%", "99%", "over 99%", "100%"],
  );
});

test("what a reader writes as a number", () => {
  const read = {
    "1,234.5": 1234.5,
    1234.5: 1234.5,
    " 12 ": 12,
    "-3": -3,
    "\u22123": -3,
    0.5: 0.5,
    "1 000": 1000,
    ".5": 0.5,
    "+20": 20,
  };
  Object.assign(read, { "２，５００": 2500, "٥٠٠": 500, "5,00,000": 500_000 });
  for (const [text, value] of Object.entries(read)) assert.equal(english.parse(text), value, text);
  for (const text of ["", "ten", "1,23", "1.2.3", "1e5", "5 %", "--1", ".", "-", "1,2345", "0x10", "Infinity"])
    assert.ok(Number.isNaN(english.parse(text)), text);
});

test("what a reader writes as a number in other languages", () => {
  assert.equal(new Numbers("de").parse("1.234,5"), 1234.5);
  assert.equal(new Numbers("fr").parse("1\u202f234,5"), 1234.5);
});

test("what a language writes it also reads", () => {
  for (const language of [
    "en",
    "de",
    "fr",
    "de-CH",
    "pl",
    "sv",
    "ar",
    "fa",
    "ja",
    "es",
    "pt-BR",
    "en-IN",
    "hi",
    "bn",
    "ne",
  ]) {
    const numbers = new Numbers(language);
    for (const value of [0, 7, -7, 1234, 12345.678, 0.001, -1234567.8])
      assert.equal(numbers.parse(numbers.figure(value)), value, `${language}: ${numbers.figure(value)}`);
  }
});

test("a day is a day, wherever it is read; what is none stays as it is", () => {
  assert.equal(english.date("2025-06-30"), "Jun 30, 2025");
  assert.equal(english.date("soon"), "soon");
});

test("lists", () => {
  assert.equal(english.list(["a", "b", "c"], "conjunction"), "a, b, and c");
  assert.equal(english.list(["a", "b"], "disjunction"), "a or b");
});
