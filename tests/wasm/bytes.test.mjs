// SPDX-License-Identifier: MIT
/** The corpus of answer sets gives the same bytes natively and in wasm under Node; tests/browser does the browsers. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/engine.js";

const corpusFile = new URL("../corpus/verdicts.ndjson", import.meta.url);
const entries = readFileSync(corpusFile, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

function packText(id) {
  const folder = id === "rag-vs-fine-tuning" ? "../../packs" : "../corpus/packs";
  return readFileSync(new URL(`${folder}/${id}.json`, import.meta.url), "utf8");
}

test("the corpus holds at least 200 answer sets", () => {
  assert.ok(entries.length >= 200);
});

test("wasm in Node gives the recorded bytes", async () => {
  const engine = await load();
  const packs = new Map(["rag-vs-fine-tuning", "lunch", "follow-ups"].map((id) => [id, engine.open(packText(id))]));
  for (const { pack, answers, verdict, outlook, flips } of entries) {
    const opened = packs.get(pack);
    const texts = [opened.verdictText(answers), opened.outlookText(answers), opened.flipsText(answers)];
    assert.deepEqual(texts.map(sha256), [verdict, outlook, flips], JSON.stringify(answers));
  }
});

test("the verdict as an object is the same as the text, key by key", async () => {
  const engine = await load();
  const packs = new Map(["rag-vs-fine-tuning", "lunch", "follow-ups"].map((id) => [id, engine.open(packText(id))]));
  for (const { pack, answers } of entries) {
    const opened = packs.get(pack);
    assert.equal(JSON.stringify(opened.verdict(answers)), opened.verdictText(answers));
  }
});

test("the native engine gives the recorded bytes", (t) => {
  const tool = new URL("../../build/asan/tests/engine/verdicts", import.meta.url).pathname;
  if (!existsSync(tool))
    return t.skip("the native build is not there: cmake --preset asan && cmake --build --preset asan");
  const lines = execFileSync(tool, { input: readFileSync(corpusFile), maxBuffer: 1 << 28 })
    .toString()
    .trimEnd()
    .split("\n");
  const recorded = entries.flatMap(({ verdict, outlook, flips }) => [verdict, outlook, flips]);
  assert.equal(lines.length, recorded.length);
  for (const [index, line] of lines.entries()) assert.equal(sha256(line), recorded[index], `line ${index + 1}`);
});
