// SPDX-License-Identifier: MIT
/** The door for agents: one message a line, each edit answered with what is wrong now. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCommandLine } from "../support/command-line.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-mcp-"));
after(() => rmSync(folder, { recursive: true }));

const LUNCH = readFileSync(path.join(root, "tests/corpus/packs/lunch.json"), "utf8");
const lunch = path.join(folder, "lunch.json");
beforeEach(() => writeFileSync(lunch, LUNCH));

/** Answers to some lines, in their order. */
function answers(...lines) {
  const { stdout, stderr, status } = runCommandLine(["mcp"], { cwd: folder, input: `${lines.join("\n")}\n` });
  assert.equal(stderr, "");
  assert.equal(status, 0);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const request = (id, method, params) => JSON.stringify({ jsonrpc: "2.0", id, method, ...(params && { params }) });
const calls = (...wanted) =>
  answers(...wanted.map(([name, given], k) => request(k, "tools/call", { name, arguments: given }))).map(
    ({ result }) => result,
  );
const edit = (...changes) => ["edit_pack", { pack: "lunch.json", changes }];
const given = ({ structuredContent, content, isError }) => {
  assert.equal(isError, false, content[0].text);
  assert.deepEqual(JSON.parse(content[0].text), structuredContent);
  return structuredContent;
};

test("it begins as the protocol says, in the version that is asked for or the newest it speaks", () => {
  const begin = (protocolVersion) => request(1, "initialize", { protocolVersion, capabilities: {}, clientInfo: {} });
  const [first, second, third] = answers(
    begin("2024-11-05"),
    JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }),
    begin("1999-01-01"),
    request("last", "ping"),
  );
  assert.equal(first.result.protocolVersion, "2024-11-05");
  assert.equal(second.result.protocolVersion, "2025-06-18");
  assert.deepEqual(first.result.capabilities, { tools: {} });
  assert.equal(first.result.serverInfo.name, "decision-card");
  assert.deepEqual(third, { jsonrpc: "2.0", id: "last", result: {} });
});

test("what is no request is answered with the code that JSON-RPC has for it", () => {
  const all = answers("{", "[]", request(1, "no/such"), request(2, "tools/call", { name: "none" }), request(3, "ping"));
  assert.deepEqual(
    all.map(({ error }) => error?.code),
    [-32700, -32600, -32601, -32602, undefined],
  );
});

test("every tool says what it takes", () => {
  const [{ result }] = answers(request(1, "tools/list"));
  for (const { name, description, inputSchema } of result.tools) {
    assert.ok(description.length > 20, name);
    assert.equal(inputSchema.type, "object", name);
    for (const each of inputSchema.required) assert.ok(inputSchema.properties[each], `${name}: ${each}`);
  }
});

test("an edit changes what it names and no other byte, and is answered with witnesses", () => {
  const never = { and: [{ "<": [{ var: "minutes" }, 10] }, { ">": [{ var: "minutes" }, 10] }] };
  const [broken, mended] = calls(
    edit({ op: "replace", path: "/decision/rules/1/when", value: never }),
    edit({ op: "replace", path: "/decision/rules/1/when", value: { "<": [{ var: "minutes" }, 10] } }),
  ).map(given);
  assert.deepEqual(
    broken.errors.map(({ code, path: at, line }) => [code, at, line]),
    [["rule_never_holds", "/decision/rules/1/when", 24]],
  );
  assert.ok(broken.errors[0].witnesses[0].link.startsWith("#dc=lunch@1.0.0"));
  assert.deepEqual(mended.errors, []);
  assert.equal(
    readFileSync(lunch, "utf8").replace('{ "<": [{ "var": "minutes" }, 10] }', '{ "<": [ { "var": "minutes" }, 10 ] }'),
    LUNCH,
  );
});

test("a new rule stands behind the last, and goes again without a trace", () => {
  const rule = { id: "late", when: { "==": [{ var: "minutes" }, 5] }, points: { salad: 1 }, because: "It is late." };
  const [added] = calls(edit({ op: "add", path: "/decision/rules/-", value: rule })).map(given);
  assert.deepEqual([added.problems, added.errors], [[], []]);
  assert.equal(JSON.parse(readFileSync(lunch, "utf8")).decision.rules[2].id, "late");
  calls(edit({ op: "remove", path: "/decision/rules/2" })).map(given);
  assert.equal(readFileSync(lunch, "utf8"), LUNCH);
});

test("a dry run says what would be, and writes nothing", () => {
  const changes = [{ op: "remove", path: "/decision/alternatives" }];
  const [{ problems, written }] = calls(["edit_pack", { pack: "lunch.json", changes, dry_run: true }]).map(given);
  assert.equal(written, false);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["missing_field"],
  );
  assert.equal(readFileSync(lunch, "utf8"), LUNCH);
});

test("packs outside the folder are neither read nor written, also behind a link", () => {
  symlinkSync(path.join(root, "tests/corpus/packs/picnic.json"), path.join(folder, "away.json"));
  for (const pack of ["../lunch.json", "/etc/hostname", "away.json"]) {
    const [read, written] = calls(["read_pack", { pack }], ["edit_pack", { pack, changes: [] }]);
    for (const { isError, structuredContent } of [read, written]) {
      assert.equal(isError, true, pack);
      assert.match(structuredContent.error, /outside this folder|no such file/);
    }
  }
});

test("it reads, asks, checks and renames", () => {
  const [packs, part, asked, checked, renamed] = calls(
    ["list_packs", {}],
    ["read_pack", { pack: "lunch.json", pointer: "/decision/gates/0/text" }],
    ["decide", { pack: "lunch.json", answers: { weather: "cold", minutes: "thirty" } }],
    ["check_pack", { pack: "lunch.json", notes: true }],
    ["rename", { pack: "lunch.json", old: "minutes", new: "time_left" }],
  ).map(given);
  assert.ok(packs.packs.includes("lunch.json"));
  assert.equal(part.text, '"There is time to heat it"');
  assert.equal(asked.verdict.recommendation.id, "soup");
  assert.ok(asked.flips && asked.outlook);
  assert.ok(checked.examples.length > 0 && checked.suggested_cases.length > 0);
  assert.match(renamed.said, /"time_left" now, in 4 places/);
  assert.deepEqual(renamed.problems, []);
});

test("a text is graded, and how it was read is explained", () => {
  writeFileSync(path.join(folder, "journey.json"), readFileSync(path.join(root, "tests/corpus/rubrics/journey.json")));
  const [{ grade, explanation }] = calls([
    "explain",
    { pack: "journey.json", text: "A train stops in the middle of town." },
  ]).map(given);
  assert.equal(typeof grade.total, "number");
  assert.ok(explanation.sentences.length > 0);
});

test("a wrong argument is said to the caller, and the server goes on", () => {
  const [wrong, right] = calls(["read_pack", {}], ["list_packs", {}]);
  assert.equal(wrong.isError, true);
  assert.match(wrong.structuredContent.error, /"pack" must be a text/);
  assert.equal(right.isError, false);
});
