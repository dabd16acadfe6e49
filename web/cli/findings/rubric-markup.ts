/** Markup in a rubric's texts that a reader sees as it stands; of a decision the engine says it. */
import { blocksOf, type Inline } from "../../texts/rich.js";
import { isRich } from "../../texts/rich-fields.js";

export interface ShownMarkup {
  readonly path: string;
  readonly text: string;
  readonly sign: string;
  readonly suggestion: string;
}

/** What readers see; patterns, samples and what is learned from are for the engine. */
const SEEN = new Set("question why_asked why intro title hint model correction text".split(" "));
const UNSEEN = new Set("samples lexicon cues claims topic patterns examples quality subjects implied".split(" "));
const ESCAPED = /\\[!-/:-@[-`{-~]/g;
const HTML = /<\/?[a-z][^<>]*>|&#?\w{1,8};/i;
const LINK = /\[[^\]]*\]\([^)]*\)/;
/** Stars at a word on one side. */
const STARS = /(?<=^|[\s(])\*+(?=\S)|(?<=\S)\*+(?=$|[\s.,;:!?)])/;

const words = (part: Inline): string => (typeof part === "string" ? part : part.of.map(words).join(""));

/** The first sign that is said as it stands. */
function signIn(text: string, rich: boolean): [sign: string, suggestion: string] | null {
  const blocks = blocksOf(text.replace(ESCAPED, " "));
  const left = blocks.flatMap(({ items }) => items.map((item) => item.map(words).join(""))).join("\n");
  const html = HTML.exec(text)?.[0];
  if (html) return [html, "A text is words alone; take it out."];
  if (!rich) {
    const marked =
      blocks.length > 1 || blocks.some(({ items }) => items.flat().some((part) => typeof part !== "string"));
    return marked ? [text, "A title, a question and a hint are plain; take the markup out."] : null;
  }
  const link = LINK.exec(left)?.[0];
  if (link) return [link, "A link leads to an address that begins with https://."];
  const stars = STARS.exec(left)?.[0];
  return stars
    ? [stars, "Put stars on both sides of the words, with no blank inside; a star that is meant is \\*."]
    : null;
}

export function shownMarkup(value: unknown, path = "/rubric"): ShownMarkup[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
    const at = `${path}/${key}`;
    if (typeof each !== "string") return UNSEEN.has(key) ? [] : shownMarkup(each, at);
    const found = SEEN.has(key) ? signIn(each, isRich(key, value)) : null;
    return found ? [{ path: at, text: each, sign: found[0], suggestion: found[1] }] : [];
  });
}
