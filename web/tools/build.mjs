// SPDX-License-Identifier: MIT
/** `npm run build`: the engine to WebAssembly, then every artefact of dist/. */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { NOTICE, writeNotices } from "./notices.mjs";
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
      build.onResolve({ filter: /\/generated\/(glue|inspect-glue|wasm-bytes|bundled)\.js$/ }, ({ path: name }) => ({
        path: `./${path.basename(name)}`,
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
    build.onResolve({ filter: /\/engine\/(engine|inspector)\.js$/ }, ({ path: name }) => ({
      path: name.endsWith("/engine.js") ? "../engine.js" : "../inspect.js",
      external: true,
    }));
  },
};

/** One file is sent to every reader, so it draws with a few lines of its own instead of d3 (docs/decisions/0009). */
const smallPlot = {
  name: "small-plot",
  setup(build) {
    build.onResolve({ filter: /^\.\/plot\.js$/ }, () => ({ path: at("web/views/costs/plot-small.ts") }));
  },
};

/** The smallest script shows no proofs and no costs: their views, words and styles stay out (docs/decisions/0011). */
const withoutProofs = {
  name: "without-proofs",
  setup(build) {
    build.onResolve({ filter: /\/proofs\/index\.js$/ }, () => ({ path: at("web/views/proofs/none.ts") }));
    build.onResolve({ filter: /\/en-proofs\.js$/ }, ({ path: name }) => ({ path: name, namespace: "absent" }));
    build.onResolve({ filter: /\/proofs\.css$/ }, ({ path: name }) => ({ path: name, namespace: "absent" }));
    build.onLoad({ filter: /\.js$/, namespace: "absent" }, () => ({ contents: "export const proofTexts = {};" }));
    build.onLoad({ filter: /\.css$/, namespace: "absent" }, () => ({ contents: 'export default "";' }));
  },
};

/**
 * A module's glue, which since Emscripten 4.0.4 names its own address to find the wasm beside it. Nothing asks for it,
 * because the facade hands the module in; but a classic script has no such address, and bundlers would look for the file.
 */
const glueOf = (name) => readFileSync(at(`build/wasm/wasm/${name}.mjs`), "utf8").replaceAll("import.meta.url", '""');

/** What a build needs that carries this module: "engine", or "proofs". */
function engineModules(name) {
  return {
    "./glue.js": glueOf(name),
    "./inspect-glue.js": glueOf("inspect"),
    "./wasm-bytes.js": bytesModule(readFileSync(at(`build/wasm/wasm/${name}.wasm`))),
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

/** A pack without what only `check` reads; that stays in dist/packs. */
function forReaders({ decision, rubric, ...pack }) {
  const { laws, accepted, ...shown } = decision;
  return { ...pack, decision: { ...shown, cases: [] }, rubric: { ...rubric, samples: [] } };
}

/** ... and without what the smallest script does not show. */
function withoutCosts(pack) {
  const { estimates, ...decision } = pack.decision;
  const cited = JSON.stringify({ ...pack, decision, sources: [] });
  return { ...pack, decision, sources: pack.sources.filter(({ id }) => cited.includes(`"${id}"`)) };
}

/** Asks the engine itself what a pack looks like, so that the shell never reads a pack on its own. */
async function bundledModule(esbuild, options, shown) {
  const outfile = at("build/engine-for-build.mjs");
  await esbuild.build({ ...options, entryPoints: [at("web/engine/engine.ts")], outfile, splitting: false });
  const { load } = await import(`${pathToFileURL(outfile)}?${Date.now()}`);
  const pack = JSON.parse(readFileSync(at("packs", `${BUNDLED_PACK}.json`), "utf8"));
  const text = JSON.stringify(shown(forReaders(pack)));
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
  for (const name of ["engine", "proofs", "inspect"])
    copyFileSync(at(`build/wasm/wasm/${name}.wasm`), dist(`${name}.wasm`));
}

/**
 * A classic script again through a slower minifier: 1.2 KB less of brotli (docs/decisions/0006). It stays plain ASCII, so
 * that it means the same in a page that doesn't say its character set.
 */
async function squeeze(file) {
  const { minify } = await import("terser");
  const { code } = await minify(readFileSync(file, "utf8"), {
    ecma: 2020,
    compress: { passes: 3 },
    format: { ascii_only: true }, // it keeps the comment that the bundle begins with
  });
  writeFileSync(file, code);
}

/** Where the modules stand that are not in web/entries/. */
const ENTRIES = { engine: "engine/engine", inspect: "engine/inspector", "cli/main": "cli/main" };
const entry = (name) => at("web", `${ENTRIES[name] ?? `entries/${name}`}.ts`);

/** esbuild's options for scripts around one module, with the pack as those scripts show it. */
async function optionsFor(esbuild, name, shown) {
  const modules = engineModules(name);
  const options = {
    bundle: true,
    ignoreAnnotations: true,
    format: "esm",
    target: "es2022",
    charset: "ascii",
    minify: true,
    banner: { js: NOTICE },
    metafile: true,
    legalComments: "none", // THIRD_PARTY_NOTICES.txt has them all
    logLevel: "warning",
    plugins: [generatedModules(modules)],
  };
  modules["./bundled.js"] = await bundledModule(esbuild, options, shown);
  return options;
}

async function bundleClassic(esbuild, options, file, plugin) {
  const { metafile } = await esbuild.build({
    ...options,
    entryPoints: [entry("classic")],
    outfile: dist(file),
    format: "iife",
    plugins: [plugin, ...options.plugins],
  });
  await squeeze(dist(file));
  return metafile;
}

async function bundleModules(esbuild, options, entries) {
  const { metafile } = await esbuild.build({
    ...options,
    entryPoints: Object.fromEntries(entries.map((name) => [name, entry(name)])),
    outdir: dist(),
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
  });
  return metafile;
}

async function bundleCommandLine(esbuild) {
  const { metafile } = await esbuild.build({
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "ascii",
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
    entryPoints: [entry("cli/main")],
    outfile: dist("bin/decision-card.js"),
    platform: "node",
    mainFields: ["module", "main"], // jsonc-parser's main can't be bundled
    banner: { js: `#!/usr/bin/env node\n${NOTICE}` },
    plugins: [modulesBeside],
  });
  chmodSync(dist("bin/decision-card.js"), 0o755);
  return metafile;
}

export async function bundle() {
  say("Bundling dist/");
  const esbuild = await import("esbuild");
  const small = await optionsFor(esbuild, "engine", withoutCosts);
  const full = await optionsFor(esbuild, "proofs", (pack) => pack);
  const metafiles = [
    await bundleModules(esbuild, small, ["engine", "inspect"]),
    await bundleClassic(esbuild, small, "decision-card.js", withoutProofs),
    await bundleModules(esbuild, full, ["index", "define", "proofs"]),
    await bundleClassic(esbuild, full, "decision-card-full.js", smallPlot),
    await bundleCommandLine(esbuild),
  ];
  writeNotices(metafiles);
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
  for (const name of ["glue.d.ts", "inspect-glue.d.ts"])
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
