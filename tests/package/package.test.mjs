// SPDX-License-Identifier: MIT
/** The package as a stranger gets it: packed, installed in an empty folder, and used as the README says. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { LANGUAGES } from "../../web/tools/catalogues.mjs";
import { CLASSIC } from "../../web/tools/scripts.mjs";
import { STUBS } from "../../web/tools/stubs.mjs";
import { packInto } from "./support/tarball.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(path.join(root, "README.md"), "utf8");
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-stranger-"));

const { exports } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
/** The modules of package.json's exports. */
const ENTRIES = Object.keys(exports)
  .filter((name) => !/\.(wasm|js|json|css)$/.test(name) && !["./react", "./vue", "./svelte"].includes(name))
  .map((name) => name.replace(/^\./, "decision-card"));

const fence = (language) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(([, text]) => text);
const bin = (file) => path.join(root, "node_modules", file);
const installed = (...parts) => path.join(folder, "node_modules/decision-card", ...parts);
const write = (name, text) => writeFileSync(path.join(folder, name), text);
const node = (...args) =>
  execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

let packed;

before(() => {
  packed = packInto(folder);
  write("package.json", '{ "type": "module" }');
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${packed.filename}`], {
    cwd: folder,
    stdio: "ignore",
  });
});

test("the headless sample of the README runs", () => {
  write("sample.mjs", fence("js")[0]);
  const [title, ...reasons] = node("sample.mjs").trim().split("\n");
  assert.match(title, /^Use RAG/);
  assert.ok(reasons.length >= 2 && reasons.every((line) => line.startsWith("- ")));
});

test("the commands of the README run", () => {
  write("answer.md", "RAG keeps an assistant up to date when its facts change every week.\n");
  const commands = fence("sh").find((text) => text.includes("npx decision-card"));
  const { status, stdout } = spawnSync("sh", ["-e", "-c", commands], { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0);
  assert.match(stdout, /^0 problems\n\d+ of \d+ cases passed\n/);
  assert.match(stdout, /How the options score, in points\n/);
  assert.match(stdout, /^What you covered$/m);
});

test("every entry can be imported on a server", () => {
  write(
    "ssr.mjs",
    `const entries = ${JSON.stringify(ENTRIES)};
    for (const entry of entries) {
      const { PackError, ...exported } = await import(entry);
      console.log(entry, Object.keys(exported).join(), PackError === (await import("decision-card")).PackError);
    }`,
  );
  assert.deepEqual(node("ssr.mjs").trim().split("\n"), [
    "decision-card DecisionCard,RubricCard true",
    "decision-card/define  false",
    "decision-card/elements DecisionCard,RubricCard true",
    "decision-card/decision-card DecisionCard true",
    "decision-card/rubric-card RubricCard true",
    "decision-card/decision load true",
    "decision-card/decision-without-wasm load true",
    "decision-card/rubric load true",
    "decision-card/rubric-without-wasm load true",
    "decision-card/inspect Inspector true",
  ]);
});

test("the wasm and the schema can be reached by path", () => {
  write(
    "paths.mjs",
    `
    import { readFileSync } from "node:fs";
    import { load } from "decision-card/decision-without-wasm";
    const wasm = readFileSync(new URL(import.meta.resolve("decision-card/decision.wasm")));
    const schema = JSON.parse(readFileSync(new URL(import.meta.resolve("decision-card/pack.schema.json"))));
    console.log(typeof (await load({ wasm })).open, schema.$schema);`,
  );
  assert.match(node("paths.mjs"), /function https:\/\/json-schema.org\/draft\/2020-12\/schema/);
});

test("a bare import of decision-card/define survives bundling and registers the element", async () => {
  write("page.js", 'import "decision-card/define";');
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, "page.js")],
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  assert.match(outputFiles[0].text, /decision-card/);
  assert.ok(outputFiles[0].contents.length > 200_000);
});

test("an error class takes no element along, from any entry that has it", async () => {
  for (const entry of [
    "decision-card",
    "decision-card/elements",
    "decision-card/decision-card",
    "decision-card/rubric-card",
  ]) {
    write("error.js", `import { PackError } from "${entry}"; console.log(PackError.name);`);
    const options = { bundle: true, format: "esm", write: false, logLevel: "silent" };
    const { outputFiles } = await build({ entryPoints: [path.join(folder, "error.js")], ...options });
    assert.ok(outputFiles[0].contents.length < 2000, `${entry}: ${outputFiles[0].contents.length} bytes`);
    assert.doesNotMatch(outputFiles[0].text, /HTMLElement|customElements/);
  }
});

/** The bytes of an entry and what it imports at once, and those of all that it may ever load. */
async function weigh(entry) {
  write("weighed.js", `import "${entry}";`);
  const { metafile } = await build({
    entryPoints: [path.join(folder, "weighed.js")],
    bundle: true,
    splitting: true,
    format: "esm",
    outdir: path.join(folder, "weighed"),
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const sum = (names) => [...names].reduce((total, name) => total + metafile.outputs[name].bytes, 0);
  const first = new Set();
  const todo = Object.keys(metafile.outputs).filter((name) =>
    metafile.outputs[name].entryPoint?.includes("weighed.js"),
  );
  while (todo.length > 0) {
    const name = todo.pop();
    if (first.has(name)) continue;
    first.add(name);
    todo.push(
      ...metafile.outputs[name].imports.filter(({ kind }) => kind === "import-statement").map((each) => each.path),
    );
  }
  return { first: sum(first), all: sum(Object.keys(metafile.outputs)) };
}

test("a bundler leaves engines and packs to be loaded after the first screen, and no pack where none is wanted", async () => {
  const define = await weigh("decision-card/define");
  const decision = await weigh("decision-card/decision-card");
  const rubric = await weigh("decision-card/rubric-card");
  const elements = await weigh("decision-card/elements");
  for (const entry of [define, decision, rubric, elements])
    assert.ok(entry.first < entry.all / 2, JSON.stringify(entry));
  assert.ok(decision.all < define.all && rubric.all < define.all, "each tag alone is less than both");
  assert.ok(elements.all < define.all - 100_000, "the packs stay out");
});

test("the types describe what a TypeScript user writes", () => {
  write(
    "use.ts",
    `
    import { type Verdict, load, PackError } from "decision-card/decision";
    import { load as loadRubric } from "decision-card/rubric-without-wasm";
    import { DecisionCard, RubricCard } from "decision-card";
    import "decision-card/define";
    const engine = await load();
    // @ts-expect-error this entry has no bytes of its own
    loadRubric();
    // @ts-expect-error a decision is not graded
    engine.open({}).grade("");
    try {
      const verdict: Verdict = engine.open("{}").verdict({ gap: null });
      const state: "pass" | "fail" | "unknown" = verdict.gates[0]!.state;
      engine.open({}).verdict({ gap: ["a", "b"], people: 3 });
      // @ts-expect-error a choice is named by its id, and no answer is true
      engine.open({}).verdict({ gap: true });
      console.log(state);
    } catch (error) {
      if (error instanceof PackError) console.log(error.problems[0]?.line);
    }
    const card: DecisionCard = document.createElement("decision-card");
    card.addEventListener("dc-result", ({ detail }) => detail.verdict.recommendation.id satisfies string);
    const practice: RubricCard = document.createElement("rubric-card");
    practice.text = "RAG keeps knowledge outside the weights.";
    practice.addEventListener("dc-grade", ({ detail }) => detail.grade.criteria[0]?.level satisfies number | undefined);`,
  );
  assert.equal(typeErrors("use.ts", { lib: ["es2023", "dom"] }), "");
});

/** What tsc has to say of one file, as a project with these options. */
function typeErrors(file, options) {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    types: [],
    ...options,
  };
  write("tsconfig.json", JSON.stringify({ compilerOptions, files: [file] }));
  const { stdout } = spawnSync(process.execPath, [bin("typescript/bin/tsc"), "-p", "."], {
    cwd: folder,
    encoding: "utf8",
  });
  return stdout;
}

const HEADLESS = ["decision", "decision-without-wasm", "rubric", "rubric-without-wasm", "inspect"];

test("the headless entries' types need no DOM", () => {
  const lines = HEADLESS.map((name, at) => `export * as e${at} from "decision-card/${name}";`);
  write(
    "headless.ts",
    `${lines.join("\n")}\nimport wasm from "decision-card/decision.wasm";
    import { load } from "decision-card/decision-without-wasm";
    export const engine = load({ wasm });`,
  );
  assert.equal(typeErrors("headless.ts", { lib: ["es2023"], skipLibCheck: false }), "");
});

test("a class is the same type from every entry, and none of its insides show", () => {
  write(
    "same.ts",
    `
    import { DecisionCard as Main } from "decision-card";
    import { DecisionCard as Alone } from "decision-card/decision-card";
    import { DecisionCard as Bare } from "decision-card/elements";
    import "decision-card/decision-card.js";
    const card: Main = document.createElement("decision-card");
    export const same: [Alone, Bare] = [card, card];
    // @ts-expect-error the browser calls this
    card.connectedCallback();
    // @ts-expect-error internal
    card.openPack;`,
  );
  assert.equal(typeErrors("same.ts", { lib: ["es2023", "dom"], skipLibCheck: false }), "");
});

test("resolvers that don't know exports find every entry, and its types", () => {
  for (const [name, { main, types }] of Object.entries(STUBS)) {
    const stub = JSON.parse(readFileSync(installed(`${name}/package.json`), "utf8"));
    assert.deepEqual(stub, { type: "module", main, types });
    for (const file of [main, types]) assert.ok(existsSync(installed(name, file)), `${name}: ${file}`);
  }
  write("old.ts", 'import { load } from "decision-card/decision";\nexport const engine = load();');
  const old = { module: "esnext", moduleResolution: "node10", lib: ["es2023"] };
  assert.equal(typeErrors("old.ts", old), "");
});

test("publint has nothing to say", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: installed("."), strict: true });
  assert.deepEqual(messages, []);
});

test("arethetypeswrong has nothing to say of a package of modules", () => {
  const cli = bin("@arethetypeswrong/cli/dist/index.js");
  const { status, stdout } = spawnSync(
    process.execPath,
    [cli, packed.tarball, "--profile", "esm-only", "--no-emoji", "--format", "ascii"],
    { encoding: "utf8", env: { ...process.env, FORCE_COLOR: "0" } },
  );
  assert.equal(status, 0, stdout);
});

test("the tarball has what a user needs, and no insides", () => {
  const names = packed.files.map(({ path: name }) => name);
  const wanted = [
    "custom-elements.json",
    "docs/styling.md",
    "dist/decision-card.js.map",
    "dist/THIRD_PARTY_NOTICES.txt",
  ];
  assert.deepEqual(
    wanted.filter((name) => !names.includes(name)),
    [],
  );
  const inner =
    /^(web|tests|engine|wasm|docs\/(decisions|licences|architecture))|dist\/(views|elements|engine|entries)\//;
  assert.deepEqual(
    names.filter((name) => inner.test(name)),
    [],
  );
  assert.deepEqual(
    packed.files.filter(({ path: name, mode }) => name.endsWith(".wasm") && mode & 0o111),
    [],
  );
});

test("the integrity of each classic script is in the package, and is that of the script", () => {
  const named = JSON.parse(readFileSync(installed("dist/integrity.json"), "utf8"));
  const languages = LANGUAGES.flatMap((each) => CLASSIC.map((tag) => `languages/${tag}.${each}.js`));
  assert.deepEqual(Object.keys(named), [...CLASSIC.map((tag) => `${tag}.js`), ...languages]);
  for (const [name, integrity] of Object.entries(named)) {
    const hash = createHash("sha384").update(readFileSync(installed("dist", name)));
    assert.equal(integrity, `sha384-${hash.digest("base64")}`);
  }
});

test("a source map leads back to the source", () => {
  const map = JSON.parse(readFileSync(installed("dist/decision-card.js.map"), "utf8"));
  const at = map.sources.findIndex((name) => name.endsWith("web/elements/decision-card.ts"));
  const source = readFileSync(path.join(root, "web/elements/decision-card.ts"), "utf8");
  assert.ok(map.sourcesContent[at] === source, "the source as it is (or dist/ is older than the source)");
  assert.match(
    readFileSync(installed("dist/decision-card.js"), "utf8"),
    /\/\/# sourceMappingURL=decision-card\.js\.map\s*$/,
  );
});

test("whoever takes an element gets its engine", async () => {
  const bundle = async (text) => {
    write("taken.js", text);
    const { metafile } = await build({
      entryPoints: [path.join(folder, "taken.js")],
      bundle: true,
      splitting: true,
      format: "esm",
      outdir: path.join(folder, "taken"),
      metafile: true,
      write: false,
      logLevel: "silent",
    });
    return Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
  };
  for (const entry of ["decision-card", "decision-card/decision-card", "decision-card/elements"]) {
    const text = `import { DecisionCard } from "${entry}"; DecisionCard.define();`;
    assert.ok((await bundle(text)) > 250_000, entry);
  }
});
