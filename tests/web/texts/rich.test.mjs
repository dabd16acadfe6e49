// SPDX-License-Identifier: MIT
/** The markup of rich texts: what is read, what stays as it stands, and that Markdown of it means the same to a Markdown parser. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { marked } from "marked";
import { webModule } from "../../support/module.mjs";
import { Random } from "../../support/random.mjs";

const { blocksOf, literal, plain } = await webModule("texts/rich");
const { isRich } = await webModule("texts/rich-fields");
const { escapeMarkdown, itemMarkdown, richMarkdown } = await webModule("texts/markdown");

const escaped = (text) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function html(parts) {
  return parts
    .map((part) => {
      if (typeof part === "string") return escaped(part);
      const tag = { "*": "em", "**": "strong", "[": "a" }[part.sign];
      return `<${tag}${part.href ? ` href="${escaped(part.href)}"` : ""}>${html(part.of)}</${tag}>`;
    })
    .join("");
}

const shown = (text) =>
  blocksOf(text)
    .map(({ tag, items }) =>
      tag === "p"
        ? `<p>${html(items[0])}</p>`
        : `<${tag}>${items.map((item) => `<li>${html(item)}</li>`).join("")}</${tag}>`,
    )
    .join("");

const READ = [
  ["a *b* c", "<p>a <em>b</em> c</p>"],
  ["**a** (*b*), *c*.", "<p><strong>a</strong> (<em>b</em>), <em>c</em>.</p>"],
  ["*a **b** c* **d *e* f**", "<p><em>a <strong>b</strong> c</em> <strong>d <em>e</em> f</strong></p>"],
  ["[a *b*](https://x.y/z?q=1&r=2)", '<p><a href="https://x.y/z?q=1&amp;r=2">a <em>b</em></a></p>'],
  ["[a](https://en.wikipedia.org/wiki/RAG_(x)).", '<p><a href="https://en.wikipedia.org/wiki/RAG_(x)">a</a>.</p>'],
  ["*[a](https://x.y)* [1]", '<p><em><a href="https://x.y">a</a></em> [1]</p>'],
  ["a\nb\n\nc", "<p>a\nb</p><p>c</p>"],
  ["Take:\n- a\n- *b*\n  b\n\n- c\n\nd", "<p>Take:</p><ul><li>a</li><li><em>b</em>\n  b</li><li>c</li></ul><p>d</p>"],
  ["1. a\n2. b\r\n- c", "<ol><li>a</li><li>b</li></ol><ul><li>c</li></ul>"],
  ["これは*強調*です。**太字**も", "<p>これは<em>強調</em>です。<strong>太字</strong>も</p>"],
  ["هذا *مهم* جدا", "<p>هذا <em>مهم</em> جدا</p>"],
  ["\\*a\\* \\[b](https://x.y) C:\\temp \\\\", "<p>*a* [b](https://x.y) C:\\temp \\</p>"],
  ["\\- a", "<p>- a</p>"],
  ["1\\. a", "<p>1. a</p>"],
];
for (const [text, expected] of READ)
  test(`is read: ${JSON.stringify(text)}`, () => assert.equal(shown(text), expected));

const LITERAL = [
  ...[
    "",
    "SELECT * FROM t",
    "2*3*4 and 5 * 6",
    "a*b*c",
    "**open",
    "*open",
    "a * b *",
    "***three***",
    "*a*b",
    "** a **",
  ],
  ...[
    "[a](http://x.y)",
    "[a](javascript:alert(1))",
    "[a](https:/x)",
    "[a] (https://x.y)",
    "[a](https://x y)",
    "![a](https://x.y)",
  ],
  ...[
    "<b>a</b>",
    "&nbsp;",
    "`code`",
    "_a_ __b__",
    "# a",
    "> a",
    "+ a",
    "* a",
    "-a",
    "1) a",
    "2. a",
    "1986. A year",
    "a | b",
    "{weather}",
  ],
  ...["https://x.y", "[*a](https://x.y)", "*a [b* c](https://x.y)"],
];
for (const text of LITERAL)
  test(`stays as it stands, in one piece: ${JSON.stringify(text)}`, () =>
    assert.deepEqual(blocksOf(text), [{ tag: "p", items: [text === "" ? [] : [text]] }]));

const PIECES = [
  "a",
  "b ",
  " ",
  "*",
  "**",
  "[",
  "](https://x.y)",
  "]",
  "\\",
  "\n",
  "\n\n",
  "- ",
  "1. ",
  "<b>",
  "&",
  "_",
  "\u5f37",
  ".",
];

test("whatever a text is made of, every character that is no markup is said, and nothing is deep", () => {
  const random = new Random(7);
  const depth = (part) => (typeof part === "string" ? 0 : 1 + Math.max(0, ...part.of.map(depth)));
  for (let run = 0; run < 20_000; run += 1) {
    const text = Array.from({ length: random.between(1, 16) }, () => random.pick(PIECES)).join("");
    const letters = (of) => of.replace(/https:\/\/x\.y|[^ab<>&_\u5f37]/g, "");
    assert.equal(letters(plain(text)), letters(text), JSON.stringify(text));
    assert.ok(Math.max(...blocksOf(text).flatMap(({ items }) => items.flat().map(depth)), 0) <= 3);
  }
});

test("a long text of nothing but signs takes no more than its length", () => {
  const started = performance.now();
  for (const sign of [
    "*",
    "* a",
    "**a *b ",
    "[",
    "](https://",
    "](https://(",
    "[a](https://x.y)",
    "\\",
    "- a\n",
    "\n\n",
  ])
    blocksOf(sign.repeat(20_000));
  assert.ok(performance.now() - started < 10_000);
});

/** What Markdown makes of a text, without what only the way of writing HTML differs in. */
const rendered = (markdown) =>
  marked
    .parse(markdown, { gfm: false })
    .replace(/<(\/?)(li|p|ul|ol)>\n?/g, "<$1$2>")
    .replace(/<li><p>(.*?)<\/p><\/li>/gs, "<li>$1</li>")
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, " ")
    .replace(/ ?(<\/?(?:p|ul|ol|li)>) ?/g, "$1")
    .trim();

