// SPDX-License-Identifier: MIT
/**
 * `npm run test:mutation [-- --count 400] [-- --seed 1] [-- decision/settle …]`: changes the engine in many small ways and says
 * which changes no doctest notices. All mutants are in one program, each behind a switch, so that the engine is compiled once;
 * what does not compile falls out. A mutant runs the tests that come by it, the quickest first, until one fails; more than
 * --patience seconds of them (CPU) are not waited for: it then counts as living. --again compiles nothing: the same mutants and
 * tests once more, with more patience.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { setUpSystem } from "../../web/tools/setup.mjs";
import {
  argumentsOf,
  build,
  builtRooms,
  buildTests,
  must,
  root,
  run,
  sources,
  testObjects,
} from "../support/native.mjs";
import { Random } from "../support/random.mjs";

const here = path.join(root, "tests/mutation");
const { values, positionals } = parseArgs({
  options: {
    count: { type: "string", default: "400" },
    seed: { type: "string", default: "1" },
    patience: { type: "string", default: "20" },
    again: { type: "boolean", default: false },
  },
  allowPositionals: true,
});

function placesOf(rooms) {
  const input = rooms.map((room) => {
    const args = argumentsOf(room);
    const kept = args.filter((word, k) => /^-(I|D|std|isystem)/.test(word) || args[k - 1] === "-isystem");
    return JSON.stringify({ room: room.room, source: room.source, root: sources, arguments: kept });
  });
  return JSON.parse(must("/usr/bin/python3", [path.join(here, "places.py")], { input: input.join("\n") }));
}

const isWanted = ({ file }) =>
  positionals.length === 0 || positionals.some((part) => file.slice(sources.length).startsWith(part));

/** So many places by chance, none inside another: both would be written twice. */
function sampled(places) {
  const random = new Random(Number(values.seed));
  const left = places.filter(isWanted);
  const chosen = [];
  const overlaps = (a, b) => a.file === b.file && a.first < b.last && b.first < a.last;
  while (left.length > 0 && chosen.length < Number(values.count)) {
    const [place] = left.splice(random.between(0, left.length - 1), 1);
    if (!chosen.some((other) => overlaps(place, other))) chosen.push({ ...place, number: chosen.length });
  }
  return chosen;
}

const oneLine = (text) => text.replaceAll(/\s*\n\s*/g, " ");

/** A source with its mutants, each on the lines of what it changes, so that the compiler's lines are the source's. */
function mutated(bytes, mutants) {
  let text = Buffer.alloc(0);
  let at = 0;
  for (const { number, first, last, becomes } of mutants.toSorted((a, b) => a.first - b.first)) {
    const own = bytes.subarray(first, last).toString();
    const other = becomes === "" ? [`(void)0`, `(void)(${own})`] : [`(${oneLine(becomes)})`, `(${own})`];
    const choice = `(dc_mutant(${number}) ? ${other[0]} : ${other[1]})`;
    text = Buffer.concat([text, bytes.subarray(at, first), Buffer.from(choice)]);
    at = last;
  }
  return Buffer.concat([text, bytes.subarray(at)]);
}

const flat = (file) => file.slice(sources.length).replaceAll("/", "__");
const copyOf = (file) => path.join(build, "mutated", flat(file));

function writeRoom({ room, source }, mutants) {
  const copies = path.join(build, "mutated");
  mkdirSync(copies, { recursive: true });
  let together = readFileSync(source, "utf8");
  for (const file of new Set(mutants.map(({ file: each }) => each))) {
    writeFileSync(
      copyOf(file),
      mutated(
        readFileSync(file),
        mutants.filter((mutant) => mutant.file === file),
      ),
    );
    together = together.replace(`"${file}"`, `"${copyOf(file)}"`);
  }
  const main = path.join(copies, `${room}.cpp`);
  writeFileSync(main, together);
  return main;
}

/** The mutants on lines that the compiler names in its complaints. */
function refused(stderr, mutants) {
  const named = new Set(
    [...stderr.matchAll(/mutated\/([\w.-]+\.cpp):(\d+)/g)].map(([, file, line]) => `${file}:${line}`),
  );
  const linesOf = ({ file, line, first, last }) => {
    const spanned = readFileSync(file).subarray(first, last).toString().split("\n").length;
    return Array.from({ length: spanned }, (_, k) => `${flat(file)}:${line + k}`);
  };
  return mutants.filter((mutant) => linesOf(mutant).some((place) => named.has(place)));
}

const objectOf = ({ room }) => path.join(build, "mutated", `${room}.o`);

/** A room without mutants, as the tests' build has it. */
const untouched = ({ room }) => ({ object: path.join(build, "engine", `libroom_${room}.a`), mutants: [] });

/** Those that were compiled before. */
function standing(room, all) {
  const isThere = ({ file, number }) => readFileSync(copyOf(file), "utf8").includes(`dc_mutant(${number}) `);
  return { object: objectOf(room), mutants: all.filter(isThere) };
}

