// SPDX-License-Identifier: MIT
/** The labelled texts of each pack's rubric are what their README says: whole lines, known codes, nothing twice. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** What each README promises: the share of whole answers held back, the fewest texts of a code, the least share without any code. */
const PROMISED = {
  "rag-vs-fine-tuning": { heldBack: 1 / 3, texts: 200, empty: 0.25 },
  "sql-or-nosql": { heldBack: 63 / 532, texts: 40, empty: 0.15 },
  "monolith-or-microservices": { heldBack: 75 / 363, texts: 35, empty: 0.14 },
  "agent-workflow-or-single-call": { heldBack: 78 / 435, texts: 29, empty: 0.14 },
};
const OVERALL = new Set(["excellent", "good", "partial", "poor", "off_topic"]);
const idsOf = (list) => new Set(list.map(({ id }) => id));

for (const [name, promised] of Object.entries(PROMISED)) {
  const folder = new URL(`../../packs/${name}/`, import.meta.url);
  const { rubric } = JSON.parse(readFileSync(new URL("rubric.json", folder), "utf8"));
  const read = (file) =>
    readFileSync(new URL(`texts/${file}.ndjson`, folder), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  const learned = read("labelled");
  const heldBack = read("held-back");
  const texts = [...learned, ...heldBack];
  const concepts = idsOf(rubric.criteria);
  const misconceptions = idsOf(rubric.misconceptions);

  test(`${name}: every code is one of the rubric's, and none is both given and doubtful`, () => {
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

  test(`${name}: no id and no text stands twice, in one file or in both`, () => {
    assert.equal(idsOf(texts).size, texts.length);
    assert.equal(new Set(texts.map(({ text }) => text.trim())).size, texts.length);
  });

  test(`${name}: as many whole answers are held back as promised, and only whole answers are`, () => {
    const answers = texts.filter(({ kind }) => kind === "answer");
    assert.ok(heldBack.every(({ kind }) => kind === "answer"));
    assert.ok(
      Math.abs(heldBack.length / answers.length - promised.heldBack) < 0.02,
      `${heldBack.length} of ${answers.length}`,
    );
    assert.ok(answers.every(({ overall }) => OVERALL.has(overall)));
  });

  test(`${name}: each code has enough texts to be learned from, and enough texts carry none`, () => {
    for (const code of [...concepts, ...misconceptions]) {
      const count = learned.filter((text) => text.concepts.includes(code) || text.misconceptions.includes(code)).length;
      assert.ok(count >= promised.texts, `${code}: ${count}`);
    }
    const empty = texts.filter((text) => text.concepts.length + text.misconceptions.length === 0).length;
    assert.ok(empty / texts.length > promised.empty, `${empty}`);
  });
}
