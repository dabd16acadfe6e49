// SPDX-License-Identifier: MIT
/** The package as `npm pack` makes it, from a copy: the test files that need one run side by side. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { STUBS, writeStubs } from "../../../web/tools/stubs.mjs";
import { root } from "../../../web/tools/setup.mjs";

const PACKED = [
  "package.json",
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
  "custom-elements.json",
  "dist",
  "docs",
  ...Object.keys(STUBS),
];

/** Packs a tree into a folder; gives the tarball's path and what npm says of it. */
export function packInto(folder, tree = root) {
  const copy = mkdtempSync(path.join(tmpdir(), "decision-card-packed-"));
  for (const name of PACKED.filter((each) => existsSync(path.join(tree, each))))
    cpSync(path.join(tree, name), path.join(copy, name), { recursive: true });
  writeStubs(copy);
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const [packed] = JSON.parse(execFileSync("npm", args, { cwd: copy, stdio: ["ignore", "pipe", "ignore"] }));
  rmSync(copy, { recursive: true });
  return { ...packed, tarball: path.join(folder, packed.filename) };
}
