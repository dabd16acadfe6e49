// SPDX-License-Identifier: MIT
/** The labelled texts of the bundled rubric are what their README says: whole lines, known codes, nothing twice. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const folder = new URL("../../packs/rag-vs-fine-tuning/", import.meta.url);
const { rubric } = JSON.parse(readFileSync(new URL("rubric.json", folder), "utf8"));
const read = (name) =>
  readFileSync(new URL(`texts/${name}.ndjson`, folder), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const learned = read("labelled");
const heldBack = read("held-back");
const texts = [...learned, ...heldBack];

const idsOf = (list) => new Set(list.map(({ id }) => id));
const concepts = idsOf(rubric.criteria);
const misconceptions = idsOf(rubric.misconceptions);
const OVERALL = new Set(["excellent", "good", "partial", "poor", "off_topic"]);

test("every code is one of the rubric's, and none is both given and doubtful", () => {
  for (const { id, ...text } of texts) {
    const [given, wrong, doubtful] = [text.concepts, text.misconceptions, text.doubtful];
    assert.ok(
      given.every((code) => concepts.has(code)),
      id,
    );
    assert.ok(
      wrong.every((code) => misconceptions.has(code)),
      id,
    );
    assert.ok(
      doubtful.every((code) => concepts.has(code) || misconceptions.has(code)),
      id,
    );
    const codes = [...given, ...wrong, ...doubtful];
    assert.equal(new Set(codes).size, codes.length, id);
  }
});

test("no id and no text stands twice, in one file or in both", () => {
  assert.equal(idsOf(texts).size, texts.length);
  assert.equal(new Set(texts.map(({ text }) => text.trim())).size, texts.length);
});

test("a third of the whole answers is held back, and only whole answers are", () => {
  const answers = texts.filter(({ kind }) => kind === "answer");
  assert.ok(heldBack.every(({ kind }) => kind === "answer"));
  assert.ok(Math.abs(heldBack.length / answers.length - 1 / 3) < 0.02, `${heldBack.length} of ${answers.length}`);
  assert.ok(answers.every(({ overall }) => OVERALL.has(overall)));
});

test("each code has at least 200 texts to be learned from, and a third of all texts carry none", () => {
  for (const code of [...concepts, ...misconceptions]) {
    const count = learned.filter((text) => text.concepts.includes(code) || text.misconceptions.includes(code)).length;
    assert.ok(count >= 200, `${code}: ${count}`);
  }
  const empty = texts.filter((text) => text.concepts.length + text.misconceptions.length === 0).length;
  assert.ok(empty / texts.length > 0.25, `${empty}`);
});
