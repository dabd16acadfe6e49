// SPDX-License-Identifier: MIT
/** The documentation says what the code does. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const listed = [...new Set(read("docs/problems.md").match(/`[a-z]+_[a-z_]+`/g))]
  .map((code) => code.slice(1, -1))
  .sort();

/** Codes are the first argument of what reports a problem. */
function codesInEngine() {
  const sources = readdirSync(new URL("../../engine/src", import.meta.url)).filter((name) => name.endsWith(".cpp"));
  const code = /(?:report|report_key|report_unknown|fail|fail_key|one_problem)\(\s*(?:text \? )?"([a-z_]+)"/g;
  const passed = /"((?:bad|unknown)_[a-z]+)"/g;
  return new Set(
    sources.flatMap((name) =>
      [code, passed].flatMap((pattern) => [...read(`engine/src/${name}`).matchAll(pattern)].map(([, found]) => found)),
    ),
  );
}

test("every problem code of the engine is documented, and no other", () => {
  assert.deepEqual(
    [...codesInEngine()].sort(),
    listed.filter((code) => codesInEngine().has(code)),
  );
  assert.deepEqual(listed, [...codesInEngine()].sort());
});

test("every problem code has an example", () => {
  const examples = new Set(JSON.parse(read("tests/corpus/bad-packs.json")).map(({ code }) => code));
  // Not expressible as an edit of a text: tests/engine/json_document.test.cpp; about a request: estimate.test.cpp.
  const elsewhere = new Set(["json_utf8", "json_too_large", "unknown_input", "no_estimates"]);
  assert.deepEqual(
    listed.filter((code) => !examples.has(code) && !elsewhere.has(code)),
    [],
  );
});

test("the example of the pack format is the corpus pack lunch", () => {
  const [, example] = read("docs/pack-format.md").match(/```json\n(.*?)```/s);
  assert.equal(example, read("tests/corpus/packs/lunch.json"));
});

test("links between the documents lead somewhere", () => {
  const pages = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    ...readdirSync(new URL("../../docs", import.meta.url), { recursive: true })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`),
  ];
  for (const page of pages) {
    for (const [, target] of read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      const base = new URL(`../../${page}`, import.meta.url);
      assert.ok(existsAt(new URL(target, base)), `${page} → ${target}`);
    }
  }
});

function existsAt(url) {
  try {
    readdirSync(url);
    return true;
  } catch (error) {
    return error.code === "ENOTDIR";
  }
}
