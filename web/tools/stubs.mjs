// SPDX-License-Identifier: MIT
/**
 * For resolvers that don't know `exports` (Parcel as it comes, webpack 4, Jest 27): a folder an entry that leads to its module.
 * They stand in the tarball only. `npm pack` calls this before (`--build`, which builds dist/ first) and after (`--remove`).
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./setup.mjs";

const { exports: exported } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

/** Folder → what its package.json says. */
export const STUBS = Object.fromEntries(
  Object.entries(exported)
    .filter(([name, { types }]) => types && /^\.\/[\w-]+$/.test(name))
    .map(([name, { types, default: main }]) => [
      name.slice(2),
      { type: "module", main: `.${main}`, types: `.${types}` },
    ]),
);

/** A folder of the project's own is never written into, nor removed. */
function assertFree(tree, name) {
  if (existsSync(path.join(tree, name)) && !isStub(tree, name))
    throw new Error(`${name}/ is in the way of the entry of this name.`);
}

function isStub(tree, name) {
  const file = path.join(tree, name, "package.json");
  return existsSync(file) && readFileSync(file, "utf8") === textOf(name);
}

const textOf = (name) => `${JSON.stringify(STUBS[name], null, 2)}\n`;

export function writeStubs(tree = root) {
  for (const name of Object.keys(STUBS)) {
    assertFree(tree, name);
    mkdirSync(path.join(tree, name), { recursive: true });
    writeFileSync(path.join(tree, name, "package.json"), textOf(name));
  }
}

export function removeStubs(tree = root) {
  for (const name of Object.keys(STUBS)) if (isStub(tree, name)) rmSync(path.join(tree, name), { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--remove")) removeStubs();
  if (process.argv.includes("--build")) {
    const { build } = await import("./build.mjs");
    await build();
    writeStubs();
  }
}
