// SPDX-License-Identifier: MIT
/** Each script carries the words that its own modules say: those of the other element are not in it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bundles = JSON.parse(readFileSync(`${root}build/metafiles.json`, "utf8")).map(({ outputs }) => outputs);
const inputsOf = (script) => Object.keys(bundles.find((outputs) => outputs[script])[script].inputs);

async function wordsOf(...names) {
  const imports = names.map((name) => `export * from "./web/texts/${name}.ts";`).join("");
  const { outputFiles } = await esbuild.build({
    stdin: { contents: imports, resolveDir: root },
    bundle: true,
    format: "esm",
    write: false,
  });
  const found = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return Object.values(found).flatMap((each) => (each?.constructor === Object ? Object.keys(each) : []));
}

/** Texts in quotation marks that are the name of one of these words. */
const quoted = (text, words) =>
  [...text.matchAll(/["'`](\w+)["'`]/g)].map(([, name]) => name).filter((name) => words.has(name));

for (const [tag, own, other] of [
  ["decision-card", "en-proofs", "en-practice"],
  ["rubric-card", "en-practice", "en-proofs"],
]) {
  test(`${tag}.js says nothing that only the other element has words for`, async () => {
    const inputs = inputsOf(`dist/${tag}.js`).filter((name) =>
      /^web\/(views|elements|practice|questionnaire)\//.test(name),
    );
    assert.ok(inputs.length > 10);
    assert.ok(!inputsOf(`dist/${tag}.js`).includes(`web/texts/${other}.ts`));
    const mine = new Set(await wordsOf(own));
    const theirs = new Set((await wordsOf(other)).filter((word) => !mine.has(word)));
    const said = inputs.flatMap((name) => {
      const text = readFileSync(root + name, "utf8");
      return quoted(text, theirs).filter((word) =>
        new RegExp(`say\\(\\s*["'\`]${word}\\b|(?<!class|part|role|name): ["']${word}["']`).test(text),
      );
    });
    assert.deepEqual(said, []);
  });
}
