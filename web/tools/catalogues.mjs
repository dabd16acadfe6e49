// SPDX-License-Identifier: MIT
/**
 * The languages of the cards: a folder of web/texts each, named by its tag. A text that names a value which its English text
 * doesn't, or leaves one out, fails the build: readers would see a gap, or miss a number.
 */
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./setup.mjs";

const texts = (...parts) => path.join(root, "web/texts", ...parts);

/** Tags, in the order of their names. */
export const LANGUAGES = readdirSync(texts(), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** A module of web/texts that imports others of it, as Node runs it. */
async function imported(esbuild, contents) {
  const stdin = { contents, resolveDir: texts(), loader: "ts" };
  const { outputFiles } = await esbuild.build({ stdin, bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** What each card says in English, by its tag. */
export async function englishTexts(esbuild) {
  const { en, DECISION_TEXTS, practiceTexts } = await imported(
    esbuild,
    `export { en } from "./en.js"; export { DECISION_TEXTS } from "./decision.js"; export { practiceTexts } from "./en-practice.js";`,
  );
  return { "decision-card": { ...en, ...DECISION_TEXTS }, "rubric-card": { ...en, ...practiceTexts } };
}

const MODULES = { "decision-card": "decision", "rubric-card": "rubric" };

export async function wordsOf(esbuild, tag, language) {
  return (await imported(esbuild, `export { words } from "./${language}/${MODULES[tag]}.js";`)).words;
}

/** What is wrong with the words of a language: values that nobody fills in, and values that are not said. */
export async function misfits(esbuild, english, words) {
  const { unfilled, dropped } = await imported(esbuild, `export * from "./placeholders.js";`);
  return Object.entries(words).flatMap(([key, entry]) => [
    ...unfilled(english[key], entry).map((name) => `${key}: nothing fills in {${name}}`),
    ...dropped(english[key], entry).map((name) => `${key}: it doesn't say {${name}}`),
  ]);
}

export async function assertCatalogues(esbuild) {
  const english = await englishTexts(esbuild);
  const problems = [];
  for (const language of LANGUAGES)
    for (const [tag, texts] of Object.entries(english)) {
      const found = await misfits(esbuild, texts, await wordsOf(esbuild, tag, language));
      problems.push(...found.map((problem) => `web/texts/${language}, <${tag}>: ${problem}`));
    }
  if (problems.length > 0) throw new Error(`Texts and their values don't fit:\n${problems.join("\n")}`);
}

/** A script that brings one card's words in one language; it may stand before the card's own script or behind it. */
const scriptOf = (tag, language) =>
  `import { words } from "./${language}/${MODULES[tag]}.js";
customElements.whenDefined("${tag}").then((card) => card.speak("${language}", words));`;

/** dist/languages: those scripts, and all texts in English as data, for who writes another language. Returns the names of the scripts. */
export async function bundleLanguages(esbuild, options) {
  const built = [];
  for (const language of LANGUAGES)
    for (const tag of Object.keys(MODULES)) {
      const name = `languages/${tag}.${language}.js`;
      const stdin = { contents: scriptOf(tag, language), resolveDir: texts(), loader: "ts" };
      await esbuild.build({
        ...options,
        stdin,
        outfile: path.join(root, "dist", name),
        format: "iife",
        sourcemap: false,
      });
      built.push(name);
    }
  writeFileSync(path.join(root, "dist/languages/en.json"), `${JSON.stringify(await englishTexts(esbuild), null, 2)}\n`);
  return built;
}
