/** What the cards say, in the language of their pack: one dictionary a language; the pack brings the rest. */
import { en } from "./en.js";
import type { practiceTexts } from "./en-practice.js";
import type { proofTexts } from "./en-proofs.js";
import type { Entry, Plural } from "./entry.js";
import { Numbers } from "./numbers.js";

export type TextKey = keyof typeof en | keyof typeof proofTexts | keyof typeof practiceTexts;
/** What only one of the elements says, by language. */
export interface Words {
  readonly [language: string]: { readonly [key in TextKey]?: Entry };
}
type Dictionary = { readonly [key in keyof typeof en]: Entry } & Words[string];
interface Values {
  readonly [name: string]: string | number;
}

/** More languages: add the dictionary here, in proofs.ts and in practice.ts. A language without one gets English. */
const DICTIONARIES: { readonly [language: string]: Dictionary } = { en };

export const LANGUAGES: readonly string[] = Object.keys(DICTIONARIES);

/** Texts with the numbers in them. */
export class Texts extends Numbers {
  readonly #dictionary: Dictionary;
  #plural: Intl.PluralRules | undefined;

  constructor(language = "en", ...own: Words[]) {
    const primary = language.toLowerCase().split("-")[0] ?? "en";
    super(Object.hasOwn(DICTIONARIES, primary) ? primary : "en");
    const parts = [DICTIONARIES as Words, ...own].flatMap((words) => [words.en, words[this.language]]);
    this.#dictionary = parts.reduce<Dictionary>((all, part) => ({ ...all, ...part }), en);
  }

  say(key: TextKey, values: Values = {}): string {
    const entry = this.#dictionary[key] ?? key;
    const form = typeof entry === "string" ? entry : this.#form(entry, Number(values.count));
    return form.replace(/\{(\w+)\}/g, (_, name: string) => this.#shown(values[name]));
  }

  points(value: number): string {
    return this.say("points", { count: Math.abs(value), signed: this.signed(value) });
  }

  /** A share of the whole in per cent; neither nothing nor everything is said of what isn't. */
  share(value: number): string {
    const percent = new Intl.NumberFormat(this.language, { style: "percent", maximumFractionDigits: 0 });
    if (value > 0 && value < 0.01) return this.say("share_under", { share: percent.format(0.01) });
    if (value < 1 && value > 0.99) return this.say("share_over", { share: percent.format(0.99) });
    return percent.format(value);
  }

  quoted(text: string): string {
    return this.say("quoted", { text });
  }

  #form(entry: Plural, count: number): string {
    this.#plural ??= new Intl.PluralRules(this.language);
    return entry[this.#plural.select(count)] ?? entry.other;
  }

  #shown(value: string | number | undefined): string {
    return typeof value === "number" ? this.number(value) : (value ?? "");
  }
}
