// SPDX-License-Identifier: MIT
/** The packs beside the bundled one keep what was promised of them: proofs without a warning, situations that come out right, a rubric that hears texts it has not learned from. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { runCommandLine } from "../support/command-line.mjs";

const at = (name) => new URL(`../../${name}`, import.meta.url).pathname;
/** How many whole answers are kept aside for each rubric. */
const KEPT_ASIDE = { "sql-or-nosql": 63, "monolith-or-microservices": 75, "agent-workflow-or-single-call": 78 };

function run(...args) {
  const { status, stdout, stderr } = runCommandLine(args);
  assert.equal(status, 0, stderr);
  return stdout;
}

const read = (name) => JSON.parse(readFileSync(at(name), "utf8"));

for (const name of Object.keys(KEPT_ASIDE)) {
  test(`${name}: check finds no error, no warning and nothing to remark, and its cases notice 85 % of small changes`, () => {
    const report = run("check", at(`packs/${name}`));
    assert.match(report, /\n0 errors, 0 warnings, /);
    assert.doesNotMatch(report, /remarks? on the rubric/);
    assert.match(report, /\n(\d+) of \1 cases passed\n/);
    assert.ok(Number(/mutation score ([\d.]+):/.exec(report)[1]) >= 0.85, /mutation score.*/.exec(report)[0]);
  });

  test(`${name}: ten situations or more come from public cases`, () => {
    const { cases } = read(`packs/${name}/decision.json`).decision;
    const invented = ({ id }) => id === "nothing_known" || id.startsWith("pair_");
    const situations = cases.filter((each) => each.note && !invented(each));
    assert.ok(situations.length >= 10, `${situations.length}`);
  });
}

for (const [name, keptAside] of Object.entries(KEPT_ASIDE)) {
  const folder = `packs/${name}`;

  test(`${name}: a decision and a rubric of one folder are of one pack and version`, () => {
    const [decision, rubric] = ["decision", "rubric"].map((part) => read(`${folder}/${part}.json`));
    for (const key of ["id", "version", "language", "title"]) assert.equal(rubric[key], decision[key], key);
  });

  test(`${name}: its rubric reads answers kept aside with F1 of 0.75 or more`, () => {
    const report = run("check", at(`${folder}/rubric.json`), "--answers", at(`${folder}/texts/held-back.ndjson`));
    assert.ok(report.startsWith(`Measured on ${keptAside} of ${keptAside} texts.`), report.slice(0, 60));
    for (const kind of ["criteria", "misconceptions"]) {
      const f1 = new RegExp(`\\n  ${kind} +[\\d.]+ / [\\d.]+ / ([\\d.]+)`).exec(report)[1];
      assert.ok(Number(f1) >= 0.75, `${kind}: ${f1}`);
    }
  });

  test(`${name}: its cues are what its texts teach, to the byte`, () => {
    const copy = path.join(mkdtempSync(path.join(tmpdir(), "decision-card-second-")), "rubric.json");
    cpSync(at(`${folder}/rubric.json`), copy);
    run("learn", copy, "--texts", at(`${folder}/texts/labelled.ndjson`), "--quick", "--write");
    assert.deepEqual(readFileSync(copy), readFileSync(at(`${folder}/rubric.json`)));
  });
}

test("they ask for several choices and for a number where people expect them, in sections", () => {
  for (const name of Object.keys(KEPT_ASIDE)) {
    const { questions } = read(`packs/${name}/decision.json`).decision;
    for (const kind of ["several", "number"])
      assert.ok(
        questions.some((each) => each.kind === kind),
        `${name}: ${kind}`,
      );
    assert.ok(questions.filter(({ section }) => section).length >= 3, name);
  }
});

test("no script carries them", () => {
  for (const script of ["decision-card.js", "rubric-card.js", "esm/decision.js", "esm/rubric.js"])
    for (const name of Object.keys(KEPT_ASIDE))
      assert.ok(!readFileSync(at(`dist/${script}`), "utf8").includes(name), `${script}: ${name}`);
});
