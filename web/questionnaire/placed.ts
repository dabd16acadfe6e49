/** `{question}` in a pack's texts: the reader's own answer stands there. */
import type { Description } from "../contract/index.js";
import { literal } from "../texts/rich.js";
import { isRich } from "../texts/rich-fields.js";
import { choiceText, type Words } from "./lookup.js";
import type { Answered } from "./steps.js";

const ANY = /\{[a-z]/;
/** Whether a pack names answers at all: it is asked for each screen. */
const named = new WeakMap<Description, boolean>();
const PLACE = /\{([a-z][a-z0-9_-]{0,63})\}/g;

/** The same value with answers in all its texts. What an answer says is no markup. Braces around anything but a question stay as they are. */
export function placeAnswers<T>(value: T, pack: Description, answers: Answered, words: Words): T {
  const ids = new Set(pack.decision.questions.map(({ id }) => id));
  const put = (text: string, said: (id: string) => string): string =>
    text.replace(PLACE, (whole, id: string) => (ids.has(id) ? said(id) : whole));
  /** An answer may name others; one that names itself says no more of itself. */
  const answer = (id: string, within: readonly string[] = []): string => {
    const given = answers.get(id) ?? null;
    if (given === null) return words.say("dont_know");
    if (within.includes(id)) return "…";
    return put(choiceText(pack, id, given, words), (other) => answer(other, [...within, id]));
  };
  const placed = (part: unknown, rich = false): unknown => {
    if (typeof part === "string") return put(part, (id) => (rich ? literal(answer(id)) : answer(id)));
    if (Array.isArray(part)) return part.map((each) => placed(each));
    if (typeof part !== "object" || part === null) return part;
    const value = (key: string, each: unknown): unknown => (key === "url" ? each : placed(each, isRich(key, part)));
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, value(key, each)]));
  };
  return ANY.test(JSON.stringify(value)) ? (placed(value) as T) : value;
}

/** The pack as its reader sees it. */
export function placedPack(pack: Description, answers: Answered, words: Words): Description {
  if (!named.has(pack)) named.set(pack, ANY.test(JSON.stringify(pack)));
  return named.get(pack) ? placeAnswers(pack, pack, answers, words) : pack;
}
