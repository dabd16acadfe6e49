/** How well cues do on texts that they were not learned from: folds of neighbours, and the curve over more and more texts. */
import { cuesOf, learn, type Bars, type Cues, type Recipe } from "./cues.js";
import { chooseBars, count, isFound, none, type Counts, type Heard } from "./measure.js";
import { TraitBook } from "./space.js";
import { wholeOf, type Sentences } from "./windows.js";
import { foldOf, hashOf, type Code, type LabelledText } from "./texts.js";

/** The engine, as far as learning needs it. */
export interface Ear {
  /** The traits of each sentence of a text. */
  traits(text: string): string[][];
  /** What each text comes to with these cues: a score a code, and 1 where a pattern found it. */
  hear(cues: Cues, texts: readonly string[]): { scores: Int32Array; patterns: Uint8Array }[];
}

export const FOLDS = 5;

/**
 * Where whole answers are labelled they are what cues are measured on: that is what a reader writes. Else all texts are, but
 * those that were made from others.
 */
const MANY_ANSWERS = 50;

/** So many texts each of the rubric's own is worth: what its author says of it counts for more than one reader's words. */
const OWN_COUNTS = 4;

const NO_BARS: Bars = { criterion: { found: 0, kept: 0 }, misconception: { found: 0, kept: 0 } };

/** A text that is judged, and by which bars: they come from the other folds. */
export interface Judged {
  text: LabelledText;
  heard: Heard;
  bars: Bars;
}

export class Study {
  readonly texts: readonly LabelledText[];
  readonly codes: readonly Code[];
  readonly #own: readonly LabelledText[];
  readonly #ear: Ear;
  readonly #recipe: Recipe;
  readonly #book = new TraitBook();
  readonly #sentences = new Map<LabelledText, Sentences>();

  /** `own`: what the rubric itself says of its codes, such as samples and examples. It teaches and is never judged. */
  constructor(
    texts: readonly LabelledText[],
    own: readonly LabelledText[],
    codes: readonly Code[],
    ear: Ear,
    recipe: Recipe,
  ) {
    this.texts = texts;
    this.codes = codes;
    this.#own = own;
    this.#ear = ear;
    this.#recipe = recipe;
    for (const text of [...own, ...texts]) {
      const sentences = ear.traits(text.text).map((names) => this.#book.traitsOf(names));
      this.#sentences.set(text, sentences);
    }
  }

  /** The texts that are judged. */
  get judgedTexts(): LabelledText[] {
    const answers = this.texts.filter(({ kind }) => kind === "answer");
    return answers.length >= MANY_ANSWERS ? answers : this.texts.filter(({ kind }) => kind !== "variant");
  }

  cues(texts: readonly LabelledText[], bars: Bars): Cues {
    return cuesOf(this.#learned(texts), this.codes, bars);
  }

  #learned(texts: readonly LabelledText[]): ReturnType<typeof learn> {
    const all = [...Array.from({ length: OWN_COUNTS }, () => this.#own).flat(), ...texts];
    const sentences = all.map((text) => this.#sentences.get(text)!);
    const traits = sentences.map(wholeOf);
    const labels = all.map((text) => text.labels);
    return learn({ sentences, traits, labels, names: this.#book.names, codes: this.codes.length }, this.#recipe);
  }

  /** Scores of cues learned from some texts, as margins. */
  hear(learnedFrom: readonly LabelledText[], texts: readonly LabelledText[]): Heard[] {
    const learned = this.#learned(learnedFrom);
    const heard = this.#ear.hear(
      cuesOf(learned, this.codes, NO_BARS),
      texts.map(({ text }) => text),
    );
    return heard.map(({ scores, patterns }) => ({
      margins: Float64Array.from(scores, (score) => score * learned.unit),
      patterns,
    }));
  }

  /** Every judged text by cues that were learned without its fold; `share` of the others teach, for the curve. */
  crossValidate(share = 1): Judged[] {
    const judged = this.judgedTexts;
    const kinds = new Set(judged);
    const heard = new Map<LabelledText, Heard>();
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const isHere = (text: LabelledText): boolean => kinds.has(text) && foldOf(text, FOLDS) === fold;
      const here = judged.filter(isHere);
      const teaching = this.texts.filter((text) => !isHere(text) && isInShare(text, share));
      this.hear(teaching, here).forEach((each, k) => heard.set(here[k]!, each));
    }
    return this.#withBars(judged.map((text) => ({ text, heard: heard.get(text)! })));
  }

  #withBars(all: { text: LabelledText; heard: Heard }[]): Judged[] {
    const bars = Array.from({ length: FOLDS }, (_, fold) =>
      chooseBars(
        all.filter(({ text }) => foldOf(text, FOLDS) !== fold),
        this.codes,
      ),
    );
    return all.map((each) => ({ ...each, bars: bars[foldOf(each.text, FOLDS)]! }));
  }

  /** The bars for cues that are learned from all texts. */
  bars(judged: readonly Judged[]): Bars {
    return chooseBars(judged, this.codes);
  }
}

const PARTS = 1000;
const isInShare = ({ block, id }: LabelledText, share: number): boolean =>
  hashOf(`${block} ${id}`) % PARTS < share * PARTS;

/** Which codes a judged text has by its bars. */
export function foundIn({ heard, bars }: Omit<Judged, "text">, codes: readonly Code[]): boolean[] {
  return codes.map(({ kind }, k) => isFound(heard.margins[k]!, heard.patterns[k] === 1, bars[kind]));
}

/** One tally a code. */
export function tallies(judged: readonly Judged[], codes: readonly Code[]): Counts[] {
  const all = codes.map(none);
  for (const each of judged) foundIn(each, codes).forEach((found, k) => count(all[k]!, each.text.labels[k]!, found));
  return all;
}

export function totalOf(counts: readonly Counts[], codes: readonly Code[], kind: Code["kind"]): Counts {
  const total = none();
  counts.forEach((each, k) => {
    if (codes[k]!.kind !== kind) return;
    total.right += each.right;
    total.wrong += each.wrong;
    total.missed += each.missed;
  });
  return total;
}

/** How far the nearest code is from its bar: the smaller, the more a label would teach. */
export function certaintyOf({ heard, bars }: { heard: Heard; bars: Bars }, codes: readonly Code[]): number {
  const distances = codes.map(({ kind }, k) => {
    const bar = heard.patterns[k] === 1 ? bars[kind].kept : bars[kind].found;
    return Math.abs(heard.margins[k]! - bar);
  });
  return Math.min(...distances);
}
