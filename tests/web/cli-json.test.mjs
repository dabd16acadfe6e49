// SPDX-License-Identifier: MIT
/** Files that people write by hand: every command says of them what `check` says, and leaves alone what it doesn't change. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { lstatSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

const cli = new URL("../../dist/bin/decision-card.js", import.meta.url).pathname;
const lunch = new URL("../corpus/packs/lunch.json", import.meta.url).pathname;
const LUNCH = readFileSync(lunch, "utf8");
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-"));

function run(args, input = "") {
  const options = { input, encoding: "utf8", timeout: 20_000, cwd: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], options);
  return { status, stdout, stderr, said: stdout + stderr };
}

function file(name, text) {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
}

const answers = file("answers.json", '{"weather":"cold"}');
const german = file("de.json", '{"id":"lunch","version":"1.0.0","language":"de","title":"Mittag"}');

const MISTAKES = {
  "a comment": [(text) => text.replace("{", "{ // mine\n"), /A comment begins here/],
  "curly quotation marks": [(text) => text.replace('"', "“"), /A curly quotation mark/],
  "a comma too many": [(text) => text.replace(/\}\s*$/, ",}"), /comma/i],
  "a line break in a text": [(text) => text.replace(/:\s*"(\w)/, ': "\n$1'), /line/i],
  YAML: [() => "id: lunch\nversion: 1.0.0\nquestions:\n  - id: weather\n", /YAML/],
};

/** `-` is where the broken text comes in. */
const PACKS = {
  decide: ["decide", "-", "--answers", answers],
  export: ["export", "-", "--format", "json", "--answers", answers],
  image: ["image", "-", "--answers", answers, "--output", "x.svg"],
  bundle: ["bundle", "-", "--output", "x.html"],
  translate: ["translate", "-", german],
  diff: ["diff", lunch, "-"],
};
const ANSWERS = {
  "decide --answers": ["decide", lunch, "--answers", "-"],
  "export --answers": ["export", lunch, "--format", "json", "--answers", "-"],
};

for (const [what, [broken, cause]] of Object.entries(MISTAKES)) {
  for (const [command, args] of Object.entries(PACKS))
    test(`${command} says of a pack with ${what} what check says`, () => {
      const text = broken(LUNCH);
      const [, place] = /(\d+:\d+) error/.exec(run(["check", "-"], text).said);
      const { status, said } = run(args, text);
      assert.equal(status, 1, said);
      assert.match(said, cause);
      assert.ok(said.includes(`${place} error json_`), `${said}\nnot at ${place}`);
    });
  // A document that is broken in two is two lines of answers to `decide`.
  for (const [command, args] of Object.entries(ANSWERS).filter(
    ([name]) => !what.includes("line") || !/^decide/.test(name),
  ))
    test(`${command} says what is wrong with answers with ${what}`, () => {
      const { status, said } = run(args, broken('{\n  "weather": "cold"\n}'));
      assert.equal(status, 1, said);
      assert.match(said, cause);
    });
}

test("a translation that is no JSON has its cause, too", () => {
  const { status, said } = run(["translate", lunch, file("bad.json", '{"id":"lunch", // mine\n"language":"de"}')]);
  assert.equal(status, 1);
  assert.match(said, /1:16 error bad_translation\n.*A comment begins here/);
});

test("a byte order mark is no mistake, and stays where it was", () => {
  const pack = file("marked.json", `\ufeff${LUNCH}`);
  for (const args of [
    ["check", pack],
    ["decide", pack, "--answers", file("marked-answers.json", '\ufeff{"weather":"cold"}')],
    ["export", pack, "--format", "json", "--answers", path.join(folder, "marked-answers.json")],
    ["translate", pack, file("marked-de.json", `\ufeff${readFileSync(german, "utf8")}`)],
    ["diff", pack, lunch],
  ])
    assert.equal(run(args).status, 0, `${args}: ${run(args).said}`);
  assert.equal(run(["rename", pack, "minutes", "time_left"]).status, 0);
  const renamed = readFileSync(pack, "utf8");
  assert.ok(renamed.startsWith("\ufeff{"));
  assert.match(renamed, /time_left/);
});

test("rename through a link writes what it leads to, and keeps the link", () => {
  const pack = file("real.json", LUNCH);
  const link = path.join(folder, "link.json");
  symlinkSync(pack, link);
  assert.equal(run(["rename", link, "minutes", "time_left"]).status, 0);
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.match(readFileSync(pack, "utf8"), /time_left/);
});

test("dev says which file is not there, and how to make one", () => {
  const { status, stderr } = run(["dev", "nofile.json"]);
  assert.equal(status, 2);
  assert.match(stderr, /^nofile\.json: there is no such file to show\. .*decision-card init nofile\./);
});

test("standard input can be read once: whoever names it twice is told so", () => {
  for (const args of [
    ["diff", "-", "-"],
    ["decide", "-", "--answers", "-"],
    ["export", "-", "--format", "json", "--answers", "-"],
  ]) {
    const { status, stderr } = run(args, LUNCH);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /^Standard input \("-"\) is named twice, .* Put one of the two into a file\./);
  }
});

test("a bundled page says to those without scripts what a question wants", () => {
  const page = path.join(folder, "kinds.html");
  run(["bundle", new URL("../corpus/packs/kinds.json", import.meta.url).pathname, "--output", page]);
  const text = readFileSync(page, "utf8").split("<decision-card")[1].split("</decision-card>")[0];
  for (const part of [
    "<h3>What it must do</h3>\n<ol",
    "From 1 to 1,000,000 people",
    "<li>1 (A shrug)</li>",
    "<li>4 (The end of us)</li>",
    '<h3>What it must stand</h3>\n<ol start="3">',
  ])
    assert.ok(text.includes(part), part);
});
