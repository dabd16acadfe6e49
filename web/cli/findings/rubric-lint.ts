/** What a rubric's author would want to know before readers do: sentences that earn nothing, words that say nothing, old claims. */
import type { InterfaceRemark } from "./interface.js";
import type { RubricPack } from "../../entries/rubric.js";
import { plain } from "../../texts/rich.js";
import { type ShownMarkup, shownMarkup } from "./rubric-markup.js";

/** `severity` is a warning: nothing here keeps a rubric from being used. */
export interface RubricRemark {
  code:
    | "example_earns_nothing"
    | "unused_concept"
    | "common_phrase"
    | "no_samples"
    | "criterion_without_sample"
    | "old_quality"
    | "markup_shown"
    | InterfaceRemark["code"];
  severity: "warning" | "note";
  path: string;
  line: number;
  column: number;
  message: string;
  suggestion: string;
}

interface Matcher {
  id: string;
  model?: string;
  examples?: string[];
  patterns?: Pattern[];
  levels?: Level[];
}
interface Pattern {
  subject?: string;
  has?: string[];
  without?: string[];
}
interface Level {
  also?: string[];
  reason?: string[];
}
interface Source {
  updated?: string;
  rubric: {
    lexicon?: Record<string, string>;
    subjects?: string[];
    implied?: Record<string, string>;
    levels?: Level[];
    claims?: Record<string, { patterns: Pattern[] }>;
    topic?: Pattern[];
    criteria: Matcher[];
    misconceptions?: Matcher[];
    follow_ups?: { id: string; topic?: Pattern[]; criteria: Matcher[] }[];
    cues?: { traits: string[] };
    quality?: { measured: string };
    samples?: { text: string; criteria?: string[]; misconceptions?: string[]; follow_up?: string }[];
  };
}

/** Something found by words, and the question it belongs to. */
interface Part {
  matcher: Matcher;
  kind: "criterion" | "misconception";
  followUp?: string;
  path: string;
}

/** In so many samples or more, and in more than this share of them, a word tells nothing. */
const [ENOUGH_SAMPLES, COMMON] = [20, 0.5];
/** Words that hold others together. */
const EMPTY = new Set(
  "a an the of to in on at by and or but if is are was were be it its this that they with for from as so".split(" "),
);

export function lintRubric(pack: RubricPack, text: string): RubricRemark[] {
  const source = JSON.parse(text) as Source;
  const parts = partsOf(source);
  const all = [
    ...sentences(pack, parts),
    ...unusedConcepts(source, parts),
    ...commonPhrases(source, parts),
    ...unsampled(source, parts),
    ...oldQuality(source),
    ...shownMarkup(source.rubric).map(markup),
  ];
  return all.map(({ at, ...remark }) => ({ ...remark, ...placeOf(text, at) }));
}

type Unplaced = Omit<RubricRemark, "line" | "column"> & { at: string };

function partsOf({ rubric }: Source): Part[] {
  const of = (list: Matcher[], kind: Part["kind"], path: string, followUp?: string): Part[] =>
    list.map((matcher, k) => ({ matcher, kind, path: `${path}/${k}`, ...(followUp !== undefined && { followUp }) }));
  return [
    ...of(rubric.criteria, "criterion", "/rubric/criteria"),
    ...of(rubric.misconceptions ?? [], "misconception", "/rubric/misconceptions"),
    ...(rubric.follow_ups ?? []).flatMap(({ id, criteria }, k) =>
      of(criteria, "criterion", `/rubric/follow_ups/${k}/criteria`, id),
    ),
  ];
}

function markup({ path, text, sign, suggestion }: ShownMarkup): Unplaced {
  const message = `A reader sees "${sign}" as it stands here.`;
  return { code: "markup_shown", severity: "warning", path, at: JSON.stringify(text), message, suggestion };
}

// ---- sentences that earn nothing

function sentences(pack: RubricPack, parts: readonly Part[]): Unplaced[] {
  return parts.flatMap((part) => {
    const { model, examples = [] } = part.matcher;
    const told = examples.map((sentence, k) => ({ sentence, path: `${part.path}/examples/${k}`, what: "example" }));
    if (model !== undefined) told.push({ sentence: model, path: `${part.path}/model`, what: "model sentence" });
    return told.filter(({ sentence }) => !earns(pack, part, plain(sentence))).map((each) => earnsNothing(part, each));
  });
}

function earns(pack: RubricPack, { matcher, kind, followUp }: Part, sentence: string): boolean {
  const { criteria, misconceptions } = pack.grade(sentence, followUp);
  const found = kind === "criterion" ? criteria.filter(({ level }) => level > 0) : misconceptions;
  return found.some(({ id }) => id === matcher.id);
}

function earnsNothing({ matcher, kind }: Part, told: { sentence: string; path: string; what: string }): Unplaced {
  return {
    code: "example_earns_nothing",
    severity: "warning",
    path: told.path,
    at: JSON.stringify(told.sentence),
    message: `This ${told.what} does not earn its own ${kind}, "${matcher.id}".`,
    suggestion: "Give the words that say it to a concept, and add a pattern or learn cues; or write another sentence.",
  };
}

// ---- words that say nothing

