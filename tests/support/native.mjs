// SPDX-License-Identifier: MIT
/** The doctest suite's objects, and how the engine's rooms are compiled: for tools that put another engine under the same tests. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const sources = path.join(root, "engine/src/");
export const build = path.join(root, "build/mutation");

export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 30, ...options });
}

export function must(command, args, options) {
  const { status, stdout, stderr, error } = run(command, args, options);
  if (status !== 0) throw new Error(`${command}: ${error ?? `${stdout}\n${stderr}`.slice(-3000)}`);
  return stdout;
}

/** Builds the tests. */
export function buildTests() {
  const options = {
    CMAKE_BUILD_TYPE: "None",
    CMAKE_CXX_FLAGS: "-O1",
    DECISION_CARD_TOGETHER: "ON",
    DECISION_CARD_TESTS: "ON",
  };
  const defined = Object.entries(options).map(([name, value]) => `-D${name}=${value}`);
  must("cmake", ["-S", ".", "-B", build, "-G", "Ninja", ...defined]);
  must("cmake", ["--build", build, "--target", "engine_tests", "-j1"]);
}

/** The rooms as they were built, each with the one file that includes its sources, and the words of its command. */
export function builtRooms() {
  const commands = JSON.parse(readFileSync(path.join(build, "compile_commands.json"), "utf8"));
  return commands
    .filter(({ file }) => path.basename(path.dirname(file)) === "together")
    .map(({ file, command }) => ({ room: path.basename(file, ".cpp"), source: file, words: command.split(/\s+/) }));
}

/** What the compiler is told of a room, without the compiler, its warnings, and what it compiles to what. */
export function argumentsOf({ words }) {
  const first = words.findIndex((word) => word.startsWith("-"));
  return words.slice(first, words.indexOf("-o")).filter((word) => !/^-W|^-fdiagnostics/.test(word));
}

function objectsBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".o"))
    .map((name) => path.join(folder, name));
}

/** The tests' own objects; that with doctest's `main` only where it is wanted. */
export function testObjects({ main }) {
  const all = ["engine_tests", "test_support"].flatMap((target) =>
    objectsBelow(path.join(build, `tests/engine/CMakeFiles/${target}.dir`)),
  );
  return main ? all : all.filter((name) => !name.endsWith("/main.cpp.o"));
}
