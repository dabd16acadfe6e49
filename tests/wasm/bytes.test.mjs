// SPDX-License-Identifier: MIT
/** The corpus gives the same bytes natively and in wasm under Node; tests/browser does the browsers. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { load as loadDecision } from "../../dist/esm/decision.js";
import { load as loadRubric } from "../../dist/esm/rubric.js";
import { packText, recordedGrades, recordedVerdicts, sha256 } from "../corpus/entries.mjs";

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
    grades.flatMap(({ id, recorded }) => (recorded.length > 0 ? [] : [id])),
    [],
    "node tests/corpus/generate.mjs records them",
  );
});

test("decision.wasm in Node gives the recorded verdicts, outlooks and flips", () => {
  for (const { pack, answers, recorded } of verdicts) {
    const texts = [open(pack).verdictText(answers), open(pack).outlookText(answers), open(pack).flipsText(answers)];
    assert.deepEqual(texts.map(sha256), recorded, JSON.stringify(answers));
  }
});

test("outlooks of prepared packs are the recorded ones", () => {
  const prepared = new Set();
  for (const { pack, answers, recorded } of verdicts) {
    const live = open(pack);
    if (!prepared.has(pack)) while (live.prepare());
    prepared.add(pack);
    assert.equal(sha256(live.outlookText(answers)), recorded[1], JSON.stringify(answers));
  }
});

test("rubric.wasm in Node gives the recorded grades", () => {
  for (const { id, pack, text, followUp, recorded } of grades)
    assert.deepEqual([sha256(open(pack, "rubric").gradeText(text, followUp))], recorded, id);
});

test("answers placed as bytes and answers read as JSON text give the same verdict, key by key", () => {
  for (const { pack, answers } of verdicts)
    assert.equal(JSON.stringify(open(pack).verdict(answers)), open(pack).verdictText(answers));
});

/** What a native tool prints for these lines; nothing where it is not built. */
function printed(name, lines) {
  const tool = new URL(`../../build/asan/tests/engine/${name}`, import.meta.url).pathname;
  if (!existsSync(tool)) return undefined;
  const input = lines.map((line) => JSON.stringify(line)).join("\n");
  return execFileSync(tool, { input, maxBuffer: 1 << 28 })
    .toString()
    .trimEnd()
    .split("\n")
    .map(sha256);
}

for (const [name, lines] of [
  ["verdicts", verdicts],
  ["grades", grades],
]) {
  test(`the native engine gives the recorded ${name}`, (t) => {
    const given = printed(name, lines);
    if (!given) return t.skip("the native build is not there: cmake --preset asan && cmake --build --preset asan");
    assert.deepEqual(
      given,
      lines.flatMap(({ recorded }) => recorded),
    );
  });
}
