// SPDX-License-Identifier: MIT
/** Brings a machine to where the project builds: system packages by apt-get where they are missing, npm packages by npm ci. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
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
    { file: "/usr/include/doctest/doctest.h", debian: "doctest-dev", optional: true },
    { command: "chromium", debian: "chromium", elsewhere: "Chromium" },
    { command: "firefox-esr", debian: "firefox-esr", elsewhere: "Firefox ESR" },
    { command: "WebKitWebDriver", debian: "webkit2gtk-driver", elsewhere: "WebKitGTK's WebDriver" },
    { command: "xvfb-run", debian: "xvfb", elsewhere: "Xvfb" },
    { command: "xauth", debian: "xauth", elsewhere: "xauth" },
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

/** Installs what the groups need. `groups`: "build", "test". */
export function setUpSystem(...groups) {
  const missing = groups.flatMap((group) => NEEDS[group]).filter((need) => !present(need));
  if (missing.length === 0) return;
  if (existsSync("/etc/debian_version") && onPath("apt-get")) installDebian(missing.map((need) => need.debian));
  const still = missing.filter((need) => !present(need) && !need.optional);
  if (still.length === 0) return;
  console.error("These are missing on this system. Install them and run the same command again:");
  for (const need of still) console.error(`  ${need.command}: ${need.elsewhere} (Debian package ${need.debian})`);
  process.exit(1);
}

function installDebian(packages) {
  say(`Installing Debian packages: ${packages.join(" ")} (a few minutes on a fresh machine)`);
  const admin = process.getuid?.() === 0 ? [] : ["sudo"];
  const run = (...args) => {
    const [command, ...rest] = [...admin, "apt-get", ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const { status } = spawnSync(command, rest, { env, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) console.error(`apt-get ${args[0]} failed (status ${status}).`);
  };
  run("update");
  run("install", "-y", "--no-install-recommends", ...packages);
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

/** The environment Emscripten's tools need (DESIGN, section 7: Debian's build looks for acorn in NODE_PATH). */
export function emscriptenEnvironment() {
  const em = existsSync("/usr/share/emscripten/emscripten-version.txt") ? "/usr/share/emscripten" : null;
  const base = process.env.EMSCRIPTEN_ROOT ?? em ?? execFileSync("em-config", ["EMSCRIPTEN_ROOT"]).toString().trim();
  const nodePath = base === em ? { NODE_PATH: "/usr/share/nodejs" } : {};
  return { ...process.env, ...nodePath, EMSCRIPTEN_ROOT: base };
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
