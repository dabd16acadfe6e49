/**
 * Every word the card itself says, one catalogue per language; the pack brings the rest.
 * A text with a `count` has one form per plural category of its language (Intl.PluralRules).
 */

import type { practiceTexts } from "./en-practice.js";
import type { proofTexts } from "./en-proofs.js";

type Plural = { readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string };
export type Entry = string | Plural;

const en = {
  progress: "Question {number} of {total}",
  why_we_ask: "Why we ask",
  dont_know: "I don’t know",
  continue: "Continue",
  back: "Back",
  waiting: "One moment: the engine is still loading.",
  error: "Error:",
  choose: "Choose an answer, or I don’t know",

  review: "Check your answers",
  review_intro: "Change what isn’t right. An open question is fine: the result says whether it matters.",
  change: "Change",
  change_question: ": {question}",
  not_answered: "Not answered",
  see_result: "See the result",

  recommendation: "Recommendation",
  why: "Why",
  main_reason: "You answered “{answer}” to “{question}”",
  main_reasons: "You answered {answers}.",
  quoted: "“{text}”",
  clarity: "How clear it is",
  clarity_firm: "A firm call.",
  clarity_fair: "A fair call.",
  clarity_delicate: "A delicate call.",
  clarity_open: "Still open.",
  clarity_same: {
    one: "{same} of {of} single change to your answers would leave it as it is.",
    other: "{same} of {of} single changes to your answers would leave it as it is.",
  },
  provisional: {
    one: "Provisional: one question is open, and its answer could still change this.",
    other: "Provisional: {count} questions are open, and their answers could still change this.",
  },
  unproven: {
    one: "Provisional: one question is open, with more ways on than could be checked.",
    other: "Provisional: {count} questions are open, with more ways to answer them than could be checked.",
  },
  settled: {
    one: "One question is open; no answer to it would change this.",
    other: "{count} questions are open; no answers to them would change this.",
  },

  offer: {
    one: "The one question left can’t change the recommendation.",
    other: "The {count} questions left can’t change the recommendation.",
  },
  offer_on: "You may go on all the same: answers still add to the reasons.",
  see_result_now: "See the result now",
  scores: "How the options score",
  score_range: "can reach {lowest} to {highest}",
  points: { one: "{signed} point", other: "{signed} points" },
  reasons_for: "What speaks for it",
  reasons_against: "What speaks against it",
  reasons_neutral: "Also counted",
  reasons_more: { one: "One more reason", other: "{count} more reasons" },
  you_said: "You said:",
  gates: "Conditions",
  gate_pass: "Met",
  gate_fail: "Not met",
  gate_unknown: "Open",
  waits_for: "Depends on: {questions}",
  why_not: "Why not the others",
  outranked: "Your answers allow it too, but “{title}” comes first.",
  needed: "What would have to be different",
  blocked_answer: "{question} You answered “{answer}”; it needs {needs}.",
  blocked_open: "{question} You left it open; it needs {needs}.",
  another_answer: "another answer",
  blocked_score: "{alternative} has {points}; it needs {op} {value}.",
  blocked_score_than: "{alternative} has {points}; it needs {op} {than}, which has {value}.",
  blocked_gate: "“{gate}” is {state}; it needs to be {needs}.",
  state_pass: "met",
  state_fail: "not met",
  state_unknown: "open",
  "op_<": "less than",
  "op_<=": "at most",
  "op_>": "more than",
  "op_>=": "at least",
  "op_==": "exactly",
  "op_!=": "anything but",
  steps: "Next steps",
  notes: "Worth knowing",
  risks: "Risks",
  measure: "What to measure",
  costs: "Costs",
  sources: "Sources",
  source_number: "Source {number}: {title}",
  version: "version {version}",
  updated: "updated {date}",

  copy_link: "Copy link",
  copied: "Link copied",
  copy_by_hand: "Copying isn’t allowed here. The link below is selected, so you can copy it yourself.",
  link_label: "Link to these answers",
  change_answers: "Change answers",
  start_again: "Start again",

  link_unreadable: "The link’s answers couldn’t be read, so the card starts afresh.",
  link_lost: {
    one: "One part of the link couldn’t be read and was left out. It may have been cut off or changed on its way.",
    other:
      "{count} parts of the link couldn’t be read and were left out. They may have been cut off or changed on their way.",
  },
  link_version: "The link comes from version {old} of this questionnaire; you see version {now}.",
  link_dropped: {
    one: "One answer in the link no longer exists here and was left out.",
    other: "{count} answers in the link no longer exist here and were left out.",
  },
  heading_level: 'heading-level="{value}" isn’t 2, 3, 4 or 5, so 2 is used.',
  order_unknown: 'order="{value}" isn’t "author" or "information", so the questions keep the author’s order.',
  pack_unknown: "There is no built-in pack “{value}”. There is: {known}.",
  src_missing: 'src="{value}" names no <script type="application/json"> in this document.',
  src_address: 'src="{value}" isn’t an address that a pack can be fetched from.',
  src_failed: "The pack at {value} couldn’t be fetched.",
  no_questions: "The pack “{title}” asks no questions. Its rubric is for <rubric-card>.",
  problems: "This pack can’t be used yet",
  problems_intro: { one: "One problem to mend:", other: "{count} problems to mend:" },
  problem_place: "Line {line}, column {column}",
  problem_whole: "the whole document",
  failed: "The questionnaire couldn’t be started here.",
  retry: "Try again",
  text_kept: "What you wrote is kept:",
  fold_failed: "This couldn’t be worked out here.",
} as const satisfies { [key: string]: Entry };

