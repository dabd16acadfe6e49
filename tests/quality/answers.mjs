// SPDX-License-Identifier: MIT
/** Labelled answers: the public corpus, read in place, or the pack's own samples where it is absent. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const corpora = process.env.DECISION_CARD_CORPORA ?? path.join(root, "../shared/corpora");

export const packFile = path.join(root, "packs/rag-vs-fine-tuning/rubric.json");
export const corpusFile = path.join(corpora, "answers/dev.json");

/** The answers were labelled before `auditable` became two criteria and before measuring was one. */
const LATER = { facts_out_of_weights: ["auditable"], measure_first: [] };
export const asLabelled = (codes) => [...new Set(codes.flatMap((code) => LATER[code] ?? [code]))];

/** The owner of the repository stands for the author: all that one owner published is one source. */
function groupOf(source) {
  const owner = /github\.com\/([^/\s]+)/.exec(source)?.[1];
  return (owner ?? source.split(",")[0]).toLowerCase();
}

function fromCorpus({ id, source, text, concepts, misconceptions, doubtful, overall }) {
  const labels = new Set([...concepts, ...misconceptions]);
  return { id, group: groupOf(source), text, labels, doubtful: new Set(doubtful), overall };
}

function readCorpus() {
  return existsSync(corpusFile) ? JSON.parse(readFileSync(corpusFile, "utf8")).map(fromCorpus) : null;
}

/** A sample says what it must and what it must not earn; each is a source of its own. */
function fromSample({ id, text, criteria = [], misconceptions = [], band }) {
  const labels = new Set(asLabelled([...criteria, ...misconceptions]));
  return { id, group: id, text, labels, doubtful: new Set(), overall: band ?? null };
}

/** Those that answer a follow-up are graded by other criteria: `decision-card check` looks at them. */
function readSamples() {
  const samples = JSON.parse(readFileSync(packFile, "utf8")).rubric?.samples ?? [];
  return samples.filter((sample) => !sample.follow_up).map(fromSample);
}

/** `{answers, isCorpus}`. */
export function readAnswers() {
  const answers = readCorpus();
  return { answers: answers ?? readSamples(), isCorpus: answers !== null };
}
