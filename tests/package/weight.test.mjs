// SPDX-License-Identifier: MIT
/** Taken as a module, an element costs what its classic script costs, with a little for the chunks. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { root } from "../../web/tools/setup.mjs";
import { bundledFiles } from "../support/page-script.mjs";

const MORE = 1.03;
const brotli = (bytes) => brotliCompressSync(bytes).length;

/** All that a page may ever load of one element, its engine and pack included, as a bundler makes it. */
async function bundled(tag, name) {
  const contents = `import { ${name} } from "./dist/esm/${tag}.js"; ${name}.define();`;
  const files = await bundledFiles(contents, root);
  return files.reduce((sum, file) => sum + brotli(file), 0);
}

/** The classic script, and those of the languages that may stand beside it. */
function scripts(tag) {
  const languages = readdirSync(path.join(root, "dist/languages")).filter((name) => name.startsWith(`${tag}.`));
  assert.equal(languages.length, 6, "a script for each language but English");
  const files = [`dist/${tag}.js`, ...languages.map((name) => `dist/languages/${name}`)];
  return files.reduce((sum, name) => sum + brotli(readFileSync(path.join(root, name))), 0);
}

for (const [tag, name] of Object.entries({ "decision-card": "DecisionCard", "rubric-card": "RubricCard" }))
  test(`<${tag}> as a module is at most 3 % larger than its classic scripts, languages included in both`, async () => {
    const classic = scripts(tag);
    const modules = await bundled(tag, name);
    assert.ok(modules > classic / 2, "all of it was weighed");
    assert.ok(modules <= classic * MORE, `${modules} bytes of brotli, ${classic} as classic scripts`);
  });
