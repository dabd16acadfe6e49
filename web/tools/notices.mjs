// SPDX-License-Identifier: MIT
/**
 * The notices of what others wrote and dist/ carries: npm packages by their own licence files, and the C and C++ parts of
 * the wasm by docs/licences/. A bundled package without a licence file ends the build.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./setup.mjs";

const at = (...parts) => path.join(root, ...parts);
const { version } = JSON.parse(readFileSync(at("package.json"), "utf8"));

export const NOTICES_FILE = "THIRD_PARTY_NOTICES.txt";

/** What every script begins with. */
export const NOTICE = `/*! decision-card ${version}, MIT; notices of what it includes: ${NOTICES_FILE} in the npm package decision-card */`;

/** Folders of the npm packages whose code is in the outputs, without those that only their types or nothing came from. */
export function bundledPackages(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.keys(output.inputs)),
  );
  const packages = inputs.flatMap((input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []);
  return [...new Set(packages)].sort();
}

function packageNotice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(at(folder, "package.json"), "utf8"));
  const file = readdirSync(at(folder)).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  if (!file) throw new Error(`${name} is bundled and has no licence file: its notice can't be given.`);
  return { title: `${name} ${version} (${license})`, text: readFileSync(at(folder, file), "utf8") };
}

/** One file a part of the wasm; its first line is the title. */
function engineNotice(file) {
  const [title, ...text] = readFileSync(at("docs/licences", file), "utf8").split("\n");
  return { title, text: text.join("\n") };
}

export function noticesText(metafiles) {
  const engine = readdirSync(at("docs/licences")).sort().map(engineNotice);
  const notices = [...bundledPackages(metafiles).map(packageNotice), ...engine];
  const rule = "-".repeat(78);
  const parts = notices.map(({ title, text }) => `${rule}\n${title}\n${rule}\n\n${text.trim()}\n`);
  return [`decision-card ${version} is under the MIT licence (LICENSE). It includes the following.\n`, ...parts].join(
    "\n",
  );
}

/** The metafiles stay in build/, where the tests hold the notices against them. */
export function writeNotices(metafiles) {
  mkdirSync(at("build"), { recursive: true });
  writeFileSync(at("build/metafiles.json"), JSON.stringify(metafiles));
  writeFileSync(at("dist", NOTICES_FILE), noticesText(metafiles));
}
