// SPDX-License-Identifier: MIT
/**
 * `npm run test:fuzz [-- --seconds 60] [-- target …]`: libFuzzer with AddressSanitizer and UndefinedBehaviorSanitizer, each target for a minute, by clang. Seeds are the recorded packs, answers and texts; what
 * crashes is kept in build/fuzz, and becomes a case in tests/engine. An hour a target is what a release wants.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gradedTexts, recordedEstimates, recordedVerdicts } from "../corpus/entries.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const build = path.join(root, "build/fuzz");
const { values, positionals } = parseArgs({
  options: { seconds: { type: "string", default: "60" } },
  allowPositionals: true,
});

const json = (folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => readFileSync(path.join(root, folder, name), "utf8"));

const packs = [...json("tests/corpus/packs"), ...json("tests/corpus/rubrics")];
const texts = gradedTexts().map(({ text }) => text);
const SEEDS = {
  pack: packs,
  inspection: packs,
  answers: recordedVerdicts().map(({ answers }) => JSON.stringify(answers)),
  text: texts,
  marks: texts.map((text) => `${text}\0claim cool_green 0 4\nmisconception boiled_green`),
  estimate: recordedEstimates().map(({ inputs, answers }) => JSON.stringify({ inputs, answers })),
};

/** What the format and the readers know by name: a mutation that is not a word of theirs says little. */
function dictionary() {
  const words = new Set(packs.join("\n").match(/"[a-z_.$]+"|[<>=!]=*|\b(and|or|in|var|true|false|null)\b/g));
  return [...words].map((word) => `"${word.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join("\n");
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, ...options });
}

const SANITIZERS = "address,undefined";
const FLAGS = ["-O1", "-g1", "-fno-sanitize-recover=all"];

function must({ status, stdout, stderr }) {
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`.slice(-3000));
}

/** The engine as libraries, by clang (a second compiler beside the tests'), each room as one file. */
function buildEngine() {
  const flags = [...FLAGS, `-fsanitize=fuzzer-no-link,${SANITIZERS}`].join(" ");
  const options = ["CMAKE_CXX_COMPILER=clang++", "CMAKE_BUILD_TYPE=None", `CMAKE_CXX_FLAGS=${flags}`];
  const choices = ["DECISION_CARD_TOGETHER=ON", "DECISION_CARD_TESTS=OFF"];
  must(
    run("cmake", ["-S", ".", "-B", build, "-G", "Ninja", ...[...options, ...choices].map((option) => `-D${option}`)]),
  );
  must(run("cmake", ["--build", build]));
}

function linked(target) {
  const libraries = readdirSync(path.join(build, "engine")).filter((name) => name.endsWith(".a"));
  const program = path.join(build, target);
  const own = [
    "-std=c++20",
    ...FLAGS,
    `-fsanitize=fuzzer,${SANITIZERS}`,
    "-fno-sanitize=vptr", // the engine has no type information
    "-Iengine/include",
    `tests/fuzz/${target}.cpp`,
  ];
  const group = ["-Wl,--start-group", ...libraries.map((name) => path.join(build, "engine", name)), "-Wl,--end-group"];
  must(run("clang++", [...own, ...group, "-o", program]));
  return program;
}

function fuzzed(target) {
  const program = linked(target);
  const corpus = path.join(build, `${target}.corpus`);
  mkdirSync(corpus, { recursive: true });
  SEEDS[target].forEach((seed, k) => writeFileSync(path.join(corpus, `seed-${k}`), seed));
  const crashes = path.join(root, "tests/fuzz/crashes", target);
  if (existsSync(crashes)) cpSync(crashes, corpus, { recursive: true });
  const args = [
    `-max_total_time=${values.seconds}`,
    "-max_len=20000",
    "-timeout=20",
    "-rss_limit_mb=1024",
    "-malloc_limit_mb=256",
    `-dict=${path.join(build, "words.dict")}`,
    `-artifact_prefix=${build}/${target}-`,
    "-print_final_stats=1",
    corpus,
  ];
  const { status, stderr } = run(program, args);
  const runs = Number(/number_of_executed_units: (\d+)/.exec(stderr)?.[1] ?? 0);
  if (status !== 0) console.log(stderr.slice(-3000));
  return {
    target,
    runs,
    "crashes, hangs, leaks, reports": status === 0 ? 0 : 1,
    coverage: Number(/.*cov: (\d+)/s.exec(stderr)?.[1] ?? 0),
  };
}

mkdirSync(build, { recursive: true });
buildEngine();
writeFileSync(path.join(build, "words.dict"), dictionary());
const table = (positionals.length > 0 ? positionals : Object.keys(SEEDS)).map(fuzzed);
console.table(table);
process.exitCode = table.every((row) => row["crashes, hangs, leaks, reports"] === 0 && row.runs > 0) ? 0 : 1;
