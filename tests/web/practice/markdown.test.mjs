// SPDX-License-Identifier: MIT
/** A graded answer as a Markdown scorecard: what was written reads as it was written. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { gradeMarkdown } = await webModule("practice/markdown");
const { Texts } = await webModule("texts/texts");

const { practiceTexts } = await webModule("texts/en-practice");

const TEXTS = new Texts("en", practiceTexts);
const RUBRIC = { bands: [{ id: "good", title: "Good *enough*", text: "" }] };
const LEVELS = [{ title: "Named" }, { title: "Explained" }];
const task = (parts = {}) => ({
  id: null,
  question: "Why <tea>?",
  criteria: [
    { id: "warm", title: "Warmth", levels: LEVELS, hint: "Say it_warms." },
    { id: "taste", title: "Taste", levels: [{ title: "Named" }], hint: "Name it." },
  ],
  misconceptions: [{ id: "cold", title: "Cold tea", correction: "It is [hot]." }],
  ...parts,
});
const evidence = [
  { start: 0, end: 3, pattern: 0 },
  { start: 4, end: 7, pattern: 0 },
];
const last = (text, parts = {}) => ({
  text,
  marks: { claimed: [], rejected: [] },
  grade: { band: "good", criteria: [{ id: "warm", level: 2, evidence }], misconceptions: [], ...parts },
});

test("question, band and concepts, a table of what was said, the text, what to add, and that it is a self-check", () => {
  assert.equal(
    gradeMarkdown(TEXTS, RUBRIC, [{ task: task(), last: last("It\nwarms") }]),
    `# Why \\<tea\\>?

**Good \\*enough\\*** 1 of 2 concepts: 1 explained.

| Concept | Level | Found by | Your words |
| --- | --- | --- | --- |
| Warmth | Explained | a rule | “It warm” |

> It
> warms

**To add**

- Taste: Name it.

${TEXTS.say("self_check", { privacy: TEXTS.say("privacy") })}
`,
  );
});

test("a band never stands alone above a mistake; corrections come first; follow-up questions are a level below", () => {
  const wrong = last("no", { criteria: [], misconceptions: [{ id: "cold" }], band: "unnamed" });
  const text = gradeMarkdown(TEXTS, RUBRIC, [
    { task: task(), last: wrong },
    { task: task({ id: "next", question: "And then?" }), last: wrong },
  ]);
  assert.match(text, /\n\*\*unnamed, and one thing to correct\*\* 0 of 2 concepts\.\n\n\*\*One thing to correct\*\*/);
  assert.match(text, /\n- Cold tea: It is \\\[hot\\\]\.\n/);
  assert.match(text, /\n## And then\?\n/);
  assert.match(text, /\n- Warmth: Say it\\_warms\.\n/);
});

test("what is probable and what is claimed is told from what is certain", () => {
  const criteria = [
    { id: "warm", level: 1, certainty: "probable", evidence },
    { id: "taste", level: 1, certainty: "claimed", evidence },
  ];
  const text = gradeMarkdown(TEXTS, RUBRIC, [{ task: task(), last: last("It | warms", { criteria }) }]);
  assert.match(text, /2 of 2 concepts: 2 named\. Of these, one is probable, one is your own claim\./);
  assert.match(text, /\| Warmth \| Named \| cues, probably \| “It \\\| wa” \|/);
  assert.match(text, /\| Taste \| Named \| your own claim \|/);
});

test("nothing that a reader writes becomes a heading, a link, HTML or a quotation of its own", () => {
  const text = gradeMarkdown(TEXTS, RUBRIC, [
    { task: task(), last: last("# a\n<b>\n[c](d)\n> e\n`f`\n| g", { criteria: [] }) },
  ]);
  const quoted = text.split("\n").filter((line) => line.startsWith("> "));
  assert.deepEqual(quoted, ["> \\# a", "> \\<b\\>", "> \\[c\\](d)", "> \\> e", "> \\`f\\`", "> \\| g"]);
});
