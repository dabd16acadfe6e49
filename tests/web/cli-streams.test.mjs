// SPDX-License-Identifier: MIT
/** What the command line reads and writes: pipes, full disks, bytes that are no text, and texts that give orders. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { runCommandLine } from "../support/command-line.mjs";

const cli = new URL("../../dist/bin/decision-card.js", import.meta.url).pathname;
const lunch = new URL("../corpus/packs/lunch.json", import.meta.url).pathname;
const journey = new URL("../corpus/rubrics/journey.json", import.meta.url).pathname;
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-streams-"));
const FULL = "/dev/full";
const noFullDevice = existsSync(FULL) ? false : "there is no /dev/full here";

const COMMANDS = {
  "decide --json": ["decide", lunch, "--answers", "-", "--json"],
  decide: ["decide", lunch, "--answers", "-"],
  grade: ["grade", journey, "--text", "-"],
  check: ["check", lunch],
  "check --json": ["check", lunch, "--json"],
  "check --sarif": ["check", lunch, "--sarif"],
  "check --junit": ["check", lunch, "--junit"],
  diff: ["diff", lunch, lunch],
  "diff --json": ["diff", lunch, lunch, "--json"],
  help: ["--help"],
  version: ["--version"],
};

/** Bytes in and text out; what is said of descriptors and readers is said of a process (`spawned`, `sh`). */
const run = runCommandLine;
const spawned = (args, options) => spawnSync(process.execPath, [cli, ...args], { encoding: "utf8", ...options });
const sh = (script, ...args) =>
  spawnSync("sh", ["-c", script, "sh", process.execPath, cli, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });

function file(name, content) {
  const target = path.join(folder, name);
  writeFileSync(target, content);
  return target;
}

const COLD = '{"weather":"cold","minutes":"thirty"}\n';

test("a pipe gets every line, and a slow reader too", () => {
  const answers = file("many.ndjson", COLD.repeat(30_000));
  const count = '"$1" "$2" decide "$3" --answers "$4" --json | { sleep 1; wc -l; }';
  assert.equal(sh(count, lunch, answers).stdout.trim(), "30000");
  const texts = file("texts.ndjson", '{"id":1,"text":"The tram is on time."}\n'.repeat(3_000));
  assert.equal(sh('"$1" "$2" grade "$3" --text "$4" | wc -l', journey, texts).stdout.trim(), "3000");
});

test("memory doesn't grow with the input, nor with a reader that is slow", () => {
  const watch = file("watch.mjs", `process.on("exit", () => console.error(process.resourceUsage().maxRSS))`);
  const peak = (lines) => {
    const answers = file("memory.ndjson", COLD.repeat(lines));
    const script = `"$1" --import="$5" "$2" decide "$3" --answers "$4" --json | { sleep 2; cat > /dev/null; }`;
    return Number(sh(script, lunch, answers, watch).stderr.trim());
  };
  const [few, many] = [peak(2_000), peak(150_000)];
  assert.ok(few > 0 && many < 200_000 && many < few + 60_000, `${few} and ${many} KB`);
});

for (const [name, args] of Object.entries(COMMANDS)) {
  test(`${name}: a full disk is said in one sentence, exit code 2`, { skip: noFullDevice }, () => {
    const out = openSync(FULL, "w");
    const { status, stderr } = spawned(args, { input: COLD, stdio: ["pipe", out, "pipe"] });
    closeSync(out);
    assert.equal(stderr, "Standard output can't be written: no space left on device (ENOSPC).\n");
    assert.equal(status, 2);
  });

  test(`${name}: a reader that has gone is no error`, () => {
    const { stdout, stderr } = sh(
      '{ sleep 0.5; echo \'{"weather":"cold"}\'; } | { "$@"; echo "rc $?" >&2; } | true',
      ...args,
    );
    assert.equal(stdout, "");
    assert.equal(stderr, "rc 0\n");
  });
}

test("--output never takes the place of what was read, by whatever name, and a translation in work keeps what it says", () => {
  const pack = file("own.json", readFileSync(lunch, "utf8"));
  const answers = file("own-answers.json", '{"weather": "cold"}');
  const link = path.join(folder, "link.json");
  symlinkSync(pack, link);
  for (const [args, target] of [
    [["check", pack], pack],
    [["check", pack], link],
    [["decide", pack, "--answers", answers], answers],
    [["bundle", pack], pack],
    [["diff", lunch, pack], pack],
  ]) {
    const before = readFileSync(target, "utf8");
    const { status, stderr } = run([...args, "--output", target]);
    assert.equal(stderr, `${target} was read by this command and would be lost. Name another file behind --output.\n`);
    assert.equal(status, 2);
    assert.equal(readFileSync(target, "utf8"), before);
  }
  const german = path.join(folder, "own.de.json");
  const template = (...args) => run(["translate", pack, ...args, "--template", "de", "--output", german]);
  assert.equal(template().status, 0);
  writeFileSync(german, readFileSync(german, "utf8").replace('""', '"Suppe oder Salat?"'));
  const { status, stderr } = template();
  assert.equal(stderr, `${german} is there already. Name it behind the pack, and what it says is kept.\n`);
  assert.equal(status, 2);
  assert.equal(template(german).status, 0);
  assert.match(readFileSync(german, "utf8"), /Suppe oder Salat/);
});

