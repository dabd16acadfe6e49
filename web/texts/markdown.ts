import { blocksOf, type Inline } from "./rich.js";

/** What Markdown would take for its own. */
const SIGNS = /[\\`*_{}[\]<>#|~&]/g;
/** What would begin a list there. */
const FIRST = /^(\d*)([-+.)])(?= |$)/;

/** On one line: the next could begin something. */
const signs = (text: string): string => text.replace(/\s+/g, " ").replace(SIGNS, "\\$&");

/** Whatever a pack or its reader says reads as it was written. */
export function escapeMarkdown(text: string): string {
  return signs(text).replace(FIRST, "$1\\$2");
}

/** A rich text of a pack: its markup is Markdown's, and nothing else in it is. */
export function richMarkdown(text: string): string {
  const blocks = blocksOf(text).map(({ tag, items }) =>
    items
      .map(
        (item, at) => (tag === "p" ? "" : tag === "ul" ? "- " : `${at + 1}. `) + written(item).replace(FIRST, "$1\\$2"),
      )
      .join("\n"),
  );
  return blocks.join("\n\n");
}

/** An item of a list, with all its lines; `sign` is what it begins with. */
export function itemMarkdown(sign: string, text: string): string {
  return `${sign} ${text.replace(/\n(?=.)/g, `\n${" ".repeat(sign.length + 1)}`)}`;
}

function written(parts: readonly Inline[]): string {
  const texts = parts.map((part) => {
    if (typeof part === "string") return signs(part);
    const { sign, href, of } = part;
    return href ? `[${written(of)}](<${href}>)` : `${sign}${written(of)}${sign}`;
  });
  return texts.join("");
}
