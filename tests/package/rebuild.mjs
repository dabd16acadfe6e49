// SPDX-License-Identifier: MIT
/** The tarball is what anybody gets who builds the same sources, wherever they lie. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { root } from "../../web/tools/setup.mjs";
import { packInto } from "./support/tarball.mjs";

const AGAIN = path.join(root, "build/again");
const TREE = ["web", "packs", "docs", "package.json", "custom-elements.json", "README.md", "CHANGELOG.md", "LICENSE"];
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-rebuilt-"));

after(() => {
  rmSync(AGAIN, { recursive: true, force: true });
  rmSync(folder, { recursive: true });
});

/** The sources, the tools and the modules, and nothing of what was built around them. */
function copyTree() {
  rmSync(AGAIN, { recursive: true, force: true });
  mkdirSync(path.join(AGAIN, "build"), { recursive: true });
  for (const name of TREE) cpSync(path.join(root, name), path.join(AGAIN, name), { recursive: true });
  cpSync(path.join(root, "build/wasm/wasm"), path.join(AGAIN, "build/wasm/wasm"), { recursive: true });
  execFileSync("cp", ["-al", path.join(root, "node_modules"), AGAIN]);
}

function assemble() {
  const program = 'await (await import("./web/tools/build.mjs")).assemble()';
  execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: AGAIN,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** Path → hash of every file of a tarball, so that a difference has a name. */
function contents(tarball) {
  const place = mkdtempSync(path.join(folder, "unpacked-"));
  execFileSync("tar", ["-xzf", tarball, "-C", place]);
  const list = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
  const hash = (name) =>
    createHash("sha256")
      .update(readFileSync(path.join(place, name)))
      .digest("hex");
  return Object.fromEntries(list.sort().map((name) => [name, hash(name)]));
}

function pack(name, tree) {
  const place = path.join(folder, name);
  mkdirSync(place);
  return packInto(place, tree).tarball;
}

test("a rebuild in another folder gives the same tarball, byte for byte", () => {
  copyTree();
  assemble();
  const [first, second] = [pack("first", root), pack("second", AGAIN)];
  assert.deepEqual(contents(second), contents(first));
  assert.ok(readFileSync(second).equals(readFileSync(first)), "equal files, another tarball");
});
