// SPDX-License-Identifier: MIT
/** `decide --json` on lines that all differ: the way that they take is a short one, and says what the engine writes itself. */
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { packPath, packText, recordedVerdicts } from "../corpus/entries.mjs";
import { webModule } from "../support/module.mjs";
import { runCommandLine } from "../support/command-line.mjs";

const { load, PackError } = await import("../../dist/esm/decision.js");
const engine = await load();
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-lines-"));

function decided(pack, lines) {
  const answers = path.join(folder, "answers.ndjson");
  writeFileSync(answers, lines.map((line) => `${line}\n`).join(""));
  const args = ["decide", pack, "--answers", answers, "--json"];
  const { stdout, status } = runCommandLine(args);
  return { printed: stdout.split("\n").slice(0, -1), status };
}

/** What the engine says of the same text when it reads it itself. */
function written(pack, line, number) {
  try {
    return pack.verdictText(line);
  } catch (error) {
    assert.ok(error instanceof PackError, `line ${number}`);
    return JSON.stringify({ problems: error.problems });
  }
}

const packs = new Map();
for (const { pack, answers } of recordedVerdicts()) packs.set(pack, [...(packs.get(pack) ?? []), answers]);

const spellings = [
  (answers) => JSON.stringify(answers),
  (answers) => JSON.stringify(answers, null, 1).replaceAll("\n", ""),
  (answers) => JSON.stringify(Object.fromEntries(Object.entries(answers).reverse())),
];

for (const [id, all] of packs) {
  test(`${id}: each line has its verdict, in order, however it is spelt`, () => {
    const lines = all.flatMap((answers) => spellings.map((spell) => spell(answers)));
    const pack = engine.open(packText(id));
    const { printed, status } = decided(packPath(id), lines);
    assert.equal(status, 0);
    assert.equal(printed.length, lines.length);
    lines.forEach((line, k) => assert.equal(printed[k], pack.verdictText(line), line));
  });
}

test("a line that is no answer has its problems in its place, as the engine finds them in the text", () => {
  const bad = [
    '{"weather":"cold","weather":"warm"}',
    '{"weather":"clod"}',
    '{"wether":"cold"}',
    '{"weather":5}',
    '{"weather":["cold"]}',
    '{"__proto__":"cold"}',
    '{"toJSON":"cold"}',
    '{"weather":"cold"',
    '["weather"]',
    '"weather"',
    "null",
    "17",
    '{"weather":"\\ud800"}',
    '{"minutes":1e999}',
  ];
  const good = ['{"weather":"cold"}', '{"weather":null}', '{ "weather": "cold", "minutes": "thirty" }', "{}"];
  const lines = [good[0], ...bad.flatMap((line, k) => [line, good[k % good.length]]), bad[0], bad[0], bad[0]];
  const pack = engine.open(packText("lunch"));
  const { printed, status } = decided(packPath("lunch"), lines);
  assert.equal(status, 1);
  const expected = lines.map((line, k) => written(pack, line, k));
  assert.deepEqual(printed, expected);
});

test("JSON of shared parts is what JSON.stringify writes", async () => {
  const { KeptJson } = await webModule("cli/streams/kept-json");
  const kept = new KeptJson();
  const frozen = Object.freeze({ text: 'a "b" \u2028 \ud800 é', list: Object.freeze([1, -0, 0.5, null, true]) });
  for (const value of [
    frozen,
    [frozen, frozen],
    { a: frozen, b: [], c: {}, d: [[frozen]], "é\n": "\n" },
    "x",
    5,
    null,
  ]) {
    assert.equal(kept.text(value), JSON.stringify(value));
    assert.equal(kept.text(value), JSON.stringify(value));
  }
});
