/** Where the words of other languages come from. Each is a chunk of its own: a page that needs none loads none. */
import type { Languages } from "./languages.js";
import { writing } from "./numbers.js";
import type { Words } from "./texts.js";

export type Sources = readonly (readonly [language: string, load: () => Promise<{ readonly words: Words }>])[];

/** The card, whose words are loaded from here when it needs them. */
export function speaking<Card extends { readonly languages: Languages }>(card: Card, sources: Sources): Card {
  card.languages.learn = (languages) => learn(card.languages, sources, languages);
  return card;
}

function learn(known: Languages, sources: Sources, wanted: readonly string[]): Promise<void> | null {
  const of = (language: string): Sources[number] | undefined =>
    sources.find(([each]) => writing(each) === writing(language));
  const language = wanted.find((each) => known.knows(each) || of(each)) ?? "en";
  if (known.knows(language)) return null;
  return of(language)![1]().then(
    ({ words }) => known.add(language, words),
    (error: unknown) => console.warn(`decision-card: no words in "${language}":`, error),
  );
}
