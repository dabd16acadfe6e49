// SPDX-License-Identifier: MIT
/** `npm test`: sets up what is missing, then runs every test. Browsers last. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { build } from "../web/tools/build.mjs";
import { emscriptenEnvironment, root, say, setUpNpm, setUpSystem } from "../web/tools/setup.mjs";
import { FILES as THREE_BROWSERS } from "./browser/support/three-browsers.mjs";
import { buildSanitized } from "./support/sanitized.mjs";

const started = Date.now();
const failed = [];

async function step(title, work) {
  const start = Date.now();
  say(title);
  try {
    await work();
  } catch (error) {
    console.error(String(error).slice(0, 500));
    failed.push(title);
  }
  console.log(`  ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

function show(command, args, options = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with status ${status}`);
}

function testFiles(...folders) {
  return folders.flatMap((folder) => {
    const names = readdirSync(path.join(root, "tests", folder), { recursive: true }).filter((name) =>
      name.endsWith(".test.mjs"),
    );
    return names.sort().map((name) => path.join("tests", folder, name));
  });
}

/** A command that runs beside the next steps; what it printed is shown when it is waited for. */
function begin(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"], ...options });
  let printed = "";
  child.stdout.on("data", (data) => (printed += data));
  const ended = new Promise((resolve) => child.on("close", resolve).on("error", resolve));
  return async () => {
    const status = await ended;
    console.log(printed.trimEnd());
    if (status !== 0) throw new Error(`${command} ended with ${status}`);
  };
}

/** The files that take longest begin first, so that both cores have work to the end. */
const LONG = [
  "in-three-browsers",
  "workshop",
  "axe",
  "package",
  "consumers",
  "sentences",
  "layout",
  "link",
  "cli-authoring",
];

function longestFirst(files) {
  const place = (file) => LONG.indexOf(/([^/]+?)(?:\.test)?\.mjs$/.exec(file)[1]);
  const isLong = (file) => place(file) >= 0;
  return [...files.filter(isLong).sort((a, b) => place(a) - place(b)), ...files.filter((file) => !isLong(file))];
}

/** The files that look at three browsers run in one process, which starts each browser once. */
function browserFiles() {
  const together = new Set(THREE_BROWSERS.map((name) => `${name}.test.mjs`));
  const alone = testFiles("browser").filter((file) => !together.has(path.basename(file)));
  return [path.join("tests", "browser", "in-three-browsers.mjs"), ...alone];
}

/** Two files at a time, on two cores. */
function nodeTests(files) {
  show(process.execPath, ["--test", "--test-concurrency=2", "--test-reporter=spec", ...longestFirst(files)]);
}

await setUpSystem("build", "test", "lint");
setUpNpm();
const corpora = process.env.DECISION_CARD_CORPORA ?? path.join(root, "../shared/corpora");
if (!existsSync(corpora))
  say(`The public corpora are not at ${corpora}: the tests that read them skip by name (README, "Corpora").`);

let native = async () => {
  throw new Error("it was not built");
};
await step("Engine, native, with AddressSanitizer and UndefinedBehaviorSanitizer: building", () => {
  buildSanitized();
  native = begin("build/asan/tests/engine/engine_tests", []); // one core, while the linker mostly uses the other
});
// CI runs clang-tidy too, for minutes. The others read no more than git has: one core, while Emscripten's linker and dist/ use one.
const linted = begin(process.execPath, ["web/tools/lint.mjs", "--quick"]);
say("Engine as WebAssembly, and dist/");
await build({ tests: true });
await step("Engine, native, with AddressSanitizer and UndefinedBehaviorSanitizer: tests", () => native());
const compiled = begin("ctest", ["--preset", "wasm"], { env: emscriptenEnvironment() }); // one core
await step("Lint", () => linted());
await step("Engine compiled to WebAssembly, under Node", () => compiled());
await step("Facade, command line, pack, conditions, package", () => nodeTests(testFiles("web", "wasm", "package")));
await step("Browsers", () => nodeTests(browserFiles()));
await step("Sizes", () => show(process.execPath, ["web/tools/size.mjs"]));

say(
  `${failed.length === 0 ? "Everything passed" : `Failed: ${failed.join("; ")}`} after ${((Date.now() - started) / 1000).toFixed(0)} s`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
