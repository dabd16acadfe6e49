// SPDX-License-Identifier: MIT
/** What the byte comparisons compare: verdicts of recorded answers, grades of samples and of whole answers. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";

const RUBRICS = ["rag-vs-fine-tuning", "tea", "journey"];
const at = (path) => new URL(`../../${path}`, import.meta.url);

export const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** The pack's place below the root; of a pack in a folder, its decision or its rubric. */
export function packPath(id, part = "decision") {
  const places = [`packs/${id}/${part}.json`, `tests/corpus/packs/${id}.json`, `tests/corpus/rubrics/${id}.json`];
  return places.find((place) => existsSync(at(place)));
}

export function packText(id, part) {
  return readFileSync(at(packPath(id, part)), "utf8");
}

function samplesOf(pack) {
  const { samples } = JSON.parse(packText(pack, "rubric")).rubric;
  return samples.map(({ id, text, follow_up: followUp }) => ({ id: `${pack}/${id}`, pack, text, followUp }));
}

function answers() {
  const [pack] = RUBRICS;
  const names = readdirSync(at("tests/corpus/answers")).sort();
  return names.map((id) => ({ id, pack, text: readFileSync(at(`tests/corpus/answers/${id}`), "utf8") }));
}

/** Every text that is graded: `{id, pack, text, followUp}`. */
export function gradedTexts() {
  return [...RUBRICS.flatMap(samplesOf), ...answers()];
}

function lines(name) {
  return readFileSync(at(`tests/corpus/${name}.ndjson`), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** `{id, pack, answers, recorded}`: the line's number, and the SHA-256 of the texts of verdict, outlook and flips. */
export function recordedVerdicts() {
  return lines("verdicts").map(({ pack, answers, ...recorded }, index) => ({ id: index + 1, pack, answers, recorded }));
}

/** `{pack, inputs, answers, estimate}`, the estimate as an object. */
export const recordedEstimates = () => lines("estimates");

/** `{id, pack, text, followUp, recorded}`: the grade's SHA-256; nothing for a text that is not recorded. */
export function recordedGrades() {
  const grades = new Map(lines("grades").map(({ id, grade }) => [id, { grade }]));
  return gradedTexts().map((entry) => ({ ...entry, recorded: grades.get(entry.id) ?? {} }));
}
