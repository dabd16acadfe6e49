/** What the cards say: the words of a language, an author's own words before them, English where neither has any. */
import { en } from "./en.js";
import type { decisionTexts } from "./en-decision.js";
import type { practiceTexts } from "./en-practice.js";
import type { proofTexts } from "./en-proofs.js";
import type { Entry } from "./entry.js";
import { localeOf, Numbers } from "./numbers.js";

export type TextKey =
  keyof typeof en | keyof typeof decisionTexts | keyof typeof proofTexts | keyof typeof practiceTexts;
/** Texts by their keys: a language's, an element's, an author's. */
export type Words = { readonly [key in TextKey]?: Entry };
interface Values {
  readonly [name: string]: string | number;
}

/** Texts with the numbers in them. */
export class Texts extends Numbers {
  readonly #words: Words;
  readonly #english: Words;

  /** `english`: what only this element says; `words`: in `language`, the last first. */
  constructor(language = "en", english: Words = {}, ...words: Words[]) {
    super(language);
    this.#english = english;
    this.#words = Object.assign({}, ...words) as Words;
  }

  say(key: TextKey, values: Values = {}): string {
    const of = (words: Words, language: string): string | undefined => formOf(words[key], values.count, language);
    const form = of(this.#words, this.language) ?? of(this.#english, "en") ?? of(en, "en") ?? key;
    return form.replace(/\{(\w+)\}/g, (_, name: string) => this.#shown(values[name]));
  }

  points(value: number): string {
    return this.say("points", { count: Math.abs(value), signed: this.signed(value) });
  }

  /** A share of the whole in per cent; neither nothing nor everything is said of what isn't. */
  share(value: number): string {
    const percent = new Intl.NumberFormat(localeOf(this.language), { style: "percent", maximumFractionDigits: 0 });
    if (value > 0 && value < 0.01) return this.say("share_under", { share: percent.format(0.01) });
    if (value < 1 && value > 0.99) return this.say("share_over", { share: percent.format(0.99) });
    return percent.format(value);
  }

  quoted(text: string): string {
    return this.say("quoted", { text });
  }

  #shown(value: string | number | undefined): string {
    return typeof value === "number" ? this.number(value) : (value ?? "");
  }
}

const rules = new Map<string, Intl.PluralRules>();

/** An author's words are data, so anything may stand there; what is no text says nothing. */
function formOf(entry: Entry | null | undefined, count: unknown, language: string): string | undefined {
  if (typeof entry !== "object") return typeof entry === "string" ? entry : undefined;
  const rule = rules.get(language) ?? new Intl.PluralRules(localeOf(language));
  rules.set(language, rule);
  const form: unknown = entry?.[rule.select(Number(count))] ?? entry?.other;
  return typeof form === "string" ? form : undefined;
}
