/**
 * `npm run bench [-- --json]`: our engine beside public rule engines and plain JavaScript, on one decision of 14 questions
 * and 40 rules, in one process, after all have been seen to agree; then grading beside public text libraries. Targets are reported, never enforced: exit code 0.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { load } from "../../dist/esm/decision.js";
import { load as loadRubric } from "../../dist/esm/rubric.js";
import { contenders as allContenders, jsonLogicScores, ours } from "./contenders.mjs";
import { alternatives, answerSets, packText, plainJs } from "./decision.mjs";
import { measureEnumeration } from "./enumeration.mjs";
import { gradingBase, gradingTargets, measureGrading, printGrowth } from "./grading.mjs";
import { measure, median } from "./measure.mjs";
import { rawExport } from "./raw.mjs";

/**
 * With few sets that come round again and again, a processor learns the outcome of every branch of the plain JavaScript by
 * heart: up to 1,000 sets it runs three times as fast as on answers it has not seen; from 4,000 on it does not matter.
 */
const setCount = 8000;
const agreementCount = 2000;
const sets = answerSets(setCount, 77);
const skipped = [];

/** Keeps results alive, so that no contender's work can be optimised away. */
let sink = 0;

// ---------------------------------------------------------------------------------------------------------------------
// Agreement

function assertSame(name, at, { winner, scores }) {
  const expected = plainJs.texts(sets.named[at]);
  const inOrder = (byName) => alternatives.map((id) => byName[id]);
  assert.deepEqual(
    [winner, ...inOrder(scores)],
    [expected.winner, ...inOrder(expected.scores)],
    `${name}, answer set ${at}`,
  );
}

async function assertAgreement(contender) {
  for (let at = 0; at < agreementCount; ++at)
    assertSame(contender.name, at, await contender.decide(sets[contender.form][at]));
}

function assertOursAgrees(name, { scores, decide }) {
  for (let at = 0; at < setCount; ++at) {
    const winner = decide(at);
    assertSame(name, at, { winner, scores: Object.fromEntries(alternatives.map((id, a) => [id, scores[a]])) });
  }
}

/** Contenders that can run here; one whose set-up fails is skipped by name. */
function startContenders() {
  return allContenders.flatMap((contender) => {
    try {
      return [{ ...contender, decide: contender.decide ?? contender.make() }];
    } catch (error) {
      skipped.push(`${contender.name}: ${String(error).slice(0, 200)}`);
      return [];
    }
  });
}

// ---------------------------------------------------------------------------------------------------------------------
// Loops. Each contender gets a loop compiled for it alone, so that the call is never shared and can be inlined.

const AsyncFunction = (async () => {}).constructor;

function loopOver({ name, form, decide, isAsync = false }) {
  const body = `
    let sum = 0;
    for (let at = 0, set = 0; at < times; ++at) {
      const { winner, scores } = ${isAsync ? "await " : ""}decide(inputs[set]);
      sum += winner + scores.${alternatives[0]};
      if (++set === inputs.length) set = 0;
    }
    return sum;`;
  const loop = new (isAsync ? AsyncFunction : Function)("decide", "inputs", "times", body);
  return { name, run: async (times) => (sink += await loop(decide, sets[form], times)) };
}

/** The answer sets lie in the engine's memory before the clock starts, as the others' lie in theirs. */
function loopOurs(name, { scores, decide }) {
  const body = `
    let sum = 0;
    for (let at = 0, set = 0; at < times; ++at) {
      sum += decide(set) + scores[0];
      if (++set === count) set = 0;
    }
    return sum;`;
  const loop = new Function("scores", "decide", "count", "times", body);
  return { name, run: (times) => (sink += loop(scores, decide, setCount, times)) };
}

/** Fills an evaluator; its views are taken now and stay, because nothing else grows the memory while it is timed. */
function filled(evaluator) {
  evaluator.answers.set(sets.bytes);
  return { scores: evaluator.scores, decide: evaluator.decide };
}

