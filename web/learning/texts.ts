/** Labelled texts: what a reader of a rubric wrote, and what of it a fair judge finds there. */

/** A code is a criterion of the rubric's own question or a misconception. */
export interface Code {
  id: string;
  kind: "criterion" | "misconception";
  /** True where its author wrote patterns for it. */
  patterns?: boolean;
}

/** What a text says of a code. */
export const PRESENT = 1;
export const ABSENT = -1;
/** A fair judge could give or refuse it: it neither teaches nor counts. */
export const DOUBTFUL = 0;

export interface LabelledText {
  id: string;
  /** "sentence", "passage", "answer"; anything else is as good. */
  kind: string;
  text: string;
  /** One a code: present, absent or doubtful. */
  labels: Int8Array;
  /** The band that a judge gave, if one is written down. */
  overall?: string;
  /** Neighbours are often variants of each other: all texts of a block are learned from together, or judged together. */
  block: string;
}

export interface TextProblem {
  line: number;
  message: string;
}

/** `concepts` and `criteria` are two names for one list. */
const LISTS = ["concepts", "criteria", "misconceptions", "doubtful"] as const;

type Line = Partial<Record<"id" | "kind" | "text" | "overall" | (typeof LISTS)[number], unknown>>;

const NEIGHBOURS = 12;

/** "w1-025" stands in the third block of "w1"; an id without a number stands where its line does. */
function blockOf(id: string, at: number): string {
  const [, source = "", digits] = /^(.*?)[^0-9]*?(\d+)$/.exec(id) ?? [];
  return `${source}/${Math.floor((digits === undefined ? at : Number(digits)) / NEIGHBOURS)}`;
}

const isWord = (value: unknown): value is string => typeof value === "string";
const words = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isWord) : []);

/** What is left of a name that people write in many ways: "Concepts", "concept", "mis-conception", "criterion". */
const stem = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/^criteri(?:a|on|ons|as)$/, "criteri")
    .replace(/s$/, "");

function parsed(line: string): Line | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

export class TextReader {
  readonly texts: LabelledText[] = [];
  readonly problems: TextProblem[] = [];
  readonly #codes: readonly Code[];
  readonly #ids = new Set<string>();

  constructor(codes: readonly Code[]) {
    this.#codes = codes;
  }

  add(number: number, line: string): void {
    const value = parsed(line);
    if (typeof value?.text !== "string" || value.text.trim() === "") {
      this.#report(number, 'This line is no object with a "text".');
      return;
    }
    const id = typeof value.id === "string" ? value.id : String(number);
    if (this.#ids.has(id)) {
      this.#report(number, `The id "${id}" stands on an earlier line, too.`);
      return;
    }
    this.#ids.add(id);
    this.texts.push({
      id,
      kind: typeof value.kind === "string" ? value.kind : "text",
      text: value.text,
      labels: this.#labels(number, value),
      ...(typeof value.overall === "string" && { overall: value.overall }),
      block: blockOf(id, this.texts.length),
    });
  }

  #labels(number: number, value: Line): Int8Array {
    this.#checkNames(number, value);
    const labels = new Int8Array(this.#codes.length).fill(ABSENT);
    const given = [...words(value.criteria), ...words(value.concepts)];
    this.#mark(number, labels, given, PRESENT, "criterion");
    this.#mark(number, labels, words(value.misconceptions), PRESENT, "misconception");
    this.#mark(number, labels, words(value.doubtful), DOUBTFUL);
    return labels;
  }

  /** A list that isn't read would say of a text that it has nothing, and teach that. */
  #checkNames(number: number, value: Line): void {
    for (const name of LISTS)
      if (value[name] !== undefined && !(Array.isArray(value[name]) && value[name].every(isWord)))
        this.#report(number, `"${name}" is a list of ids, such as ["${this.#codes[0]?.id ?? "first"}"].`);
    const others = Object.keys(value).filter((name) => !LISTS.some((list) => list === name));
    for (const name of others) {
      const meant = LISTS.find((list) => stem(list) === stem(name));
      if (meant) this.#report(number, `"${name}" is not read; the list is called "${meant}".`);
    }
    if (others.length === Object.keys(value).length)
      this.#report(number, 'This text has no labels; if it says nothing, write "concepts": [].');
    const present = LISTS.slice(0, 3).flatMap((name) => words(value[name]));
    for (const id of words(value.doubtful))
      if (present.includes(id)) this.#report(number, `"${id}" is present and doubtful; it can't be both.`);
  }

  #mark(number: number, labels: Int8Array, ids: string[], label: number, kind?: Code["kind"]): void {
    for (const id of ids) {
      const at = this.#codes.findIndex((code) => code.id === id && (kind === undefined || code.kind === kind));
      if (at >= 0) labels[at] = label;
      else this.#report(number, `"${id}" is no ${kind ?? "criterion or misconception"} of this rubric.`);
    }
  }

  #report(line: number, message: string): void {
    this.problems.push({ line, message });
  }
}

/** A hash of 32 bits (FNV-1a), the same everywhere. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** CRC-32, by which blocks have been dealt to folds since the first measurements. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export const foldOf = ({ block }: LabelledText, folds: number): number => crc32(block) % folds;

/** Eight hexadecimal digits by which a text is known again, however its blanks and capitals are. */
export function fingerprint(text: string): string {
  return hashOf(text.toLowerCase().replace(/\s+/g, " ").trim()).toString(16).padStart(8, "0");
}
