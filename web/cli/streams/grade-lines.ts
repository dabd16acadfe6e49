/** Texts to grade: one answer, or NDJSON of `{id, text}`. A line that can't be graded is reported where it stands. */
import type { Grade, Problem } from "../../contract/index.js";
import { PackError, type RubricPack } from "../../entries/rubric.js";
import { isBlank, type Line } from "./input.js";

/** `id` is whatever the line had: it is handed back, never read. */
export interface Item {
  id?: unknown;
  text: string;
}

export type Graded = { id?: unknown } & (Grade | { problems: readonly Problem[] });

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** True for a whole text that is a list in JSON: nobody answers a question so. */
export const isJsonList = (text: string): boolean => text.trimStart().startsWith("[") && Array.isArray(parsed(text));

function isObject(value: unknown): value is { id?: unknown; text?: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isItem(value: unknown): value is Item {
  return isObject(value) && typeof value.text === "string";
}

/** A line of NDJSON; `value` is undefined where it is no JSON, and `broken` says why it is no text. */
export interface Parsed {
  line: number;
  value: unknown;
  broken?: Problem;
}

function parsedLine({ number, text }: Line): Parsed {
  if (typeof text === "string") return { line: number, value: parsed(text) };
  return { line: number, value: undefined, broken: { ...text, line: number } };
}

const parsedLines = (lines: Line[]): Parsed[] => lines.filter((line) => !isBlank(line)).map(parsedLine);

/**
 * Tells NDJSON from a plain text while its lines come. One item is enough, so that a broken line beside it is reported
 * instead of turning everything into one long answer; and where all lines are objects, none of them is prose.
 */
export class TextLines {
  #held: Line[] | null = [];

  /** Lines that can be graded now: those of NDJSON. */
  add(lines: Line[]): Parsed[] {
    const parsed = parsedLines(lines);
    if (!this.#held) return parsed;
    this.#held.push(...lines);
    return parsed.some(({ value }) => isItem(value)) ? this.#release() : [];
  }

  /** What is left when no item came: objects that aren't one, or the lines of a plain text. */
  end(): { ndjson: Parsed[] } | { plain: Line[] } {
    const parsed = parsedLines(this.#held ?? []);
    const isNdjson = parsed.every(({ value }) => isObject(value));
    return this.#held && !(isNdjson && parsed.length > 0) ? { plain: this.#held } : { ndjson: parsed };
  }

  #release(): Parsed[] {
    const lines = parsedLines(this.#held ?? []);
    this.#held = null;
    return lines;
  }
}

function problem(line: number, code: string, path: string, message: string): Problem {
  return { code, severity: "error", path, line, column: 1, message };
}

function lineProblem({ line, value, broken }: Parsed): Problem {
  if (broken) return broken;
  if (value === undefined) return problem(line, "json_syntax", "", "This line is not valid JSON.");
  if (!isObject(value)) return problem(line, "wrong_type", "", "This line is not an object with a `text`.");
  return value.text === undefined
    ? problem(line, "missing_field", "", "This object has no `text`.")
    : problem(line, "wrong_type", "/text", "`text` is not a text.");
}

function withId(value: unknown): { id?: unknown } {
  return isObject(value) && value.id !== undefined ? { id: value.id } : {};
}

/** The grade, or what is wrong with the line; `id` comes first. */
export function gradeLine(pack: RubricPack, line: Parsed, followUp?: string): Graded {
  const { value } = line;
  if (!isItem(value)) return { ...withId(value), problems: [lineProblem(line)] };
  try {
    return { ...withId(value), ...pack.grade(value.text, followUp) };
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return { ...withId(value), problems: error.problems };
  }
}
