/** What a grade comes to, in a heading and a sentence: bands and concepts, never a sum of points beside them. */
import type { Certainty, Grade, RubricDescription } from "../contract/index.js";
import type { Texts } from "../texts/texts.js";
import { covered } from "./progress.js";
import { byLevel, countOf, reached } from "./standing.js";
import type { Task } from "./task.js";
import { sentences } from "../texts/sentences.js";

/** A band is never said alone where something has to be corrected. */
export function headline(texts: Texts, { bands }: RubricDescription, grade: Grade): string {
  const band = bands.find(({ id }) => id === grade.band)?.title ?? grade.band;
  const count = grade.misconceptions.length;
  return count === 0 ? band : texts.say("band_with", { band, count });
}

/** Words as people count them: "home-made" is one, and a dash between blanks none. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** How it was judged; and who reads it, which a page that does more with it can say in its own words. */
export function selfCheck(texts: Texts): string {
  return texts.say("self_check", { privacy: texts.say("privacy") });
}

/** "8 of 17 concepts: 5 explained, 3 named. 6 are certain, one is probable, one is your own claim." */
export function tally(texts: Texts, { criteria }: Task, grade: Grade): string {
  const { found, total, extra } = covered(criteria, grade);
  const all = reached(criteria, grade);
  const levels = byLevel(all).map(({ title, reached: { length } }) => `${texts.number(length)} ${title.toLowerCase()}`);
  const count = texts.say(extra > 0 ? "concepts_extra" : "concepts", { found, total, count: extra });
  const told =
    levels.length > 0 ? texts.say("tally", { concepts: count, levels: levels.join(texts.say("comma")) }) : count;
  return sentences(texts.say("sentence", { text: told }), madeOf(texts, all));
}

function madeOf(texts: Texts, all: Parameters<typeof countOf>[0]): string {
  const kinds: readonly Certainty[] = ["certain", "probable", "claimed"];
  if (all.every(({ certainty }) => certainty === "certain")) return "";
  const parts = kinds.map((kind) => ({ kind, count: countOf(all, kind) })).filter(({ count }) => count > 0);
  return texts.say("made_of", {
    parts: parts.map(({ kind, count }) => texts.say(`count_${kind}`, { count })).join(texts.say("comma")),
  });
}
