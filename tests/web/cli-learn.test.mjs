// SPDX-License-Identifier: MIT
/**
 * `decision-card learn`, `check --answers` and `grade --explain`, on a rubric that has examples and no lexicon or pattern,
 * with 20 labelled texts a criterion.
 */
import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { load } from "../../dist/esm/rubric.js";
import { runCommandLine } from "../support/command-line.mjs";

const at = (name) => new URL(`../${name}`, import.meta.url).pathname;
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-learn-"));
const texts = at("corpus/labelled/backup.ndjson");
const aside = at("corpus/labelled/backup-aside.ndjson");
const engine = await load();

const run = (...args) => runCommandLine(args);

function copy(name, source = at("corpus/rubrics/backup.json")) {
  const file = path.join(folder, name);
  copyFileSync(source, file);
  return file;
}

const lines = (file) =>
  readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

const plain = copy("plain.json");
const learned = copy("learned.json");
const first = run("learn", learned, "--texts", texts, "--quick", "--write");

test("it says what it learned, measured on texts that it did not learn from", () => {
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stdout, /^Learned from 100 texts: [\d,]+ traits with [\d,]+ weights for 4 codes\./);
  assert.match(first.stdout, /\n {2}criteria +0\.\d\d \/ 0\.\d\d \/ 0\.\d\d {2}\(60\)\n/);
  for (const id of ["disks_die", "people_err", "elsewhere", "sync_is_backup"])
    assert.match(first.stdout, new RegExp(`\\n  ${id} +[01]\\.\\d\\d / [01]\\.\\d\\d / [01]\\.\\d\\d  \\(20\\)`));
  assert.match(first.stdout, /\nRead worst\n {2}b-\d+: /);
});

test("the pack stays as it is, but for its cues", () => {
  const [before, after] = [plain, learned].map((file) => readFileSync(file, "utf8"));
  const { cues, ...rubric } = JSON.parse(after).rubric;
  assert.deepEqual(rubric, JSON.parse(before).rubric);
  assert.equal(cues.texts, 100 + 4 * 2 + 3 + 1, "the texts, the examples, the model sentences and the correction");
  assert.ok(after.startsWith(before.slice(0, before.lastIndexOf("]\n"))));
  assert.equal(run("check", learned).status, 0);
});

test("the same texts give the same bytes, into a pack without cues and into one with others", () => {
  const again = copy("again.json");
  assert.equal(run("learn", again, "--texts", texts, "--quick", "--write").stdout, first.stdout);
  assert.deepEqual(readFileSync(again), readFileSync(learned));
  const half = path.join(folder, "half.ndjson");
  writeFileSync(half, readFileSync(texts, "utf8").split("\n").slice(0, 50).join("\n"));
  run("learn", again, "--texts", half, "--quick", "--write");
  assert.notDeepEqual(readFileSync(again), readFileSync(learned));
  run("learn", again, "--texts", texts, "--quick", "--write");
  assert.deepEqual(readFileSync(again), readFileSync(learned));
});

test("without --write nothing is written", () => {
  assert.equal(run("learn", plain, "--texts", texts, "--quick").status, 0);
  assert.deepEqual(readFileSync(plain), readFileSync(at("corpus/rubrics/backup.json")));
  assert.ok(!existsSync(path.join(folder, "plain.learned.txt")));
});

test("texts kept aside are graded far better than by examples alone", () => {
  const f1 = (file) => JSON.parse(run("check", file, "--answers", aside, "--json").stdout).criteria.f1;
  assert.ok(f1(learned) >= 0.75, String(f1(learned)));
  assert.ok(f1(plain) < f1(learned) - 0.2, String(f1(plain)));
});

test("a sentence copied from an example earns its criterion without any cue or lexicon", () => {
  const pack = engine.open(readFileSync(plain, "utf8"));
  const level = (text) => pack.grade(text).criteria[0].level;
  assert.equal(level("Hard disks break without warning."), 1);
  assert.equal(level("Do hard disks break without warning?"), 0);
  assert.equal(level("Some people think that hard disks break without warning."), 0);
  assert.equal(level("Bread is baked on a Sunday."), 0);
});

