// SPDX-License-Identifier: MIT
/** Outputs as a person reads them are those of tests/corpus/golden; a difference is printed line by line. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { goldenTexts } from "../corpus/golden.mjs";
import { changedLines } from "../support/texts.mjs";

const folder = new URL("../corpus/golden/", import.meta.url);
const golden = (name) => (existsSync(new URL(name, folder)) ? readFileSync(new URL(name, folder), "utf8") : "");
const present = await goldenTexts();

for (const [name, text] of present) {
  test(`${name} is as recorded`, () => {
    const recorded = golden(name);
    const message = [
      `This build gives another tests/corpus/golden/${name} ("-" recorded, "+" present).`,
      "If the change is meant, `node tests/corpus/generate.mjs` records it.",
      changedLines(name, recorded, text),
    ];
    assert.ok(text === recorded, message.join("\n"));
  });
}

test("each golden has something that makes it", () => {
  assert.deepEqual(readdirSync(folder).sort(), present.map(([name]) => name).sort());
});
