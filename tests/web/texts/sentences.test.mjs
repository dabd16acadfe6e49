// SPDX-License-Identifier: MIT
/** Sentences one after the other, in scripts with blanks and without. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { gap, sentences } = await webModule("texts/sentences");
const { Texts } = await webModule("texts/texts");
const { practiceTexts } = await webModule("texts/en-practice");
const { tally } = await webModule("practice/summary");
const spoken = async (language) => {
  const { words } = await webModule(`texts/${language}/rubric`);
  return new Texts(language, practiceTexts, words);
};

test("a blank stands between sentences, and none where there is nothing to part", () => {
  assert.equal(sentences("One.", "“Two.”", "Three."), "One. “Two.” Three.");
  assert.equal(sentences("", "Two.", "", "Four."), "Two. Four.");
  assert.equal(sentences("", ""), "");
  assert.equal(sentences("سؤال؟", "جواب."), "سؤال؟ جواب.");
});

test("after a full-width stop or bracket no blank is written, nor after a Chinese quotation", () => {
  assert.equal(
    sentences("何が足りませんか？", "「事実」", "検索で補えます。", "RAGです。"),
    "何が足りませんか？「事実」検索で補えます。RAGです。",
  );
  assert.equal(sentences("缺什么？", "“事实”", "检索可以补上。"), "缺什么？“事实”检索可以补上。");
  assert.deepEqual([gap("終わり。"), gap("（終わり）"), gap("The end.")], ["", "", " "]);
  assert.equal(sentences("RAG 不达标", "再试"), "RAG 不达标 再试", "what doesn't end stays apart");
});

const CRITERIA = [1, 2].map((id) => ({ id: `c${id}`, title: `C${id}`, bonus: false, levels: [{ title: "Named" }] }));
const found = CRITERIA.map(({ id }, at) => ({
  id,
  level: 1,
  certainty: at ? "claimed" : "certain",
  evidence: [],
}));

test("the count of a grade is written with the stops of its language", async () => {
  const grade = { criteria: found, misconceptions: [] };
  const said = async (language) => tally(await spoken(language), { criteria: CRITERIA }, grade);
  assert.equal(await said("ja"), "概念：2件中2件（2 named）。内訳：確実1件、自己申告1件。");
  assert.equal(await said("zh-Hans"), "2 个概念中有 2 个：2 named。其中1 个确定、1 个由您自己认定。");
  assert.match(await said("ar"), /مؤكّد .*، بقولك أنت/);
  assert.match(await said("de"), /^2 von 2 Begriffen: 2 named\. Davon gilt: einer ist sicher, einen/);
});
