// SPDX-License-Identifier: MIT
/** What dist/ says of itself: plain ASCII, its licence, and the notices of all that is bundled. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { bundledPackages, noticesText } from "../../web/tools/notices.mjs";
import { engineComponent, licences, sbom } from "../../web/tools/sbom.mjs";

const root = new URL("../../", import.meta.url);
const read = (name) => readFileSync(new URL(name, root), "utf8");
const notices = read("dist/THIRD_PARTY_NOTICES.txt");
const scripts = readdirSync(new URL("dist/", root), { recursive: true })
  .filter((name) => name.endsWith(".js"))
  .filter((name) => readFileSync(new URL(`dist/${name}`, root), "utf8").trim() !== "export {};") // types alone
  .map((name) => `dist/${name}`);
const metafiles = JSON.parse(read("build/metafiles.json"));

test("every script is plain ASCII, so that it means the same in a page without a character set", () => {
  assert.ok(scripts.length >= 8);
  for (const name of scripts) {
    const [, line] = read(name).match(/^(.*[^\x00-\x7f].*)$/m) ?? [];
    assert.equal(line?.slice(0, 100), undefined, name);
  }
});

test("no script of a page looks behind in a pattern: Safari before 16.4 then reads none of it", () => {
  for (const name of scripts.filter((each) => !each.startsWith("dist/bin/")))
    assert.doesNotMatch(read(name), /\(\?<[=!]/, name);
});

test("every script begins with its licence and says where the notices are", () => {
  for (const name of scripts) {
    const [comment] = read(name).match(/^(?:#!.*\n)?\/\*!.*?\*\//s) ?? assert.fail(`${name} has no comment`);
    assert.match(comment, /decision-card \d+\.\d+\.\d+, MIT; .*THIRD_PARTY_NOTICES\.txt/, name);
  }
});

test("every package in the bundles has its name, version, copyright and permission among the notices", () => {
  const packages = bundledPackages(metafiles);
  assert.ok(packages.includes("node_modules/jsonc-parser"));
  for (const folder of packages) {
    const { name, version } = JSON.parse(read(`${folder}/package.json`));
    const at = notices.indexOf(`\n${name} ${version} (`);
    assert.notEqual(at, -1, `${name} ${version} has no notice`);
    const notice = notices.slice(at).split("-".repeat(78), 2).at(-1);
    assert.match(notice, /Copyright/, name);
    assert.match(notice, /Permission (is hereby granted|to use)/, name);
  }
});

test("a package that is bundled anew changes the notices, and one without a licence file ends the build", () => {
  const bundling = (input) => [{ outputs: { "x.js": { inputs: { [input]: { bytesInOutput: 9 } } } } }];
  assert.match(noticesText(bundling("node_modules/axe-core/axe.js")), /\naxe-core \d/);
  assert.deepEqual(bundledPackages(bundling("node_modules/a/node_modules/@b/c/d.js")), [
    "node_modules/a/node_modules/@b/c",
  ]);
  assert.throws(() => noticesText(bundling("node_modules/.bin/x.js")));
});

test("the parts of the wasm have their notices", () => {
  for (const part of ["nlohmann/json 3.11.2", "Emscripten", "musl libc", "libc++"])
    assert.match(notices, new RegExp(`^${part.replaceAll("+", "\\+")}.*in every \\.wasm`, "m"), part);
  for (const holder of ["Niels Lohmann", "Rich Felker", "The Emscripten Authors"])
    assert.match(notices, new RegExp(`Copyright .*${holder}`), holder);
});

test("the package takes the notices along", () => {
  assert.ok(JSON.parse(read("package.json")).files.includes("dist"));
});

test("the bill of materials has every part that has a notice, with its licence, and the same bytes twice", () => {
  const bill = sbom(metafiles);
  const parts = bill.components.map(({ name, version }) => `\n${name}${version ? ` ${version}` : ""}`);
  assert.equal(notices.split("-".repeat(78)).length, 2 * parts.length + 1);
  for (const part of parts) assert.ok(notices.includes(part), part);
  const refs = bill.components.map((each) => each["bom-ref"]);
  assert.equal(new Set(refs).size, refs.length);
  assert.deepEqual(bill.dependencies[0].dependsOn, refs);
  assert.equal(JSON.stringify(bill), JSON.stringify(sbom(metafiles)));
  assert.deepEqual(engineComponent("a/b 1.2.3, in every .wasm (Apache-2.0 WITH LLVM-exception)"), {
    "bom-ref": "a/b@1.2.3",
    type: "library",
    name: "a/b",
    version: "1.2.3",
    licenses: [{ expression: "Apache-2.0 WITH LLVM-exception" }],
    description: "in every .wasm",
  });
  assert.throws(() => engineComponent("a/b, in every .wasm"), /licence/);
});

test("every package that builds or tests has a licence", () => {
  const all = licences(JSON.parse(read("package-lock.json")));
  assert.ok(all.get("MIT").length > 100);
  assert.equal(all.get("none"), undefined);
});
