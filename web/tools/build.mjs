// SPDX-License-Identifier: MIT
/** `npm run build`: the engine to WebAssembly, then every artefact of dist/. */
import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writeBundled } from "./bundled.mjs";
import { moduleBytes, MODULES, writeModules } from "./modules.mjs";
import { writeNotices } from "./notices.mjs";
import { bundleClassic, bundleCommandLine, bundleModules, CLASSIC, PAGE } from "./scripts.mjs";
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

export async function bundle() {
  say("Bundling dist/");
  const esbuild = await import("esbuild");
  writeModules();
  await writeBundled(esbuild, PAGE);
  const metafiles = [await bundleModules(esbuild), await bundleCommandLine(esbuild)];
  for (const name of CLASSIC) metafiles.push(await bundleClassic(esbuild, name));
  writeNotices(metafiles);
}

/** The labelled texts of a rubric, and what it learned from, are for its authors: 1.7 MB that no reader needs. */
const isForReaders = (file) => path.basename(file) !== "texts" && !file.endsWith(".learned.txt");

function copyData() {
  cpSync(at("packs"), dist("packs"), { recursive: true, filter: isForReaders });
  for (const name of MODULES) writeFileSync(dist(`${name}.wasm`), moduleBytes(name));
}

function declareTypes() {
  say("Writing type declarations");
  const tsc = at("node_modules/typescript/bin/tsc");
  run(process.execPath, [tsc, "-p", "web", "--noEmit", "false", "--emitDeclarationOnly", "--outDir", "dist"]);
  rmSync(dist("cli"), { recursive: true });
  // tsc leaves hand-written declarations behind
  mkdirSync(dist("engine/generated"), { recursive: true });
  for (const name of readdirSync(at("web/engine/generated")))
    copyFileSync(at("web/engine/generated", name), dist("engine/generated", name));
}

export async function build(options = {}) {
  await setUpSystem("build");
  setUpNpm();
  buildWasm(options);
  rmSync(dist(), { recursive: true, force: true });
  await bundle();
  copyData();
  declareTypes();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build();
  say("Done: dist/");
}