const WORDS = [
  "one",
  "two, ",
  " x_y_z ",
  " 1 < 2 & 3 ",
  " #tag ",
  " `c` ",
  " *alone ",
  " <b> ",
  " 2. ",
  " {q} ",
  " ~~s~~ ",
  " | ",
];

/** A text that has markup in order. */
function written(random, depth = 0) {
  const kind = random.between(0, 5);
  const word = () => WORDS[random.between(0, 1)].trim();
  const inner = () => (depth < 1 ? written(random, depth + 1).trim() : "v");
  const within = () => `${word()} ${random.chance(0.5) ? "w" : inner()} end`;
  if (kind === 0) return ` *${within()}* `;
  if (kind === 1) return ` **${within()}** `;
  if (kind === 2) return ` [${word()} link](https://x.y/${random.between(0, 8)}) `;
  return random.pick(WORDS);
}

test("a rich text as Markdown: a Markdown parser sees the same paragraphs, lists, stresses and links, and no others", () => {
  const random = new Random(11);
  let marks = 0;
  for (let run = 0; run < 3000; run += 1) {
    const line = () =>
      Array.from({ length: random.between(1, 4) }, () => written(random))
        .join(" ")
        .trim();
    const text = Array.from({ length: random.between(1, 4) }, () => random.pick(["", "- ", "1. ", "\n"]) + line()).join(
      "\n",
    );
    const expected = shown(text)
      .replace(/\s+/g, " ")
      .replace(/ ?(<\/?(?:p|ul|ol|li)>) ?/g, "$1");
    marks += expected.split("<em>").length - 1;
    assert.equal(rendered(richMarkdown(text)), expected, JSON.stringify(text));
  }
  assert.ok(marks > 1000, `${marks}`);
});

test("plain texts and answers put into rich ones are said as they stand, in Markdown, too", () => {
  for (const text of ["*a*", "[a](https://x.y)", "- a", "1. a", "\\*", "a * b", "# a", "+ a"]) {
    assert.equal(plain(literal(text)), text);
    assert.equal(plain(`x *${literal(text)}* y`), `x ${text} y`);
    assert.equal(rendered(escapeMarkdown(text)), `<p>${escaped(text)}</p>`);
    assert.equal(rendered(richMarkdown(literal(text))), `<p>${escaped(text)}</p>`);
  }
  assert.equal(escapeMarkdown("A title\n\n# and more"), "A title \\# and more");
});

test("an item keeps its own paragraphs and lists", () => {
  const item = itemMarkdown("1.", richMarkdown("Take *two*:\n- a\n- b\n\nDone."));
  assert.equal(item, "1. Take *two*:\n\n   - a\n   - b\n\n   Done.");
});

test("the words alone: on one line, with the addresses where they are wanted", () => {
  const text = "*Take* [two](https://x.y):\n\n- a\n- **b**\n\n1. c\n2. d";
  assert.equal(plain(text), "Take two: \u2022 a \u2022 b 1. c 2. d");
  assert.equal(plain(text, true), "Take two (https://x.y): \u2022 a \u2022 b 1. c 2. d");
});

// ---- packs

const at = (path) => new URL(`../../../${path}`, import.meta.url);
const PACKS = [
  ...readdirSync(at("packs/")).flatMap((name) =>
    name.includes(".")
      ? []
      : readdirSync(at(`packs/${name}/`))
          .filter((file) => file.endsWith(".json"))
          .map((file) => `packs/${name}/${file}`),
  ),
  ...["packs", "rubrics"].flatMap((folder) =>
    readdirSync(at(`tests/corpus/${folder}/`)).map((file) => `tests/corpus/${folder}/${file}`),
  ),
];

function* textsOf(value, key = "", parent = {}) {
  if (typeof value === "string") yield { text: value, rich: isRich(key, parent) };
  else if (Array.isArray(value)) for (const each of value) yield* textsOf(each, key === "text" ? "" : key, parent);
  else if (value && typeof value === "object")
    for (const [name, each] of Object.entries(value)) yield* textsOf(each, name, value);
}

/** Markup that is meant: everything else is one piece of text, as before there was any. */
const MEANT = new Set(["tests/corpus/packs/seats.json"]);

for (const file of PACKS)
  test(`${file}: a text without markup is one text`, () => {
    const rich = [...textsOf(JSON.parse(readFileSync(at(file), "utf8")))].filter((each) => each.rich);
    assert.ok(rich.length > 3, `${rich.length}`);
    const plainOnes = rich.filter(({ text }) => !MEANT.has(file) || !/[*[\\]|\n/.test(text));
    for (const { text } of plainOnes) assert.deepEqual(blocksOf(text), [{ tag: "p", items: [[text]] }], text);
  });
