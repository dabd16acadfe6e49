/** What the command line reads: packs, texts, documents. */
import { readFileSync } from "node:fs";

/** The command can't be carried out as it is written; the message says why. Exit code 2. */
export class UsageError extends Error {}

export function readInput(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new UsageError(
      `${file}: ${(error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : String(error)}`,
    );
  }
}

export function readPack(name: string | undefined): string {
  if (!name) throw new UsageError("Name a pack.");
  const bundled = /^[a-z][a-z0-9_-]*$/.test(name) ? new URL(`../packs/${name}.json`, import.meta.url) : null;
  try {
    if (bundled) return readFileSync(bundled, "utf8");
  } catch {
    // Not bundled: a file of that name may still stand in the folder.
  }
  return readInput(name);
}

/** One document, or one a line. A document that spans lines is told from NDJSON by reading it. */
export function documents(text: string): string[] {
  try {
    JSON.parse(text);
    return [text];
  } catch {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    return lines.length > 0 ? lines : [text];
  }
}
