/** The languages that an element speaks: English, and others as a script or a module brings them. */
import { writing } from "./numbers.js";
import { Texts, type Words } from "./texts.js";

export class Languages {
  readonly #english: Words;
  readonly #known = new Map<string, Words>([["en-Latn", {}]]);

  /** `english`: what only this element says. */
  constructor(english: Words) {
    this.#english = english;
  }

  /** Loads the first of these that there is; null: there is nothing to wait for. A script by itself loads none. */
  learn: (languages: readonly string[]) => Promise<void> | null = () => null;

  knows(language: string): boolean {
    return this.#known.has(writing(language));
  }

  /** What is added later to a language is said instead of what it had. */
  add(language: string, words: Words): void {
    const name = writing(language);
    this.#known.set(name, { ...this.#known.get(name), ...words });
  }

  /** In the first of these that is known; an author's own words make the first of all known. */
  texts(languages: readonly string[], own: Words = {}): Texts {
    const known = languages.find((each, at) => (at === 0 && Object.keys(own).length > 0) || this.knows(each));
    const language = known ?? "en";
    return new Texts(language, this.#english, this.#known.get(writing(language)) ?? {}, own);
  }
}
