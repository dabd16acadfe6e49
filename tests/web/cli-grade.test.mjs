// SPDX-License-Identifier: MIT
/** `decision-card grade`, and what `check` says about a rubric's samples. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { load } from "../../dist/esm/rubric.js";
import { runCommandLine } from "../support/command-line.mjs";

const lunch = new URL("../corpus/packs/lunch.json", import.meta.url).pathname;
const tea = new URL("../corpus/rubrics/tea.json", import.meta.url).pathname;
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-"));

const pack = (await load()).open(readFileSync(tea, "utf8"));
const { rubric } = pack.description;
const [first, second] = rubric.criteria;
const mistake = "I make sencha with boiling water.";

function run(args, input) {
  const ran = runCommandLine(args, { input });
  return { ...ran, lines: ran.stdout.trim().split("\n") };
}

const grade = (input, ...flags) => run(["grade", tea, "--text", "-", ...flags], input);
const ndjson = (...items) => items.map((item) => `${JSON.stringify(item)}\n`).join("");

function file(name, text) {
  const target = path.join(folder, name);
  writeFileSync(target, text);
  return target;
}

test("a plain text gives a report: band, total, what was found and where, what was not", () => {
  const { status, stdout } = grade(`${first.model}\n\n${mistake}\n`);
  assert.equal(status, 0);
  const given = pack.grade(`${first.model}\n\n${mistake}\n`);
  const { title } = rubric.bands.find(({ id }) => id === given.band);
  assert.equal(stdout.split("\n")[0], `${title}, and one thing to correct`);
  assert.match(stdout, new RegExp(`^${given.total} of ${rubric.maximum} points, ${given.words} words$`, "m"));
  assert.match(stdout, new RegExp(`What you covered\n  ${first.title}: Explained \\(\\+2\\)\n      “`));
  assert.match(
    stdout,
    /One thing to correct\n {2}Boiling green tea \(−1\)\n {6}“boiling water”\n {6}Boiling water makes green/,
  );
  assert.ok(stdout.split("\nTo add\n")[1].includes(`  ${second.title}\n      ${second.hint}`));
});

test("a quotation that runs over a line of Markdown is printed on one line", () => {
  const text =
    "# Notes\r\n\r\n- After all these years of making it, green tea needs cool\r\n  water, since otherwise it is bitter.\r\n";
  const { status, lines } = run(["grade", tea, `--text=${file("notes.md", text)}`]);
  assert.equal(status, 0);
  assert.ok(lines.includes("      “cool water”"), lines.join("\n"));
});

test("--json gives the grade as the engine does, without an id", () => {
  const { status, stdout } = grade(first.model, "--json");
  assert.equal(status, 0);
  assert.equal(stdout, `${pack.gradeText(first.model)}\n`);
});

test("evidence is where the answer says it, in UTF-16 units, also behind an emoji", () => {
  const text = `👩‍🚀 ${first.model}`;
  const [{ id, evidence }] = JSON.parse(grade(text, "--json").stdout).criteria;
  assert.equal(id, first.id);
  assert.ok(evidence.length > 0);
  for (const { start, end } of evidence) assert.ok(first.model.includes(text.slice(start, end)));
});

test("NDJSON gives one grade a line with the id of its text", () => {
  for (const flags of [[], ["--json"]]) {
    const { status, lines } = grade(
      ndjson({ id: "a", text: first.model }, { id: 7, text: "" }, { text: mistake }),
      ...flags,
    );
    assert.equal(status, 0);
    const [a, seven, none] = lines.map((line) => JSON.parse(line));
    assert.deepEqual(a, { id: "a", ...pack.grade(first.model) });
    assert.equal(Object.keys(a)[0], "id");
    assert.deepEqual([seven.id, seven.total, seven.band], [7, 0, rubric.bands.at(-1).id]);
    assert.equal("id" in none, false);
    assert.deepEqual(
      none.misconceptions.map(({ id }) => id),
      ["boiled_green"],
    );
  }
});

test("a line that can't be graded is reported where it stands, and nothing else is lost", () => {
  const { status, lines } = grade(
    `{oops\n{"id":"a","text":"x"}\n\n5\n{"id":"b"}\r\n{"id":"c","text":1}\n{"id":"d","text":"y"}`,
  );
  assert.equal(status, 1);
  const [oops, a, five, b, c, d] = lines.map((line) => JSON.parse(line));
  assert.deepEqual([a.id, d.id], ["a", "d"]);
  assert.deepEqual([a.total, d.total], [0, 0]);
  const told = [oops, five, b, c].map(({ id, problems: [{ code, line, path: at }] }) => [id, code, line, at]);
  assert.deepEqual(told, [
    [undefined, "json_syntax", 1, ""],
    [undefined, "wrong_type", 4, ""],
    ["b", "missing_field", 5, ""],
    ["c", "wrong_type", 6, "/text"],
  ]);
});

test("a text that only looks like JSON in places is a text", () => {
  for (const text of [
    "5",
    '"RAG"',
    "[1]\n{",
    '{"a": 1} and more',
    'It sends:\n\n{"role": "user"}\n\nto the model.',
    "",
    "\n\n",
  ])
    assert.equal(grade(text, "--json").stdout, `${pack.gradeText(text)}\n`, text);
});

test("a byte order mark counts for nothing", () => {
  assert.equal(grade(`\ufeff${first.model}`, "--json").stdout, `${pack.gradeText(first.model)}\n`);
  assert.equal(JSON.parse(grade(`\ufeff${ndjson({ id: "a", text: "x" })}`).stdout).id, "a");
});

test("--follow-up grades against a follow-up question", () => {
  const [{ id, criteria, maximum }] = rubric.follow_ups;
  const { stdout } = grade(criteria[0].model, "--follow-up", id, "--json");
  const given = JSON.parse(stdout);
  assert.equal(given.maximum, maximum);
  assert.deepEqual(
    given.criteria.map((each) => each.id),
    criteria.map((each) => each.id),
  );
  assert.ok(given.criteria[0].level > 0);
  assert.ok(grade(criteria[0].model, "--follow-up", id).stdout.includes(`  ${criteria[0].title}: `));
});

test("wrong usage ends with 2 and says what is wrong", () => {
  for (const [args, message] of [
    [["grade", tea], /--text FILE/],
    [["grade"], /Name a pack|--text FILE/],
    [["grade", tea, "--text", "nothing-here.md"], /nothing-here.md: there is no such file/],
    [["grade", tea, "--text", "-", "--follow-up", "nope"], /no follow-up "nope"\. The rubric has: \w+/],
    [["grade", lunch, "--text", "-"], /no rubric/],
  ]) {
    const { status, stderr, stdout } = run(args, "text");
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, message);
  }
});

test("check prints how the samples came out, criterion by criterion", () => {
  const { status, lines } = run(["check", tea, "--notes"]);
  assert.equal(status, 0);
  assert.deepEqual(lines.slice(0, 2), ["0 problems", "2 of 2 samples passed"]);
  for (const { id } of [...rubric.criteria, ...rubric.misconceptions])
    assert.ok(
      lines.some((line) =>
        new RegExp(`^  ${id} +precision 100%  recall 100%  \\(1 right, 0 wrong, 0 missed\\)$`).test(line),
      ),
      id,
    );
});

test("check prints both cases and samples of the bundled pack", () => {
  const { status, stdout } = run(["check", "rag-vs-fine-tuning"]);
  assert.equal(status, 0);
  assert.match(stdout, /^0 problems\n(\d+) of \1 cases passed\n(\d+) of \2 samples passed\n(\d+) of \d+ criteria and/);
});

test("a failing sample ends with exit code 1 and says what is missing, surplus and in another band", () => {
  const changed = JSON.parse(readFileSync(tea, "utf8"));
  changed.rubric.samples.push({ id: "off", text: `${first.model} ${mistake}`, criteria: [second.id], band: "good" });
  const bad = file("samples.json", JSON.stringify(changed));
  const { status, stdout } = run(["check", bad]);
  assert.equal(status, 1);
  assert.match(
    stdout,
    /^1 of 3 samples failed\n {2}off: missing boiling_black; surplus (\w+), (\w+); expected band good, got poor$/m,
  );
  assert.match(stdout, /^ {2}boiling_black +precision 100% {2}recall {2}50% {2}\(1 right, 0 wrong, 1 missed\)$/m);
  const report = JSON.parse(run(["check", bad, "--json"]).stdout);
  assert.deepEqual(report.samples.at(-1).surplus, ["cool_green", "boiled_green"]);
});

test("a list of texts in JSON is refused with what to give instead", () => {
  for (const text of [JSON.stringify([{ id: "a", text: mistake }]), JSON.stringify([mistake], null, 2), "[]\n"]) {
    const { status, stderr } = grade(text);
    assert.equal(status, 1, text);
    assert.match(stderr, /This is a JSON list\. Give one answer as plain text, or many as NDJSON/);
  }
  assert.equal(grade(`[1] ${first.model}`).status, 0);
});
