/** One text of a dictionary. */
export type Plural = { readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string };

/** A text with a `count` has one form for each plural category of its language (Intl.PluralRules). */
export type Entry = string | Plural;

export interface Entries {
  readonly [key: string]: Entry;
}

/** The same texts in another language. What it lacks is said in English. */
export type Translation<English extends Entries> = { readonly [key in keyof English]?: Entry };
