// SPDX-License-Identifier: MIT
/**
 * `node tests/quality/make-variants.mjs LABELLED.ndjson > VARIANTS.ndjson`: denied and swapped variants of labelled sentences, as
 * labelled texts. A variant doesn't say what its sentence says; what else it may say nobody has judged, so that is doubtful.
 * Learned from beside the others, they teach denial; the variants of model sentences stay out and judge that
 * (tests/web/rubric-variants.test.mjs).
 */
import { readFileSync } from "node:fs";
import { DENIED, swapped } from "./variants.mjs";

const MENTION = /\b(?:RAG|[Ff]ine-tun\w*|[Rr]etrieval)\b/;
const deny = Object.values(DENIED);

const texts = readFileSync(process.argv[2], "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const codes = [...new Set(texts.flatMap(({ concepts, misconceptions }) => [...concepts, ...misconceptions]))].sort();

/** Codes of the sentence are absent, all others doubtful. */
function variant({ id, concepts, misconceptions }, sign, text) {
  const said = new Set([...concepts, ...misconceptions]);
  const doubtful = codes.filter((code) => !said.has(code));
  return { id: `${id}${sign}`, kind: "variant", style: "variant", text, concepts: [], misconceptions: [], doubtful };
}

const sentences = texts.filter(
  ({ kind, concepts, misconceptions }) => kind === "sentence" && concepts.length + misconceptions.length > 0,
);
const variants = sentences.flatMap((sentence, k) => {
  const denied = deny[k % deny.length](sentence.text);
  const turned = MENTION.test(sentence.text) ? swapped(sentence.text) : sentence.text;
  return [
    ...(denied === null ? [] : [variant(sentence, "-denied", denied)]),
    ...(turned === sentence.text ? [] : [variant(sentence, "-swapped", turned)]),
  ];
});
process.stdout.write(variants.map((each) => `${JSON.stringify(each)}\n`).join(""));
