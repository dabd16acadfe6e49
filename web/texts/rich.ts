/**
 * The markup of a pack's rich texts, read into a value: a small, closed part of CommonMark. What isn't in it, or isn't closed,
 * is said as it stands, so that no text is wrong. Wherever CommonMark would see something else, nothing is seen here.
 */

/** `sign` is how it begins: "*" stresses, "**" stresses strongly, "[" leads to `href`. */
export interface Marked {
  readonly sign: string;
  readonly href: string | undefined;
  readonly of: readonly Inline[];
}
export type Inline = string | Marked;

interface Lines<Item> {
  readonly tag: "p" | "ul" | "ol";
  /** A paragraph is one. */
  readonly items: Item[];
}
export type Block = Lines<readonly Inline[]>;

/** What may mean something: an escaped sign, stars, the ends of a link. Its address may have round brackets in pairs. */
const TOKENS = /(\\[!-/:-@[-`{-~]|\*+|!?\[|\](?:\(https:\/\/(?:[^\s()<>\\]|\([^\s()<>\\]*\))+\))?)/;
/** A sign inside, and the one outside, of stars that mean something: not within a word or a number of plain letters. */
const EDGE = /^\S[\s\p{P}\p{S}]|^[^\s\p{P}\p{S}][^\0-\x7f]/u;
/** Only "1." begins a numbered list: a sentence may begin with a year. */
const ITEM = /^(?:(-)|(1\.)|\d{1,9}\.) {1,4}(?=\S)/;

type Open = readonly [sign: string, of: Inline[]];

function add([, of]: Open, ...parts: readonly Inline[]): void {
  for (const part of parts) {
    const last = of[of.length - 1];
    if (typeof part === "string" && typeof last === "string") of[of.length - 1] = last + part;
    else if (part) of.push(part);
  }
}

/** What is open, the innermost last. Each sign is open once, so nothing is deep. */
class Reading {
  readonly open: Open[] = [["", []]];
  /** A star that meant nothing could be a pair with any later one elsewhere, so no later one means anything here. */
  #alone = false;

  get #top(): Open {
    return this.open[this.open.length - 1]!;
  }

  add(...parts: Inline[]): void {
    add(this.#top, ...parts);
  }

  /** What is open from there on is never closed: its signs are text. */
  giveUp(from = 1): void {
    for (const [sign, of] of this.open.splice(from)) {
      this.#alone ||= sign !== "[";
      this.add(sign, ...of);
    }
  }

  star(token: string, before: string, after: string): void {
    const short = token.length < 3 && !this.#alone;
    if (short && this.#top[0] === token && EDGE.test(before + after)) this.#close();
    else if (short && !this.#has(token) && EDGE.test(after + before)) this.open.push([token, []]);
    else if ((before + after).trim()) {
      this.giveUp();
      this.#alone = true;
      this.add(token);
    } else this.add(token);
  }

  bracket(token: string): void {
    const href = token.slice(2, -1);
    const inLink = this.#top[0] === "[";
    if (href && inLink && this.#top[1][0]) this.#close(href);
    else {
      if (token[1] || this.#has("[")) this.giveUp(token === "]" && inLink ? -1 : 1);
      if (token === "[") this.open.push(["[", []]);
      else this.add(token);
    }
  }

  #has(token: string): boolean {
    return this.open.some(([sign]) => sign === token);
  }

  #close(href?: string): void {
    const [sign, of] = this.open.pop()!;
    this.add({ sign, href, of });
  }
}

function inlines(text: string): Inline[] {
  const reading = new Reading();
  let at = 0;
  text.split(TOKENS).forEach((token, index) => {
    const [before = " ", after = " "] = [text[at - 1], text[(at += token.length)]];
    if (index % 2 === 0) reading.add(token);
    else if (token.startsWith("\\")) reading.add(token.slice(1));
    else if (token.startsWith("*")) reading.star(token, before, after);
    else reading.bracket(token);
  });
  reading.giveUp();
  return reading.open[0]![1];
}

/** At least one. */
export function blocksOf(text: string): Block[] {
  const blocks: Lines<string>[] = [];
  let gap = true;
  for (const line of text.split(/\r?\n/)) {
    const [item, dash, one] = ITEM.exec(line) ?? [];
    const tag = dash ? "ul" : "ol";
    const last = blocks.at(-1);
    const blank = !line.trim();
    if (item && last?.tag === tag) last.items.push(line.slice(item.length));
    else if (dash || one) blocks.push({ tag, items: [line.slice(item!.length)] });
    else if (gap && !blank) blocks.push({ tag: "p", items: [line] });
    else if (last && !blank) last.items.push(`${last.items.pop()!}\n${line}`);
    gap = blank;
  }
  if (!blocks.length) blocks.push({ tag: "p", items: [""] });
  return blocks.map(({ tag, items }) => ({ tag, items: items.map(inlines) }));
}

/** A text that is said as it stands, within a rich one. */
export function literal(text: string): string {
  return text.replace(/[\\*[\]]/g, "\\$&").replace(/^(\d*)([-.])(?= )/, "$1\\$2");
}

/** The words alone, on one line; `addresses`: where links lead, too. */
export function plain(text: string, addresses = false): string {
  const words = (parts: readonly Inline[]): string =>
    parts.map((part) => (typeof part === "string" ? part : said(part))).join("");
  const said = ({ href, of }: Marked): string => words(of) + (href && addresses ? ` (${href})` : "");
  const lines = blocksOf(text).flatMap(({ tag, items }) =>
    items.map((item, at) => (tag === "p" ? "" : tag === "ul" ? "\u2022 " : `${at + 1}. `) + words(item)),
  );
  return lines.join(" ");
}
