/** Labelled texts as files: read, and known again when they were learned from. */
import { existsSync, readFileSync } from "node:fs";
import { codesOf, type RubricSource } from "../../learning/own-texts.js";
import { fingerprint, TextReader, type Code, type LabelledText, type TextProblem } from "../../learning/texts.js";
import { InputError, isBlank, readLines } from "./input.js";

const MOST_NAMED = 10;

/** The texts of an NDJSON file. A line that is none, and a code that the rubric doesn't have, are told by their lines. */
export async function readLabelled(file: string, codes: readonly Code[]): Promise<LabelledText[]> {
  const reader = new TextReader(codes);
  for await (const lines of readLines(file)) {
    for (const line of lines) {
      if (isBlank(line)) continue;
      if (typeof line.text !== "string") throw new InputError(file, { ...line.text, line: line.number });
      reader.add(line.number, line.text);
    }
  }
  const [first] = reader.problems;
  if (first) throw refusal(file, first.line, first.message + alsoOn(reader.problems, first.line));
  if (reader.texts.length === 0) throw refusal(file, 1, "There is no text in it: write one a line, with its labels.");
  return reader.texts;
}

function refusal(file: string, line: number, message: string): InputError {
  return new InputError(file, { code: "labelled_text", severity: "error", path: "", line, column: 1, message });
}

/** Which other lines have something wrong, each once. */
function alsoOn(problems: readonly TextProblem[], first: number): string {
  const lines = [...new Set(problems.map(({ line }) => line))].filter((line) => line !== first);
  const more = lines.length === 1 ? "1 more line" : `${lines.length} more lines`;
  return lines.length > 0 ? ` Also on ${more}, such as ${lines.slice(0, MOST_NAMED).join(", ")}.` : "";
}

export interface Rubric {
  source: RubricSource;
  codes: Code[];
}

/** The rubric of a pack that the engine has read without problems. */
export function rubricIn(text: string): Rubric {
  const { rubric } = JSON.parse(text) as { rubric: RubricSource };
  return { source: rubric, codes: codesOf(rubric) };
}

/** Where `learn --write` notes what it learned from: beside the pack, since readers have no use for it. */
export const learnedFile = (packFile: string): string => packFile.replace(/(\.json)?$/, ".learned.txt");

export const learnedNotes = (texts: readonly LabelledText[]): string =>
  `${texts
    .map(({ text }) => fingerprint(text))
    .sort()
    .join("\n")}\n`;

export function learnedFrom(packFile: string): (text: LabelledText) => boolean {
  const file = learnedFile(packFile);
  const known = new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n") : []);
  return ({ text }) => known.has(fingerprint(text));
}
