// SPDX-License-Identifier: MIT
/**
 * Where a consumer is built: a folder in build/consumers with its sources, its packages and the packed tarball. Packages are
 * of exact versions, and what those ask for is what there was on one day; they stay until a version changes.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../../web/tools/setup.mjs";
import { packInto } from "./tarball.mjs";

export const WORK = path.join(root, "build/consumers");
const SOURCES = path.join(root, "tests/package/consumers");
const AS_OF = "2026-11-29";
const INSTALL = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", `--before=${AS_OF}`];

/** Packs once for all of them. */
export function packForAll() {
  mkdirSync(WORK, { recursive: true });
  return packInto(WORK);
}

/** Of the package that a consumer is named after; nothing where it needs none. */
export function versionOf({ name, of = name.replace(/-.*/, "") }) {
  const file = path.join(SOURCES, name, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).dependencies[of] : "";
}

function installPackages(folder, text) {
  const stamp = path.join(folder, "node_modules/.installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === AS_OF + text) return;
  for (const name of ["node_modules", "package-lock.json"])
    rmSync(path.join(folder, name), { recursive: true, force: true });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), text);
  execFileSync("npm", INSTALL, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  writeFileSync(stamp, AS_OF + text);
}

/** Puts the tarball where npm would: it asks for no other package. */
function unpack(tarball, folder) {
  const place = path.join(folder, "node_modules/decision-card");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", place, "--strip-components=1"]);
}

/** Sources of a consumer, of all where it has none of its own, and the packages. Gives its folder. */
export function prepare({ name, sources = [] }, { tarball }) {
  const folder = path.join(WORK, name);
  mkdirSync(folder, { recursive: true });
  const own = path.join(SOURCES, name);
  for (const from of [...sources.map((each) => path.join(SOURCES, each)), own])
    if (existsSync(from)) cpSync(from, folder, { recursive: true });
  rmSync(path.join(folder, "dist"), { recursive: true, force: true });
  const declared = path.join(own, "package.json");
  if (existsSync(declared)) installPackages(folder, readFileSync(declared, "utf8"));
  else writeFileSync(path.join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  unpack(tarball, folder);
  return folder;
}

/** Runs a command in a consumer's folder; its first word is a file of Node's to run, or a program of a package. */
export function command(folder, [program, ...args], env = {}) {
  const isScript = /\.[cm]?js$|rollup$/.test(program);
  const words = isScript ? [process.execPath, program, ...args] : [path.resolve(folder, program), ...args];
  const { status, stdout, stderr } = spawnSync(words[0], words.slice(1), {
    cwd: folder,
    encoding: "utf8",
    timeout: 300_000,
    env: { ...process.env, NODE_ENV: undefined, CI: "true", NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  if (status !== 0)
    throw new Error(`${program} ${args.join(" ")} ended with ${status}\n${stdout}\n${stderr}`.slice(-3000));
  return stdout;
}
