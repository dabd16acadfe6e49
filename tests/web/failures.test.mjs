// SPDX-License-Identifier: MIT
/** docs/failures.md has every failure, and each test that it names is there. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const rows = read("docs/failures.md")
  .split("\n")
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split(/(?<!\\) \| /).map((cell) => cell.replace(/^\| | \|$/g, "")));

/** What a file calls its tests, or the codes of its bad packs. */
function titlesIn(file) {
  const text = read(file);
  if (file.endsWith(".json")) return new Set(JSON.parse(text).map(({ code }) => code));
  const named = /\b(?:test|TEST_CASE|loop|variants)\(\s*(?:"[^"]*", )?(["`])((?:\\.|(?!\1)[^\\])*)\1/g;
  const keys = /^ {2}(?:"([^"]+)"|'([^']+)'): /gm; // pages of tests/browser/authors.test.mjs, each a test
  const quoted = [...text.matchAll(named)].map(([, , title]) => title.replace(/\\(.)/g, "$1"));
  return new Set([...quoted, ...[...text.matchAll(keys)].map(([, one, other]) => one ?? other)]);
}

test("all fifty failures stand there, in their order, each with what happens", () => {
  assert.deepEqual(
    rows.map(([number]) => Number(number)),
    Array.from({ length: 50 }, (_, k) => k + 1),
  );
  for (const cells of rows) {
    assert.equal(cells.length, 4, cells[0]);
    for (const cell of cells) assert.notEqual(cell.trim(), "", cells[0]);
  }
});

test("each test that is named stands in the file that is named", () => {
  const absent = [];
  for (const [number, , , tests] of rows) {
    const files = [...tests.matchAll(/`(tests\/[^`]+)`: ((?:“[^”]*”(?:, )?)+)/g)];
    assert.equal(files.map(([all]) => all).join("; "), tests, `row ${number} names tests, and nothing else`);
    for (const [, file, titles] of files) {
      const there = titlesIn(file);
      const named = [...titles.matchAll(/“([^”]*)”/g)].map(([, title]) => title);
      absent.push(...named.filter((title) => !there.has(title)).map((title) => `${number} ${file}: ${title}`));
    }
  }
  assert.deepEqual(absent, []);
});
