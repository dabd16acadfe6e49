// SPDX-License-Identifier: MIT
/** A result as documents, for real verdicts and for texts that would break a format. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../../dist/esm/decision.js";
import { packText } from "../../corpus/entries.mjs";
import { webModule } from "../../support/module.mjs";

const documents = await webModule("documents/index");
const { wrapped, fitted } = await webModule("documents/wrapping");
const { Texts } = await webModule("texts/texts");
const { DECISION_TEXTS } = await webModule("texts/decision");
const pack = (await load()).open(packText("rag-vs-fine-tuning"));
const { cases } = JSON.parse(packText("rag-vs-fine-tuning")).decision;
const BOTH = cases.find(({ id }) => id === "house_assistant").answers;

function resultOf(answers, { texts = {}, language = "en" } = {}) {
  const verdict = pack.verdict(answers);
  return {
    texts: new Texts("en", DECISION_TEXTS),
    pack: { ...pack.description, language },
    verdict: { ...verdict, recommendation: { ...verdict.recommendation, ...texts } },
    answers: new Map(Object.entries(answers)),
  };
}

const HEADINGS = [
  "## Context and Problem Statement",
  "## Decision Drivers",
  "## Considered Options",
  "## Decision Outcome",
  "### Consequences",
  "### Confirmation",
  "## Pros and Cons of the Options",
  "## More Information",
];

test("a decision record has MADR's sections in its order, and an own part for each option, with why not", () => {
  for (const { answers } of cases) {
    const record = documents.resultMadr(resultOf(answers), "2026-11-30");
    const headings = record.match(/^##.*/gm);
    const options = record.split("## Considered Options\n\n")[1].split("\n\n")[0].split("\n");
    assert.equal(options.length, pack.description.decision.recommendations.length);
    const own = options.map((line) => line.replace("* ", "### "));
    assert.deepEqual(
      headings.filter((line) => own.includes(line)),
      own,
      "each option is weighed, in the order they are listed",
    );
    const found = headings.filter((line) => !own.includes(line));
    assert.deepEqual(
      found,
      HEADINGS.filter((line) => found.includes(line)),
    );
    assert.ok(found.includes("## Decision Outcome") && found.includes("### Consequences"));
    const weighed = record.split("## Pros and Cons of the Options")[1].split("\n## ")[0].split("\n### ").slice(2);
    for (const text of weighed) assert.match(text, /\* (Good|Bad|Neutral), because \S/, text);
  }
});

test("no sentence of the pack goes on with “because”, and what the author says of an option is all that is said of it", () => {
  for (const { id, answers } of cases) {
    const record = documents.resultMadr(resultOf(answers), "2026-11-30");
    const weighed = record.match(/^\* (?:Good|Bad|Neutral), .*|^Chosen option: .*/gm);
    assert.ok(weighed.length > 3, id);
    for (const line of weighed) assert.match(line, /, because of this: \S/, id);
    assert.doesNotMatch(record, /Your answers allow it too/, id);
  }
});

test("in scripts without blanks none stands between a question and its answer", async () => {
  const japanese = "何が足りませんか？";
  const result = resultOf(BOTH);
  const [question, ...others] = result.pack.decision.questions;
  const decision = { ...result.pack.decision, questions: [{ ...question, text: japanese }, ...others] };
  const written = documents.resultMarkdown({ ...result, pack: { ...result.pack, decision } });
  assert.match(written, /何が足りませんか？\S/);
  assert.doesNotMatch(written, /何が足りませんか？ /);
});

/** The front matter of a record: YAML of which every value is a JSON text or a bare word. */
function frontMatter(record) {
  const [, text] = /^---\n(.*?)\n---\n/s.exec(record);
  return Object.fromEntries(
    text.split("\n").map((line) => {
      const [, key, value] = /^(\w+): (.*)$/.exec(line);
      return [key, /^["[]/.test(value) ? JSON.parse(value) : value];
    }),
  );
}

test("its front matter holds what Structured MADR asks for, within its bounds, whatever the pack says", () => {
  const long = { title: `"quoted": ${"very ".repeat(40)}long`, summary: "one\nline: - [x] ".repeat(40) };
  for (const result of [resultOf(cases[0].answers), resultOf({}, { texts: long })]) {
    const fields = frontMatter(documents.resultMadr(result, "2026-11-30"));
    for (const key of ["title", "description", "type", "category", "status", "created", "updated", "author", "project"])
      assert.ok(typeof fields[key] === "string" && fields[key].length > 0, key);
    assert.ok(fields.title.length <= 100 && fields.description.length <= 300);
    assert.deepEqual([fields.type, fields.status], ["adr", "proposed"]);
    assert.deepEqual([fields.date, fields.created, fields.updated], Array(3).fill("2026-11-30"));
    assert.ok(fields.tags.length > 0 && fields.tags.every((tag) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(tag)));
  }
});

test("lines are never wider than they may be, lose no word, and break where scripts without blanks may", () => {
  const text = "A reader answers a few questions and gets a recommendation";
  assert.equal(wrapped(text, 20).join(" "), text);
  assert.ok(wrapped(text, 20).length > 2);
  assert.equal(wrapped("検索拡張生成と微調整のどちらを選ぶか", 5).join(""), "検索拡張生成と微調整のどちらを選ぶか");
  assert.ok(wrapped("検索拡張生成と微調整のどちらを選ぶか", 5).every((line) => line.length <= 4));
  assert.equal(wrapped("x".repeat(100), 10).join(""), "x".repeat(100));
  assert.deepEqual(fitted(text, 100, 2), [text]);
  assert.match(fitted(text, 20, 2).at(-1), /\S…$/);
  assert.equal(fitted(text, 20, 2).length, 2);
});

test("a picture keeps everything inside its margins and above its foot, for all cases and for texts without end", () => {
  const endless = { title: "W".repeat(500), summary: "word ".repeat(500) };
  for (const result of [...cases.map(({ answers }) => resultOf(answers)), resultOf({}, { texts: endless })]) {
    const { width, height, lines } = documents.resultPicture(result);
    assert.deepEqual([width, height], [1200, 630]);
    const foot = lines.at(-1);
    for (const line of lines.slice(0, -1)) assert.ok(line.y < foot.y - foot.size && line.y > 0, line.text);
    assert.ok(lines.length >= 3);
  }
});

test("SVG is well-formed XML without HTML, styles or links, whatever a text says", () => {
  const evil = { title: `<script>&"]]>\u0000\u001b\ud800`, summary: "a\u000bb\uffff <foreignObject>" };
  const svg = documents.svgOf(documents.resultPicture(resultOf(BOTH, { texts: evil })));
  assert.doesNotMatch(svg, /<(script|foreignObject|style|a|image)\b|href|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
  assert.ok(svg.isWellFormed(), "no half of a pair");
  assert.ok(svg.includes('<title id="title">&lt;script&gt;&amp;&quot;]]&gt;'));
  const tags = svg.match(/<\/?[a-z]+/g).map((tag) => tag.slice(1));
  assert.deepEqual([...new Set(tags)].sort(), [
    "/desc",
    "/svg",
    "/text",
    "/title",
    "desc",
    "rect",
    "svg",
    "text",
    "title",
  ]);
});

test("a language that begins at the right is drawn from there", () => {
  const at = (language) => documents.svgOf(documents.resultPicture(resultOf(cases[0].answers, { language })));
  assert.match(at("ar"), /direction="rtl".*<text x="1128"/s);
  assert.match(at("arn"), /<text x="72"/);
  assert.doesNotMatch(at("en"), /direction/);
});
