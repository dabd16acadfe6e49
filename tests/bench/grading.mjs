/**
 * Grading answers of about 400 words against the whole rubric, text to Grade object, beside two public text libraries that
 * only have to find as many phrases as the rubric's lexicon has: no subjects, no negation, no levels, no offsets.
 * And how the time grows on hostile texts.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import winkNLP from "wink-nlp";
import winkModel from "wink-eng-lite-web-model";
import { phraseFinder, stemmer } from "../quality/phrases.mjs";
import { hostileTexts } from "./hostile.mjs";
import { measure } from "./measure.mjs";

const folder = new URL("../corpus/answers/", import.meta.url);
const answers = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
/** Twice as many of the longest letters still fit into the 256 KiB that a text may have. */
const LENGTH = 40_000;

const OURS = "decision-card, text to Grade object";
const NATURAL = "natural, tokens and stems, plain phrases";
const WINK = "wink-nlp, full pipeline, custom entities";

/** The words and phrases of the rubric's lexicon, as an author wrote them: a list, with commas, for each concept. */
export function lexiconPhrases(packText) {
  const lists = Object.values(JSON.parse(packText).rubric.lexicon);
  return [...new Set(lists.flatMap((list) => list.split(",").map((phrase) => phrase.trim())))];
}

/** wink-nlp takes a pattern of words; what it would read as its own syntax is left out of a phrase. */
function winkFinder(phrases) {
  const nlp = winkNLP(winkModel);
  const patterns = phrases.map((phrase) => phrase.replace(/[^\p{L}\p{N}]+/gu, " ").trim()).filter(Boolean);
  nlp.learnCustomEntities([{ name: "phrase", patterns: [...new Set(patterns)] }]);
  return (text) => nlp.readDoc(text).customEntities().out();
}

function loopOver(name, grade, count) {
  return {
    name,
    run(times) {
      let sum = 0;
      for (let at = 0; at < times; ++at) sum += count(grade(answers[at % answers.length]));
      assert.ok(sum >= 0); // keeps the results alive
    },
  };
}

/** Nothing is compared before everyone has been seen to find something in every answer. */
function assertFinds(...finders) {
  for (const find of finders) for (const text of answers) assert.ok(find(text).length > 0);
}

function measureAnswers(pack, phrases) {
  const [natural, wink] = [phraseFinder(phrases, stemmer(createRequire(import.meta.url))), winkFinder(phrases)];
  assertFinds((text) => pack.grade(text).criteria.filter(({ level }) => level > 0), natural, wink);
  return measure(
    [
      loopOver(
        OURS,
        (text) => pack.grade(text),
        ({ total }) => total,
      ),
      loopOver(NATURAL, natural, ({ length }) => length),
      loopOver(WINK, wink, ({ length }) => length),
    ],
    { budget: 60 },
  );
}

/** The time for a text of `LENGTH` and of twice that, kind by kind. */
async function measureGrowth(pack) {
  const models = pack.description.rubric.criteria.flatMap(({ model }) => model ?? []);
  const growth = [];
  for (const [kind, textOf] of Object.entries(hostileTexts(models))) {
    const entry = (name, text) => ({
      name,
      run(times) {
        for (let at = 0; at < times; ++at) assert.ok(pack.grade(text).total >= 0);
      },
    });
    const times = await measure([entry("once", textOf(LENGTH)), entry("twice", textOf(2 * LENGTH))], {
      budget: 40,
      rounds: 9,
    });
    growth.push({ kind, ...times, ratio: times.twice / times.once });
  }
  return growth;
}

export async function measureGrading(pack, packText) {
  const phrases = lexiconPhrases(packText);
  return { phrases: phrases.length, answers: await measureAnswers(pack, phrases), growth: await measureGrowth(pack) };
}

export function gradingTargets({ answers: times, growth }) {
  const faster = (name, ratio) => ({ name, value: `${ratio.toFixed(2)} times`, target: "at least 5", met: ratio >= 5 });
  const worst = growth.reduce((a, b) => (a.ratio > b.ratio ? a : b));
  return [
    faster("grading against natural's stemmed phrases", times[NATURAL] / times[OURS]),
    faster("grading against wink-nlp's pipeline", times[WINK] / times[OURS]),
    {
      name: `time of 2n over n (worst: ${worst.kind})`,
      value: `${worst.ratio.toFixed(2)} times`,
      target: "at most 2.3",
      met: worst.ratio <= 2.3,
    },
  ];
}

const milliseconds = (ns) => `${(ns / 1e6).toFixed(2)} ms`.padStart(12);

export function printGrowth(growth) {
  console.log(`\nGrading ${LENGTH.toLocaleString("en")} hostile characters, and twice as many`);
  for (const { kind, once, twice, ratio } of growth)
    console.log(`  ${kind.padEnd(40)}${milliseconds(once)}${milliseconds(twice)}${ratio.toFixed(2).padStart(8)} ×`);
}

export { OURS as gradingBase };
