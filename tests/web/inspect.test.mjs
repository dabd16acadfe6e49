// SPDX-License-Identifier: MIT
/** Inspection as it ships: the wasm module, the command line's outputs, and links that open where they say. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { load } from "../../dist/esm/decision.js";
import { Inspector } from "../../dist/esm/inspect.js";
import { largePack } from "./support/large-pack.mjs";
import { runCommandLine } from "../support/command-line.mjs";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-"));
const lunch = read("tests/corpus/packs/lunch.json");
const inspector = new Inspector(readFileSync(new URL("../../dist/inspect.wasm", import.meta.url)));

const edited = (edits) => edits.reduce((text, [from, to]) => text.replace(from, () => to), lunch);

function file(name, text) {
  const target = path.join(folder, name);
  writeFileSync(target, text);
  return target;
}

const run = (...args) => runCommandLine(args);

/** The answers of a link, as the card reads them. */
function answersOf(link) {
  const pairs = link.slice(link.indexOf("#dc=")).split("&").slice(1);
  return Object.fromEntries(pairs.map((pair) => pair.slice(2).split("=")));
}

test("every broken pack shows its finding with line and pointer, and its witnesses are answers that the card takes", async () => {
  const engine = await load();
  for (const { code, path: at, edits } of JSON.parse(read("tests/corpus/findings.json"))) {
    const text = edited(edits);
    const report = inspector.inspect(text);
    const finding = report.findings.find((one) => one.code === code && one.path === at);
    assert.ok(finding, `${code} at ${at}`);
    assert.ok(finding.line > 1 && finding.column > 0, code);
    const pack = engine.open(text);
    for (const answers of finding.witnesses) assert.deepEqual(pack.verdict(answers).ignored, [], code);
  }
});

test("a finding's line is the line of what its pointer names", () => {
  const report = inspector.inspect(edited([['[ "cook" ]', "[]"]]));
  const { line } = report.findings.find(({ code }) => code === "unused_source");
  assert.match(lunch.split("\n")[line - 1], /"id": "cook"/);
});

const accepted = (code) => `"accepted": [ { "code": "${code}", "because": "It is meant so." } ],\n    "cases": [`;
const unused = edited([
  ['[ "cook" ]', "[]"],
  ['"cases": [', accepted("unused_source")],
]);

test("an accepted warning becomes a note with its reason, and an error can't be accepted", () => {
  const { status, stdout } = run("check", file("accepted.json", unused), "--notes");
  assert.equal(status, 0);
  assert.match(stdout, /0 errors, 0 warnings/);
  assert.match(stdout, /note unused_source at \/sources\/0\n.*\n {6}accepted: It is meant so\./);
  const { problems } = inspector.inspect(edited([['"cases": [', accepted("law_refuted")]]));
  assert.equal(problems[0].code, "unknown_finding");
});

test("errors end with 1, and a link opens the witness", async () => {
  const law = '"laws": [ { "id": "heat", "raise": "weather", "keeps": "soup", "because": "B" } ],\n    "cases": [';
  const text = edited([['"cases": [', law]]);
  const { status, stdout } = run("check", file("law.json", text), "--link", "https://example.org/card.html");
  assert.equal(status, 1);
  const links = stdout.match(/error law_refuted.*\n.*\n +(https:\S+)\n +(https:\S+)/).slice(1);
  const pack = (await load()).open(text);
  const given = links.map((link) => pack.verdict(answersOf(link)).recommendation.id);
  assert.deepEqual(given, ["soup", "salad"]);
  assert.ok(links.every((link) => link.startsWith("https://example.org/card.html#dc=lunch@1.0.0&q.")));
});

test("SARIF holds each finding with rule, level, place and suppression", () => {
  const target = path.join(folder, "check.sarif");
  const pack = file("accepted.json", unused);
  assert.equal(run("check", pack, "--sarif", "--output", target).stdout, "");
  const { version, runs } = JSON.parse(readFileSync(target, "utf8"));
  assert.equal(version, "2.1.0");
  const rules = new Set(runs[0].tool.driver.rules.map(({ id }) => id));
  for (const { ruleId, level, locations, message } of runs[0].results) {
    assert.ok(rules.has(ruleId) && ["error", "warning", "note"].includes(level) && message.text.length > 0);
    assert.ok(locations[0].physicalLocation.region.startLine > 0);
  }
  assert.ok(runs[0].results.some(({ suppressions }) => suppressions?.[0].kind === "inSource"));
});

