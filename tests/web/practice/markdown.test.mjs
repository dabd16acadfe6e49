// SPDX-License-Identifier: MIT
/** A graded answer as Markdown: what was written reads as it was written. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { gradeMarkdown } = await webModule("practice/markdown");
const { Texts } = await webModule("texts/texts");

const { PRACTICE_WORDS } = await webModule("texts/practice");

const TEXTS = new Texts("en", PRACTICE_WORDS);
const BANDS = [{ id: "good", title: "Good *enough*", text: "" }];
const task = (parts = {}) => ({
  id: null,
  question: "Why <tea>?",
  criteria: [
    { id: "warm", title: "Warmth", levels: [{ title: "Named" }, { title: "Explained" }], hint: "Say it_warms." },
    { id: "taste", title: "Taste", levels: [{ title: "Named" }], hint: "Name it." },
  ],
  misconceptions: [{ id: "cold", title: "Cold tea", correction: "It is [hot]." }],
  ...parts,
});
const last = (text, parts = {}) => ({
  text,
  grade: {
    total: 2,
    maximum: 3,
    band: "good",
    criteria: [
      {
        id: "warm",
        level: 2,
        evidence: [
          { start: 0, end: 3, pattern: 0 },
          { start: 4, end: 7, pattern: 0 },
        ],
      },
    ],
    misconceptions: [],
    ...parts,
  },
});

test("question, band, text, what was reached and what was missing, and that it is a self-check", () => {
  assert.equal(
    gradeMarkdown(TEXTS, BANDS, [{ task: task(), last: last("It\nwarms") }]),
    `# Why \\<tea\\>?

**Good \\*enough\\*** 2 of 3 points

> It
> warms

**What you covered**

- Warmth, Explained: “It warm”

**What was missing**

- Taste: Name it.

${TEXTS.say("self_check")}
`,
  );
});

test("misconceptions come with their correction; follow-up questions are a level below", () => {
  const wrong = last("no", { criteria: [], misconceptions: [{ id: "cold" }], band: "unnamed" });
  const text = gradeMarkdown(TEXTS, BANDS, [
    { task: task(), last: wrong },
    { task: task({ id: "next", question: "And then?" }), last: wrong },
  ]);
  assert.match(text, /\n- Cold tea: It is \\\[hot\\\]\.\n/);
  assert.match(text, /\n## And then\?\n/);
  assert.match(text, /\n\*\*unnamed\*\* 2 of 3/);
  assert.match(text, /\n- Warmth: Say it\\_warms\.\n/);
});

test("nothing that a reader writes becomes a heading, a link, HTML or a quotation of its own", () => {
  const text = gradeMarkdown(TEXTS, BANDS, [
    { task: task(), last: last("# a\n<b>\n[c](d)\n> e\n`f`\n| g", { criteria: [] }) },
  ]);
  const quoted = text.split("\n").filter((line) => line.startsWith("> "));
  assert.deepEqual(quoted, ["> \\# a", "> \\<b\\>", "> \\[c\\](d)", "> \\> e", "> \\`f\\`", "> \\| g"]);
});
