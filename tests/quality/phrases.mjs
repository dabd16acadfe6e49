// SPDX-License-Identifier: MIT
/** Plain stemmed phrases in a text, with `natural`: what a project without our engine would write in an afternoon. */

const NONE = [];

/** `stems(text)`; `require` finds the `natural` of the caller's package. */
export function stemmer(require) {
  // By path, since natural's front door also opens database clients that nobody here needs.
  const { WordTokenizer } = require("natural/lib/natural/tokenizers");
  const { PorterStemmer } = require("natural/lib/natural/stemmers");
  const tokenizer = new WordTokenizer();
  return (text) => tokenizer.tokenize(text).map((word) => PorterStemmer.stem(word));
}

function startsAt(words, at, phrase) {
  for (let offset = 1; offset < phrase.length; ++offset) if (words[at + offset] !== phrase[offset]) return false;
  return true;
}

/** `find(text)` gives the phrases that stand in it, each time they do, as words of `stems`. */
export function phraseFinder(phrases, stems) {
  const byFirst = new Map();
  for (const phrase of phrases) {
    const words = stems(phrase);
    if (words.length > 0) byFirst.set(words[0], [...(byFirst.get(words[0]) ?? []), words]);
  }
  return (text) => {
    const words = stems(text);
    const found = [];
    for (let at = 0; at < words.length; ++at)
      for (const phrase of byFirst.get(words[at]) ?? NONE) if (startsAt(words, at, phrase)) found.push(phrase);
    return found;
  };
}
