// SPDX-License-Identifier: MIT
/**
 * The rubric's model sentences, denied, turned around and said otherwise: what denies a point must not earn it, and how a
 * sentence is written must not matter.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/esm/rubric.js";
import { DENIED, SAME, swapped } from "../quality/variants.mjs";

const text = readFileSync(new URL("../../packs/rag-vs-fine-tuning/rubric.json", import.meta.url), "utf8");
const pack = (await load()).open(text);
const { rubric } = pack.description;
const { samples } = JSON.parse(text).rubric;

/** Model sentences with the question that they answer. */
const MODELS = [
  ...rubric.criteria.map((criterion) => ({ ...criterion, followUp: undefined })),
  ...rubric.follow_ups.flatMap(({ id, criteria }) => criteria.map((criterion) => ({ ...criterion, followUp: id }))),
];
const HOLDS_FOR_BOTH = "the advice is as good for a training set, and the question already names the index";
const SYMMETRIC = {
  both: "“RAG and fine-tuning combine well” says the same with its subjects swapped",
  continued_pretraining: "“an option beside RAG and fine-tuning” names the two as a pair",
  cpt_last_resort: "“when RAG and fine-tuning fall short” names the two as a pair",
  corpus_start_broad: HOLDS_FOR_BOTH,
  corpus_prune: HOLDS_FOR_BOTH,
  corpus_filters: HOLDS_FOR_BOTH,
  corpus_permissions: HOLDS_FOR_BOTH,
  measure_first: "“its numbers decide between RAG and fine-tuning” says the same with its subjects swapped",
  replace_measure: "“run both on the same evaluation set” says the same with its subjects swapped",
};
/** What stands after "while" or a colon is said on its own: a sentence denied before it may still make the point there. */
const SAID_ON_ITS_OWN = /, (?:while|whereas) |: /;
/** Model sentences that are negative themselves, so that "not" would make no English. */
const NEGATIVE = ["no_training", "auditable"];

const levels = ({ criteria }) => Object.fromEntries(criteria.map(({ id, level }) => [id, level]));
const gradeOf = (words, { followUp }) => pack.grade(words, followUp);

function earned(words, model) {
  const { level, evidence } = gradeOf(words, model).criteria.find(({ id }) => id === model.id);
  return level === 0 ? [] : [`${model.id}: ${evidence.map(({ start, end }) => words.slice(start, end)).join(" … ")}`];
}

test("every model sentence earns the highest level of its criterion, and no misconception", () => {
  for (const model of MODELS) {
    const grade = gradeOf(model.model, model);
    assert.equal(levels(grade)[model.id], model.levels.length, model.model);
    assert.deepEqual(grade.misconceptions, [], model.model);
  }
});

for (const [name, deny] of Object.entries(DENIED)) {
  test(`denied (${name}), a model sentence does not earn its criterion`, () => {
    const told = MODELS.filter(({ model }) => name !== "not, in the first clause" || !SAID_ON_ITS_OWN.test(model));
    const variants = told.flatMap((model) => {
      const words = deny(model.model);
      return words === null ? [] : [{ model, words }];
    });
    const without = rubric.criteria.filter(({ model, id }) => deny(model) === null && !NEGATIVE.includes(id));
    assert.deepEqual(without, [], "every other sentence of the main question has such a variant");
    assert.deepEqual(
      variants.flatMap(({ model, words }) => earned(words, model)),
      [],
    );
  });
}

test("with subjects swapped, a model sentence earns no criterion of its own, and at most misconceptions", () => {
  const asymmetric = MODELS.filter(({ id, model }) => !(id in SYMMETRIC) && swapped(model) !== model);
  assert.ok(asymmetric.length >= rubric.criteria.length - Object.keys(SYMMETRIC).length);
  assert.deepEqual(
    asymmetric.flatMap((model) => earned(swapped(model.model), model)),
    [],
  );
});

test("the claims that a misconception turns around are found as that misconception", () => {
  const turned = { fresh_knowledge: "ft_keeps_fresh", style_format: "rag_changes_style" };
  for (const [criterion, misconception] of Object.entries(turned)) {
    const words = swapped(rubric.criteria.find(({ id }) => id === criterion).model);
    assert.deepEqual(
      pack.grade(words).misconceptions.map(({ id }) => id),
      [misconception],
      words,
    );
  }
});

for (const [name, rewrite] of Object.entries(SAME)) {
  test(`said otherwise (${name}), a sentence or sample earns the same`, () => {
    const said = [
      ...MODELS.map(({ model, followUp }) => ({ words: model, followUp })),
      ...samples.map((sample) => ({ words: sample.text, followUp: sample.follow_up })),
    ];
    for (const { words, followUp } of said) {
      const [before, after] = [pack.grade(words, followUp), pack.grade(rewrite(words), followUp)];
      assert.deepEqual(levels(after), levels(before), rewrite(words));
      assert.deepEqual(
        after.misconceptions.map(({ id }) => id),
        before.misconceptions.map(({ id }) => id),
        rewrite(words),
      );
      assert.deepEqual([after.total, after.band], [before.total, before.band]);
    }
  });
}
