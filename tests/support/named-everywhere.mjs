// SPDX-License-Identifier: MIT
/** A pack in which every text that a reader sees names an answer. */

/** Texts of a pack, by their keys; `why_not`, `pass` and others may be lists of variants, whose `text` is one of them. */
const TEXTS = new Set(
  "title description question intro gates_text text help why name summary because detail despite pass fail unknown why_not unit section ends note published".split(
    " ",
  ),
);
/** What is read by its author or by a program. */
const KEPT = new Set(["$schema", "authors", "cases", "laws", "accepted", "interface", "rubric", "when", "url"]);

/** `mark` stands behind each text. */
export function namedEverywhere(pack, mark) {
  const marked = (value, key) => {
    if (typeof value === "string") return TEXTS.has(key) && key !== "published" ? `${value} ${mark}` : value;
    if (Array.isArray(value)) return value.map((each) => marked(each, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        KEPT.has(name) || isId(name, key) ? each : marked(each, name),
      ]),
    );
  };
  return marked(pack, "");
}

/** `question` of a figure is an id. */
const isId = (name, of) => name === "question" && of === "inputs";
