// SPDX-License-Identifier: MIT
/**
 * `npm run test:coverage [-- decision base …]` (all rooms, or some): the doctests on an engine that counts (clang's source-based coverage). Lines of engine/src and
 * engine/include that no test runs must be explained in explained.json; a branch is one of the two ways that a condition
 * goes, each operand of && and || and each ?: by itself, as llvm-cov counts them.
 */
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { setUpSystem } from "../../web/tools/setup.mjs";
import { argumentsOf, build, builtRooms, buildTests, must, root, testObjects } from "../support/native.mjs";

const folder = path.join(build, "coverage");
const { values, positionals } = parseArgs({
  options: { branches: { type: "boolean", default: false }, again: { type: "boolean", default: false } },
  allowPositionals: true,
});
const COUNTING = ["-fprofile-instr-generate", "-fcoverage-mapping"];
const LEAST_BRANCHES = 95;
const explained = JSON.parse(readFileSync(new URL("explained.json", import.meta.url), "utf8"));

function counting(room) {
  const object = path.join(folder, `${room.room}.o`);
  must("clang++", [...argumentsOf(room), "-w", ...COUNTING, "-c", room.source, "-o", object]);
  return object;
}

/** The lines and branches of each of the engine's files, from llvm-cov's lcov output. */
function countedFiles(program, profile) {
  const args = ["export", "-format=lcov", program, `-instr-profile=${profile}`];
  const records = must("llvm-cov-14", args).split("end_of_record");
  return records.map(countedFile).filter((file) => file.name.startsWith("engine/"));
}

function countedFile(record) {
  const name = /^SF:(.*)$/m.exec(record)?.[1] ?? "";
  const lines = new Map();
  for (const [, line, count] of record.matchAll(/^DA:(\d+),(\d+)/gm)) lines.set(Number(line), Number(count));
  const branches = new Map();
  for (const [, line, block, branch, count] of record.matchAll(/^BRDA:(\d+),(\d+),(\d+),(\S+)/gm)) {
    const key = `${line},${block},${branch}`;
    branches.set(key, (branches.get(key) ?? 0) + (count === "-" ? 0 : Number(count)));
  }
  return { name: path.relative(root, name), lines, branches };
}

function gapsOf({ name, lines }) {
  const texts = readFileSync(path.join(root, name), "utf8").split("\n");
  return [...lines]
    .filter(([, count]) => count === 0)
    .map(([line]) => ({ where: `${name}:${line}`, text: texts[line - 1].trim(), name }))
    .map((gap) => ({ ...gap, why: whyOf(gap) }));
}

/** A gap is explained by its file and what stands on its line: line numbers move. */
function whyOf({ name, text }) {
  return explained.find((each) => each.file === name && each.lines.includes(text))?.why;
}

const percent = (part, whole) => (whole === 0 ? 100 : (100 * part) / whole);
const covered = (counts) => [...counts.values()].filter((count) => count > 0).length;

function tableOf(files) {
  const roomOf = ({ name }) => name.split("/").slice(0, 3).join("/");
  return [...new Set(files.map(roomOf))].sort().map((room) =>
    sumOf(
      room,
      files.filter((file) => roomOf(file) === room),
    ),
  );
}

function sumOf(room, files) {
  const sum = (count) => files.reduce((all, file) => all + count(file), 0);
  const lines = sum((file) => file.lines.size);
  const branches = sum((file) => file.branches.size);
  return {
    room,
    lines,
    "of them run": sum((file) => covered(file.lines)),
    branches,
    "of them taken": sum((file) => covered(file.branches)),
    "branches, %": Number(
      percent(
        sum((file) => covered(file.branches)),
        branches,
      ).toFixed(1),
    ),
  };
}

const isWanted = ({ room }) => positionals.length === 0 || positionals.includes(room);

/** The engine that counts stands first: of an inline function that two have, the linker takes the one that it sees first. */
function linked() {
  const program = path.join(folder, "engine_tests");
  const others = builtRooms().filter((room) => !isWanted(room));
  const libraries = others.map(({ room }) => path.join(build, "engine", `libroom_${room}.a`));
  const group = ["-Wl,--start-group", ...libraries, "-Wl,--end-group"];
  const counted = builtRooms().filter(isWanted).map(counting);
  must("clang++", ["-fprofile-instr-generate", ...counted, ...testObjects({ main: true }), ...group, "-o", program]);
  return program;
}

mkdirSync(folder, { recursive: true });
await setUpSystem("test", "coverage");
if (!values.again) buildTests();
const program = linked();
const raw = path.join(folder, "tests.profraw");
must(program, [], { env: { ...process.env, LLVM_PROFILE_FILE: raw } });
const profile = path.join(folder, "tests.profdata");
must("llvm-profdata-14", ["merge", raw, "-o", profile]);

const files = countedFiles(program, profile);
console.table(tableOf(files));
const gaps = files.flatMap(gapsOf);
const [told, open] = [gaps.filter(({ why }) => why), gaps.filter(({ why }) => !why)];
if (told.length > 0) console.table(told.map(({ where, why }) => ({ where, why })));
for (const { where, text } of open) console.log(`${where}: no test runs this\n    ${text}`);
if (values.branches)
  for (const { name, branches } of files)
    for (const [key, count] of branches) if (count === 0) console.log(`${name}:${key.split(",")[0]}: a way not taken`);
const all = sumOf("all", files);
const ofLines = percent(all["of them run"], all.lines).toFixed(2);
console.log(
  `Lines run: ${ofLines} %, ${told.length} not run and explained, ${open.length} not explained. Branches: ${all["branches, %"]} %.`,
);
process.exitCode = open.length === 0 && all["branches, %"] >= LEAST_BRANCHES ? 0 : 1;