/** Compiles a room with those of its mutants that compile. */
function compiled(room, all) {
  let mutants = all;
  for (let left = 12; left > 0; --left) {
    const main = writeRoom(room, mutants);
    const object = objectOf(room);
    const own = ["-w", "-include", path.join(here, "mutant.hpp"), "-c", main, "-o", object];
    const { status, stderr } = run("c++", [...argumentsOf(room), ...own]);
    if (status === 0) return { object, mutants };
    const out = refused(stderr, mutants);
    if (out.length === 0) throw new Error(stderr.slice(0, 3000));
    mutants = mutants.filter((mutant) => !out.includes(mutant));
  }
  throw new Error(`${room.room} does not compile`);
}

function linked(objects) {
  const program = path.join(build, "engine_mutants");
  const own = ["-std=c++20", "-O1", `-I${here}`, path.join(here, "main.cpp")];
  const group = ["-Wl,--start-group", ...objects, "-Wl,--end-group"];
  must("c++", [...own, ...testObjects({ main: false }), ...group, "-o", program]);
  return program;
}

function reachOf(program) {
  return must(program, ["reach"])
    .trim()
    .split("\n")
    .map((line) => {
      const [number, milliseconds, passed, file, name, reached] = line.split("\t");
      if (passed !== "1") throw new Error(`“${name}” fails without a mutant.`);
      const mutants = new Set(reached.trim().split(" ").filter(Boolean).map(Number));
      return { number: Number(number), milliseconds: Number(milliseconds), file, name, mutants };
    });
}

/** The tests that come by a mutant, the quickest first, as long as there is patience. */
function planOf({ number }, tests) {
  const chosen = [];
  let spent = 0;
  const reaching = tests.filter(({ mutants }) => mutants.has(number));
  for (const test of reaching.toSorted((a, b) => a.milliseconds - b.milliseconds)) {
    spent += test.milliseconds;
    if (chosen.length > 0 && spent > Number(values.patience) * 1000) break;
    chosen.push(test);
  }
  const cost = chosen.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return { chosen, all: reaching.length, seconds: 5 + Math.ceil((3 * cost) / 1000) };
}

/** One mutant after the other, in one program that forks: the answer comes line by line. */
async function fates(program, plans) {
  const child = spawn(program, ["run"], { stdio: ["pipe", "pipe", "ignore"] });
  child.stdin.end(
    plans
      .map(({ number, seconds, chosen }) => `${[number, seconds, ...chosen.map((test) => test.number)].join(" ")}\n`)
      .join(""),
  );
  let printed = "";
  for await (const data of child.stdout) {
    printed += data;
    process.stderr.write(`\r${printed.split("\n").length - 1} of ${plans.length}`);
  }
  process.stderr.write("\n");
  return new Map(
    printed
      .trim()
      .split("\n")
      .map((line) => line.split("\t"))
      .map(([number, how, test]) => [Number(number), { how, test }]),
  );
}

await setUpSystem("test", "mutation");
if (!values.again) buildTests();
const rooms = builtRooms();
const places = placesOf(rooms);
const chosen = sampled(places);
const objects = [];
const mutants = [];
for (const room of rooms) {
  const own = chosen.filter((mutant) => mutant.room === room.room);
  const done = own.length === 0 ? untouched(room) : values.again ? standing(room, own) : compiled(room, own);
  objects.push(done.object);
  mutants.push(...done.mutants);
}
console.log(
  `${places.length} places, ${chosen.length} mutants by chance (seed ${values.seed}), ${mutants.length} of them compile.`,
);
const program = linked(objects);
const tests = reachOf(program);
const plans = mutants.map((mutant) => ({ ...mutant, ...planOf(mutant, tests) }));
const reached = plans.filter(({ all }) => all > 0);
const fate = await fates(program, reached);
const living = plans.filter(({ number }) => (fate.get(number)?.how ?? "lives") === "lives");

const where = ({ file, line }) => `${file.slice(root.length)}:${line}`;
const source = ({ file, line }) => readFileSync(file, "utf8").split("\n")[line - 1].trim();
for (const mutant of living.toSorted((a, b) => where(a).localeCompare(where(b))))
  console.log(
    `${where(mutant)}: ${mutant.kind}${mutant.all === 0 ? " (no test comes by)" : mutant.chosen.length < mutant.all ? ` (${mutant.chosen.length} of ${mutant.all} tests)` : ""}\n    ${source(mutant)}`,
  );
const roomOf = ({ file }) => file.slice(sources.length).split("/")[0];
console.table(
  [...new Set(plans.map(roomOf))].map((room) => {
    const own = plans.filter((mutant) => roomOf(mutant) === room);
    const lives = own.filter((mutant) => living.includes(mutant)).length;
    return {
      room,
      mutants: own.length,
      living: lives,
      score: `${((100 * (own.length - lives)) / own.length).toFixed(0)} %`,
    };
  }),
);
const noticed = (how) => [...fate.values()].filter((each) => each.how === how).length;
console.log(`By a failing test ${noticed("test")}, by its time ${noticed("time")}, by a crash ${noticed("crash")}.`);
console.log(
  `Noticed: ${mutants.length - living.length} of ${mutants.length}, ${((100 * (mutants.length - living.length)) / mutants.length).toFixed(1)} %.`,
);
