// SPDX-License-Identifier: MIT
/**
 * Brings a machine to where the project builds: system packages by apt-get where they are missing, npm packages by npm ci.
 * It changes nobody's system unasked: as root and in CI it installs what is missing and says so, else it asks once.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a group of tasks needs: a command or file that shows it is there, and the Debian package that brings it. */
const NEEDS = {
  build: [
    { command: "em++", debian: "emscripten", elsewhere: "Emscripten 3.1.6 or newer (emscripten.org)" },
    { command: "cmake", debian: "cmake", elsewhere: "CMake 3.25 or newer" },
    { command: "ninja", debian: "ninja-build", elsewhere: "Ninja" },
    { file: "/usr/include/nlohmann/json.hpp", debian: "nlohmann-json3-dev", optional: true },
  ],
  test: [
    { command: "g++", debian: "g++", elsewhere: "a C++20 compiler" },
    { command: "clang++", debian: "clang", elsewhere: "Clang" },
    // Clang's sanitizers: elsewhere they come with Clang.
    { file: "/var/lib/dpkg/info/libclang-rt-dev.list", debian: "libclang-rt-dev", optional: true },
    { file: "/usr/include/doctest/doctest.h", debian: "doctest-dev", optional: true },
    { command: "chromium", debian: "chromium", elsewhere: "Chromium" },
    { file: "/usr/bin/chromium-headless-shell", debian: "chromium-headless-shell", optional: true },
    { command: "firefox-esr", debian: "firefox-esr", elsewhere: "Firefox ESR" },
    { command: "WebKitWebDriver", debian: "webkit2gtk-driver", elsewhere: "WebKitGTK's WebDriver" },
    { command: "xvfb-run", debian: "xvfb", elsewhere: "Xvfb" },
    { command: "xauth", debian: "xauth", elsewhere: "xauth" },
  ],
  mutation: [
    { file: "/usr/lib/python3/dist-packages/clang", debian: "python3-clang-14", elsewhere: "libclang 14 for Python" },
  ],
  coverage: [
    { command: "clang++", debian: "clang", elsewhere: "Clang" },
    { command: "llvm-cov-14", debian: "llvm-14", elsewhere: "llvm-cov 14, by this name" },
  ],
  // One version for everybody, because each formats and finds something else.
  lint: [
    { command: "clang-format-14", debian: "clang-format-14", elsewhere: "clang-format 14, by this name" },
    { command: "clang-tidy-14", debian: "clang-tidy-14", elsewhere: "clang-tidy 14, by this name" },
  ],
};

export function say(text) {
  console.log(`\n› ${text}`);
}

function onPath(command) {
  return (process.env.PATH ?? "").split(path.delimiter).some((folder) => existsSync(path.join(folder, command)));
}

function present(need) {
  return need.command ? onPath(need.command) : existsSync(need.file);
}

/**
 * How Debian packages get onto this machine: "install" them without a question, "ask" first, or only "name" the command.
 * Root and CI have decided already; somebody at a terminal can be asked; anyone else gets the command to run.
 */
export function wayToInstall({ debian, root: isRoot, ci, terminal }) {
  if (!debian) return "name";
  if (isRoot || ci) return "install";
  return terminal ? "ask" : "name";
}

/** The commands that bring these packages: as lists of words, and as a person types them. */
export function installCommands(packages, isRoot) {
  const sudo = isRoot ? [] : ["sudo"];
  return [
    [...sudo, "apt-get", "update"],
    [...sudo, "apt-get", "install", "-y", "--no-install-recommends", ...packages],
  ];
}

export const asTyped = (commands) => commands.map((words) => words.join(" ")).join(" && ");

async function agreed(packages) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`\nMissing here: ${packages.join(" ")}\nInstall with sudo apt-get? [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function install(packages, commands) {
  say(`Installing Debian packages: ${packages.join(" ")} (a few minutes on a fresh machine)`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const [command, ...args] of commands) {
    const { status } = spawnSync(command, args, { env, stdio: ["inherit", "ignore", "inherit"] });
    if (status !== 0) console.error(`${command} ${args.join(" ")} failed (status ${status}).`);
  }
}

function stop(missing, debian, commands) {
  console.error("These are missing on this system. Install them and run the same command again:");
  for (const need of missing) console.error(`  ${need.command}: ${need.elsewhere} (Debian package ${need.debian})`);
  if (debian) console.error(`\n${asTyped(commands)}`);
  process.exit(1);
}

/** Makes sure of what the groups need, or ends the process. `groups`: "build", "test", "lint". */
export async function setUpSystem(...groups) {
  const absent = () => groups.flatMap((group) => NEEDS[group]).filter((need) => !present(need));
  const missing = absent();
  const debian = existsSync("/etc/debian_version") && onPath("apt-get");
  const isRoot = process.getuid?.() === 0;
  const packages = [...new Set(missing.map((need) => need.debian))];
  const commands = installCommands(packages, isRoot);
  // What is optional is worth no question: CMake fetches it.
  const needed = missing.some((need) => !need.optional);
  const terminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const way = wayToInstall({ debian, root: isRoot, ci: process.env.CI === "true", terminal });
  if (missing.length > 0 && (way === "install" || (needed && way === "ask" && (await agreed(packages)))))
    install(packages, commands);
  const still = absent().filter((need) => !need.optional);
  if (still.length > 0) stop(still, debian, commands);
}

/** Installs the locked npm packages of a folder that has a lock, unless they are there already. */
export function setUpNpm(folder = ".") {
  const cwd = path.join(root, folder);
  const lock = path.join(cwd, "package-lock.json");
  const installed = path.join(cwd, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say(`Installing npm packages${folder === "." ? "" : ` of ${folder}`}`);
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** The environment Emscripten's tools need (Debian's build of 3.1.6 looks for acorn in NODE_PATH). */
export function emscriptenEnvironment() {
  const em = existsSync("/usr/share/emscripten/emscripten-version.txt") ? "/usr/share/emscripten" : null;
  const base = process.env.EMSCRIPTEN_ROOT ?? em ?? execFileSync("em-config", ["EMSCRIPTEN_ROOT"]).toString().trim();
  // The system's own Python: a version manager in front of it would start anew for each of some 300 calls.
  const debian = base === em ? { NODE_PATH: "/usr/share/nodejs", EMSDK_PYTHON: "/usr/bin/python3" } : {};
  return { ...process.env, ...debian, EMSCRIPTEN_ROOT: base };
}

/** Runs a command, shows its output only when it fails. */
export function run(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...options,
  });
  if (status === 0) return stdout;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  throw new Error(`${command} ${args.join(" ")} failed with status ${status}`);
}
