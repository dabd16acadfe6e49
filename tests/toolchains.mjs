// SPDX-License-Identifier: MIT
/**
 * `npm run test:toolchains [-- NAME …]`: builds and tests this tree with every compiler that can be had, and says which
 * could not. Debian 13 (its Emscripten is 3.1.69) is laid into build/toolchains/trixie, once, by debootstrap; that
 * takes root and a few minutes.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { emscriptenEnvironment, root, say, setUpNpm } from "../web/tools/setup.mjs";

const at = (...parts) => path.join(root, "build/toolchains", ...parts);
const DEBIAN_13 = at("trixie");
const MIRROR = "http://deb.debian.org/debian";
const PACKAGES = ["emscripten", "cmake", "ninja-build", "nlohmann-json3-dev", "doctest-dev", "g++"];

/** What is run with an Emscripten: the build of dist/, the engine's suite as WebAssembly, and tests of what ships. */
const BUILD = "await (await import('./web/tools/build.mjs')).build({ tests: true });";
const SHIPPED = ["tests/wasm/bytes.test.mjs", "tests/web/engine.test.mjs"];

class Absent extends Error {}

const onPath = (command) => spawnSync("which", [command]).status === 0;

function show(command, args, options = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with status ${status}`);
}

function native(compiler, folder) {
  if (!onPath(compiler)) throw new Absent(`there is no ${compiler} here`);
  const settings = [`-DCMAKE_CXX_COMPILER=${compiler}`, "-DCMAKE_BUILD_TYPE=Debug", "-DDECISION_CARD_WERROR=ON"];
  show("cmake", ["-S", ".", "-B", at(folder), "-G", "Ninja", ...settings]);
  show("cmake", ["--build", at(folder)]);
  show("ctest", ["--test-dir", at(folder), "--output-on-failure"]);
}

function emscripten() {
  if (!onPath("em++")) throw new Absent("there is no em++ here");
  const env = emscriptenEnvironment();
  show(process.execPath, ["--input-type=module", "-e", BUILD], { env });
  show("ctest", ["--preset", "wasm"], { env });
  show(process.execPath, ["--test", ...SHIPPED]);
}

/** Runs a shell line inside Debian 13; what it mounts is gone when it ends. */
function inDebian13(line) {
  const inside = `mount -t proc proc ${DEBIAN_13}/proc && exec chroot ${DEBIAN_13} sh -euc '${line}'`;
  show("unshare", ["--mount", "sh", "-euc", inside]);
}

function layDebian13() {
  if (existsSync(path.join(DEBIAN_13, "usr/bin/em++"))) return;
  if (process.getuid?.() !== 0) throw new Absent("debootstrap needs root");
  if (!onPath("debootstrap")) throw new Absent("there is no debootstrap here (Debian package debootstrap)");
  mkdirSync(at(), { recursive: true });
  show("debootstrap", ["--variant=minbase", "trixie", DEBIAN_13, MIRROR], { stdio: ["ignore", "ignore", "inherit"] });
  const install = `apt-get install -qy --no-install-recommends ${PACKAGES.join(" ")}`;
  inDebian13(`export DEBIAN_FRONTEND=noninteractive; apt-get update -q; ${install}`);
}

/** The tracked files as they are here, and the npm packages; what was built there stays for the next time. */
function copyTree() {
  const tree = path.join(DEBIAN_13, "src");
  mkdirSync(tree, { recursive: true });
  for (const name of readdirSync(tree)) if (name !== "build") rmSync(path.join(tree, name), { recursive: true });
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  const present = files
    .toString()
    .split("\0")
    .filter((file) => file && existsSync(path.join(root, file)));
  for (const file of [...present, "node_modules"])
    cpSync(path.join(root, file), path.join(tree, file), { recursive: true, preserveTimestamps: true });
}

function debian13() {
  layDebian13();
  copyTree();
  inDebian13(
    [
      "cd /src",
      "export NODE_PATH=/usr/share/nodejs EMSCRIPTEN_ROOT=/usr/share/emscripten",
      `node --input-type=module -e "${BUILD}"`,
      "ctest --preset wasm",
      `node --test ${SHIPPED.join(" ")}`,
    ]
      .join("; ")
      .replaceAll("'", `'\\''`),
  );
}

const versionOf = (command) => spawnSync(command, ["--version"], { encoding: "utf8" }).stdout?.split("\n")[0] ?? "";

const TOOLCHAINS = {
  gcc: { title: () => `GCC of this machine: ${versionOf("g++")}`, run: () => native("g++", "gcc") },
  clang: { title: () => `Clang of this machine: ${versionOf("clang++")}`, run: () => native("clang++", "clang") },
  emscripten: { title: () => `Emscripten of this machine: ${versionOf("em++")}`, run: emscripten },
  trixie: { title: () => "Emscripten 3.1.69 of Debian 13", run: debian13 },
};

setUpNpm();
const wanted = process.argv.slice(2);
const outcomes = [];
for (const [name, { title, run }] of Object.entries(TOOLCHAINS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(title());
  try {
    run();
    outcomes.push(["passed", title()]);
  } catch (error) {
    outcomes.push([
      error instanceof Absent ? "not tried" : "FAILED",
      `${title()}${error.message && `: ${error.message}`}`,
    ]);
  }
}

say("Toolchains");
for (const [outcome, text] of outcomes) console.log(`  ${outcome.padEnd(10)} ${text}`);
console.log("  not tried  Emscripten 4 and later: Debian has none; .github/workflows/ci.yml builds with a pinned one");
process.exitCode = outcomes.every(([outcome]) => outcome === "passed") ? 0 : 1;
