// SPDX-License-Identifier: MIT
/** A pack that is a folder: each command takes the file it needs, and check makes one report of both. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { runCommandLine } from "../support/command-line.mjs";

const corpus = (name) => readFileSync(new URL(`../corpus/${name}.json`, import.meta.url), "utf8");
const lunch = corpus("packs/lunch");
const tea = corpus("rubrics/tea");
const root = mkdtempSync(path.join(tmpdir(), "decision-card-folder-"));

function folder(name, files) {
  const place = path.join(root, name);
  mkdirSync(place);
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(place, file), text);
  return place;
}

const run = (args, input) => runCommandLine(args, { input });

const both = folder("both", { "decision.json": lunch, "rubric.json": tea });

test("check reports on both files at once", () => {
  const { status, stdout } = run(["check", both]);
  assert.equal(status, 0);
  assert.match(stdout, /^0 problems\n1 of 1 cases passed\n2 of 2 samples passed\n/);
  const report = JSON.parse(run(["check", both, "--json"]).stdout);
  assert.equal(report.combinations, "4");
  assert.equal(report.samples.length, 2);
  assert.ok(report.findings.length > 0 && report.findings.every(({ file }) => file === "decision.json"));
});

test("a problem says which file it is in, in every format", () => {
  const broken = folder("broken", { "decision.json": lunch, "rubric.json": tea.replace('"levels"', '"level"') });
  const { status, stdout } = run(["check", broken]);
  assert.equal(status, 1);
  assert.match(stdout, /^ {2}rubric\.json:\d+:\d+ error unknown_field at \/rubric\/level$/m);
  const { runs } = JSON.parse(run(["check", broken, "--sarif"]).stdout);
  const uris = runs[0].results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri);
  assert.ok(uris.includes(`${broken}/rubric.json`), uris.join());
});

test("decide, diff and translate take the decision, grade the rubric", () => {
  const decided = run(["decide", both, "--answers", "-", "--json"], '{"weather":"hot"}');
  assert.equal(JSON.parse(decided.stdout).recommendation.id, "salad");
  assert.equal(run(["grade", both, "--text", "-"], "Green tea needs cool water.").status, 0);
  assert.equal(run(["diff", both, path.join(both, "decision.json")]).status, 0);
});

test("a folder without the file that a command needs says so", () => {
  const alone = folder("alone", { "decision.json": lunch });
  assert.equal(run(["check", alone]).status, 0);
  const { status, stderr } = run(["grade", alone, "--text", "-"], "x");
  assert.equal(status, 2);
  assert.match(stderr, /alone: this folder has no rubric\.json\./);
  assert.match(
    run(["check", folder("empty", {})]).stderr,
    /empty: this folder has no decision\.json and no rubric\.json\./,
  );
});