test("--output: a full disk, a folder that isn't there, and every command that prints", { skip: noFullDevice }, () => {
  for (const [name, args] of Object.entries(COMMANDS)) {
    const { status, stderr } = run([...args, "--output", FULL], { input: COLD });
    assert.equal(stderr, `${FULL} can't be written: no space left on device (ENOSPC).\n`, name);
    assert.equal(status, 2, name);
  }
  const { status, stderr } = run(["check", lunch, "--output", "/no/such/folder/x"]);
  assert.match(stderr, /^\/no\/such\/folder\/x can't be written: no such file or directory \(ENOENT\)\.\n$/);
  assert.equal(status, 2);
  const target = path.join(folder, "verdicts.ndjson");
  assert.equal(run(["decide", lunch, "--answers", "-", "--json", "--output", target], { input: COLD }).status, 0);
  assert.equal(JSON.parse(readFileSync(target, "utf8")).recommendation.id, "soup");
});

test("a command that fails leaves the file of --output as it was", () => {
  const target = file("kept.txt", "kept");
  const bad = file("kept.json", "{");
  assert.equal(run(["decide", bad, "--answers", "-", "--output", target], { input: COLD }).status, 1);
  assert.equal(readFileSync(target, "utf8"), "kept");
});

test("when the reader leaves, nothing more is computed", () => {
  const answers = file("leaves.ndjson", COLD.repeat(400_000));
  const start = Date.now();
  const { stdout } = sh('"$1" "$2" decide "$3" --answers "$4" --json | head -1', lunch, answers);
  assert.equal(JSON.parse(stdout).recommendation.id, "soup");
  const one = Date.now() - start;
  const whole = sh(
    '"$1" "$2" decide "$3" --answers "$4" --json > /dev/null',
    lunch,
    file("one.ndjson", COLD.repeat(40_000)),
  );
  assert.equal(whole.status, 0);
  assert.ok(one < 4 * (Date.now() - start - one), `${one} ms for one line`);
});

test("each verdict comes as soon as its line does", async () => {
  const child = spawn(process.execPath, [cli, ...COMMANDS["decide --json"]], { stdio: ["pipe", "pipe", "ignore"] });
  child.stdin.write(COLD);
  const [first] = await new Promise((resolve) =>
    child.stdout.once("data", (data) => resolve(String(data).split("\n"))),
  );
  assert.equal(JSON.parse(first).recommendation.id, "soup");
  child.stdin.end();
  assert.equal(await new Promise((resolve) => child.once("close", resolve)), 0);
});

test("a standard input that was left non-blocking is waited for", () => {
  const script = `import os, subprocess, sys, time
r, w = os.pipe(); os.set_blocking(r, False)
p = subprocess.Popen(sys.argv[1:], stdin=r, stdout=subprocess.PIPE)
os.close(r); time.sleep(0.7); os.write(w, b'{"weather":"cold","minutes":"thirty"}'); os.close(w)
print(p.communicate()[0].decode()); sys.exit(p.returncode)`;
  const { status, stdout } = spawnSync("python3", ["-c", script, process.execPath, cli, ...COMMANDS["decide --json"]], {
    encoding: "utf8",
  });
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).recommendation.id, "soup");
});

test("a standard output that was left non-blocking gets everything", () => {
  const answers = file("nonblocking.ndjson", COLD.repeat(5_000));
  const script = `import os, subprocess, sys, time
r, w = os.pipe(); os.set_blocking(w, False)
p = subprocess.Popen(sys.argv[1:], stdout=w)
os.close(w); time.sleep(1); print(open(r, "rb").read().count(b"\\n")); sys.exit(p.wait())`;
  const args = [process.execPath, cli, "decide", lunch, "--answers", answers, "--json"];
  const { status, stdout } = spawnSync("python3", ["-c", script, ...args], { encoding: "utf8" });
  assert.deepEqual([status, stdout.trim()], [0, "5000"]);
});

const wide = (text, name) => {
  const little = Buffer.from(`\ufeff${text}`, "utf16le");
  if (name === "UTF-16BE") return little.swap16();
  return name === "without a mark" ? little.subarray(2) : little;
};

test("UTF-16 is refused by name, in packs, answers and texts", () => {
  for (const name of ["UTF-16LE", "UTF-16BE", "without a mark"]) {
    for (const [args, text] of [
      [["check", "-"], readFileSync(lunch, "utf8")],
      [["decide", "-", "--answers", lunch], readFileSync(lunch, "utf8")],
      [COMMANDS["decide --json"], COLD],
      [COMMANDS.grade, "The tram is on time."],
    ]) {
      const { status, stdout, stderr } = run(args, { input: wide(text, name) });
      assert.equal(status, 1, `${name} ${args}`);
      assert.match(stdout + stderr, /1:1 error json_utf8\n.*UTF-16.*iconv -f UTF-16(LE|BE)? -t UTF-8/);
    }
  }
});

