// SPDX-License-Identifier: MIT
/** `npm run build`: the engine to WebAssembly, then every artefact of dist/. */
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writeBundled } from "./bundled.mjs";
import { assertCatalogues, bundleLanguages } from "./catalogues.mjs";
import { moduleBytes, MODULES, writeModules } from "./modules.mjs";
import { writeNotices } from "./notices.mjs";
import { bundleWorkshop } from "./workshop.mjs";
import { bundleClassic, bundleCommandLine, bundleModules, CLASSIC, ENTRIES, PAGE } from "./scripts.mjs";
import { emscriptenEnvironment, root, run, say, setUpNpm, setUpSystem } from "./setup.mjs";

const at = (...parts) => path.join(root, ...parts);
const dist = (...parts) => at("dist", ...parts);

/** Builds the modules of wasm/CMakeLists.txt; with `tests`, the doctest suite as WebAssembly too. */
export function buildWasm({ tests = false } = {}) {
  say("Building the engine as WebAssembly");
  const env = emscriptenEnvironment();
  run("cmake", ["--preset", "wasm", `-DDECISION_CARD_TESTS=${tests ? "ON" : "OFF"}`], { env });
  run("cmake", ["--build", "--preset", "wasm"], { env });
}

/** Returns the names of the scripts that a page may take by themselves. */
export async function bundle() {
  say("Bundling dist/");
  const esbuild = await import("esbuild");
  await assertCatalogues(esbuild);
  writeModules();
  await writeBundled(esbuild, PAGE);
  const metafiles = [await bundleModules(esbuild), await bundleCommandLine(esbuild)];
  metafiles.push(await bundleWorkshop(esbuild));
  for (const name of CLASSIC) metafiles.push(await bundleClassic(esbuild, name));
  writeNotices(metafiles);
  return [...CLASSIC.map((name) => `${name}.js`), ...(await bundleLanguages(esbuild, PAGE))];
}

/** The labelled texts of a rubric, and what it learned from, are for its authors: 1.7 MB that no reader needs. */
const isForReaders = (file) => path.basename(file) !== "texts" && !file.endsWith(".learned.txt");

function copyData() {
  cpSync(at("packs"), dist("packs"), { recursive: true, filter: isForReaders });
  cpSync(at("web/themes"), dist("themes"), { recursive: true });
  for (const name of MODULES) writeFileSync(dist(`${name}.wasm`), moduleBytes(name));
}

/** Beside a pack a translation is texts alone; what ships under its name is the pack in that language (docs/translations.md). */
function translatePacks() {
  const names = readdirSync(at("packs"), { recursive: true }).filter((name) => /decision\.[\w-]+\.json$/.test(name));
  for (const name of names) {
    const pack = at("packs", path.dirname(name), "decision.json");
    const translate = [dist("bin/decision-card.js"), "translate", pack, at("packs", name)];
    run(process.execPath, [...translate, "--output", dist("packs", name)]);
  }
}

/** What a page says of a script that it takes from elsewhere: another script under that address is refused. */
function writeIntegrity(names) {
  const hash = (name) =>
    createHash("sha384")
      .update(readFileSync(dist(name)))
      .digest("base64");
  const entries = names.map((name) => [name, `sha384-${hash(name)}`]);
  writeFileSync(dist("integrity.json"), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

/** A module's bytes are a WebAssembly.Module to those who import it; that name is the DOM's, which not all of them have. */
const WASM_TYPES = `/** A WebAssembly.Module where the platform imports one, or what your bundler makes of the file. */
declare const module: object;
export default module;
`;

/** The classic scripts register what the modules define. */
const CLASSIC_TYPES = `import "./esm/define.js";
`;

async function declareTypes() {
  say("Writing type declarations");
  const { DECLARED, writeTypes } = await import("./types.mjs"); // TypeScript may have been installed a moment ago
  const { writeFrameworks } = await import("./frameworks.mjs");
  const { manifest } = await import("./manifest.mjs");
  rmSync(DECLARED, { recursive: true, force: true });
  const tsc = at("node_modules/typescript/bin/tsc");
  run(process.execPath, [tsc, "-p", "web", "--noEmit", "false", "--emitDeclarationOnly", "--outDir", DECLARED]);
  writeTypes(ENTRIES);
  writeFrameworks(manifest());
  for (const name of CLASSIC) writeFileSync(dist(`${name}.d.ts`), CLASSIC_TYPES);
  for (const name of MODULES) writeFileSync(dist(`${name}.wasm.d.ts`), WASM_TYPES);
}

/** dist/ anew, around modules that are built: with the same modules, the same bytes. */
export async function assemble() {
  rmSync(dist(), { recursive: true, force: true });
  const scripts = await bundle();
  copyData();
  translatePacks();
  writeIntegrity(scripts);
  await declareTypes();
}

export async function build(options = {}) {
  await setUpSystem("build");
  setUpNpm();
  buildWasm(options);
  await assemble();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build();
  say("Done: dist/");
}
