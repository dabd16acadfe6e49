// SPDX-License-Identifier: MIT
/** The bundled pack as scripts carry it: a decision and a rubric, each with its first screen prepared. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { generated } from "./modules.mjs";
import { root } from "./setup.mjs";

const BUNDLED_PACK = "rag-vs-fine-tuning";

/** A pack without what only `check` reads; that stays in dist/packs. */
const FOR_READERS = {
  decision: ({ laws, accepted, ...shown }) => ({ ...shown, cases: [] }),
  rubric: (rubric) => ({ ...rubric, samples: [] }),
};

/** What the first screen shows. */
const FIRST = {
  decision: (decision) => ({
    ...decision,
    questions: decision.questions.slice(0, 1),
    recommendations: [],
    gates: [],
    estimates: undefined,
  }),
  rubric: (rubric) => ({
    ...rubric,
    criteria: rubric.criteria.map(({ id, title, bonus }) => ({ id, title, bonus, levels: [], sources: [] })),
    misconceptions: [],
    follow_ups: [],
    bands: [],
  }),
};

/** The headless engine of this part, bundled for Node. */
async function engineFor(part, esbuild, options) {
  const outfile = path.join(root, `build/${part}-for-build.mjs`);
  const entryPoints = [path.join(root, `web/entries/${part}.ts`)];
  await esbuild.build({ ...options, entryPoints, outfile, metafile: false });
  const { load } = await import(`${pathToFileURL(outfile)}?${Date.now()}`);
  return load();
}

/** Asks the engine itself what a pack looks like, so that the shell never reads a pack on its own. */
async function writePart(part, esbuild, options) {
  const pack = JSON.parse(readFileSync(path.join(root, "packs", BUNDLED_PACK, `${part}.json`), "utf8"));
  const text = JSON.stringify({ ...pack, [part]: FOR_READERS[part](pack[part]) });
  const { description } = (await engineFor(part, esbuild, options)).open(text);
  const first = { ...description, sources: [], [part]: FIRST[part](description[part]) };
  writeFileSync(generated(`${part}-pack.js`), `export const text = ${JSON.stringify(text)};\n`);
  writeFileSync(
    generated(`${part}-first.js`),
    `export const first = ${JSON.stringify(first)};\nexport const questionCount = ${description.decision.questions.length};\n`,
  );
}

/** Puts in build/generated what web/engine/generated declares. `options`: esbuild's. */
export async function writeBundled(esbuild, options) {
  for (const part of ["decision", "rubric"]) await writePart(part, esbuild, options);
}
