// SPDX-License-Identifier: MIT
/** The bundled packs in other languages: whole, of the pack's version, and deciding as the pack does. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/esm/decision.js";
import { LANGUAGES } from "../../web/tools/catalogues.mjs";
import { runCommandLine } from "../support/command-line.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const FOLDER = "rag-vs-fine-tuning";
const languages = readdirSync(at("packs", FOLDER)).flatMap((name) => /^decision\.(.+)\.json$/.exec(name)?.[1] ?? []);
const textOf = (language) => readFileSync(at("dist/packs", FOLDER, `decision${language}.json`), "utf8");
const original = JSON.parse(textOf(""));
const verdictOf = ({ scores, gates, recommendation, reasons, notes }) => ({
  scores: scores.map(({ alternative, score }) => [alternative, score]),
  gates: gates.map(({ id, state }) => [id, state]),
  recommendation: recommendation.id,
  reasons: reasons.map(({ rule, stance }) => [rule, stance]),
  notes: notes.map(({ id }) => id),
});

test("the bundled decision is in every language that the card speaks", () => {
  assert.deepEqual(languages.sort(), LANGUAGES);
});

for (const language of languages) {
  test(`${language}: every text is translated, of this version of the pack`, () => {
    const translation = at("packs", FOLDER, `decision.${language}.json`);
    const command = ["check", at("packs", FOLDER, "decision.json"), "--translation", translation, "--json"];
    const { stdout } = runCommandLine(command);
    const { problems, texts, translated } = JSON.parse(stdout);
    assert.deepEqual(problems, []);
    assert.equal(translated, texts);
  });

  test(`${language}: the pack that ships decides as the English one does`, async () => {
    const engine = await load();
    const [pack, english] = [textOf(`.${language}`), textOf("")].map((text) => engine.open(text));
    assert.equal(pack.description.language, language);
    for (const { answers } of original.decision.cases)
      assert.deepEqual(verdictOf(pack.verdict(answers)), verdictOf(english.verdict(answers)));
  });
}
