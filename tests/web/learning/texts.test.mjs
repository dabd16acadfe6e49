// SPDX-License-Identifier: MIT
/** Labelled texts: how they are read, dealt to folds, and known again; what a rubric says of its own codes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import zlib from "node:zlib";
import { webModule } from "../../support/module.mjs";

const { crc32, fingerprint, foldOf, TextReader } = await webModule("learning/texts");
const { codesOf, ownTexts } = await webModule("learning/own-texts");

const CODES = [
  { id: "cost", kind: "criterion", patterns: false },
  { id: "both", kind: "criterion", patterns: false },
  { id: "always", kind: "misconception", patterns: false },
];

function read(...lines) {
  const reader = new TextReader(CODES);
  lines.forEach((line, k) => reader.add(k + 1, typeof line === "string" ? line : JSON.stringify(line)));
  return reader;
}

test("what is named is present, what is doubtful counts neither way, all else is absent", () => {
  const { texts, problems } = read(
    { id: "a-1", text: "x", concepts: ["cost"], misconceptions: ["always"], doubtful: ["both"] },
    { text: "y", criteria: ["both"] },
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    texts.map(({ labels }) => [...labels]),
    [
      [1, 0, 1],
      [-1, 1, -1],
    ],
  );
  assert.equal(texts[1].id, "2");
});

test("a line that is no text, an id twice and a code that the rubric has not are told by their lines", () => {
  const { problems } = read(
    "{",
    "[]",
    { id: "a", text: " ", concepts: [] },
    { id: "b", text: "x", concepts: [] },
    { id: "b", text: "y", concepts: [] },
    { text: "z", concepts: ["always"], misconceptions: ["cost"], doubtful: ["never"] },
  );
  assert.deepEqual(
    problems.map(({ line }) => line),
    [1, 2, 3, 5, 6, 6, 6],
  );
  assert.match(problems.at(-1).message, /"never" is no criterion or misconception/);
});

test("labels that would be taken for none are told: another name, another form, none at all, and both ways at once", () => {
  const wrong = (line) => read({ text: "x", ...line }).problems.map(({ message }) => message);
  const list = (name) => [`"${name}" is a list of ids, such as ["cost"].`];
  const renamed = (name, meant) => `"${name}" is not read; the list is called "${meant}".`;
  for (const value of ["cost", { cost: true }, [1], null])
    assert.deepEqual(wrong({ concepts: value }), list("concepts"));
  assert.deepEqual(wrong({ concepts: [], misconceptions: "free" }), list("misconceptions"));
  for (const name of ["concept", "Concepts", "CONCEPTS"])
    assert.deepEqual(wrong({ [name]: ["cost"], doubtful: [] }), [renamed(name, "concepts")]);
  assert.deepEqual(wrong({ criterion: ["cost"], doubtful: [] }), [renamed("criterion", "criteria")]);
  assert.deepEqual(wrong({ concepts: [], "mis-conception": [] }), [renamed("mis-conception", "misconceptions")]);
  assert.deepEqual(wrong({}), ['This text has no labels; if it says nothing, write "concepts": [].']);
  assert.deepEqual(wrong({ concepts: ["cost"], doubtful: ["cost"] }), [
    '"cost" is present and doubtful; it can\'t be both.',
  ]);
  assert.deepEqual(wrong({ concepts: [], style: "spoken", overall: "good", kind: "answer" }), []);
});

test("neighbours share a fold, whatever else their file holds", () => {
  const ids = Array.from({ length: 240 }, (_, k) => `w1-${String(k).padStart(3, "0")}`);
  const folds = read(...ids.map((id) => ({ id, text: id }))).texts.map((text) => foldOf(text, 5));
  for (let k = 0; k < ids.length; k += 12) assert.equal(new Set(folds.slice(k, k + 12)).size, 1);
  assert.equal(new Set(folds).size, 5);
  const [alone] = read({ id: "w1-100", text: "x" }).texts;
  assert.equal(foldOf(alone, 5), folds[100]);
});

test("its CRC-32 is the common one", () => {
  assert.equal(crc32("123456789"), 0xcbf43926);
  if (zlib.crc32) assert.equal(crc32("w1/7"), zlib.crc32("w1/7"));
});

test("a text is known again with other blanks and capitals", () => {
  assert.equal(fingerprint(" The tram\n is late. "), fingerprint("the tram is late."));
  assert.notEqual(fingerprint("the tram"), fingerprint("the bus"));
});

test("a rubric's samples say all that they have, its models and examples only their own", () => {
  const source = {
    criteria: [
      { id: "cost", model: "It costs." },
      { id: "both", examples: ["Both.", "Each."] },
    ],
    misconceptions: [{ id: "always", examples: ["Always."] }],
    samples: [
      { id: "s", text: "It costs, always.", criteria: ["cost"], misconceptions: ["always"] },
      { id: "f", text: "another question", follow_up: "q", criteria: ["other"] },
    ],
  };
  assert.deepEqual(codesOf(source), CODES);
  assert.deepEqual(
    ownTexts(source, CODES).map(({ text, labels }) => [text, ...labels]),
    [
      ["It costs, always.", 1, -1, 1],
      ["It costs.", 1, 0, -1],
      ["Both.", 0, 1, -1],
      ["Each.", 0, 1, -1],
      ["Always.", 0, 0, 1],
    ],
  );
});