test("JUnit counts cases, proofs and errors, and escapes what packs hold", () => {
  const text = edited([['"expect": "soup"', '"expect": "salad"']]).replace(
    '"because": "A hot',
    '"because": "<&\\" hot',
  );
  const { status, stdout } = run("check", file("junit.json", text), "--junit");
  assert.equal(status, 1);
  assert.match(stdout, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites/);
  assert.match(stdout, /<testsuite name="cases" tests="1" failures="1" errors="0" skipped="0">/);
  assert.match(stdout, /expected salad, got soup/);
  assert.equal((stdout.match(/<testcase/g) ?? []).length, Number(stdout.match(/name="proofs" tests="(\d+)"/)[1]) + 1);
});

test("problems of the pack come out in every format", () => {
  const bad = file("bad.json", lunch.replace('"soup": 3', '"soop": 3'));
  for (const format of ["--json", "--sarif", "--junit"]) {
    const { status, stdout } = run("check", bad, format);
    assert.equal(status, 1);
    assert.match(stdout, /unknown_alternative/);
  }
  assert.equal(run("check", bad, "--json", "--sarif").status, 2);
});

test("diff counts what changed, with witnesses for both versions, and ends with 1 when something did", async () => {
  const engine = await load();
  const now = lunch.replace('"soup": 3', '"soup": -3').replace('"1.0.0"', '"1.1.0"');
  assert.equal(run("diff", file("old.json", lunch), file("old.json", lunch)).status, 0);
  const { status, stdout } = run("diff", file("old.json", lunch), file("new.json", now), "--json");
  const difference = JSON.parse(stdout);
  assert.equal(status, 1);
  assert.equal(difference.changed, "1");
  const [{ from, to, count, old_answers, new_answers }] = difference.transitions;
  assert.deepEqual([from, to, count], ["soup", "salad", "1"]);
  assert.equal(engine.open(lunch).verdict(old_answers).recommendation.id, "soup");
  assert.equal(engine.open(now).verdict(new_answers).recommendation.id, "salad");
  assert.match(run("diff", file("old.json", lunch), file("new.json", now)).stdout, /soup → salad: 1 \(25\.00%\)/);
});

test("a number in other steps is the same question: the numbers that both versions have are compared", () => {
  const kinds = readFileSync(new URL("../corpus/packs/kinds.json", import.meta.url), "utf8");
  const finer = kinds.replace('"max": 1000000,', '"max": 1000000, "step": 0.5,');
  const all = inspector.diff(kinds, kinds).combinations;
  const there = inspector.diff(kinds, finer);
  assert.deepEqual([there.combinations, there.changed, there.links.losing_answers], [all, "0", "0"]);
  const back = inspector.diff(finer, kinds);
  assert.equal(back.combinations, all);
  assert.ok(BigInt(back.links.losing_answers) > 0n, "half a person is no answer there");
});

test("diff says which links lose an answer", () => {
  const now = lunch.replaceAll('"hot"', '"warm"');
  const difference = inspector.diff(lunch, now);
  assert.deepEqual(difference.links, { all: "4", losing_answers: "2" });
  assert.deepEqual(difference.choices_removed, [{ question: "weather", choice: "hot" }]);
  assert.deepEqual(difference.choices_added, [{ question: "weather", choice: "warm" }]);
});

test("24 questions of 4 choices are proved, or honestly not, within 60 seconds", () => {
  for (const rules of [24, 60, 200]) {
    const start = Date.now();
    const report = inspector.inspect(largePack({ rules }));
    assert.ok(Date.now() - start < 60_000, `${rules} rules: ${Date.now() - start} ms`);
    assert.equal(report.combinations, "281474976710656");
    const open = report.findings.filter(({ code }) => code === "not_proved");
    assert.equal(
      open.length > 0,
      report.proofs.some(({ proved }) => !proved),
      `${rules} rules`,
    );
    if (rules === 24) assert.deepEqual(open, []);
    if (rules === 200) assert.ok(open.length > 0);
  }
});
