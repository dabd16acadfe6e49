// SPDX-License-Identifier: MIT
/** What `check` says of markup is what the card makes of it: which fields are rich, and what is left of a text as it stands. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Inspector } from "../../dist/esm/inspect.js";
import { webModule } from "../support/module.mjs";
import { Random } from "../support/random.mjs";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const inspector = new Inspector(readFileSync(new URL("../../dist/inspect.wasm", import.meta.url)));
const { blocksOf } = await webModule("texts/rich");
const { isRich } = await webModule("texts/rich-fields");

const findingsOf = (pack) => {
  const { problems, findings } = inspector.inspect(JSON.stringify(pack));
  assert.deepEqual(problems, []);
  return findings.filter(({ code }) => code === "markup_shown");
};

/** Fields that hold no text of a reader, or one that stands for something else. */
const OTHER = /^(id|kind|as_of|currency|expect|raise|never_lowers|keeps|question|code|of)$/;

/** The places of all texts of a decision that a reader may see. */
function* placesOf(value, path = []) {
  for (const [key, each] of Object.entries(value)) {
    const text = typeof each === "string" && !(OTHER.test(key) && path.length > 0) && !/^\d+$/.test(key);
    if (text) yield { parent: value, key, path: `/decision/${[...path, key].join("/")}` };
    const inside = typeof each === "object" && !/^(when|cases|laws|accepted|value|amount|every)$/.test(key);
    if (inside) yield* placesOf(each, [...path, key]);
  }
}

test("a field that the card reads as prose may have markup, and any other may not, in `check` as on the card", () => {
  for (const name of ["picnic", "van", "kinds", "seats"]) {
    const pack = JSON.parse(read(`tests/corpus/packs/${name}.json`));
    delete pack.decision.accepted;
    const places = [...placesOf(pack.decision)];
    const plain = places.filter(({ parent, key }) => !isRich(key, parent)).map(({ path }) => path);
    assert.ok(plain.length > 5 && plain.length < places.length, name);
    for (const { parent, key } of places) parent[key] = "A *b* **c** [d](https://example.org).\n\n- e";
    const found = findingsOf(pack).map(({ path }) => path);
    assert.deepEqual(found.sort(), plain.sort(), name);
  }
});

const lunch = JSON.parse(read("tests/corpus/packs/lunch.json"));
const [rule] = lunch.decision.rules;

/** Stars and brackets that are said as they stand, in every text that isn't in markup. */
function left(text) {
  const words = (part) => (typeof part === "string" ? part : part.of.map(words).join(""));
  return blocksOf(text.replace(/\\[*[]/g, "\\."))
    .flatMap(({ items }) => items.map((item) => item.map(words).join("")))
    .join(" ");
}

const PIECES = [
  "a",
  "bc",
  " ",
  " ",
  "*",
  "**",
  "[",
  "](https://x.y)",
  "]",
  "\\",
  "\n\n",
  "- ",
  "1. ",
  "\u5f37",
  "\u00fc",
  ".",
  ",",
  "(",
  "\u300c",
  "\u2014",
];

test("stars that the card says as they stand, where they could stress, are what `check` warns of, and no others", () => {
  const random = new Random(5);
  const counts = [0, 0];
  for (let run = 0; run < 1500; run += 1) {
    const text = Array.from({ length: random.between(2, 13) }, () => random.pick(PIECES)).join("");
    if (text.trim() === "" || /\\(?![*[])/.test(text)) continue;
    rule.because = text;
    const found = findingsOf(lunch);
    const stars = found.some(({ message }) => /stars stress/.test(message));
    const links = found.some(({ message }) => /a link leads/.test(message));
    // A star between blanks, or within a word of plain letters, is a star.
    const rest = left(text).replace(/(?<=^|\s)\*+(?=\s|$)/g, "");
    const middle = rest.indexOf("](");
    const link = middle > 0 && rest.lastIndexOf("[", middle) >= 0 && rest.indexOf(")", middle) > 0;
    const star = /\*/.test(rest.replace(/(?<=[0-9A-Za-z])\*{1,2}(?=[0-9A-Za-z])/g, ""));
    assert.equal(stars || links, star || link, `${JSON.stringify(text)} ${rest}`);
    counts[Number(stars)] += 1;
  }
  assert.ok(Math.min(...counts) > 200, `${counts}`);
});