test("a byte of Windows-1252 is refused with its place", () => {
  const pack = Buffer.from(readFileSync(lunch, "utf8").replace("Soup or salad?", "Soupe \xe0 l'oignon?"), "latin1");
  const report = JSON.parse(run(["check", file("latin1.json", pack), "--json"]).stdout);
  assert.deepEqual(
    report.problems.map(({ code }) => code),
    ["json_utf8"],
  );
  for (const args of [
    ["decide", path.join(folder, "latin1.json"), "--answers", "-"],
    ["diff", lunch, path.join(folder, "latin1.json")],
  ]) {
    const { status, stderr } = run(args, { input: COLD });
    assert.equal(status, 1);
    assert.match(stderr, /latin1\.json has problems:\n {2}\d+:\d+ error json_utf8\n.*0xe0.*Windows-1252.*UTF-8/);
  }
  const text = run(COMMANDS.grade, { input: Buffer.from("One line.\nThe bus isn\x92t on time.\n", "latin1") });
  assert.equal(text.status, 1);
  assert.equal(text.stdout, "");
  assert.match(text.stderr, /2:12 error json_utf8\n.*0x92/);
});

test("one line of NDJSON that is not UTF-8 is reported where it stands, the others are done", () => {
  const bad = Buffer.from('{"weather":"\x92"}\n', "latin1");
  const { status, stdout } = run(COMMANDS["decide --json"], {
    input: Buffer.concat([Buffer.from(COLD), bad, Buffer.from(COLD)]),
  });
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(status, 1);
  assert.deepEqual([lines[0].recommendation.id, lines[2].recommendation.id], ["soup", "soup"]);
  assert.deepEqual(
    [lines[1].problems[0].code, lines[1].problems[0].line, lines[1].problems[0].column],
    ["json_utf8", 2, 13],
  );
  const item = Buffer.from('{"id":1,"text":"The tram is on time."}\n');
  const graded = run(COMMANDS.grade, { input: Buffer.concat([item, bad, item]) });
  assert.equal(graded.status, 1);
  assert.deepEqual(
    graded.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).problems?.[0].line ?? "graded"),
    ["graded", 2, "graded"],
  );
});

test("UTF-8 that a chunk of input cuts in two is put together again", () => {
  const text = `{"text":"The tram is on time – ${"é".repeat(70_000)}"}\n`;
  const graded = spawned(COMMANDS.grade, { input: `${text}${text}` });
  assert.equal(graded.status, 0);
  assert.equal(graded.stdout.trim().split("\n").length, 2);
});

const ORDERS = "\x1b]0;PWNED\x07\x1b[2J\x9b31m \x7f\r\n::error::injected\n::stop-commands::x\u2028##[error]y \u202ez";

function assertTame(text, what) {
  assert.doesNotMatch(text, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]/, what);
  assert.doesNotMatch(text, /^\s*::/m, what);
}

/** lunch, with every text of it giving orders. */
function orderly() {
  const replaced = (value, key) => {
    if (Array.isArray(value)) return value.map((each) => replaced(each, key));
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, name)]));
    return ["title", "text", "question", "because", "summary", "name", "why"].includes(key) && /\s/.test(value)
      ? `::error::${ORDERS}`
      : value;
  };
  return replaced(JSON.parse(readFileSync(lunch, "utf8")));
}

test("orders in a pack's texts reach neither the terminal nor the log of a CI", () => {
  const pack = file("orders.json", JSON.stringify(orderly()));
  const broken = file("orders2.json", JSON.stringify({ ...orderly(), [ORDERS]: 1 }));
  const translation = file(
    "orders3.json",
    JSON.stringify({ id: ORDERS, version: ORDERS, language: "de", [ORDERS]: ORDERS }),
  );
  for (const name of [pack, broken]) {
    for (const args of [
      ["check", name],
      ["check", name, "--json"],
      ["check", name, "--sarif"],
      ["check", name, "--junit"],
      ["check", name, "--translation", translation],
      ["translate", name, translation],
      ["diff", lunch, name],
      ["diff", name, name, "--json"],
      ["decide", name, "--answers", "-"],
      ["decide", name, "--answers", "-", "--json"],
    ]) {
      const { stdout, stderr } = run(args, { input: COLD });
      assert.ok(stdout + stderr !== "", args.join(" "));
      assertTame(stdout, args.join(" "));
      assertTame(stderr, args.join(" "));
    }
  }
  const unknown = run(["decide", lunch, "--answers", "-"], {
    input: JSON.stringify({ [ORDERS]: "cold", weather: ORDERS }),
  });
  assert.equal(unknown.status, 1);
  assertTame(unknown.stderr, "answers");
});

test("JSON means the same with and without what a terminal obeys", () => {
  const pack = orderly();
  const { stdout } = run(["decide", file("same.json", JSON.stringify(pack)), "--answers", "-", "--json"], {
    input: COLD,
  });
  assert.equal(JSON.parse(stdout).recommendation.summary, pack.decision.recommendations[0].summary);
});
