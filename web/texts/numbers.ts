/** Numbers, money, days and lists as a language writes them. */

/** Scripts that run from right to left. */
const LEFTWARD = /-(?:Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/;

export class Numbers {
  readonly language: string;
  #number: Intl.NumberFormat | undefined;

  constructor(language: string) {
    this.language = language;
  }

  /** Every language writes a whole number below 1000 as its digits. Setting up Intl for it takes 25 ms, a third of a cold start. */
  number(value: number): string {
    if (Number.isInteger(value) && Math.abs(value) < 1000)
      return value < 0 ? this.#marked(minus(`${value}`)) : `${value}`;
    this.#number ??= new Intl.NumberFormat(localeOf(this.language));
    return minus(this.#number.format(value));
  }

  /** With its sign, so that points for and against differ by more than colour. */
  signed(value: number): string {
    return value > 0 ? this.#marked(`+${this.number(value)}`) : this.number(value);
  }

  /**
   * Among letters that run to the left a sign stays before its number only after a mark that runs to the right. A text that began
   * with the mark would run to the right, too, so that a number without a sign has none.
   */
  #marked(text: string): string {
    return isRtl(this.language) ? `\u200e${text}` : text;
  }

  /** Every digit of a figure that can be changed. */
  figure(value: number): string {
    return minus(new Intl.NumberFormat(localeOf(this.language), { maximumFractionDigits: 12 }).format(value));
  }

  /** A time in months; a tenth is as much as anyone can use. */
  moment(months: number): string {
    return this.number(Math.round(months * 10) / 10);
  }

  /** An amount of money, with cents only where they are much of it; `short` is for an axis. */
  money(value: number, currency: string, short = false): string {
    const digits = Number.isInteger(value) || value >= 100 ? 0 : 2;
    const look: Intl.NumberFormatOptions = short
      ? { notation: "compact", maximumSignificantDigits: 3 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const style = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
    return minus(new Intl.NumberFormat(localeOf(this.language), { ...style, ...look }).format(value));
  }

  /** What a reader wrote as a number in this language, digits grouped or not, wide or Arabic ones too; NaN for anything else. */
  parse(text: string): number {
    const parts = new Intl.NumberFormat(localeOf(this.language)).formatToParts(-1234567.8);
    const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
    const [group, decimal] = [sign("group").trim(), sign("decimal")];
    const bare = text
      .normalize("NFKC") // wide digits
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => `${digit.charCodeAt(0) & 15}`) // Arabic and Persian ones
      .replace(/[\s\u200e\u200f\u061c]|^\+/g, "")
      .replace("\u2212", "-");
    const grouped = `\\d{1,3}(?:[${group}]\\d{2,3})*[${group}]\\d{3}|`; // India groups by two above a thousand
    const pattern = new RegExp(`^-?(?=.*\\d)(?:${group && grouped}\\d*)(?:[${decimal}]\\d*)?$`);
    return pattern.test(bare) ? Number(bare.replaceAll(group, "").replace(decimal, ".")) : NaN;
  }

  list(items: readonly string[], type: "conjunction" | "disjunction"): string {
    return new Intl.ListFormat(localeOf(this.language), { type }).format(items);
  }

  /** A pack's "2025-06-30" is a day, not an instant: read and shown in UTC so it doesn't slip. */
  date(text: string): string {
    const day = new Date(`${text}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return text;
    return new Intl.DateTimeFormat(localeOf(this.language), { dateStyle: "medium", timeZone: "UTC" }).format(day);
  }
}

/** With the digits 0 to 9 in every language: packs write them, and readers type them. English for what is no language. */
export function localeOf(language: string): Intl.Locale {
  try {
    return new Intl.Locale(language, { numberingSystem: "latn" });
  } catch {
    return localeOf("en");
  }
}

/** English is known, because a first question to Intl takes 25 ms; and each other language is asked for once. */
const writings = new Map([["en", "en-Latn"]]);

/** "pt" and "pt-BR" are written alike, "zh-CN" and "zh-TW" are not. Nothing is English, too. */
export function writing(language: string): string {
  const known = writings.get(language);
  if (known) return known;
  const { language: name, script } = localeOf(language).maximize();
  writings.set(language, `${name}-${script}`);
  return writing(language);
}

/** Whether a language is written from right to left. */
export function isRtl(language: string): boolean {
  return LEFTWARD.test(writing(language));
}

/** A hyphen to start with; a true minus lines up with the plus in tabular figures. */
function minus(text: string): string {
  return text.replace("-", "\u2212");
}
