/** `{question}` in a pack's texts: the reader's own answer stands there. */
import type { Description } from "../contract/index.js";
import { literal } from "../texts/rich.js";
import { isRich } from "../texts/rich-fields.js";
import { choiceText, type Words } from "./lookup.js";
import type { Answered } from "./steps.js";

const ANY = /\{[a-z]/;
const PLACE = /\{([a-z][a-z0-9_-]{0,63})\}/g;

/** The same value with answers in all its texts. What an answer says is no markup. Braces around anything but a question stay as they are. */
export function placeAnswers<T>(value: T, pack: Description, answers: Answered, words: Words): T {
  const ids = new Set(pack.decision.questions.map(({ id }) => id));
  const said = (id: string): string => {
    const answer = answers.get(id) ?? null;
    return answer === null ? words.say("dont_know") : choiceText(pack, id, answer, words);
  };
  const placed = (part: unknown, rich = false): unknown => {
    if (typeof part === "string") {
      const put = (id: string): string => (rich ? literal(said(id)) : said(id));
      return part.replace(PLACE, (whole, id: string) => (ids.has(id) ? put(id) : whole));
    }
    if (Array.isArray(part)) return part.map((each) => placed(each));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, placed(each, isRich(key, part))]));
  };
  return ANY.test(JSON.stringify(value)) ? (placed(value) as T) : value;
}
