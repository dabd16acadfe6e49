// SPDX-License-Identifier: MIT
/** The pack "SQL or NoSQL?" keeps what was promised of it: proofs without a warning, situations that come out right, a rubric that hears texts it has not learned from. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

const at = (name) => new URL(`../../${name}`, import.meta.url).pathname;
const folder = "packs/sql-or-nosql";

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at("dist/bin/decision-card.js"), ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

const decision = JSON.parse(readFileSync(at(`${folder}/decision.json`), "utf8"));
const rubric = JSON.parse(readFileSync(at(`${folder}/rubric.json`), "utf8"));

test("its two halves are of one pack and version", () => {
  for (const key of ["id", "version", "language", "title"]) assert.equal(rubric[key], decision[key], key);
});

test("check finds no error, no warning and nothing to remark, and its cases notice 85 % of small changes", () => {
  const report = run("check", at(folder));
  assert.match(report, /\n0 errors, 0 warnings, /);
  assert.doesNotMatch(report, /remarks? on the rubric/);
  assert.match(report, /\n(\d+) of \1 cases passed\n(\d+) of \2 samples passed\n/);
  assert.ok(Number(/mutation score ([\d.]+):/.exec(report)[1]) >= 0.85, /mutation score.*/.exec(report)[0]);
});

test("ten situations and more come from public cases", () => {
  const situations = decision.decision.cases.filter(({ id, note }) => note && !/^(edge_|nothing_known)/.test(id));
  assert.ok(situations.length >= 10);
});

test("its rubric reads answers kept aside with F1 of 0.75 or more", () => {
  const report = run("check", at(`${folder}/rubric.json`), "--answers", at(`${folder}/texts/held-back.ndjson`));
  assert.match(report, /^Measured on 63 of 63 texts\./);
  for (const kind of ["criteria", "misconceptions"]) {
    const f1 = new RegExp(`\\n  ${kind} +[\\d.]+ / [\\d.]+ / ([\\d.]+)`).exec(report)[1];
    assert.ok(Number(f1) >= 0.75, `${kind}: ${f1}`);
  }
});

test("its cues are what its texts teach, to the byte", () => {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), "decision-card-second-")), "rubric.json");
  cpSync(at(`${folder}/rubric.json`), copy);
  run("learn", copy, "--texts", at(`${folder}/texts/labelled.ndjson`), "--quick", "--write");
  assert.deepEqual(readFileSync(copy), readFileSync(at(`${folder}/rubric.json`)));
});

test("no script carries it", () => {
  for (const script of ["decision-card.js", "rubric-card.js", "esm/decision.js", "esm/rubric.js"])
    assert.ok(!readFileSync(at(`dist/${script}`), "utf8").includes("sql-or-nosql"), script);
});
