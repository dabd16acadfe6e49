// SPDX-License-Identifier: MIT
/** What an author gets wrong, one thing at a time: one problem, in its place, with the words that help. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Inspector } from "../../dist/esm/inspect.js";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const inspector = new Inspector(readFileSync(new URL("../../dist/inspect.wasm", import.meta.url)));
const lunch = read("tests/corpus/packs/lunch.json");
const mistakes = JSON.parse(read("tests/corpus/mistakes.json"));

function edited(edits, pack = lunch) {
  return edits.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, () => to);
  }, pack);
}

/** The lines in which a text differs from the good pack, as far as both go on alike from either end. */
function changedLines(text) {
  const [before, after] = [lunch.split("\n"), text.split("\n")];
  const first = after.findIndex((line, k) => line !== before[k]);
  const tail = after.toReversed().findIndex((line, k) => line !== before.at(-1 - k));
  return [(first < 0 ? after.length : first) + 1, after.length - tail];
}

test("the pack that is broken here is good, and nothing in it is overlooked", () => {
  const { problems, findings } = inspector.inspect(lunch);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    findings.filter(({ severity }) => severity !== "note"),
    [],
  );
});

/** Always the same numbers below `count`. */
function below(count) {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >> 8) % count;
}
let state = 7;

const PIECES = [..."\",:{}[]\\'\n\t1-.ea“#;=+\u00a0\u0001é", "//", "/*", "true", "\u{1f600}"];

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("whatever is cut out or put in: what is no JSON has a cause, and what is JSON has none", () => {
  let broken = 0;
  for (let times = 0; times < 400; ++times) {
    const at = below(lunch.length);
    const text = lunch.slice(0, at) + PIECES[below(PIECES.length)] + lunch.slice(at + below(3));
    const [problem] = inspector.inspect(text).problems;
    const syntax = problem?.code === "json_syntax";
    if (syntax)
      assert.doesNotMatch(problem.message, /^This is not valid JSON|ends too early/, text.slice(at - 20, at + 20));
    if (!problem?.code.startsWith("json_") || syntax) assert.equal(syntax, !isJson(text), text.slice(at - 20, at + 20));
    broken += syntax;
  }
  assert.ok(broken > 100, `${broken}`);
});

test("there are as many mistakes as the review of the tools made", () => assert.ok(mistakes.length >= 120));

for (const { name, edits, text, pack, code, finding, says, suggests, line: at } of mistakes) {
  test(`${name}: one ${code ?? finding}`, () => {
    const broken = text ?? edited(edits, pack && read(`tests/corpus/packs/${pack}.json`));
    const { problems, findings = [] } = inspector.inspect(broken);
    const found = finding ? findings.filter((one) => one.code === finding) : problems;
    const kinds = new Set(found.map((one) => `${one.code}: ${one.message}`));
    assert.equal(kinds.size, 1, JSON.stringify(found, null, 1));
    const [{ code: said, message, suggestion, line }] = found;
    assert.equal(said, code ?? finding);
    assert.ok(message.includes(says), message);
    if (suggests) assert.ok(suggestion?.includes(suggests), suggestion);
    if (at) assert.equal(line, at);
    if (at || !edits || pack || edits.length > 1) return;
    const [first, last] = changedLines(broken);
    if (code === "json_syntax" || code === "unknown_field" || code === "unknown_operator" || finding)
      assert.ok(line >= Math.max(1, first - 1) && line <= last + 1, `line ${line}, changed ${first} to ${last}`);
  });
}
