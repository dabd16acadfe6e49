// SPDX-License-Identifier: MIT
/** `decision-card export` and `image`, as a shell calls them. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { packText } from "../corpus/entries.mjs";
import { runCommandLine } from "../support/command-line.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "decision-card-export-"));
const at = (name) => path.join(folder, name);
const ANSWERS = JSON.parse(packText("rag-vs-fine-tuning")).decision.cases.find(
  ({ id }) => id === "house_assistant",
).answers;
writeFileSync(at("answers.json"), JSON.stringify(ANSWERS));

const run = (...args) => runCommandLine(args);
const exported = (format, ...args) =>
  run("export", "rag-vs-fine-tuning", "--answers", at("answers.json"), "--format", format, ...args);

test("each format says the same result", () => {
  const { verdict, answers, pack } = JSON.parse(exported("json").stdout);
  assert.deepEqual(answers, ANSWERS);
  assert.equal(pack.id, "rag-vs-fine-tuning");
  const { title } = verdict.recommendation;
  assert.ok(exported("markdown").stdout.startsWith(`# ${title}\n`));
  assert.match(exported("madr").stdout, /^---\nstatus: proposed\ndate: \d{4}-\d\d-\d\d\n/);
  assert.ok(exported("madr").stdout.includes(`\n# ${title}\n`));
  assert.ok(exported("svg").stdout.includes(`<title id="title">${title}</title>`));
});

test("a picture is written as its name says", () => {
  const image = (name) => run("image", "rag-vs-fine-tuning", "--answers", at("answers.json"), "--output", at(name));
  assert.deepEqual(image("result.svg"), { status: 0, stdout: "", stderr: "" });
  assert.equal(readFileSync(at("result.svg"), "utf8"), exported("svg").stdout);
  assert.deepEqual(image("result.png"), { status: 0, stdout: "", stderr: "" });
  const png = readFileSync(at("result.png"));
  assert.deepEqual([png.toString("latin1", 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], ["PNG", 1200, 630]);
  const other = image("result.gif");
  assert.equal(other.status, 2);
  assert.match(other.stderr, /^Say where to: --output NAME\.svg or --output NAME\.png\./);
});

test("what can't be written is said, and writes nothing", () => {
  assert.match(exported("docx").stderr, /^Say which document: --format markdown \| madr \| json \| svg\./);
  assert.equal(exported("docx").status, 2);
  writeFileSync(at("wrong.json"), '{"gap": "nonsense"}');
  const wrong = run(
    "export",
    "rag-vs-fine-tuning",
    "--answers",
    at("wrong.json"),
    "--format",
    "json",
    "--output",
    at("none.json"),
  );
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /"nonsense"/);
  assert.ok(!existsSync(at("none.json")));
});

test("a terminal is given no orders by a pack", () => {
  const pack = JSON.parse(packText("lunch"));
  pack.decision.recommendations[1].title = "Salad \u001b]0;owned\u0007 ::error::no";
  writeFileSync(at("lunch.json"), JSON.stringify(pack));
  writeFileSync(at("none.json"), "{}");
  for (const format of ["markdown", "madr", "json", "svg"]) {
    const { stdout, status } = run("export", at("lunch.json"), "--answers", at("none.json"), "--format", format);
    assert.equal(status, 0);
    assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/, format);
  }
});