export type TextKey = keyof typeof en | keyof typeof proofTexts | keyof typeof practiceTexts;
/** What only one of the elements says; it hands that over, so that the other's script is without it. */
export type Words = { readonly [key in TextKey]?: Entry };
type Catalogue = { readonly [key in keyof typeof en]: Entry } & Words;
type Values = { readonly [name: string]: string | number };

/** More languages: add the catalogue here. A language without one gets English. */
const CATALOGUES: { readonly [language: string]: Catalogue } = { en };

export const LANGUAGES: readonly string[] = Object.keys(CATALOGUES);

/** Languages that write a whole number below 1000 as its plain digits. Setting up Intl for it takes 25 ms, a third of a cold start. */
const PLAIN_DIGITS: ReadonlySet<string> = new Set(["en"]);

export class Texts {
  readonly language: string;
  readonly #catalogue: Catalogue;
  #plural: Intl.PluralRules | undefined;
  #number: Intl.NumberFormat | undefined;

  constructor(language = "en", own: Words = {}) {
    const primary = language.toLowerCase().split("-")[0] ?? "en";
    this.language = Object.hasOwn(CATALOGUES, primary) ? primary : "en";
    this.#catalogue = { ...(CATALOGUES[this.language] ?? en), ...own };
  }

  say(key: TextKey, values: Values = {}): string {
    const entry = this.#catalogue[key] ?? key;
    const form = typeof entry === "string" ? entry : this.#form(entry, Number(values["count"]));
    return form.replace(/\{(\w+)\}/g, (_, name: string) => this.#shown(values[name]));
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

  points(value: number): string {
    return this.say("points", { count: Math.abs(value), signed: this.signed(value) });
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
      ? { notation: "compact", maximumFractionDigits: 1 }
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

  /** A share of the whole in per cent; neither nothing nor everything is said of what isn't. */
  share(value: number): string {
    const percent = new Intl.NumberFormat(this.language, { style: "percent", maximumFractionDigits: 0 });
    if (value > 0 && value < 0.01) return this.say("share_under", { share: percent.format(0.01) });
    if (value < 1 && value > 0.99) return this.say("share_over", { share: percent.format(0.99) });
    return percent.format(value);
  }

  list(items: readonly string[], type: "conjunction" | "disjunction"): string {
    return new Intl.ListFormat(this.language, { type }).format(items);
  }

  quoted(text: string): string {
    return this.say("quoted", { text });
  }

  /** A pack's "2025-06-30" is a day, not an instant: read and shown in UTC so it doesn't slip. */
  date(text: string): string {
    const day = new Date(`${text}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return text;
    return new Intl.DateTimeFormat(this.language, { dateStyle: "long", timeZone: "UTC" }).format(day);
  }

  #form(entry: Plural, count: number): string {
    this.#plural ??= new Intl.PluralRules(this.language);
    return entry[this.#plural.select(count)] ?? entry.other;
  }

  #shown(value: string | number | undefined): string {
    return typeof value === "number" ? this.number(value) : (value ?? "");
  }
}

/** A hyphen to start with; a true minus lines up with the plus in tabular figures. */
function minus(text: string): string {
  return text.replace("-", "\u2212");
}
