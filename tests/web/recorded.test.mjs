// SPDX-License-Identifier: MIT
/** A text that is not as recorded is written out, and the message shows what changed. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { after, test } from "node:test";
import { sha256 } from "../corpus/entries.mjs";
import { assertRecorded } from "../corpus/recorded.mjs";
import { changedLines, readable } from "../support/texts.mjs";

const build = (name) => new URL(`../../build/${name}`, import.meta.url);
const mismatch = (name) => build(`mismatch/example-test/${name}`);
const text = (points) =>
  JSON.stringify({ title: "Soup or salad?", scores: [{ id: "soup", points }, { id: "x".repeat(90) }] });
const lines = (...hashes) => hashes.map((hash, index) => ({ id: `tea/${index}`, recorded: { grade: hash } }));

after(() => {
  for (const name of ["mismatch/example-test", `texts/${sha256(text(3))}.json`])
    rmSync(build(name), { recursive: true, force: true });
});

function complaintOf(recorded, texts) {
  const noComplaint = () => assert.fail("no complaint");
  return assertRecorded("example", "test", recorded, texts).then(noComplaint, String);
}

test("texts as recorded are kept, and a later text is shown beside the kept one", async () => {
  const recorded = lines(sha256(text(3)));
  await assertRecorded("example", "test", recorded, [[text(3)]]);
  const message = await complaintOf(recorded, [[text(-3)]]);
  assert.match(message, /\n- +\{ "id": "soup", "points": 3 \},\n\+ +\{ "id": "soup", "points": -3 \},\n/);
  assert.match(
    message,
    /^AssertionError.*: 1 of 1 texts of test are not those recorded in tests\/corpus\/example\.ndjson\.\n/,
  );
  assert.match(message, /build\/mismatch\/example-test\/present;.*\n.*\n.*node tests\/corpus\/generate\.mjs/);
  assert.equal(readFileSync(mismatch("recorded/tea-0-grade.json"), "utf8"), await readable(text(3)));
  assert.equal(readFileSync(mismatch("present/tea-0-grade.json"), "utf8"), await readable(text(-3)));
});

test("a text whose recorded one was never kept is written alone, and the message says so", async () => {
  const message = await complaintOf(lines(sha256("never given")), [[text(1)]]);
  assert.match(message, /tea-0-grade: no run in this folder kept the recorded text/);
  assert.ok(existsSync(mismatch("present/tea-0-grade.json")));
  assert.ok(!existsSync(mismatch("recorded")), "what an earlier failure wrote is gone");
});

test("a text too few is a difference, and so is white space", async () => {
  await assertRecorded("example", "test", lines(sha256(text(3))), [[text(3)]]);
  assert.match(await complaintOf(lines(sha256(text(3))), []), /\n-.*"soup"/);
  assert.match(await complaintOf(lines(sha256(text(3))), [[` ${text(3)}`]]), /only white space differs/);
});

test("JSON becomes lines that keep each number and escape as it was written", async () => {
  assert.equal(await readable('{"a":1.0,"b":"\\u00e9","a":[1e3]}'), '{ "a": 1.0, "b": "\\u00e9", "a": [1e3] }\n');
  assert.equal(await readable("0 problems\n"), "0 problems\n");
});

test("a new line between two others is one line of the difference", () => {
  const many = Array.from({ length: 40 }, (_, index) => `line ${index}\n`);
  const changed = changedLines("x", many.join(""), many.toSpliced(20, 0, "new\n").join(""));
  assert.deepEqual(changed.match(/^[-+](?![-+]).*$/gm), ["+new"]);
});
