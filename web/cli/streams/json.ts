/** JSON that people have written: what is wrong with it is said as `check` says it, whichever command reads it. */
import type { Problem } from "../../contract/index.js";
import type { Inspector } from "../../entries/inspect.js";
import { inspector } from "../findings/inspector.js";
import { InputError, type Part, packFile, readInput } from "./input.js";

let asked: Inspector | undefined;

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Why a text is no JSON, with the place of the cause; nothing for a text that is. */
export function jsonProblems(text: string): readonly Problem[] {
  if (isJson(text)) return [];
  asked ??= inspector();
  return asked.inspect(text).problems;
}

export async function readJson(file: string): Promise<string> {
  const text = await readInput(file);
  const problems = jsonProblems(text);
  if (problems.length > 0) throw new InputError(file, ...problems);
  return text;
}

/** The text of this part of a pack. */
export async function readPack(name: string | undefined, part: Part): Promise<string> {
  return readJson(packFile(name, part));
}
