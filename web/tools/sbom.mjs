// SPDX-License-Identifier: MIT
/**
 * `npm run sbom`: what dist/ is made of, as CycloneDX 1.5 in build/sbom.cdx.json, the same bytes for the same build. `npm sbom`
 * would list what builds and tests it instead, which no user gets. `npm run licences`: every package of the lock, by licence.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundledPackages } from "./notices.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (name) => readFileSync(path.join(root, name), "utf8");
const json = (name) => JSON.parse(read(name));

/** "MIT" is an id; what joins several is an expression. */
const licensed = (licence) => [/ /.test(licence) ? { expression: licence } : { license: { id: licence } }];

function component(name, version, licence, more = {}) {
  const ref = version ? `${name}@${version}` : name;
  return { "bom-ref": ref, type: "library", name, ...(version && { version }), licenses: licensed(licence), ...more };
}

function packageComponent(folder) {
  const { name, version, license } = json(`${folder}/package.json`);
  return component(name, version, license, { purl: `pkg:npm/${name.replace("@", "%40")}@${version}` });
}

/** A part of the wasm, by the first line of its notice: "nlohmann/json 3.11.2, in every .wasm (MIT)". */
export function engineComponent(title) {
  const [, name, version, where, licence] = title.match(/^(.+?)(?: (\d[\d.]*))?(?:, |: )(.+) \(([^()]+)\)$/) ?? [];
  if (!licence) throw new Error(`docs/licences: “${title}” doesn't end with its licence.`);
  return component(name, version, licence, { description: where });
}

/** Of what is bundled, and of the parts of the wasm. */
export function sbom(metafiles) {
  const { name, version, license, description } = json("package.json");
  const self = component(name, version, license, { description, purl: `pkg:npm/${name}@${version}` });
  const parts = readdirSync(path.join(root, "docs/licences")).sort();
  const components = [
    ...bundledPackages(metafiles).map(packageComponent),
    ...parts.map((file) => engineComponent(read(`docs/licences/${file}`).split("\n")[0])),
  ];
  const dependencies = [
    { ref: self["bom-ref"], dependsOn: components.map((each) => each["bom-ref"]) },
    ...components.map((each) => ({ ref: each["bom-ref"] })),
  ];
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: self },
    components,
    dependencies,
  };
}

/** Licence → names, of all that the lock installs. A package without one is listed under "none". */
export function licences(lock) {
  const byLicence = new Map();
  for (const [folder, { version, license = "none" }] of Object.entries(lock.packages)) {
    if (folder === "") continue;
    const name = folder.replace(/^.*node_modules\//, "");
    byLicence.set(license, [...(byLicence.get(license) ?? []), `${name} ${version}`]);
  }
  return new Map([...byLicence].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function main([what]) {
  if (what === "--licences") {
    for (const [licence, names] of licences(json("package-lock.json")))
      console.log(`${licence} (${names.length})\n  ${[...new Set(names)].sort().join("\n  ")}`);
    return;
  }
  if (!existsSync(path.join(root, "build/metafiles.json"))) throw new Error("Run npm run build first.");
  const bill = sbom(json("build/metafiles.json"));
  writeFileSync(path.join(root, "build/sbom.cdx.json"), `${JSON.stringify(bill, null, 2)}\n`);
  for (const { name, version = "", licenses } of bill.components)
    console.log(`${name} ${version}\t${licenses[0].expression ?? licenses[0].license.id}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
