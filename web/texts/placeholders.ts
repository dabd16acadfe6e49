/** The values that a text names, such as {count}: in another language they are the same. */
import type { Entry } from "./entry.js";

const formsOf = (entry: Entry): string[] => (typeof entry === "string" ? [entry] : Object.values(entry));

export function placeholdersOf(...texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name));
}

/** Values that a text names and nobody fills in: they would leave a gap. */
export function unfilled(english: Entry, entry: Entry): string[] {
  const filled = placeholdersOf(...formsOf(english));
  return [...new Set(placeholdersOf(...formsOf(entry)))].filter((name) => !filled.includes(name));
}

/** Values that its English text names, and its general form doesn't. */
export function dropped(english: Entry, entry: Entry): string[] {
  const said = placeholdersOf(typeof entry === "string" ? entry : entry.other);
  return [...new Set(placeholdersOf(...formsOf(english)))].filter((name) => !said.includes(name));
}
