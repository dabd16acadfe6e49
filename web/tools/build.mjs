// SPDX-License-Identifier: MIT
/** `npm run build`: the engine to WebAssembly, then every artefact of dist/ (DESIGN, section 6). */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { emscriptenEnvironment, root, run, say, setUpNpm, setUpSystem } from "./setup.mjs";

const BUNDLED_PACK = "rag-vs-fine-tuning";
const at = (...parts) => path.join(root, ...parts);
const dist = (...parts) => at("dist", ...parts);

/** Builds engine.mjs and engine.wasm; with `tests`, the doctest suite as WebAssembly too. */
export function buildWasm({ tests = false } = {}) {
  say("Building the engine as WebAssembly");
  const env = emscriptenEnvironment();
  run("cmake", ["--preset", "wasm", `-DDECISION_CARD_TESTS=${tests ? "ON" : "OFF"}`], { env });
  run("cmake", ["--build", "--preset", "wasm"], { env });
}

/** Modules that exist only at build time: the glue, the wasm bytes, the bundled pack and its prepared first screen. */
function generatedModules(contents) {
  return {
    name: "generated",
    setup(build) {
      build.onResolve({ filter: /^\.\/(glue|inspect-glue|wasm-bytes|bundled)\.js$/ }, ({ path: name }) => ({
        path: name,
        namespace: "generated",
      }));
      build.onLoad({ filter: /.*/, namespace: "generated" }, ({ path: name }) => ({
        contents: contents[name],
        loader: "js",
        resolveDir: root,
      }));
      build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
        const css = await build.esbuild.transform(readFileSync(file, "utf8"), { loader: "css", minify: true });
        return { contents: css.code.trim(), loader: "text" };
      });
    },
  };
}

/** The command line imports its modules next to it in dist/ instead of carrying a second copy. */
const modulesBeside = {
  name: "modules-beside",
  setup(build) {
    build.onResolve({ filter: /^\.\.\/(engine|inspect)\.js$/ }, ({ path: name }) => ({ path: name, external: true }));
  },
};

function engineModules() {
  const wasm = readFileSync(at("build/wasm/wasm/engine.wasm"));
  return {
    "./glue.js": readFileSync(at("build/wasm/wasm/engine.mjs"), "utf8"),
    "./inspect-glue.js": readFileSync(at("build/wasm/wasm/inspect.mjs"), "utf8"),
    "./wasm-bytes.js": `export const wasmHex = "${wasm.toString("hex")}";`,
  };
}

/** Asks the engine itself what a pack looks like, so that the shell never reads a pack on its own. */
async function bundledModule(esbuild, options) {
  const outfile = at("build/engine-for-build.mjs");
  await esbuild.build({ ...options, entryPoints: [at("web/engine.ts")], outfile, splitting: false });
  const { load } = await import(`${pathToFileURL(outfile)}?${Date.now()}`);
  const text = JSON.stringify(JSON.parse(readFileSync(at("packs", `${BUNDLED_PACK}.json`), "utf8")));
  const { description } = (await load()).open(text);
  const { decision } = description;
  const first = {
    ...description,
    sources: [],
    decision: { ...decision, questions: decision.questions.slice(0, 1), recommendations: [], gates: [] },
  };
  return [
    `export const bundledPackText = ${JSON.stringify(text)};`,
    `export const bundledFirst = ${JSON.stringify(first)};`,
    `export const bundledQuestionCount = ${decision.questions.length};`,
  ].join("\n");
}

function copyData() {
  mkdirSync(dist("packs"), { recursive: true });
  for (const file of readdirSync(at("packs"))) copyFileSync(at("packs", file), dist("packs", file));
  copyFileSync(at("build/wasm/wasm/engine.wasm"), dist("engine.wasm"));
  copyFileSync(at("build/wasm/wasm/inspect.wasm"), dist("inspect.wasm"));
}

export async function bundle() {
  say("Bundling dist/");
  const esbuild = await import("esbuild");
  const modules = engineModules();
  const common = {
    bundle: true,
    ignoreAnnotations: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    plugins: [generatedModules(modules)],
  };
  modules["./bundled.js"] = await bundledModule(esbuild, common);
  const entry = (name) => at("web", `${name}.ts`);
  await esbuild.build({
    ...common,
    entryPoints: ["index", "define", "engine", "inspect"].map(entry),
    outdir: dist(),
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
  });
  await esbuild.build({
    ...common,
    entryPoints: [entry("classic")],
    outfile: dist("decision-card.js"),
    format: "iife",
  });
  await esbuild.build({
    ...common,
    entryPoints: [entry("cli/main")],
    outfile: dist("bin/decision-card.js"),
    platform: "node",
    minify: false,
    banner: { js: "#!/usr/bin/env node" },
    plugins: [modulesBeside],
  });
  chmodSync(dist("bin/decision-card.js"), 0o755);
}

function declareTypes() {
  say("Writing type declarations");
  run(process.execPath, [
    at("node_modules/typescript/bin/tsc"),
    "-p",
    "web",
    "--noEmit",
    "false",
    "--emitDeclarationOnly",
    "--outDir",
    "dist",
  ]);
  rmSync(dist("cli"), { recursive: true });
  // tsc leaves hand-written declarations behind
  for (const name of ["glue.d.ts", "inspect-glue.d.ts"]) copyFileSync(at("web", name), dist(name));
}

export async function build(options = {}) {
  setUpSystem("build");
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
