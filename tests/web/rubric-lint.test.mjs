// SPDX-License-Identifier: MIT
/** What `check` remarks on a rubric: each remark on a journey with one thing wrong, and none on one that is well. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { packText } from "../corpus/entries.mjs";
import { runCommandLine } from "../support/command-line.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "dc-lint-"));
after(() => rmSync(folder, { recursive: true }));

function check(edit, ...flags) {
  const pack = JSON.parse(packText("journey"));
  edit(pack.rubric, pack);
  const file = path.join(folder, "pack.json");
  writeFileSync(file, JSON.stringify(pack, null, 2));
  return runCommandLine(["check", file, ...flags]);
}

function remarks(edit) {
  const { stdout } = check(edit, "--json");
  return JSON.parse(stdout).remarks.map(({ code, path: at, line }) => ({ code, path: at, line }));
}
const codes = (edit) => remarks(edit).map(({ code, path: at }) => `${code} ${at}`);

test("nothing is remarked on the journey ", () => {
  assert.deepEqual(
    codes(() => undefined),
    [],
  );
});

test("markup where it is read is nothing to remark, nor in sentences that earn", () => {
  const edit = (rubric) => {
    rubric.misconceptions[0].correction = "It is *not* so, see [this](https://example.org):\n\n- a\n- **b**, 2 \\* 3";
    rubric.criteria[0].model = rubric.criteria[0].model.replace(/(\w{4,})/, "*$1*");
    rubric.bands[0].text = "**Well** said.";
  };
  assert.deepEqual(codes(edit), []);
});

const WRONG = {
  "an example that earns nothing": [
    (rubric) => rubric.criteria[5].examples.push("Is there a hold for suitcases?"),
    "example_earns_nothing /rubric/criteria/5/examples/1",
  ],
  "a model sentence that earns nothing": [
    (rubric) => (rubric.criteria[0].model = "Something else entirely."),
    "example_earns_nothing /rubric/criteria/0/model",
  ],
  "a model sentence of a follow-up": [
    (rubric) => (rubric.follow_ups[0].criteria[0].model = "Something else entirely."),
    "example_earns_nothing /rubric/follow_ups/0/criteria/0/model",
  ],
  "stars that are not closed in a correction": [
    (rubric) => (rubric.misconceptions[0].correction = "It is *not so."),
    "markup_shown /rubric/misconceptions/0/correction",
  ],
  "a link that is not https in a band": [
    (rubric) => (rubric.bands[0].text = "Read [more](http://example.org)."),
    "markup_shown /rubric/bands/0/text",
  ],
  "HTML in what is asked": [(rubric) => (rubric.intro = "Answer <b>briefly</b>."), "markup_shown /rubric/intro"],
  "emphasis in a title": [
    (rubric) => (rubric.criteria[0].title = "Says *why*"),
    "markup_shown /rubric/criteria/0/title",
  ],
  "a phrase of one letter": [(rubric) => (rubric.lexicon.work += ", a"), "common_phrase /rubric/lexicon/work"],
  "a phrase that only holds others together": [
    (rubric) => (rubric.lexicon.work += ", for"),
    "common_phrase /rubric/lexicon/work",
  ],
  "a criterion without a sample": [
    (rubric) => (rubric.samples = rubric.samples.filter(({ id }) => id !== "connected")),
    "criterion_without_sample /rubric/follow_ups/0/criteria/0",
  ],
  "no samples at all": [(rubric) => (rubric.samples = []), "no_samples /rubric"],
  "a claim of quality older than its pack": [
    (rubric, pack) => {
      pack.updated = "2026-11-30";
      rubric.quality = { texts: 20, recall: 80, precision: 90, measured: "2026-11-29" };
    },
    "old_quality /rubric/quality/measured",
  ],
};
for (const [what, [edit, expected]] of Object.entries(WRONG))
  test(`remarked: ${what}`, () => assert.deepEqual(codes(edit), [expected]));

test("a concept that nothing uses, where everything is found by patterns", () => {
  const edit = (rubric) => {
    rubric.criteria = rubric.criteria.filter(({ examples }) => !examples);
    rubric.samples = rubric.samples.map((sample) =>
      sample.id === "extras" ? { ...sample, text: "To change trams twice is hard.", criteria: ["changes"] } : sample,
    );
    rubric.lexicon.sundry = "sundry";
  };
  assert.deepEqual(codes(edit), ["unused_concept /rubric/lexicon/sundry"]);
  const cued = (rubric) => {
    edit(rubric);
    const code = { id: rubric.criteria[0].id, bias: -1000 };
    rubric.cues = {
      version: 1,
      texts: 1,
      criteria: { found: 1000, kept: -2000, codes: [code] },
      traits: ["=!sundry 8 a1"],
    };
  };
  assert.deepEqual(codes(cued), [], "a cue uses it");
});

test("a word in more than half of many samples is too common; in a subject it may be", () => {
  const edit = (rubric) => {
    for (let at = 0; at < 20; ++at)
      rubric.samples.push({ id: `s${at}`, text: `Somehow the bus went ${at} times.`, band: "weak" });
    rubric.lexicon.work += ", somehow";
  };
  assert.deepEqual(codes(edit), ["common_phrase /rubric/lexicon/work"]);
});

test("a remark has its line, is printed, and fails no check", () => {
  const edit = (rubric) => (rubric.criteria[0].model = "Something else entirely.");
  assert.equal(
    remarks(edit)[0].line,
    1 +
      JSON.stringify(withModel(edit), null, 2)
        .split("\n")
        .findIndex((line) => line.includes("Something else")),
  );
  const { status, stdout } = check(edit);
  assert.equal(status, 0);
  assert.match(
    stdout,
    /1 remark on the rubric\n {2}\d+:\d+ warning example_earns_nothing at \/rubric\/criteria\/0\/model\n/,
  );
  const sarif = JSON.parse(check(edit, "--sarif").stdout);
  assert.equal(sarif.runs[0].results[0].ruleId, "example_earns_nothing");
});

function withModel(edit) {
  const pack = JSON.parse(packText("journey"));
  edit(pack.rubric);
  return pack;
}

test("a rubric alone has no cases to speak of", () => {
  assert.doesNotMatch(check((rubric) => (rubric.samples = [])).stdout, /cases passed/);
});
