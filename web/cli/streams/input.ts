/** What the command line reads: packs, texts, documents, and lines as they come. */
import { createReadStream, existsSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "../../contract/index.js";
import { decode, wideProblem, withoutMark } from "./encoding.js";
import { FileError, noteRead, reasonOf } from "./output.js";

/** The command can't be carried out as it is written; the message says why. Exit code 2. */
export class UsageError extends Error {}

const nameOf = (file: string): string => (file === "-" ? "Standard input" : file);

/** A file whose bytes are no text, or that is no pack. Exit code 1, as for any other problem of what was given. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(file: string, ...problems: readonly Problem[]) {
    super(`${nameOf(file)} has problems:`);
    this.problems = problems;
  }
}

/** A line of a file; `number` counts from 1. */
export interface Line {
  number: number;
  text: string | Problem;
}

let standardInputRead = false;

/** Two that are named "-" would have to share what comes. */
function takeStandardInput(): void {
  if (standardInputRead)
    throw new UsageError('Standard input ("-") is named twice, and can be read once. Put one of the two into a file.');
  standardInputRead = true;
}

/** Standard input is read as a stream: another program may have left it non-blocking, and its writer may be late. */
async function* chunks(file: string): AsyncGenerator<Buffer> {
  if (file === "-") takeStandardInput();
  else noteRead(file);
  try {
    yield* file === "-" ? process.stdin : createReadStream(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new UsageError(`${file}: there is no such file`);
    throw new FileError(`${nameOf(file)} can't be read: ${reasonOf(error)}.`);
  }
}

/** A file, decoded at once. */
export async function readInput(file: string): Promise<string> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks(file)) parts.push(chunk);
  const bytes = Buffer.concat(parts);
  const text = wideProblem(bytes) ?? withoutMark(decode(bytes));
  if (typeof text === "string") return text;
  throw new InputError(file, text);
}

/** What a command reads of a pack. A folder has a file for each. */
export type Part = "decision" | "rubric";

const PARTS: readonly Part[] = ["decision", "rubric"];

/** The folder of the bundled pack of this id; null for any other name. */
function bundledFolder(name: string): string | null {
  const folder = fileURLToPath(new URL(`../packs/${name}`, import.meta.url));
  return /^[a-z][a-z0-9_-]*$/.test(name) && existsSync(folder) ? folder : null;
}

/** The folder that a name stands for: the bundled pack of this id, or one of the reader's own. */
function folderOf(name: string): string | null {
  const folder = bundledFolder(name) ?? name;
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? folder : null;
}

/** Nobody means to change the package that is installed. */
export function refuseBundled(name: string | undefined): void {
  const folder = name && bundledFolder(name);
  if (folder) throw new UsageError(`"${name}" is a pack of this package. Copy ${folder} and name your copy.`);
}

/** The files of a folder that are there, or the one file that is named. */
export function packFiles(name: string | undefined): string[] {
  if (!name) throw new UsageError("Name a pack.");
  const folder = folderOf(name);
  if (folder === null) return [name];
  const files = PARTS.map((part) => path.join(folder, `${part}.json`)).filter((file) => existsSync(file));
  if (files.length > 0) return files;
  throw new UsageError(`${name}: this folder has no decision.json and no rubric.json.`);
}

/** The file that has this part of the pack. */
export function packFile(name: string | undefined, part: Part): string {
  const files = packFiles(name);
  const file = files.find((each) => path.basename(each) === `${part}.json`) ?? files[0]!;
  if (name === file || path.basename(file) === `${part}.json`) return file;
  throw new UsageError(`${name}: this folder has no ${part}.json.`);
}

const NEW_LINE = 0x0a;

/** The lines of some bytes, each decoded by itself only where one of them can't be. */
function linesOf(bytes: Buffer): (string | Problem)[] {
  const text = decode(bytes);
  if (typeof text === "string") return text.split("\n");
  const lines: (string | Problem)[] = [];
  for (let from = 0; from <= bytes.length;) {
    const end = bytes.indexOf(NEW_LINE, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end);
    lines.push(decode(line));
    from += line.length + 1;
  }
  return lines;
}

/** Bytes up to the last line end that has come, and the rest when there are no more. */
async function* wholeLines(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks(file)) {
    const end = chunk.lastIndexOf(NEW_LINE);
    if (end >= 0) yield Buffer.concat([...rest, chunk.subarray(0, end)]);
    if (end >= 0) rest = [];
    rest.push(chunk.subarray(end + 1));
  }
  yield Buffer.concat(rest);
}

/** The lines of a file, as many at a time as have come: never all of it. Joined by line feeds they are the file again. */
export async function* readLines(file: string): AsyncGenerator<Line[]> {
  let number = 1;
  for await (const bytes of wholeLines(file)) {
    const wide = number === 1 ? wideProblem(bytes) : null;
    if (wide) throw new InputError(file, wide);
    const first = number;
    const all = linesOf(bytes);
    if (first === 1) all[0] = withoutMark(all[0]!);
    number += all.length;
    yield all.map((text, k) => ({ number: first + k, text }));
  }
}

export const isBlank = ({ text }: Line): boolean => typeof text === "string" && text.trim() === "";
