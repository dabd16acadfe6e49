// SPDX-License-Identifier: MIT
/** `npm run build`: the engine to WebAssembly, then every artefact of dist/ (DESIGN, section 6). */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** One file is sent to every reader, so it draws with a few lines of its own instead of d3 (docs/decisions/0009). */
const smallPlot = {
  name: "small-plot",
  setup(build) {
    build.onResolve({ filter: /^\.\.\/plot\.js$/ }, () => ({ path: at("web/plot-small.ts") }));
  },
};

function engineModules() {
  const wasm = readFileSync(at("build/wasm/wasm/engine.wasm"));
  return {
    "./glue.js": readFileSync(at("build/wasm/wasm/engine.mjs"), "utf8"),
    "./inspect-glue.js": readFileSync(at("build/wasm/wasm/inspect.mjs"), "utf8"),
    "./wasm-bytes.js": bytesModule(wasm),
  };
}

/**
 * Bytes as printable ASCII that compresses almost as well as the bytes themselves (docs/decisions/0004). The most frequent
 * bytes get a character each, their own where it is printable; the others get `}` or `~` and a character, in their order.
 */
function bytesModule(bytes) {
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte] += 1;
  const printable = Array.from({ length: 95 }, (_, k) => k + 0x20).filter(
    (code) => !'"\\<}~'.includes(String.fromCharCode(code)),
  );
  const byCount = counts.map((_, byte) => byte).sort((a, b) => counts[b] - counts[a] || a - b);
  const frequent = new Set(byCount.slice(0, printable.length));
  const free = [...frequent].filter((byte) => !printable.includes(byte));
  const single = printable.map((code) => (frequent.has(code) ? code : free.shift()));
  const code = new Map(single.map((byte, k) => [byte, String.fromCharCode(printable[k])]));
  byCount
    .slice(printable.length)
    .sort((a, b) => a - b)
    .forEach((byte, k) =>
      code.set(byte, "}~"[Math.floor(k / printable.length)] + String.fromCharCode(printable[k % printable.length])),
    );
  const text = Array.from(bytes, (byte) => code.get(byte)).join("");
  return `export const wasmText = ${JSON.stringify(text)};\nexport const wasmSingles = ${JSON.stringify(single)};`;
}

/** A pack without its own tests: its cases and samples stay in dist/packs, where `check` reads them. */
function withoutTests({ decision, rubric, ...pack }) {
  return { ...pack, decision: { ...decision, cases: [] }, rubric: { ...rubric, samples: [] } };
}

/** Asks the engine itself what a pack looks like, so that the shell never reads a pack on its own. */
async function bundledModule(esbuild, options) {
  const outfile = at("build/engine-for-build.mjs");
  await esbuild.build({ ...options, entryPoints: [at("web/engine.ts")], outfile, splitting: false });
  const { load } = await import(`${pathToFileURL(outfile)}?${Date.now()}`);
  const text = JSON.stringify(withoutTests(JSON.parse(readFileSync(at("packs", `${BUNDLED_PACK}.json`), "utf8"))));
  const { description } = (await load()).open(text);
  const { decision, rubric } = description;
  const first = {
    ...description,
    sources: [],
    rubric: rubric && {
      ...rubric,
      criteria: rubric.criteria.map(({ id, title, bonus }) => ({ id, title, bonus, levels: [], sources: [] })),
      misconceptions: [],
      follow_ups: [],
      bands: [],
    },
    decision: {
      ...decision,
      questions: decision.questions.slice(0, 1),
      recommendations: [],
      gates: [],
      estimates: undefined,
    },
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

/** The classic script again through a slower minifier: 1.2 KB less of brotli (docs/decisions/0006). */
async function squeeze(file) {
  const { minify } = await import("terser");
  const { code } = await minify(readFileSync(file, "utf8"), { ecma: 2020, compress: { passes: 3 } });
  writeFileSync(file, code);
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
    plugins: [smallPlot, ...common.plugins],
  });
  await squeeze(dist("decision-card.js"));
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
