// SPDX-License-Identifier: MIT
/** `{question}` in every text of a pack: the command line says the reader's answer in all that it writes. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { namedEverywhere } from "../support/named-everywhere.mjs";

const cli = new URL("../../dist/bin/decision-card.js", import.meta.url).pathname;
const source = new URL("../../packs/rag-vs-fine-tuning/decision.json", import.meta.url);
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-"));
const pack = path.join(folder, "pack.json");
const answers = path.join(folder, "answers.json");
writeFileSync(pack, JSON.stringify(namedEverywhere(JSON.parse(readFileSync(source, "utf8")), "{gap}")));
writeFileSync(answers, JSON.stringify(JSON.parse(readFileSync(source, "utf8")).decision.cases[0].answers));

const run = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout;
};

for (const args of [
  ["export", pack, "--format", "markdown", "--answers", answers],
  ["export", pack, "--format", "madr", "--answers", answers],
  ["export", pack, "--format", "json", "--answers", answers],
  ["export", pack, "--format", "svg", "--answers", answers],
  ["decide", pack, "--answers", answers],
])
  test(`no raw name of an answer in: ${[args[0], args[3]].join(" ")}`, () => {
    const text = run(...args).replaceAll("\\", "");
    assert.ok(text.length > 500);
    assert.doesNotMatch(text, /\{gap/);
  });

test("nobody has answered a bundled page: what names an answer leaves a gap", () => {
  const page = path.join(folder, "page.html");
  run("bundle", pack, "--output", page);
  const [, head] = /<title>([^]*?)<\/title>/.exec(readFileSync(page, "utf8"));
  const [readable] = readFileSync(page, "utf8").split("<script", 1);
  const card = readFileSync(page, "utf8").split("<decision-card")[1].split("</decision-card>")[0];
  for (const text of [head, readable, card]) assert.doesNotMatch(text, /\{gap/);
  assert.match(card, / …/);
});
