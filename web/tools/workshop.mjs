// SPDX-License-Identifier: MIT
/** dist/workshop/: the page's script, its worker, the inspector's bytes, and the project's packs to begin with. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generated } from "./modules.mjs";
import { NOTICE } from "./notices.mjs";
import { PAGE, squeeze } from "./scripts.mjs";
import { root } from "./setup.mjs";

const out = (...parts) => path.join(root, "dist/workshop", ...parts);

/** The engines stand in dist/esm, once for all that use them; the inspector's bytes beside the worker, whose policy may fetch nothing. */
const beside = {
  name: "beside",
  setup(build) {
    build.onResolve({ filter: /\/generated\/inspect-wasm\.js$/ }, () => ({
      path: "./inspect-wasm.js",
      external: true,
    }));
    build.onResolve({ filter: /\/entries\/[\w-]+\.js$/ }, ({ path: name }) => ({
      path: `../esm/${path.basename(name)}`,
      external: true,
    }));
  },
};

/** Plain ASCII, as all scripts here are. */
const script = (text) => `${NOTICE}\n${text.replace(/[^\x00-\x7f]/g, escaped)}`;
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

function examples() {
  const files = readdirSync(path.join(root, "packs"), { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .flatMap(({ name }) => ["decision", "rubric"].map((part) => `${name}/${part}`))
    .filter((file) => existsSync(path.join(root, "packs", `${file}.json`)));
  return files.sort().map((file) => {
    const text = readFileSync(path.join(root, "packs", `${file}.json`), "utf8");
    const { title } = JSON.parse(text);
    return { file, title: file.endsWith("rubric") ? `${title} (rubric)` : title, text };
  });
}

export async function bundleWorkshop(esbuild) {
  const { metafile } = await esbuild.build({
    ...PAGE,
    ignoreAnnotations: false, // CodeMirror is made to be shaken by them
    entryPoints: {
      workshop: path.join(root, "web/workshop/page/main.ts"),
      proofs: path.join(root, "web/workshop/proofs/worker.ts"),
    },
    outdir: out(),
    plugins: [beside, ...PAGE.plugins],
  });
  for (const name of ["workshop.js", "proofs.js"]) await squeeze(out(name), true);
  writeFileSync(out("inspect-wasm.js"), script(readFileSync(generated("inspect-wasm.js"), "utf8")));
  writeFileSync(out("examples.js"), script(`export const examples = ${JSON.stringify(examples())};\n`));
  return metafile;
}
