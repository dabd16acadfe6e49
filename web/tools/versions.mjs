// SPDX-License-Identifier: MIT
/**
 * The version is written in package.json; CMake reads it there, and the lock repeats it. `node web/tools/versions.mjs TAG`
 * says whether a tag may be released: it is `v` and that version, and CHANGELOG.md has a section for it.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (name) => readFileSync(path.join(root, name), "utf8");

/** The text of a version's section; null where there is none. */
export function sectionOf(version, changelog = read("CHANGELOG.md")) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.startsWith(`[${version}]`));
  return section ? section.slice(section.indexOf("\n") + 1).trim() : null;
}

/** What is wrong with the places that repeat the version. */
export function versionProblems() {
  const { version } = JSON.parse(read("package.json"));
  const lock = JSON.parse(read("package-lock.json"));
  const problems = [];
  for (const said of [lock.version, lock.packages[""].version])
    if (said !== version) problems.push(`package-lock.json says ${said}, package.json ${version}: run npm install`);
  if (/project\(decision-card VERSION \d/.test(read("CMakeLists.txt")))
    problems.push("CMakeLists.txt writes a version of its own; it reads package.json");
  return problems;
}

/** What keeps a tag from being released. */
export function tagProblems(tag, version, changelog) {
  if (tag !== `v${version}`) return [`The tag is ${tag}, package.json says ${version}: the tag must be v${version}.`];
  const section = sectionOf(version, changelog);
  if (section === null) return [`CHANGELOG.md has no section "## [${version}]".`];
  if (section === "") return [`The section of ${version} in CHANGELOG.md is empty.`];
  return [];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tag] = process.argv.slice(2);
  const { version } = JSON.parse(read("package.json"));
  const problems = [...versionProblems(), ...tagProblems(tag ?? "none", version)];
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log(sectionOf(version));
  process.exitCode = problems.length === 0 ? 0 : 1;
}
