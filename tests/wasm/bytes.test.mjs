// SPDX-License-Identifier: MIT
/** The corpus gives the same bytes natively and in wasm under Node; tests/browser does the browsers. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { load as loadDecision } from "../../dist/esm/decision.js";
import { load as loadRubric } from "../../dist/esm/rubric.js";
import { packText, recordedGrades, recordedVerdicts } from "../corpus/entries.mjs";
import { assertRecorded } from "../corpus/recorded.mjs";

const verdicts = recordedVerdicts();
const grades = recordedGrades();
const ENGINES = { decision: await loadDecision(), rubric: await loadRubric() };
const opened = new Map();

function open(id, part = "decision") {
  const key = `${part} ${id}`;
  if (!opened.has(key)) opened.set(key, ENGINES[part].open(packText(id, part)));
  return opened.get(key);
}

test("the corpus holds at least 200 answer sets, and every sample and answer is recorded", () => {
  assert.ok(verdicts.length >= 200);
  assert.ok(grades.length >= 70);
  assert.deepEqual(
    grades.flatMap(({ id, recorded }) => (recorded.grade ? [] : [id])),
    [],
    "node tests/corpus/generate.mjs records them",
  );
});

test("decision.wasm in Node gives the recorded verdicts, outlooks and flips", async () => {
  const texts = verdicts.map(({ pack, answers }) => {
    const live = open(pack);
    return [live.verdictText(answers), live.outlookText(answers), live.flipsText(answers)];
  });
  await assertRecorded("verdicts", "node", verdicts, texts);
});

test("outlooks of prepared packs are the recorded ones", async () => {
  const lines = verdicts.map(({ recorded: { outlook }, ...line }) => ({ ...line, recorded: { outlook } }));
  for (const pack of new Set(lines.map(({ pack }) => pack))) while (open(pack).prepare());
  const texts = lines.map(({ pack, answers }) => [open(pack).outlookText(answers)]);
  await assertRecorded("verdicts", "node-prepared", lines, texts);
});

test("rubric.wasm in Node gives the recorded grades", async () => {
  const texts = grades.map(({ pack, text, followUp }) => [open(pack, "rubric").gradeText(text, followUp)]);
  await assertRecorded("grades", "node", grades, texts);
});

test("answers placed as bytes and answers read as JSON text give the same verdict, key by key", () => {
  for (const { pack, answers } of verdicts)
    assert.equal(JSON.stringify(open(pack).verdict(answers)), open(pack).verdictText(answers));
});

/** The lines that a native tool prints; nothing where it is not built. */
function printed(name, lines) {
  const tool = new URL(`../../build/asan/tests/engine/${name}`, import.meta.url).pathname;
  if (!existsSync(tool)) return undefined;
  const input = lines.map((line) => JSON.stringify(line)).join("\n");
  return execFileSync(tool, { input, maxBuffer: 1 << 28 })
    .toString()
    .trimEnd()
    .split("\n");
}

for (const [name, lines, each] of [
  ["verdicts", verdicts, 3],
  ["grades", grades, 1],
]) {
  test(`the native engine gives the recorded ${name}`, async (t) => {
    const given = printed(name, lines);
    if (!given) return t.skip("the native build is not there: cmake --preset asan && cmake --build --preset asan");
    assert.equal(given.length, lines.length * each);
    const texts = lines.map((_, index) => given.slice(index * each, (index + 1) * each));
    await assertRecorded(name, "native", lines, texts);
  });
}
