// SPDX-License-Identifier: MIT
/** What baselines (b) and (c) compare an answer with: the rubric's model sentences, and one sentence a misconception. */

const STATEMENTS = {
  ft_adds_facts_reliably: "Fine-tune the model on your documents and it will know all the facts in them.",
  ft_keeps_fresh: "Fine-tuning keeps the model up to date when the data changes often.",
  rag_changes_style: "Use RAG to change the style, tone or behaviour of the model.",
  rag_no_upkeep: "RAG needs no maintenance once the documents are loaded.",
  always_one: "RAG is always better than fine-tuning.",
  rag_eliminates_hallucination: "RAG eliminates hallucinations completely.",
};

/** `{code, text}` for every criterion and misconception. */
export function references({ criteria, misconceptions }) {
  return [
    ...criteria.map(({ id, title, model }) => ({ code: id, text: model ?? title })),
    ...misconceptions.map(({ id, title }) => ({ code: id, text: STATEMENTS[id] ?? title })),
  ];
}

/** The pack with these references as examples, in the place of all patterns of criteria and misconceptions. */
export function byExamples(pack) {
  const { criteria, misconceptions } = pack.rubric;
  const texts = new Map(references(pack.rubric).map(({ code, text }) => [code, text]));
  const withExample = ({ patterns, ...entry }) => ({ ...entry, examples: [texts.get(entry.id)] });
  return {
    ...pack,
    rubric: { ...pack.rubric, criteria: criteria.map(withExample), misconceptions: misconceptions.map(withExample) },
  };
}

/** Sentences and bullets; a heading is a sentence. */
export function sentences(text) {
  const parts = text.split(/(?<=[.!?])\s+|\n+/).map((part) => part.trim());
  return parts.filter((part) => /\p{L}/u.test(part));
}

/** The nearest of an answer's parts decides, for each reference. */
export function profile(parts, refs, likeness) {
  return Object.fromEntries(refs.map((ref) => [ref.code, Math.max(0, ...parts.map((part) => likeness(part, ref)))]));
}
