/** A problem as the command line prints it, and what stands under a title. */
import type { Problem } from "../../contract/index.js";

/** `file`: where a pack is of several files. */
export type Listed = Omit<Problem, "severity"> & { severity: string; file?: string };

export function printedProblem({ severity, code, path, line, column, message, suggestion, file }: Listed): string {
  const where = path === "" ? "" : ` at ${path}`;
  return `  ${file ? `${file}:` : ""}${line}:${column} ${severity} ${code}${where}\n      ${message}${suggestion ? ` ${suggestion}` : ""}`;
}

export function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}
