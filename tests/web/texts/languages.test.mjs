// SPDX-License-Identifier: MIT
/** The languages of the cards: what each has, which one a card takes, and that their values fit. */
import assert from "node:assert/strict";
import { test } from "node:test";
import esbuild from "esbuild";
import { webModule } from "../../support/module.mjs";
import { englishTexts, LANGUAGES, misfits, wordsOf } from "../../../web/tools/catalogues.mjs";

const { DECISION_SOURCES } = await webModule("texts/decision-sources");
const { RUBRIC_SOURCES } = await webModule("texts/rubric-sources");
const { speaking } = await webModule("texts/sources");
const { Languages } = await webModule("texts/languages");
const { DECISION_TEXTS } = await webModule("texts/decision");
const english = await englishTexts(esbuild);
const TAGS = Object.keys(english);

const formsOf = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry));

test("seven languages, each of them known to both cards", () => {
  assert.deepEqual(LANGUAGES, ["ar", "de", "es", "ja", "pt-BR", "zh-Hans"]);
  for (const sources of [DECISION_SOURCES, RUBRIC_SOURCES])
    assert.deepEqual(sources.map(([language]) => language).sort(), LANGUAGES);
});

for (const language of LANGUAGES)
  for (const tag of TAGS) {
    test(`<${tag}> in ${language}: every text, with the values of the English one`, async () => {
      const words = await wordsOf(esbuild, tag, language);
      assert.deepEqual(Object.keys(words).sort(), Object.keys(english[tag]).sort());
      assert.deepEqual(await misfits(esbuild, english[tag], words), []);
      for (const [key, entry] of Object.entries(words))
        for (const form of formsOf(entry)) {
          assert.ok(form.trim() !== "", key);
          assert.equal(form.normalize("NFC"), form, key);
          assert.doesNotMatch(form, / {2}|[\u0000-\u001f]|^ | $(?<![:,،] )/, key);
        }
    });

    test(`<${tag}> in ${language}: the plural forms of the language, and what is one is said of one only`, async () => {
      const rules = new Intl.PluralRules(language);
      const { pluralCategories } = rules.resolvedOptions();
      for (const [key, entry] of Object.entries(await wordsOf(esbuild, tag, language))) {
        if (typeof entry === "string") continue;
        const needed = new Set(Array.from({ length: 101 }, (_, count) => rules.select(count)));
        assert.deepEqual(
          [...needed].filter((form) => !entry[form]),
          [],
          key,
        );
        assert.deepEqual(
          Object.keys(entry).filter((form) => !pluralCategories.includes(form)),
          [],
          key,
        );
        const several = rules.select(0) === "one" && JSON.stringify(english[tag][key]).includes("{count}");
        if (several && !UNCOUNTED.has(key))
          assert.match(entry.one, /\{count\}/, `${key}: its first form is said of 0, too`);
      }
    });
  }

/** Said of one thing or more, never of none. */
const UNCOUNTED = new Set(
  "answer_matter fixed others_stay matter idle idle_too cost_due_repeated flips_beyond count_claimed points".split(" "),
);

test("a value that is missing, or that nobody fills in, fails the build", async () => {
  const words = {
    progress: "Frage {number}",
    back: "{zurück} {back}",
    from_answers: { one: "aus {n}", other: "aus vielen" },
  };
  assert.deepEqual(await misfits(esbuild, english["decision-card"], words), [
    "progress: it doesn't say {total}",
    "back: nothing fills in {back}",
    "from_answers: nothing fills in {n}",
    "from_answers: it doesn't say {count}",
  ]);
});

const card = (sources = []) => speaking({ languages: new Languages(DECISION_TEXTS) }, sources).languages;
const GERMAN = ["de", () => Promise.resolve({ words: { undo: "Rückgängig" } })];
const CHINESE = ["zh-Hans", () => Promise.resolve({ words: { undo: "撤销" } })];

test("the first language that there is, by what it is written in", async () => {
  const languages = card([GERMAN, CHINESE]);
  for (const each of ["de", "de-AT", "DE-ch"]) {
    await languages.learn(["tlh", each]);
    assert.equal(languages.texts(["tlh", each]).say("undo"), "Rückgängig", each);
  }
  await languages.learn(["zh-CN"]);
  assert.equal(languages.texts(["zh-SG"]).say("undo"), "撤销");
  assert.equal(languages.texts(["zh-TW"]).say("undo"), "Undo", "other signs");
  assert.equal(languages.texts(["constructor", "en-GB", "de"]).say("undo"), "Undo", "English is a language, too");
});

test("nothing is loaded that is known, or that there isn't", () => {
  const languages = card([GERMAN]);
  assert.equal(languages.learn([]), null);
  assert.equal(languages.learn(["fr", "en", "de"]), null);
  assert.notEqual(languages.learn(["fr", "de", "en"]), null);
  languages.add("de", { undo: "Zurück" });
  assert.equal(languages.learn(["de"]), null);
});

test("a language that can't be loaded is said on the console, and is English", async (t) => {
  const warn = t.mock.method(console, "warn", () => undefined);
  const languages = card([["de", () => Promise.reject(new Error("offline"))]]);
  await languages.learn(["de"]);
  assert.equal(languages.texts(["de"]).say("undo"), "Undo");
  assert.equal(warn.mock.callCount(), 1);
});

test("an author's words make a language of their own, and what is missing in them is English", () => {
  const texts = card().texts(["pl", "de"], { undo: "Cofnij" });
  assert.deepEqual([texts.say("undo"), texts.say("back")], ["Cofnij", "Back"]);
  assert.equal(texts.number(1234.5), "1234,5");
});
