/** Texts to grade: one answer, or NDJSON of `{id, text}`. A line that can't be graded is reported where it stands. */
import type { Grade, Problem } from "../contract.js";
import { type Pack, PackError } from "../engine.js";

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

function isObject(value: unknown): value is { id?: unknown; text?: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isItem(value: unknown): value is Item {
  return isObject(value) && typeof value.text === "string";
}

/**
 * The lines of NDJSON, or null for a plain text. One item is enough, so that a broken line beside it is reported instead of
 * turning everything into one long answer; and where all lines are objects, none of them is prose.
 */
export function ndjsonLines(text: string): { line: number; value: unknown }[] | null {
  const lines = text.split("\n").flatMap((each, at) => (each.trim() === "" ? [] : [{ each, line: at + 1 }]));
  const values = lines.map(({ each, line }) => ({ line, value: parsed(each) }));
  const isNdjson = values.some(({ value }) => isItem(value)) || values.every(({ value }) => isObject(value));
  return isNdjson && values.length > 0 ? values : null;
}

function problem(line: number, code: string, path: string, message: string): Problem {
  return { code, severity: "error", path, line, column: 1, message };
}

function lineProblem(line: number, value: unknown): Problem {
  if (value === undefined) return problem(line, "json_syntax", "", "This line is not valid JSON.");
  if (!isObject(value)) return problem(line, "wrong_type", "", "This line is not an object with a `text`.");
  return value.text === undefined
    ? problem(line, "missing_field", "", "This object has no `text`.")
    : problem(line, "wrong_type", "/text", "`text` is not a text.");
}

function withId(value: unknown): { id?: unknown } {
  return isObject(value) && value.id !== undefined ? { id: value.id } : {};
}

function gradeLine(pack: Pack, { line, value }: { line: number; value: unknown }, followUp?: string): Graded {
  if (!isItem(value)) return { ...withId(value), problems: [lineProblem(line, value)] };
  try {
    return { ...withId(value), ...pack.grade(value.text, followUp) };
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return { ...withId(value), problems: error.problems };
  }
}

/** One grade a line, each as soon as it is there. */
export function* gradeLines(
  pack: Pack,
  lines: { line: number; value: unknown }[],
  followUp?: string,
): Generator<Graded> {
  for (const each of lines) yield gradeLine(pack, each, followUp);
}
