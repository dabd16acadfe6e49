// SPDX-License-Identifier: MIT
/** Setting up changes nobody's system unasked, and a tag is a section of the changelog. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { asTyped, installCommands, wayToInstall } from "../../web/tools/setup.mjs";
import { sectionOf, tagProblems, versionProblems } from "../../web/tools/versions.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const person = { debian: true, root: false, ci: false, terminal: true };

test("packages are installed unasked as root and in CI alone", () => {
  assert.equal(wayToInstall({ ...person, root: true }), "install");
  assert.equal(wayToInstall({ ...person, root: true, terminal: false }), "install");
  assert.equal(wayToInstall({ ...person, ci: true, terminal: false }), "install");
});

/** All that a script imports before its first line runs, and what they import in turn. */
function importedAtOnce(script, seen = new Set()) {
  if (seen.has(script)) return seen;
  seen.add(script);
  if (!/^[./]/.test(script)) return seen;
  const [head] = readFileSync(script, "utf8").split(
    /^(?:const|let|async|function|class|await|if|export (?!.* from ))/m,
  );
  const imports = head.matchAll(/^(?:import|export)\b[^;]*?\bfrom "([^"]+)"|^import "([^"]+)"/gm);
  for (const [, from, alone] of imports) {
    const name = from ?? alone;
    importedAtOnce(name.startsWith(".") ? path.join(path.dirname(script), name) : name, seen);
  }
  return seen;
}

test("what sets everything up needs no package that it has yet to install", () => {
  for (const script of ["demo/serve.mjs", "tests/run.mjs", "web/tools/build.mjs"]) {
    const names = [...importedAtOnce(path.join(root, script))];
    assert.ok(names.length > 5, script);
    assert.deepEqual(
      names.filter((name) => !name.startsWith("/") && !name.startsWith("node:")),
      [],
      script,
    );
  }
});

test("a person at a terminal is asked, anyone else gets the command", () => {
  assert.equal(wayToInstall(person), "ask");
  assert.equal(wayToInstall({ ...person, terminal: false }), "name");
});

test("nothing is installed where there is no apt-get", () => {
  for (const isRoot of [true, false])
    for (const ci of [true, false]) assert.equal(wayToInstall({ ...person, debian: false, root: isRoot, ci }), "name");
});

test("the command that is named can be pasted as it is", () => {
  assert.equal(
    asTyped(installCommands(["cmake", "g++"], false)),
    "sudo apt-get update && sudo apt-get install -y --no-install-recommends cmake g++",
  );
  assert.equal(asTyped(installCommands(["cmake"], true)).includes("sudo"), false);
});

test(
  "without a terminal and without root the missing packages are named, and nothing is run",
  { skip: process.getuid?.() !== 0 && "it takes root to become nobody" },
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), "decision-card-path-"));
    chmodSync(folder, 0o755);
    symlinkSync(process.execPath, path.join(folder, "node"));
    symlinkSync("/usr/bin/apt-get", path.join(folder, "apt-get"));
    const script = `const { setUpSystem } = await import(${JSON.stringify(`${root}web/tools/setup.mjs`)}); await setUpSystem("lint"); console.log("went on");`;
    const { status, stdout, stderr } = spawnSync(path.join(folder, "node"), ["--input-type=module", "-e", script], {
      env: { PATH: folder },
      uid: 65534,
      encoding: "utf8",
    });
    assert.equal(status, 1, stderr);
    assert.equal(stdout, "");
    assert.match(stderr, /clang-format-14: .*\(Debian package clang-format-14\)/);
    assert.match(stderr, /\nsudo apt-get update && sudo apt-get install -y .*clang-format-14/);
  },
);

test("a section of the changelog is found by its version", () => {
  const changelog = "# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-11-29\n### Added\n- This.\n\n## [1.1.0]\n";
  assert.equal(sectionOf("1.2.0", changelog), "### Added\n- This.");
  assert.equal(sectionOf("1.2", changelog), null);
  assert.deepEqual(tagProblems("v1.2.0", "1.2.0", changelog), []);
  assert.match(tagProblems("v1.3.0", "1.2.0", changelog)[0], /must be v1\.2\.0/);
  assert.match(tagProblems("v1.3.0", "1.3.0", changelog)[0], /no section "## \[1\.3\.0\]"/);
  assert.match(tagProblems("v1.1.0", "1.1.0", changelog)[0], /empty/);
});

test("the version is written once", () => {
  assert.deepEqual(versionProblems(), []);
  const { status, stderr } = spawnSync(process.execPath, ["web/tools/versions.mjs", "v0.0.0"], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(status, 1);
  assert.match(stderr, /must be v/);
});
