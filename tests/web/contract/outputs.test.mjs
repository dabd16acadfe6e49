// SPDX-License-Identifier: MIT
/**
 * What the engine hands out is what the contract's types say: real outputs are written as TypeScript and compiled. A property
 * that the types don't know, one that is missing, and one of another kind are errors of the compiler.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { load as loadDecision } from "../../../dist/esm/decision.js";
import { Inspector } from "../../../dist/esm/inspect.js";
import { load as loadRubric } from "../../../dist/esm/rubric.js";
import { gradedTexts, packText, recordedEstimates, recordedVerdicts } from "../../corpus/entries.mjs";

const at = (name) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const read = (name) => readFileSync(at(name), "utf8");
const ENGINES = { decision: await loadDecision(), rubric: await loadRubric() };
const inspector = new Inspector(readFileSync(at("dist/inspect.wasm")));

const packs = new Map();
function open(id, part = "decision") {
  const key = `${part} ${id}`;
  if (!packs.has(key)) packs.set(key, ENGINES[part].open(packText(id, part)));
  return packs.get(key);
}

const OPTIONS = {
  ...ts.convertCompilerOptionsFromJson(JSON.parse(read("web/tsconfig.json")).compilerOptions, at("web")).options,
  types: [],
  lib: ["lib.es2023.d.ts"],
  declaration: false,
};

/** The contract and the language's own library, parsed once. */
const sources = new Map();

/** What the compiler says of some values of a type of the contract. */
function complaints(type, values) {
  const file = at("web/contract/outputs.ts");
  // Each by itself: of a list the compiler compares every value with every other, too.
  const constants = values.map((each, k) => `export const output${k}: ${type} = ${JSON.stringify(brief(each))};\n`);
  const text = `import type { ${type} } from "./index.js";\n${constants.join("")}`;
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  const parsed = (name, ...rest) => {
    if (!sources.has(name)) sources.set(name, getSourceFile.call(host, name, ...rest));
    return sources.get(name);
  };
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, OPTIONS.target) : parsed(name, ...rest);
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  const program = ts.createProgram([file], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** Long texts say nothing about types. */
function brief(value) {
  if (typeof value === "string") return value.length > 60 ? "…" : value;
  if (Array.isArray(value)) return value.map(brief);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, brief(each)]));
}

/** One of each shape: which properties there are, and of what kind; words in them may be one of a closed set. */
function distinct(values) {
  const shape = (value) => {
    if (typeof value === "string") return /^[a-z_<>=!]{1,20}$/.test(value) ? value : "text";
    if (Array.isArray(value)) return [...new Set(value.map((each) => JSON.stringify(shape(each))))].sort();
    if (typeof value !== "object" || value === null) return typeof value;
    return Object.entries(value).map(([key, each]) => [key, shape(each)]);
  };
  return [...new Map(values.map((value) => [JSON.stringify(shape(value)), value])).values()];
}

const edited = (id, edit) => JSON.stringify(edit(JSON.parse(packText(id))));

function differences() {
  const lunch = JSON.parse(packText("lunch"));
  const fewer = structuredClone(lunch);
  fewer.decision.rules = [];
  fewer.decision.cases = [];
  const renamed = edited("lunch", (pack) => ({ ...pack, version: "9.0.0" }));
  return [
    inspector.diff(lunch, lunch),
    inspector.diff(lunch, fewer),
    inspector.diff(lunch, renamed),
    inspector.diff(packText("follow-ups"), packText("rag-vs-fine-tuning")),
  ];
}

const IDS = {
  decision: ["rag-vs-fine-tuning", "lunch", "van", "follow-ups"],
  rubric: ["rag-vs-fine-tuning", "tea", "journey"],
};
/** What `make` gives of each id and part. */
const ofParts = (make) => Object.entries(IDS).flatMap(([part, ids]) => ids.map((id) => make(id, part)));
const titled = edited("lunch", (pack) => ({ ...pack, titel: "x", version: 1 }));
/** Flips take longest, and have the same shapes over and over. */
const everyThird = (_, index) => index % 3 === 0;
const OUTPUTS = {
  Description: () => ofParts((id, part) => open(id, part).description),
  Verdict: () => recordedVerdicts().map(({ pack, answers }) => open(pack).verdict(answers)),
  Outlook: () => recordedVerdicts().map(({ pack, answers }) => open(pack).outlook(answers)),
  Flips: () =>
    recordedVerdicts()
      .filter(everyThird)
      .map(({ pack, answers }) => open(pack).flips(answers)),
  Estimate: () => recordedEstimates().map(({ pack, inputs, answers }) => open(pack).estimate(inputs, answers)),
  Grade: () => gradedTexts().map(({ pack, text, followUp }) => open(pack, "rubric").grade(text, followUp)),
  CheckReport: () => [
    ...ofParts((id, part) => ENGINES[part].check(packText(id, part))),
    ...Object.values(ENGINES).flatMap((engine) => [engine.check("{"), engine.check(titled)]),
  ],
  Inspection: () => ["rag-vs-fine-tuning", "lunch", "follow-ups"].map((id) => inspector.inspect(packText(id))),
  PackDifference: differences,
  UnreadablePacks: () => [inspector.diff("{", packText("lunch")), inspector.diff(packText("lunch"), "[]")],
};

for (const [type, outputs] of Object.entries(OUTPUTS)) {
  test(`every ${type} of the corpus is one by the contract's types`, () => {
    const values = distinct(outputs());
    assert.ok(values.length > 0);
    assert.deepEqual(complaints(type, values), []);
  });
}

test("a property too many, one too few and one of another kind are noticed, deep inside, too", () => {
  const [{ pack, answers }] = recordedVerdicts().filter(({ answers }) => Object.keys(answers).length > 3);
  const changed = (change) => {
    const verdict = structuredClone(open(pack).verdict(answers));
    change(verdict);
    return complaints("Verdict", [verdict]);
  };
  assert.deepEqual(
    changed(() => undefined),
    [],
  );
  assert.match(changed((verdict) => void (verdict.surplus = 1)).join(), /'"surplus"' does not exist/);
  assert.match(
    changed((verdict) => void (verdict.reasons[0].answers[0].surplus = 1)).join(),
    /'"surplus"' does not exist/,
  );
  assert.match(changed((verdict) => void delete verdict.scores[0].name).join(), /'name' is missing/);
  assert.match(changed((verdict) => void (verdict.status = "sealed")).join(), /'"sealed"' is not assignable/);
  assert.match(changed((verdict) => void (verdict.clarity.lead = null)).join(), /'null' is not assignable/);
});