function unusedConcepts(source: Source, parts: readonly Part[]): Unplaced[] {
  const { lexicon = {}, subjects = [], implied = {}, levels = [], cues } = source.rubric;
  if (parts.some(({ matcher }) => !matcher.patterns?.length)) return []; // examples use all of them
  const all = [...levels, ...parts.flatMap(({ matcher }) => matcher.levels ?? [])];
  const mentions = [
    ...patternsOf(source, parts).flatMap(({ has = [], without = [] }) => [...has, ...without]),
    ...all.flatMap(({ also = [], reason = [] }) => [...also, ...reason]),
  ];
  const heard = (cues?.traits ?? []).flatMap(conceptsOfTrait);
  const used = new Set([
    ...mentions.flatMap(conceptsIn),
    ...subjects,
    ...Object.keys(implied),
    ...heard,
    "not_subject",
  ]);
  return Object.keys(lexicon)
    .filter((concept) => !used.has(concept))
    .map((concept) => ({
      code: "unused_concept",
      severity: "warning",
      path: `/rubric/lexicon/${concept}`,
      at: `${JSON.stringify(concept)}:`,
      message: `No pattern, level, subject or cue uses the concept "${concept}".`,
      suggestion: 'Use it, or take it out. Phrases that only keep a subject from being one belong to "not_subject".',
    }));
}

function patternsOf({ rubric }: Source, parts: readonly Part[]): Pattern[] {
  const claims = Object.values(rubric.claims ?? {}).flatMap(({ patterns }) => patterns);
  const topics = [...(rubric.topic ?? []), ...(rubric.follow_ups ?? []).flatMap(({ topic = [] }) => topic)];
  return [...claims, ...topics, ...parts.flatMap(({ matcher }) => matcher.patterns ?? [])];
}

/** "a|!b" speaks of a and of b. */
function conceptsIn(mention: string): string[] {
  return mention.split("|").map((word) => word.trim().replace(/^[!~]/, ""));
}

/** "rag=!cond 8 x3" is a cue for what is said of "rag" with "cond" denied. */
function conceptsOfTrait(trait: string): string[] {
  const [, concept] = /=!?(\S+)/.exec(trait) ?? [];
  return concept === undefined ? [] : [concept];
}

/** What a criterion or misconception can be found by without any other word; beside others, a common word may help. */
function findsAlone(parts: readonly Part[]): Set<string> {
  const patterns = parts.flatMap(({ matcher }) => matcher.patterns ?? []);
  return new Set(
    patterns.filter(({ has = [] }) => has.length === 1).flatMap(({ has = [] }) => has.flatMap(conceptsIn)),
  );
}

function commonPhrases({ rubric }: Source, parts: readonly Part[]): Unplaced[] {
  const alone = findsAlone(parts);
  const texts = (rubric.samples ?? []).map(({ text }) => new Set(text.toLowerCase().match(/[\p{L}\p{N}']+/gu)));
  const common = (phrase: string): boolean => {
    const word = phrase.toLowerCase();
    if (word.length === 1 || EMPTY.has(word)) return true;
    return texts.length >= ENOUGH_SAMPLES && texts.filter((words) => words.has(word)).length > COMMON * texts.length;
  };
  const subjects = new Set(rubric.subjects);
  return Object.entries(rubric.lexicon ?? {}).flatMap(([concept, phrases]) =>
    subjects.has(concept) || !alone.has(concept)
      ? []
      : phrases
          .split(",")
          .map((phrase) => phrase.trim())
          .filter((phrase) => !phrase.startsWith("=") && common(phrase))
          .map((phrase) => tooCommon(concept, phrase)),
  );
}

function tooCommon(concept: string, phrase: string): Unplaced {
  return {
    code: "common_phrase",
    severity: "warning",
    path: `/rubric/lexicon/${concept}`,
    at: `${JSON.stringify(concept)}:`,
    message: `The phrase "${phrase}" of "${concept}" is so common that it tells nothing, and is enough here.`,
    suggestion: "Write more of its words, or an equals sign before one that counts only in these letters.",
  };
}

// ---- what no sample shows

function unsampled({ rubric }: Source, parts: readonly Part[]): Unplaced[] {
  const samples = rubric.samples ?? [];
  if (samples.length === 0) return [noSamples()];
  const shown = ({ matcher, kind, followUp }: Part): boolean =>
    samples.some((sample) => {
      const ids = kind === "criterion" ? sample.criteria : sample.misconceptions;
      return (kind === "misconception" || sample.follow_up === followUp) && ids?.includes(matcher.id);
    });
  return parts.filter((part) => !shown(part)).map((part) => withoutSample(part));
}

function noSamples(): Unplaced {
  return {
    code: "no_samples",
    severity: "note",
    path: "/rubric",
    at: '"rubric":',
    message: "No sample says what a text must earn.",
    suggestion: 'Add "samples": one that earns each criterion, one that denies it, one about something else.',
  };
}

function withoutSample({ matcher, kind, path }: Part): Unplaced {
  return {
    code: "criterion_without_sample",
    severity: "warning",
    path,
    at: `"id": ${JSON.stringify(matcher.id)}`,
    message: `No sample earns the ${kind} "${matcher.id}".`,
    suggestion: "Add a text that does.",
  };
}

// ---- claims

function oldQuality({ updated, rubric: { quality } }: Source): Unplaced[] {
  if (!quality || updated === undefined || quality.measured >= updated) return [];
  return [
    {
      code: "old_quality",
      severity: "warning",
      path: "/rubric/quality/measured",
      at: '"quality":',
      message: `Its quality was measured on ${quality.measured}, and the pack was changed on ${updated}.`,
      suggestion: 'Measure it again, or take "quality" out: the card says these figures to its readers.',
    },
  ];
}

/** Where the text has it first; the beginning where it is written otherwise. */
function placeOf(text: string, at: string): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, text.indexOf(at))).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