function loopCall(name, call) {
  return {
    name,
    run(times) {
      for (let at = 0; at < times; ++at) sink += call(sets.named[at % setCount]);
    },
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// The measurements

const oursName = "decision-card, bytes to winner and scores";
const rawName = "decision-card, the bare export (local build)";

async function measureDecisions(pack) {
  const others = startContenders();
  for (const contender of others) await assertAgreement(contender);
  const evaluator = filled(ours(pack, setCount));
  assertOursAgrees(oursName, evaluator);
  const loops = [loopOurs(oursName, evaluator), ...others.map(loopOver)];
  const raw = await rawExport(packText, setCount);
  if (raw) {
    assertOursAgrees(rawName, filled(raw));
    loops.push(loopOurs(rawName, filled(raw)));
  }
  return measure(loops);
}

function measureVerdicts(pack) {
  return measure([
    loopCall("decision-card, full verdict as an object", (answers) => pack.verdict(answers).scores[0].points),
    loopCall("decision-card, full verdict as text", (answers) => pack.verdictText(answers).length),
    loopCall("json-logic-js, bare scores", (answers) => jsonLogicScores(answers).rag),
  ]);
}

const partText = (part) =>
  readFileSync(new URL(`../../packs/rag-vs-fine-tuning/${part}.json`, import.meta.url), "utf8");
const ragText = partText("decision");
const rubricText = partText("rubric");

function measureOpening(engine) {
  const opening = (name, text) => ({
    name,
    run(times) {
      for (let at = 0; at < times; ++at) sink += engine.open(text).description.id.length;
    },
  });
  return measure([opening("open the bench pack", packText), opening("open rag-vs-fine-tuning", ragText)], {
    budget: 30,
  });
}

/** The case of the pack with most answers. */
const ANSWERS = JSON.parse(ragText)
  .decision.cases.map(({ answers }) => answers)
  .reduce((most, answers) => (Object.keys(answers).length > Object.keys(most).length ? answers : most));

/** Of rag-vs-fine-tuning: with no answers, with the first few, and what would change a complete set. */
async function measureProofs(engine) {
  const first = measureFirstOutlook(engine);
  const pack = engine.open(ragText);
  const prepared = engine.open(ragText);
  while (prepared.prepare());
  const some = (count) => Object.fromEntries(Object.entries(ANSWERS).slice(0, count));
  const others = await measure(
    [
      loopProof("outlook, 1 answer", () => pack.outlookText(some(1)).length),
      loopProof("outlook, 1 answer, prepared", () => prepared.outlookText(some(1)).length),
      loopProof("outlook, 5 answers", () => pack.outlookText(some(5)).length),
      loopProof("outlook, 5 answers, prepared", () => prepared.outlookText(some(5)).length),
      loopProof("flips and reason of a complete answer set", () => pack.flipsText(ANSWERS).length),
    ],
    { budget: 60 },
  );
  return { "outlook, no answers, of a pack just opened": first, ...others };
}

/** The engine keeps it, so each is of a pack of its own. */
function measureFirstOutlook(engine, rounds = 31) {
  const times = Array.from({ length: rounds }, () => {
    const pack = engine.open(ragText);
    const start = performance.now();
    pack.outlookText({});
    return (performance.now() - start) * 1e6;
  });
  return median(times);
}

function loopProof(name, call) {
  return {
    name,
    run(times) {
      for (let at = 0; at < times; ++at) sink += call();
    },
  };
}

/** In fresh processes, since only the first time counts. */
function measureFirstUse() {
  const script = fileURLToPath(new URL("first-use.mjs", import.meta.url));
  const runs = Array.from({ length: 7 }, () =>
    JSON.parse(execFileSync(process.execPath, [script], { encoding: "utf8" })),
  );
  return Object.fromEntries(Object.keys(runs[0]).map((step) => [step, median(runs.map((run) => run[step]))]));
}

// ---------------------------------------------------------------------------------------------------------------------
// Report

const best = (times, prefix) =>
  Math.min(...Object.entries(times).flatMap(([name, time]) => (name.startsWith(prefix) ? [time] : [])));

function targetsOf({ decisions, verdicts, opening, grading, proofs, enumeration }) {
  const times = (name, ratio, target) => ({
    name,
    value: `${ratio.toFixed(2)} times`,
    target: `at least ${target}`,
    met: ratio >= target,
  });
  const milliseconds = (name, ns) => ({
    name,
    value: `${(ns / 1e6).toFixed(2)} ms`,
    target: "under 2 ms",
    met: ns < 2e6,
  });
  return [
    times(
      "decisions against json-logic-engine compiled",
      best(decisions, "json-logic-engine") / decisions[oursName],
      12,
    ),
    times("decisions against plain JS", best(decisions, "plain JS") / decisions[oursName], 2),
    times(
      "full verdict against json-logic-js scores",
      verdicts["json-logic-js, bare scores"] / verdicts["decision-card, full verdict as an object"],
      1,
    ),
    milliseconds("open the bench pack", opening["open the bench pack"]),
    milliseconds("open rag-vs-fine-tuning", opening["open rag-vs-fine-tuning"]),
    ...gradingTargets(grading),
    {
      name: "outlook of rag-vs-fine-tuning, no answers",
      value: `${(Object.values(proofs)[0] / 1e6).toFixed(1)} ms`,
      target: "under 16 ms",
      met: Object.values(proofs)[0] < 16e6,
    },
    {
      name: "all answer sets, wasm",
      value: `${Math.round(Object.values(enumeration.rates)[0])} million/s`,
      target: "at least 100",
      met: Object.values(enumeration.rates)[0] >= 100,
    },
  ];
}

function printTimes(title, times, base) {
  console.log(`\n${title}`);
  for (const [name, ns] of Object.entries(times)) {
    const ratio = base ? `${(ns / times[base]).toFixed(2)} ×`.padStart(12) : "";
    console.log(`  ${name.padEnd(52)}${`${Math.round(ns).toLocaleString("en")} ns`.padStart(14)}${ratio}`);
  }
}

function print(report) {
  console.log(
    `${report.machine}; all contenders agree on ${agreementCount} answer sets; medians of interleaved rounds over ${setCount}`,
  );
  printTimes("One decision: complete answers to winner and scores", report.decisions, oursName);
  printTimes("One explained verdict", report.verdicts, "json-logic-js, bare scores");
  printTimes(`Parse and compile a pack (${packText.length} and ${ragText.length} characters)`, report.opening);
  printTimes(
    `Grading an answer of about 400 words (${report.grading.phrases} phrases)`,
    report.grading.answers,
    gradingBase,
  );
  printGrowth(report.grading.growth);
  printTimes("Proofs on rag-vs-fine-tuning", report.proofs);
  console.log(`\nAll ${report.enumeration.sets.toLocaleString("en")} answer sets of the bench decision`);
  for (const [name, rate] of Object.entries(report.enumeration.rates))
    console.log(`  ${name.padEnd(52)}${`${rate.toFixed(1)} million/s`.padStart(18)}`);
  console.log("\nFirst use of rag-vs-fine-tuning in a fresh process");
  for (const [step, ms] of Object.entries(report.firstUse))
    console.log(`  ${step.padEnd(52)}${`${ms.toFixed(1)} ms`.padStart(14)}`);
  console.log("\nTargets");
  for (const { name, value, target, met } of report.targets) {
    console.log(`  ${met ? "met   " : "MISSED"} ${name.padEnd(50)}${value.padStart(12)}  (${target})`);
  }
  for (const reason of report.skipped) console.log(`  skipped: ${reason}`);
}

async function main() {
  const firstUse = measureFirstUse();
  const engine = await load();
  const pack = engine.open(packText);
  const decisions = await measureDecisions(pack);
  const verdicts = await measureVerdicts(pack);
  const proofs = await measureProofs(engine);
  const opening = await measureOpening(engine);
  const enumeration = measureEnumeration(pack);
  const machine = `Node ${process.versions.node}, ${cpus()[0]?.model ?? "unknown processor"}`;
  const grading = await measureGrading((await loadRubric()).open(rubricText), rubricText);
  const report = { machine, decisions, verdicts, opening, grading, proofs, enumeration, firstUse, skipped };
  report.targets = targetsOf(report);
  if (process.argv.includes("--json")) console.log(JSON.stringify(report, null, 2));
  else print(report);
  if (Number.isNaN(sink)) console.log("A contender gave no number.");
}

try {
  await main();
} catch (error) {
  // Only the beginning: a stack trace would print the artefact's lines of hundreds of kilobytes.
  console.log(`The benchmark could not run: ${String(error).slice(0, 500)}`);
}
