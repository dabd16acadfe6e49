// SPDX-License-Identifier: MIT
/** The documentation says what the code does. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/esm/rubric.js";
import { packText } from "../corpus/entries.mjs";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const engine = await load();
const listed = [...new Set(read("docs/problems.md").match(/`[a-z]+_[a-z_]+`/g))]
  .map((code) => code.slice(1, -1))
  .sort();

const sourcesOf = (folder) =>
  readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true })
    .filter((name) => name.endsWith(".cpp"))
    .map((name) => `${folder}/${name}`);

/** Codes are the first argument of what reports a problem. */
function codesInEngine() {
  const findings = /\/inspection\/(?:checks\/|inspect\.cpp|ledger\.cpp)/; // docs/findings.md
  const files = sourcesOf("engine/src").filter((name) => !findings.test(name));
  const sources = [...files, ...sourcesOf("wasm")];
  const code = /(?:report|report_key|report_unknown|fail|fail_key|one_problem|problem)\(\s*(?:text \? )?"([a-z_]+)"/g;
  const passed = /"((?:bad|unknown)_[a-z]+)"/g;
  return new Set(
    sources.flatMap((name) =>
      [code, passed].flatMap((pattern) => [...read(name).matchAll(pattern)].map(([, found]) => found)),
    ),
  );
}

test("every problem code of the engine is documented, and no other", () => {
  assert.deepEqual(
    [...codesInEngine()].sort(),
    listed.filter((code) => codesInEngine().has(code)),
  );
  assert.deepEqual(listed, [...codesInEngine()].sort());
});

test("every problem code has an example", () => {
  const examples = new Set(JSON.parse(read("tests/corpus/bad-packs.json")).map(({ code }) => code));
  // Not expressible as an edit of a text: tests/engine/document/json_document.test.cpp; not about a pack: tests/web/grade.test.mjs
  // and tests/web/estimate.test.mjs.
  const elsewhere = new Set([
    "json_utf8",
    "json_too_large",
    "no_decision",
    "no_rubric",
    "unknown_mark",
    "no_estimates",
    "unknown_input",
    "text_too_large", // tests/web/facade.test.mjs
  ]);
  assert.deepEqual(
    listed.filter((code) => !examples.has(code) && !elsewhere.has(code)),
    [],
  );
});

const findings = [
  ...read("engine/src/inspection/finding_codes.hpp").matchAll(/\{"([a-z_]+)", Severity::(error|warning|note)\}/g),
].map(([, code, severity]) => `${code} ${severity}`);

test("every code about a translation is documented with its severity, and no other", () => {
  const reported = read("web/cli/reports/translation.ts").matchAll(/"([a-z]+_[a-z]+)",\s*"(error|warning)"/g);
  const words = [...read("web/cli/findings/interface.ts").matchAll(/remark\(key, "([a-z_]+)"/g)].map(([, code]) => [
    0,
    code,
    "warning",
  ]);
  const rows = read("docs/translations.md").matchAll(/^\| `([a-z_]+)` \| (error|warning) \|/gm);
  const lines = (matches) => [...new Set([...matches].map(([, code, severity]) => `${code} ${severity}`))].sort();
  assert.deepEqual(lines(rows), lines([...reported, ...words]));
});

test("every remark on a rubric is documented with its severity, and no other", () => {
  const reported = read("web/cli/findings/rubric-lint.ts").matchAll(/code: "([a-z_]+)",\s*severity: "(warning|note)"/g);
  const rows = read("docs/rubrics.md").matchAll(/^\| `([a-z_]+)` \| (warning|note) \|/gm);
  const lines = (matches) => [...matches].map(([, code, severity]) => `${code} ${severity}`).sort();
  assert.deepEqual(lines(rows), lines(reported));
});

test("what is translated is what the schema calls a text for readers", () => {
  const { properties, $defs } = JSON.parse(read("packs/pack.schema.json"));
  const parts =
    "decision question choice alternative rule gate recommendation item variant note estimates estimate_input".split(
      " ",
    );
  const shown = [...parts, "cost_series", "cost", "repeated_cost"].map((name) => $defs[name].properties);
  const kinds = $defs.question.oneOf.map((kind) => kind.properties ?? {});
  const texts = ["text", "prose", "variants", "end"].map((name) => `#/$defs/${name}`);
  const keys = [properties, ...shown, ...kinds].flatMap((each) =>
    Object.keys(each).filter((key) => texts.includes(each[key].$ref ?? each[key].items?.$ref)),
  );

  const [, translated] = read("web/cli/findings/translation.ts").match(/TEXTS = new Set\(\s*"([^"]+)"/);
  assert.deepEqual([...new Set(keys)].sort(), translated.split(" ").sort());
});

test("the example of the translations page is the beginning of the corpus's", () => {
  const [, example] = read("docs/translations.md").match(/```json\n(.*?)```/s);
  const { decision, ...about } = JSON.parse(example);
  const whole = JSON.parse(read("tests/corpus/translations/lunch.de.json"));
  assert.deepEqual(about, {
    format: 1,
    id: whole.id,
    version: whole.version,
    language: whole.language,
    title: whole.title,
  });
  const { text, choices } = decision.questions.weather;
  const { weather } = whole.decision.questions;
  assert.deepEqual([text, choices.cold], [weather.text, weather.choices.cold]);
});

test("every finding code of the engine is documented with its severity, and no other", () => {
  const rows = [...read("docs/findings.md").matchAll(/^\| `([a-z_]+)` \| (error|warning|note) \|/gm)];
  assert.deepEqual(rows.map(([, code, severity]) => `${code} ${severity}`).sort(), [...findings].sort());
});

test("the engine reports no finding that has no code", () => {
  const sources = sourcesOf("engine/src/inspection/checks");
  const known = new Set(findings.map((line) => line.split(" ")[0]));
  const reported = sources.flatMap((name) =>
    [...read(name).matchAll(/report\(\s*"([a-z_]+)"/g)].map(([, code]) => code),
  );
  assert.ok(reported.length > 10);
  assert.deepEqual(
    reported.filter((code) => !known.has(code)),
    [],
  );
});

test("every finding code has a broken pack", () => {
  const examples = new Set(JSON.parse(read("tests/corpus/findings.json")).map(({ code }) => code));
  const elsewhere = new Set(["not_proved", "early_stop_unsound"]); // a large pack: tests/web/inspect.test.mjs; a fault of the engine
  assert.deepEqual(
    findings.map((line) => line.split(" ")[0]).filter((code) => !examples.has(code) && !elsewhere.has(code)),
    [],
  );
});

test("the schema lists the codes that can be accepted", () => {
  const { enum: codes } = JSON.parse(read("packs/pack.schema.json")).$defs.acceptance.properties.code;
  const acceptable = findings.filter((line) => !line.endsWith("error")).map((line) => line.split(" ")[0]);
  assert.deepEqual([...codes].sort(), acceptable.sort());
});

test("the example of the pack format is the corpus pack lunch", () => {
  const [, example] = read("docs/pack-format.md").match(/```json\n(.*?)```/s);
  assert.equal(example, read("tests/corpus/packs/lunch.json"));
});

test("the example of the rubrics page is the corpus rubric journey, and its samples pass", () => {
  const [, example] = read("docs/rubrics.md").match(/```json\n(\{\n.*?)```/s);
  assert.equal(example, packText("journey"));
  assert.deepEqual(engine.check(example).problems, []);
  const pack = engine.open(example);
  const { samples } = JSON.parse(example).rubric;
  assert.ok(samples.length > 0);
  for (const { id, text, criteria, misconceptions, follow_up: followUp } of samples) {
    const grade = pack.grade(text, followUp);
    assert.deepEqual(
      grade.criteria.flatMap((entry) => (entry.level > 0 ? [entry.id] : [])),
      criteria ?? [],
      id,
    );
    assert.deepEqual(
      grade.misconceptions.map((entry) => entry.id),
      misconceptions ?? [],
      id,
    );
  }
});

test("the sentences of the rubrics page earn what it says", () => {
  const pack = engine.open(packText("journey"));
  const [, table] = read("docs/rubrics.md").match(/\| text \| earns \|\n\|---\|---\|\n(.*?)\n\n/s);
  const rows = table.split("\n").map((row) => row.split("|").map((cell) => cell.trim()));
  assert.ok(rows.length > 10);
  for (const [, text, earns] of rows) {
    const { criteria, misconceptions } = pack.grade(text);
    const found = criteria.flatMap(({ id, level }) => (level > 0 ? [id] : []));
    assert.equal([...found, ...misconceptions.map(({ id }) => `−${id}`)].join(" "), earns, text);
  }
});

test("links between the documents lead somewhere", () => {
  const pages = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    ...readdirSync(new URL("../../docs", import.meta.url), { recursive: true })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`),
  ];
  for (const page of pages) {
    for (const [, target] of read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      const base = new URL(`../../${page}`, import.meta.url);
      assert.ok(existsAt(new URL(target, base)), `${page} → ${target}`);
    }
  }
});

function existsAt(url) {
  try {
    readdirSync(url);
    return true;
  } catch (error) {
    return error.code === "ENOTDIR";
  }
}
