// SPDX-License-Identifier: MIT
/** Baseline (b): the cosine between TF-IDF vectors of a sentence and of a model sentence, over stemmed words. */
import { profile, sentences } from "./references.mjs";
import { stems } from "./stems.mjs";

function inverseFrequencies(documents) {
  const counts = new Map();
  for (const words of documents) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + documents.length / count)]));
}

/** A vector of length 1, as a map. */
function vector(words, weights) {
  const entries = new Map();
  for (const word of words) entries.set(word, (entries.get(word) ?? 0) + weights.get(word));
  const length = Math.hypot(...entries.values()) || 1;
  return new Map([...entries].map(([word, weight]) => [word, weight / length]));
}

function cosine(a, b) {
  let product = 0;
  for (const [word, weight] of a) product += weight * (b.get(word) ?? 0);
  return product;
}

/** Word frequencies come from the very answers, too. */
export function tfidfProfiles(answers, refs) {
  const parts = answers.map(({ text }) => sentences(text).map(stems));
  const refWords = refs.map(({ text }) => stems(text));
  const weights = inverseFrequencies([...parts.flat(), ...refWords]);
  const targets = refs.map(({ code }, at) => ({ code, vector: vector(refWords[at], weights) }));
  const vectors = parts.map((each) => each.map((words) => vector(words, weights)));
  return vectors.map((each) => profile(each, targets, (part, target) => cosine(part, target.vector)));
}
