// SPDX-License-Identifier: MIT
/** The command line, as a pack author meets it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

const cli = new URL("../../dist/bin/decision-card.js", import.meta.url).pathname;
const lunch = new URL("../corpus/packs/lunch.json", import.meta.url).pathname;
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-"));

function run(args, input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { input, encoding: "utf8" });
  return { status, stdout, stderr };
}

function file(name, text) {
  const target = path.join(folder, name);
  writeFileSync(target, text);
  return target;
}

test("check prints 0 problems and that every case of the bundled pack passed", () => {
  const { status, stdout } = run(["check", "rag-vs-fine-tuning"]);
  assert.equal(status, 0);
  assert.match(stdout, /^0 problems\n(\d+) of \1 cases passed\n(\d+) of \2 samples passed\n/);
  assert.match(stdout, /\n0 errors, 0 warnings, \d+ notes\n/);
  assert.doesNotMatch(stdout, /NOT PROVED/);
});

test("check --json gives the report as data", () => {
  const report = JSON.parse(run(["check", lunch, "--json"]).stdout);
  assert.deepEqual(report.problems, []);
  assert.deepEqual(report.cases, [{ id: "winter", expect: "soup", got: "soup", passed: true }]);
  assert.deepEqual([report.samples, report.accuracy], [[], []]);
  assert.equal(report.combinations, "4");
  assert.deepEqual(report.paths.all_questions, { least: 2, mean: 2, most: 2 });
});

test("a failing case ends with exit code 1 and says what came out", () => {
  const bad = file("case.json", readFileSync(lunch, "utf8").replace('"expect": "soup"', '"expect": "salad"'));
  const { status, stdout } = run(["check", bad]);
  assert.equal(status, 1);
  assert.match(stdout, /1 of 1 cases failed\n {2}winter: expected salad, got soup/);
});

test("a bad pack ends with exit code 1 and shows line, column, pointer and suggestion", () => {
  const bad = file("bad.json", readFileSync(lunch, "utf8").replace('"soup": 3', '"soop": 3'));
  const { status, stdout } = run(["check", bad]);
  assert.equal(status, 1);
  assert.match(
    stdout,
    /23:21 error unknown_alternative at \/decision\/rules\/0\/points\/soop\n.*Did you mean "soup"\?/,
  );
  assert.equal(run(["decide", bad, "--answers", "-"], "{}").status, 1);
});

test("decide --json prints the verdict on one object, also one that spans lines", () => {
  for (const text of ['{"weather":"cold"}', '{\n  "weather":\n "cold"\n}\n']) {
    const { status, stdout } = run(["decide", lunch, "--answers", "-", "--json"], text);
    assert.equal(status, 0);
    assert.equal(JSON.parse(stdout).recommendation.id, "soup");
  }
});

test("decide --json prints one verdict a line for NDJSON, from a file too", () => {
  const { stdout } = run([
    "decide",
    lunch,
    `--answers=${file("a.ndjson", '{"weather":"cold"}\n\n{"weather":"hot"}\n')}`,
    "--json",
  ]);
  assert.deepEqual(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).recommendation.id),
    ["soup", "salad"],
  );
});

test("a bad line of answers is reported, the others are decided, and the exit code is 1", () => {
  const { status, stdout } = run(
    ["decide", lunch, "--answers", "-", "--json"],
    '{"weather":"cold"}\n{"wether":"cold"}\n{oops\n',
  );
  const [good, unknown, broken] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(status, 1);
  assert.equal(good.recommendation.id, "soup");
  assert.equal(unknown.problems[0].code, "unknown_question");
  assert.equal(broken.problems[0].code, "json_syntax");
});

test("decide as text reads like a card", () => {
  const { stdout } = run(["decide", lunch, "--answers", "-"], '{"weather":"cold","minutes":"thirty"}');
  for (const part of ["Have the soup", "A hot meal warms you.", "you said: Cold (Soup +3, Salad −1)", "[met]"])
    assert.ok(stdout.includes(part), part);
});

test("wrong usage says what is wrong, how to use it, and ends with 2", () => {
  for (const [args, message] of [
    [[], /Say what to do/],
    [["chek", lunch], /There is no command "chek"/],
    [["check"], /Name a pack/],
    [["check", "nothing-here.json"], /nothing-here.json: there is no such file/],
    [["decide", lunch], /--answers/],
    [["check", lunch, "--jsn"], /Unknown option '--jsn'/],
    [["check", lunch, lunch], /one argument too many/],
  ]) {
    const { status, stderr } = run(args);
    assert.equal(status, 2);
    assert.match(stderr, message);
    assert.match(stderr, /Usage:/);
  }
});

test("--help and --version answer", () => {
  assert.match(run(["--help"]).stdout, /decision-card check PACK/);
  assert.match(run(["--version"]).stdout, /^\d+\.\d+\.\d+\n$/);
});
