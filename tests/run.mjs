// SPDX-License-Identifier: MIT
/** `npm test`: sets up what is missing, then runs every test. Browsers last. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { build } from "../web/tools/build.mjs";
import { emscriptenEnvironment, root, run, say, setUpNpm, setUpSystem } from "../web/tools/setup.mjs";

const started = Date.now();
const failed = [];

function step(title, work) {
  const start = Date.now();
  say(title);
  try {
    work();
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
    const names = readdirSync(path.join(root, "tests", folder)).filter((name) => name.endsWith(".test.mjs"));
    return names.sort().map((name) => path.join("tests", folder, name));
  });
}

/** Files one after the other: two browsers at once on two cores only make both slow. */
function nodeTests(files) {
  show(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files]);
}

setUpSystem("build", "test");
setUpNpm();
const corpora = process.env.DECISION_CARD_CORPORA ?? path.join(root, "../shared/corpora");
if (!existsSync(corpora))
  say(`The public corpora are not at ${corpora}: the tests that read them skip by name (README, "Corpora").`);

step("Engine, native, with AddressSanitizer and UndefinedBehaviorSanitizer", () => {
  run("cmake", ["--preset", "asan"]);
  run("cmake", ["--build", "--preset", "asan"]);
  show("build/asan/tests/engine/engine_tests", []);
});
say("Engine as WebAssembly, and dist/");
await build({ tests: true });
step("Engine compiled to WebAssembly, under Node", () =>
  show("ctest", ["--preset", "wasm"], { env: emscriptenEnvironment() }),
);
step("Types", () => run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "web"]));
step("Format", () => run("node_modules/.bin/prettier", ["--check", "web", "tests", "demo"]));
step("Facade, command line, pack, conditions, package", () => nodeTests(testFiles("web", "wasm", "package")));
step("Browsers", () => nodeTests(testFiles("browser")));
step("Sizes", () => show(process.execPath, ["web/tools/size.mjs"]));

say(
  `${failed.length === 0 ? "Everything passed" : `Failed: ${failed.join("; ")}`} after ${((Date.now() - started) / 1000).toFixed(0)} s`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
