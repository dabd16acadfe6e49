// SPDX-License-Identifier: MIT
/** The scripts of dist/: two classic ones, the modules with their chunks, and the command line. */
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { NOTICE } from "./notices.mjs";
import { generated } from "./modules.mjs";
import { root } from "./setup.mjs";

const dist = (...parts) => path.join(root, "dist", ...parts);
const entry = (name) => path.join(root, "web/entries", `${name}.ts`);

/** What package.json exports; one build, so that all share one `PackError` and one copy of each engine. */
export const ENTRIES = [
  "index",
  "define",
  "elements",
  "decision-card",
  "rubric-card",
  "decision",
  "decision-without-wasm",
  "rubric",
  "rubric-without-wasm",
  "inspect",
];

/** Modules of their own beside them: what a bundler keeps or drops as one. */
const APART = ["speaking/decision-card", "speaking/rubric-card"];

/** One script an element. */
export const CLASSIC = ["decision-card", "rubric-card"];

/** What a build wrote to build/generated, and style sheets as short texts. */
const generatedModules = {
  name: "generated",
  setup(build) {
    build.onResolve({ filter: /\/generated\/[\w-]+\.js$/ }, ({ path: name }) => ({
      path: generated(path.basename(name)),
    }));
    build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const css = await build.esbuild.transform(readFileSync(file, "utf8"), { loader: "css", minify: true });
      return { contents: css.code.trim(), loader: "text" };
    });
  },
};

/** The command line imports its modules next to it in dist/ instead of carrying a second copy. */
const modulesBeside = {
  name: "modules-beside",
  setup(build) {
    build.onResolve({ filter: /\/entries\/[\w-]+\.js$/ }, ({ path: name }) => ({
      path: `../esm/${path.basename(name)}`,
      external: true,
    }));
  },
};

const COMMON = {
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "ascii",
  metafile: true,
  sourcemap: true,
  legalComments: "none", // THIRD_PARTY_NOTICES.txt has them all
  logLevel: "warning",
};

/** esbuild's options for what a page loads. */
export const PAGE = {
  ...COMMON,
  ignoreAnnotations: true,
  minify: true,
  banner: { js: NOTICE },
  plugins: [generatedModules],
};

/** With the sources inside, but for what a build made: nobody debugs bytes. */
function writeMap(file, text) {
  const map = JSON.parse(text);
  const sourcesContent = map.sources.map((name, at) => (name.includes("/generated/") ? null : map.sourcesContent[at]));
  writeFileSync(file, JSON.stringify({ ...map, sourcesContent }));
}

export async function bundleModules(esbuild) {
  const { metafile } = await esbuild.build({
    ...PAGE,
    entryPoints: Object.fromEntries([...ENTRIES, ...APART].map((name) => [name, entry(name)])),
    outdir: dist("esm"),
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
  });
  const maps = Object.keys(metafile.outputs).filter((name) => name.endsWith(".map"));
  for (const name of maps) writeMap(path.join(root, name), readFileSync(path.join(root, name), "utf8"));
  return metafile;
}

export async function bundleClassic(esbuild, name) {
  const outfile = dist(`${name}.js`);
  const { metafile } = await esbuild.build({
    ...PAGE,
    entryPoints: [entry(`classic/${name}`)],
    outfile,
    format: "iife",
  });
  await squeeze(outfile);
  return metafile;
}

/**
 * A classic script again through a slower minifier: 1.2 KB less of brotli (docs/decisions/0006). It stays plain ASCII, so
 * that it means the same in a page that doesn't say its character set.
 */
export async function squeeze(file, module = false) {
  const { minify } = await import("terser");
  const { code, map } = await minify(readFileSync(file, "utf8"), {
    ecma: 2020,
    module,
    compress: { passes: 3 },
    format: { ascii_only: true }, // it keeps the comment that the bundle begins with
    sourceMap: {
      content: readFileSync(`${file}.map`, "utf8"),
      url: `${path.basename(file)}.map`,
      includeSources: true,
    },
  });
  writeFileSync(file, code);
  writeMap(`${file}.map`, map);
}

/** What the page of `decision-card dev` runs beside the cards. */
async function bundlePreview(esbuild) {
  await esbuild.build({
    ...COMMON,
    entryPoints: [path.join(root, "web/dev/page.ts")],
    outfile: dist("bin/dev-page.js"),
    format: "iife",
    sourcemap: false,
    metafile: false,
    banner: { js: NOTICE },
  });
}

export async function bundleCommandLine(esbuild) {
  const outfile = dist("bin/decision-card.js");
  const { metafile } = await esbuild.build({
    ...COMMON,
    entryPoints: [path.join(root, "web/cli/main.ts")],
    outfile,
    platform: "node",
    external: ["@resvg/resvg-js"],
    sourcemap: false,
    mainFields: ["module", "main"], // jsonc-parser's main can't be bundled
    banner: { js: `#!/usr/bin/env node\n${NOTICE}` },
    plugins: [modulesBeside],
  });
  chmodSync(outfile, 0o755);
  await bundlePreview(esbuild);
  return metafile;
}
