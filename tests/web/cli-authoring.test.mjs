// SPDX-License-Identifier: MIT
/** From an empty folder: `init`, `rename`, and how `check` reads to its end. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCommandLine } from "../support/command-line.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-authoring-"));
after(() => rmSync(folder, { recursive: true }));

const at = (name) => path.join(folder, name);
const read = (name) => readFileSync(path.join(root, name), "utf8");

const run = (...args) => runCommandLine(args, { cwd: folder });

for (const [template, files] of [
  ["decision", ["decision-pack.json"]],
  ["rubric", ["rubric-pack.json"]],
  ["both", ["both-pack/decision.json", "both-pack/rubric.json"]],
]) {
  test(`init --template ${template} writes a pack that checks clean, under the schema's address`, () => {
    const made = run("init", `${template}-pack`, "--template", template);
    assert.equal(made.status, 0, made.stderr);
    for (const file of files) {
      const pack = JSON.parse(readFileSync(at(file), "utf8"));
      assert.equal(pack.id, `${template}-pack`);
      assert.equal(pack.$schema, JSON.parse(read("packs/pack.schema.json")).$id);
      assert.match(made.stdout, new RegExp(`^${file} is written\\.$`, "m"));
    }
    const { status, stdout } = run("check", template === "both" ? "both-pack" : files[0]);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^0 problems\n/);
    if (template !== "rubric") assert.match(stdout, /\n0 errors, 0 warnings, /);
    assert.doesNotMatch(stdout, /remarks? on the rubric/);
  });
}

test("init writes over nothing, and knows its templates", () => {
  writeFileSync(at("mine.json"), "mine");
  const again = run("init", "mine");
  assert.equal(again.status, 2);
  assert.match(again.stderr, /mine\.json is there already; nothing was written\./);
  assert.equal(readFileSync(at("mine.json"), "utf8"), "mine");
  assert.match(run("init", "other", "--template", "quiz").stderr, /There are decision, rubric, both\./);
  assert.ok(!existsSync(at("other.json")));
});

const LUNCH = read("tests/corpus/packs/lunch.json");
const lunch = (name = "lunch.json") => {
  writeFileSync(at(name), LUNCH);
  return name;
};

/** The file's text with some words exchanged: what a renaming must come to, byte for byte. */
const exchanged = (...pairs) => pairs.reduce((text, [from, to]) => text.replaceAll(from, to), LUNCH);

for (const [old, to, pairs] of [
  ["minutes", "time_left", [['"minutes"', '"time_left"']]],
  ["weather.cold", "chilly", [[' "cold"', ' "chilly"']]],
  [
    "gate:time",
    "heat",
    [
      ['"time", "text"', '"heat", "text"'],
      ['"gate.time"', '"gate.heat"'],
    ],
  ],
  ["source:cook", "house", [['"cook"', '"house"']]],
  ["rule:warmth", "heat", [['"warmth"', '"heat"']]],
  [
    "alternative:soup",
    "broth",
    [
      ['{ "id": "soup", "name"', '{ "id": "broth", "name"'],
      ['"soup": 3', '"broth": 3'],
      ["score.soup", "score.broth"],
      ['"alternatives": [ "soup" ]', '"alternatives": [ "broth" ]'],
    ],
  ],
  [
    "recommendation:soup",
    "warm",
    [
      ['{ "id": "soup", "title"', '{ "id": "warm", "title"'],
      ['"expect": "soup"', '"expect": "warm"'],
    ],
  ],
]) {
  test(`rename ${old} ${to} changes what means it, and no other byte`, () => {
    const { status, stdout, stderr } = run("rename", lunch(), old, to);
    assert.equal(status, 0, stderr);
    assert.match(stdout, / now, in \d+ places? of .*lunch\.json\.\n$/);
    assert.equal(readFileSync(at("lunch.json"), "utf8"), exchanged(...pairs));
  });
}

test("what is installed is nobody's to change by its id", () => {
  for (const args of [
    ["rename", "rag-vs-fine-tuning", "gap", "lack"],
    ["learn", "sql-or-nosql", "--write", "--texts", "-"],
  ]) {
    const { status, stderr } = run(...args);
    assert.match(stderr, /^"[a-z-]+" is a pack of this package\. Copy \/.+ and name your copy\.\n/);
    assert.equal(status, 2);
  }
});

