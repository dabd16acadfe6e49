// SPDX-License-Identifier: MIT
/**
 * `npm run test:soak [-- MINUTES]` (60 when nothing is said): random packs, good and broken, are opened, asked and mostly
 * not closed, texts graded, in one process. Memory and time over time are drawn in docs/media/soak.svg. Ends with 1 when
 * memory of the last quarter is more than 40 MB over that of the second, or anything but a PackError was thrown. Then opens.mjs.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { Random } from "../support/random.mjs";
import { drawn } from "./picture.mjs";

const { load, PackError } = await import("../../dist/esm/decision.js");
const { load: loadRubric } = await import("../../dist/esm/rubric.js");
const at = (name) => new URL(`../../${name}`, import.meta.url);
const read = (name) => readFileSync(at(name), "utf8");
const textsIn = (folder) =>
  readdirSync(at(folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => read(`${folder}/${name}`));

const minutes = Number(process.argv[2] ?? 60);
const SAMPLES = 120;
const SEED = 17;
const MOST_GROWTH = 40; // MB
const random = new Random(SEED);
const [engine, grader] = [await load(), await loadRubric()];
const decisions = [...textsIn("tests/corpus/packs"), read("packs/rag-vs-fine-tuning/decision.json")];
const rubrics = textsIn("tests/corpus/rubrics");
const words = rubrics.join(" ").match(/[A-Za-z]{2,}/g);

/** One character of some packs is another: most of those are refused. */
function perhapsBroken(text) {
  if (!random.chance(0.3)) return text;
  const place = random.between(0, text.length - 1);
  return text.slice(0, place) + random.pick(['"', "}", "0", "", "é"]) + text.slice(place + 1);
}

function answersTo({ description }) {
  const answers = {};
  for (const { id, kind, choices } of description.decision?.questions ?? [])
    if (kind !== "several" && kind !== "number" && random.chance(0.7)) answers[id] = random.pick(choices).id;
  return answers;
}

function decide() {
  const pack = engine.open(perhapsBroken(random.pick(decisions)));
  if (pack.description.decision === undefined) return;
  const answers = answersTo(pack);
  pack.verdictText(answers);
  if (random.chance(0.3)) pack.outlookText(answers);
  if (random.chance(0.1)) pack.flipsText(answers);
  if (random.chance(0.2)) pack.close();
}

function grade() {
  const pack = grader.open(perhapsBroken(random.pick(rubrics)));
  const sentence = () => `${Array.from({ length: random.between(3, 30) }, () => random.pick(words)).join(" ")}.`;
  pack.grade(Array.from({ length: random.between(1, 30) }, sentence).join(" "));
}

let refused = 0;

function round() {
  try {
    if (random.chance(0.7)) decide();
    else grade();
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    refused += 1;
  }
}

const every = (minutes * 60_000) / SAMPLES;
const start = performance.now();
const samples = [];
let rounds = 0;
while (samples.length < SAMPLES) {
  const [from, before] = [process.cpuUsage(), rounds];
  const end = start + (samples.length + 1) * every;
  while (performance.now() < end) {
    round();
    rounds += 1;
    if (rounds % 20 === 0) await new Promise(setImmediate); // as pages do: what nobody holds any more is given back
  }
  const { user } = process.cpuUsage(from);
  samples.push({
    minute: (performance.now() - start) / 60_000,
    memory: process.memoryUsage.rss() / 2 ** 20,
    time: user / 1000 / Math.max(1, rounds - before),
  });
}

const mean = (list) => list.reduce((sum, { memory }) => sum + memory, 0) / list.length;
const quarter = (k) => mean(samples.slice((k * SAMPLES) / 4, ((k + 1) * SAMPLES) / 4));
const most = Math.max(...samples.map(({ memory }) => memory));
writeFileSync(at("docs/media/soak.svg"), drawn(samples));
console.log(
  `${minutes} minutes: ${rounds} packs opened and asked, ${refused} of them refused. Memory: at most ${most.toFixed(0)} MB; ` +
    `by quarters ${[0, 1, 2, 3].map((k) => quarter(k).toFixed(0)).join(", ")} MB.`,
);
const opens = spawnSync(process.execPath, [new URL("opens.mjs", import.meta.url).pathname], { stdio: "inherit" });
process.exitCode = opens.status !== 0 || quarter(3) > quarter(1) + MOST_GROWTH ? 1 : 0;
