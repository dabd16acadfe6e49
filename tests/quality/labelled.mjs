// SPDX-License-Identifier: MIT
/**
 * The rubric on the whole answers among its own labelled texts, beside other ways, all on the same folds: what is learned,
 * and every threshold, comes from the other folds. With --held-back instead on the answers that nothing was tuned to; look
 * once, at the end.
 */
import { existsSync, readFileSync } from "node:fs";
import { Inspector } from "../../dist/esm/inspect.js";
import { load } from "../../dist/esm/rubric.js";
import { webModule } from "../support/module.mjs";
import { packFile } from "./answers.mjs";
import { embeddingProfiles } from "./embeddings.mjs";
import { keywords } from "./keywords.mjs";
import { references } from "./references.mjs";
import { score } from "./scores.mjs";
import { tfidfProfiles } from "./tfidf.mjs";
import { heldOut, tunedOn } from "./thresholds.mjs";

const { Study, foundIn, FOLDS } = await webModule("learning/validation");
const { RECIPE } = await webModule("learning/cues");
const { codesOf, ownTexts } = await webModule("learning/own-texts");
const { foldOf, TextReader } = await webModule("learning/texts");

const texts = (name) => new URL(`texts/${name}.ndjson`, new URL(`file://${packFile}`));

function readTexts(name, codes) {
  const reader = new TextReader(codes);
  const lines = readFileSync(texts(name), "utf8").split("\n");
  lines.forEach((line, k) => line.trim() === "" || reader.add(k + 1, line));
  if (reader.problems.length > 0) throw new Error(`${name}: ${JSON.stringify(reader.problems[0])}`);
  return reader.texts;
}

/** The engine without patterns, without cues, or with both. */
function earOf(pack, { patterns }) {
  const author = new Inspector(readFileSync(new URL("../../dist/inspect.wasm", import.meta.url)));
  author.open(JSON.stringify(pack));
  const isHeard = (trait) => patterns || !trait.startsWith("*");
  return {
    traits: (text) => author.traits(text).map((sentence) => sentence.filter(isHeard)),
    hear(cues, all) {
      author.open(JSON.stringify({ ...pack, rubric: { ...pack.rubric, cues } }));
      return all.map((text) => {
        const heard = author.hear(text);
        return patterns ? heard : { ...heard, patterns: heard.patterns.fill(0) };
      });
    },
  };
}

/** As the other contenders know a text. */
function asAnswer(text, codes) {
  const ids = (label) => new Set(codes.flatMap(({ id }, k) => (text.labels[k] === label ? [id] : [])));
  return { text: text.text, labels: ids(1), doubtful: ids(0), group: foldOf(text, FOLDS) };
}

const named = (flags, codes) => new Set(codes.flatMap(({ id }, k) => (flags[k] ? [id] : [])));

/** Found by cross-validated cues, or by cues from all texts where other texts are judged. */
function byCues(task, options) {
  const { source, labelled, codes, judged } = task;
  const study = new Study(labelled, ownTexts(source.rubric, codes), codes, earOf(source, options), RECIPE);
  const validated = study.crossValidate();
  if (!task.heldBack) return validated.map((each) => named(foundIn(each, codes), codes));
  const bars = study.bars(validated);
  return study.hear(labelled, judged).map((heard) => named(foundIn({ heard, bars }, codes), codes));
}

async function byPatterns({ source, judged }) {
  const { cues, ...rubric } = source.rubric;
  const pack = (await load()).open({ ...source, rubric });
  return judged.map(({ text }) => {
    const { criteria, misconceptions } = pack.grade(text);
    return new Set([...criteria.filter(({ level }) => level > 0), ...misconceptions].map(({ id }) => id));
  });
}

/** By likeness to model sentences; one threshold for all criteria and one for all misconceptions. */
function byLikeness(task, profilesOf) {
  const shares = ["criterion", "misconception"].map((kind) =>
    task.codes.flatMap((code) => (code.kind === kind ? [code.id] : [])),
  );
  const profiles = profilesOf(task.answers);
  if (!task.heldBack) return heldOut(task.answers, profiles, shares);
  return tunedOn(task.tuning, profilesOf(task.tuning), shares)(profiles);
}

async function contenders(task, { quick }) {
  const refs = references(task.description);
  const finder = keywords();
  const table = {
    "patterns alone": await byPatterns(task),
    "cues alone": byCues(task, { patterns: false }),
    "patterns and cues": byCues(task, { patterns: true }),
    [finder.name]: task.answers.map(({ text }) => new Set(finder.find(text))),
    "TF-IDF": byLikeness(task, (answers) => tfidfProfiles(answers, refs)),
  };
  if (quick) return table;
  const all = [...task.answers, ...(task.tuning ?? [])];
  const { sentence } = await embeddingProfiles(all, refs);
  const profiles = new Map(all.map((answer, k) => [answer, sentence[k]]));
  table["sentence embeddings"] = byLikeness(task, (answers) => answers.map((answer) => profiles.get(answer)));
  return table;
}

function taskOf(source, description, heldBack) {
  const codes = codesOf(source.rubric);
  const labelled = readTexts("labelled", codes);
  const answersIn = (list) => list.filter(({ kind }) => kind === "answer");
  const judged = heldBack ? readTexts("held-back", codes) : answersIn(labelled);
  const asAnswers = (list) => list.map((text) => asAnswer(text, codes));
  const tuning = heldBack ? asAnswers(answersIn(labelled)) : null;
  return { source, description, codes, labelled, judged, answers: asAnswers(judged), tuning, heldBack };
}

function print({ codes, answers, labelled, heldBack }, table) {
  const figures = (found, kind) => {
    const ids = codes.flatMap((code) => (code.kind === kind ? [code.id] : []));
    const { precision, recall, f1 } = score(answers, found, ids).micro;
    return [precision, recall, f1].map((each) => each.toFixed(3)).join(" / ");
  };
  const how = heldBack ? "held back: nothing was tuned to them" : `cross-validated in ${FOLDS} folds of neighbours`;
  console.log(`\n${answers.length} whole answers (${labelled.length} labelled texts), ${how}\n`);
  console.log(`${"precision / recall / F1".padEnd(30)}criteria                 misconceptions`);
  for (const [name, found] of Object.entries(table))
    console.log(`${name.padEnd(30)}${figures(found, "criterion")}    ${figures(found, "misconception")}`);
}

export async function reportLabelled({ quick, "held-back": heldBack }) {
  if (!existsSync(texts("labelled"))) return console.log("\nskipped: the rubric has no labelled texts.");
  const source = JSON.parse(readFileSync(packFile, "utf8"));
  const { rubric } = (await load()).open(source).description;
  const task = taskOf(source, rubric, heldBack);
  print(task, await contenders(task, { quick }));
}