test("what cues find is probable, and shown with its sentence and its words", () => {
  const text = "My keyboard is new. The hard drive of my PC crashed.";
  const { certainty, evidence, words } = engine.open(readFileSync(learned, "utf8")).grade(text).criteria[0];
  assert.equal(certainty, "probable");
  const part = ({ start, end }) => text.slice(start, end);
  assert.ok(evidence.map(part).join(" ").includes("The hard drive of my PC crashed"));
  assert.match(words.map(part).join(" "), /drive|crashed/);
});

test("texts that were learned from are named and left out of a check", () => {
  const mixed = path.join(folder, "mixed.ndjson");
  const [one, two] = lines(texts);
  writeFileSync(
    mixed,
    readFileSync(aside, "utf8") +
      [one, { ...two, id: "b-x", text: ` ${two.text.toUpperCase()}` }]
        .map((each) => `${JSON.stringify(each)}\n`)
        .join(""),
  );
  const { stdout } = run("check", learned, "--answers", mixed);
  const count = lines(aside).length;
  assert.match(
    stdout,
    new RegExp(
      `^Measured on ${count} of ${count + 2} texts\\.\nLeft out, because the rubric learned from them: 2 \\(${one.id}, b-x\\)\\.`,
    ),
  );
  assert.deepEqual(JSON.parse(run("check", learned, "--answers", mixed, "--json").stdout).left_out, [one.id, "b-x"]);
});

test("a pack without its notes of what it learned from says that it can't tell", () => {
  const alone = path.join(folder, "alone.json");
  writeFileSync(alone, readFileSync(learned));
  const { stdout } = run("check", alone, "--answers", texts);
  assert.match(stdout, /not known here, since alone\.learned\.txt is not beside the pack/);
  assert.equal(JSON.parse(run("check", alone, "--answers", texts, "--json").stdout).learned_from, "unknown");
  assert.doesNotMatch(run("check", learned, "--answers", texts).stdout, /not known here/);
});

test("of unlabelled texts the most uncertain are named first", () => {
  const file = path.join(folder, "unlabelled.ndjson");
  const unlabelled = ["My hard drive failed and the disk died.", "Blue is a colour.", "It was lost."];
  writeFileSync(file, unlabelled.map((text, k) => `${JSON.stringify({ id: `u${k}`, text })}\n`).join(""));
  const { stdout } = run("learn", learned, "--texts", texts, "--quick", "--unlabelled", file);
  const named = stdout.slice(stdout.indexOf("Label these next")).match(/u\d(?=: )/g);
  assert.deepEqual([...named].sort(), ["u0", "u1", "u2"]);
});

test("an explanation says how a text was read, and what speaks for what", () => {
  const file = path.join(folder, "answer.md");
  writeFileSync(file, "The disk died. I do not delete files.");
  const { status, stdout } = run("grade", learned, "--text", file, "--explain");
  assert.equal(status, 0);
  assert.match(stdout, /^Why back up\?: how this text was read\n {2}“The disk died”\n {6}about nothing by name\n/);
  assert.match(stdout, /denied: “delete files”/);
  assert.match(stdout, /\n {2}disks_die: (probable|certain)\n {6}cues -?\d+ \(found from -?\d+; /);
  const told = JSON.parse(run("grade", learned, "--text", file, "--explain", "--json").stdout);
  assert.deepEqual(Object.keys(told), ["sentences", "codes"]);
});

test("a wrong line is told by its number, and nothing is learned", () => {
  const file = path.join(folder, "wrong.ndjson");
  writeFileSync(file, `${JSON.stringify({ text: "x", concepts: ["disks_dy"] })}\n{\n`);
  const { status, stderr, stdout } = run("learn", plain, "--texts", file);
  assert.equal(status, 1);
  assert.match(
    stdout + stderr,
    /1:1 error labelled_text\n {6}"disks_dy" is no criterion of this rubric\. Also on 1 more line, such as 2\./,
  );
  assert.equal(run("learn", plain).status, 2);
  assert.equal(run("learn", at("corpus/packs/lunch.json"), "--texts", texts).status, 2);
});