test("rename asks which is meant, and refuses what can't be an id", () => {
  const wrong = (...args) => run("rename", lunch(), ...args).stderr;
  assert.match(wrong("soup", "broth"), /Say which: alternative:soup, recommendation:soup\./);
  assert.match(wrong("minutes", "Time left"), /An id begins with a small letter/);
  assert.match(wrong("minutes", "weather"), /There is a question "weather" already\./);
  assert.match(wrong("nobody", "x"), /Nothing in this pack has the id "nobody"\./);
  assert.equal(readFileSync(at("lunch.json"), "utf8"), LUNCH);
});

test("rename leaves a pack with problems as it is, and says them", () => {
  writeFileSync(at("bad.json"), LUNCH.replace('"format": 1,', '"format": 1'));
  const { status, stderr } = run("rename", "bad.json", "minutes", "time_left");
  assert.equal(status, 1);
  assert.match(stderr, /A comma is missing between two members/);
});

test("usage errors show the command's own lines, not all of the help", () => {
  const { stderr } = run("rename", lunch());
  assert.match(stderr, /^Say what to rename.*\n\nUsage:\n {2}decision-card rename PACK OLD NEW\n/);
  assert.ok(stderr.split("\n").length < 8, stderr);
});

/** A pack of 12 cases: every so-manieth of the bundled one. */
function twelve(name) {
  const pack = JSON.parse(read(`packs/${name}/decision.json`));
  const { cases } = pack.decision;
  const step = Math.floor(cases.length / 12);
  pack.decision.cases = cases.filter((_, k) => k % step === 0).slice(0, 12);
  pack.decision.accepted = undefined;
  writeFileSync(at(`${name}.json`), JSON.stringify(pack, null, 2));
  return { file: `${name}.json`, pack };
}

for (const name of [
  "monolith-or-microservices",
  "sql-or-nosql",
  "agent-workflow-or-single-call",
  "rag-vs-fine-tuning",
]) {
  test(`${name} with 12 cases: check fits 40 lines, and its suggested cases, pasted, notice 70 %`, () => {
    const { file, pack } = twelve(name);
    const { stdout } = run("check", file);
    const lines = stdout.trimEnd().split("\n");
    assert.ok(lines.length <= 40, `${lines.length} lines`);
    const start = lines.findIndex((line) => line.startsWith("Suggested cases"));
    const [, promised] = /from [\d.]+ to ([\d.]+)$/.exec(lines[start]);
    const suggested = JSON.parse(`[${lines.slice(start + 2).join("\n")}]`);
    assert.ok(suggested.length <= 10, `${suggested.length} cases`);
    pack.decision.cases.push(...suggested);
    writeFileSync(at(file), JSON.stringify(pack, null, 2));
    const { mutation, cases } = JSON.parse(run("check", file, "--json").stdout);
    assert.ok(cases.every(({ passed }) => passed));
    const score = mutation.killed / (mutation.killed + mutation.survived);
    assert.ok(score >= 0.7, `${score}`);
    assert.equal(score.toFixed(2), promised);
  });
}

test("one misspelt id is one problem, with the lines of its other places", () => {
  writeFileSync(at("typo.json"), LUNCH.replace('{ "id": "cold"', '{ "id": "colt"'));
  const { stdout } = run("check", "typo.json");
  assert.match(stdout, /^1 problem\n.*unknown_choice.*\n.*Did you mean "colt"\?\n {6}The same on line \d+\.\n$/);
});

test("the summary says how many words a card has, on average and at most", () => {
  const { words } = JSON.parse(run("check", lunch(), "--json").stdout);
  const line = `  words of a card: ${words.mean.toFixed(0)} on average, ${words.most} at most, in the case "${words.worst}"`;
  assert.ok(run("check", lunch()).stdout.includes(`\n${line}`), line);
});

test("--notes lists every note and every table", () => {
  const { stdout } = run("check", lunch(), "--notes");
  for (const title of ["Recommendations, of", "Questions answered", "Words of a card", "Balance", "Proofs", "Notes"])
    assert.ok(stdout.includes(`\n${title}`), title);
  const notes = stdout.match(/^ {2}\d+:\d+ note /gm).length;
  assert.match(stdout, new RegExp(`, ${notes} notes\n`));
});

test("the entry for SchemaStore has the schema's address, and a name that editors look for", () => {
  const entry = JSON.parse(read("docs/schemastore.json"));
  assert.equal(entry.url, JSON.parse(read("packs/pack.schema.json")).$id);
  assert.deepEqual(Object.keys(entry), ["name", "description", "fileMatch", "url"]);
});
