// SPDX-License-Identifier: MIT
/**
 * `npm run quality [-- --verbose] [-- --quick] [-- --examples-only] [-- --labelled] [-- --held-back]`: grades labelled
 * answers of other people with our engine and with three baselines, then the rubric's own labelled answers, cross-validated.
 * Exit code 1 when ours misses one of the bars below. --quick leaves the embeddings out; --examples-only shows what the
 * rubric does without its patterns, which has no bars to reach; --labelled shows the second table alone, and --held-back the
 * same of the answers that nothing was tuned to.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { load } from "../../dist/esm/rubric.js";
import { asLabelled, corpusFile, packFile, readAnswers } from "./answers.mjs";
import { baselines, ours } from "./contenders.mjs";
import { reportLabelled } from "./labelled.mjs";
import { byExamples } from "./references.mjs";
import { printBars, printConfusion, printErrors, printPerCode, printSources, printSummary } from "./report.mjs";
import { agreement, confusion, perGroup, score, spread } from "./scores.mjs";

const { values: flags } = parseArgs({
  options: Object.fromEntries(
    ["verbose", "quick", "examples-only", "labelled", "held-back"].map((name) => [
      name,
      { type: "boolean", default: false },
    ]),
  ),
});

function measured({ answers, concepts, misconceptions, bands }, contender) {
  const graded = answers.flatMap(({ overall }, at) => (bands.includes(overall) ? [at] : []));
  const table = confusion(
    graded.map((at) => answers[at].overall),
    graded.map((at) => contender.bands[at]),
    bands,
  );
  const lowest = bands.at(-1);
  const offTopic = answers.flatMap(({ overall }, at) => (overall === lowest ? [contender.bands[at]] : []));
  const groups = perGroup(answers, contender.heldOut, concepts);
  return {
    ...contender,
    concepts: score(answers, contender.found, concepts),
    misconceptions: score(answers, contender.found, misconceptions),
    table,
    agreement: agreement(table),
    offTopic: { lowest: offTopic.filter((band) => band === lowest).length, of: offTopic.length },
    heldOutF1: score(answers, contender.heldOut, concepts).micro.f1,
    groups,
    spread: spread(groups),
  };
}

function barsOf({ concepts, misconceptions, offTopic }) {
  const bar = (name, value, met) => ({ name, value, met });
  return [
    bar("micro F1 of the concepts at least 0.85", concepts.micro.f1.toFixed(3), concepts.micro.f1 >= 0.85),
    bar(
      "precision of the misconceptions at least 0.90",
      misconceptions.micro.precision.toFixed(3),
      misconceptions.micro.precision >= 0.9,
    ),
    bar(
      "off-topic answers in the lowest band",
      `${offTopic.lowest} of ${offTopic.of}`,
      offTopic.lowest === offTopic.of,
    ),
  ];
}

function taskOf(pack, answers) {
  const { rubric } = pack.description;
  const ids = (list) => list.map(({ id }) => id);
  return {
    answers,
    rubric,
    bands: ids(rubric.bands),
    concepts: asLabelled(ids(rubric.criteria)),
    misconceptions: ids(rubric.misconceptions),
  };
}

/** Sources and bars are about other people's answers: with the pack's own samples there is nothing to hold out or to reach. */
async function reportCorpus(task, card) {
  const contenders = [card, ...(await baselines(task, flags)).map((contender) => measured(task, contender))];
  printTables(task, contenders);
  printSources(contenders);
  if (flags.verbose) printErrors(task, card);
  if (flags["examples-only"]) return;
  const bars = barsOf(card);
  printBars(bars);
  process.exitCode = bars.every(({ met }) => met) ? 0 : 1;
}

function reportSamples(task, card) {
  console.log(`skipped: ${corpusFile} is not there (README, "Corpora"); the pack's own samples instead.\n`);
  if (task.answers.length === 0) return console.log("The pack has no samples yet.");
  printTables(task, [card]);
  if (flags.verbose) printErrors(task, card);
}

function printTables(task, contenders) {
  printPerCode(task, contenders);
  printSummary(contenders);
  printConfusion(task.bands, contenders[0].table);
}

async function main() {
  if (!flags.labelled && !flags["held-back"]) await reportAnswers();
  if (!flags["examples-only"]) await reportLabelled(flags);
}

async function reportAnswers() {
  const source = JSON.parse(readFileSync(packFile, "utf8"));
  const pack = (await load()).open(flags["examples-only"] ? byExamples(source) : source);
  const { answers, isCorpus } = readAnswers();
  const task = taskOf(pack, answers);
  const card = measured(task, ours(pack, task));
  await (isCorpus ? reportCorpus : reportSamples)(task, card);
}

try {
  await main();
} catch (error) {
  // Only the beginning: a stack trace would print the artefact's lines of hundreds of kilobytes.
  console.log(`The figures could not be taken: ${String(error).slice(0, 500)}`);
  process.exitCode = 2;
}
