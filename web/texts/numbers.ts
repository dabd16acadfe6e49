/** Numbers, money, days and lists as a language writes them. */

/** Languages that write a whole number below 1000 as its plain digits. Setting up Intl for it takes 25 ms, a third of a cold start. */
const PLAIN_DIGITS: ReadonlySet<string> = new Set(["en"]);

export class Numbers {
  readonly language: string;
  #number: Intl.NumberFormat | undefined;

  constructor(language: string) {
    this.language = language;
  }

  number(value: number): string {
    if (PLAIN_DIGITS.has(this.language) && Number.isInteger(value) && Math.abs(value) < 1000) return minus(`${value}`);
    this.#number ??= new Intl.NumberFormat(this.language);
    return minus(this.#number.format(value));
  }

  /** With its sign, so that points for and against differ by more than colour. */
  signed(value: number): string {
    return value > 0 ? `+${this.number(value)}` : this.number(value);
  }

  /** Every digit of a figure that can be changed. */
  figure(value: number): string {
    return minus(new Intl.NumberFormat(this.language, { maximumFractionDigits: 12 }).format(value));
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
    return minus(new Intl.NumberFormat(this.language, { ...style, ...look }).format(value));
  }

  /** What a reader wrote as a number in this language, digits grouped or not; NaN for anything else. */
  parse(text: string): number {
    const parts = new Intl.NumberFormat(this.language).formatToParts(-1234567.8);
    const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
    const [group, decimal] = [sign("group").trim(), sign("decimal")];
    const bare = text.replace(/\s/g, "").replace("\u2212", "-");
    const grouped = `\\d{1,3}(?:[${group}]\\d{3})+|`;
    const pattern = new RegExp(`^-?(?:${group && grouped}\\d+)(?:[${decimal}]\\d+)?$`);
    return pattern.test(bare) ? Number(bare.replaceAll(group, "").replace(decimal, ".")) : NaN;
  }

  list(items: readonly string[], type: "conjunction" | "disjunction"): string {
    return new Intl.ListFormat(this.language, { type }).format(items);
  }

  /** A pack's "2025-06-30" is a day, not an instant: read and shown in UTC so it doesn't slip. */
  date(text: string): string {
    const day = new Date(`${text}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return text;
    return new Intl.DateTimeFormat(this.language, { dateStyle: "medium", timeZone: "UTC" }).format(day);
  }
}

/** A hyphen to start with; a true minus lines up with the plus in tabular figures. */
function minus(text: string): string {
  return text.replace("-", "\u2212");
}
