/** Findings by their kind: what there are many of is said once, with its number and its first place. */
import type { Finding } from "../../contract/index.js";
import { type Listed as PlacedProblem, printedProblem } from "./problem.js";

type Listed = Pick<Finding, "code" | "path" | "line" | "column" | "message" | "accepted"> & { file?: string };

/** So many of one kind are listed in full; of more, the first of them and how many there are. */
const FEW = 4;

function byCode<T extends { code: string }>(all: readonly T[]): T[][] {
  const kinds = new Map<string, T[]>();
  for (const each of all) kinds.set(each.code, [...(kinds.get(each.code) ?? []), each]);
  return [...kinds.values()];
}

function acceptedPart(kind: readonly Listed[]): string {
  const accepted = kind.filter((each) => each.accepted !== undefined).length;
  if (accepted === 0) return "";
  return accepted === kind.length ? " (accepted)" : ` (${accepted} accepted)`;
}

/** "  24 surviving_mutant (3 accepted), the first at 402:11: No case notices …" */
function kindLine(kind: readonly Listed[]): string {
  const { code, line, column, message, file } = kind[0]!;
  const place = `${file ? `${file}:` : ""}${line}:${column}`;
  return `  ${kind.length} ${code}${acceptedPart(kind)}, ${kind.length > 1 ? "the first at" : "at"} ${place}: ${message}`;
}

/** A line a kind. */
export const kindLines = (all: readonly Listed[]): string[] => byCode(all).map(kindLine);

/** Each in full, as `print` writes it, but of a kind with many members the first ones. */
export function fewOfEach<T extends { code: string }>(all: readonly T[], print: (one: T) => string): string[] {
  return byCode(all).flatMap((kind) => {
    const rest = kind.length - FEW;
    const shown = rest > 1 ? kind.slice(0, FEW) : kind;
    return [...shown.map(print), ...(rest > 1 ? [`  … and ${rest} more of ${kind[0]!.code} (--notes lists all)`] : [])];
  });
}

/** "12, 30 and 41" */
export function listed(items: readonly (string | number)[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** The same problem in several places is one to mend: its first place, and the lines of the others. */
export function printedProblems(problems: readonly PlacedProblem[]): { count: number; lines: string[] } {
  const kinds = new Map<string, PlacedProblem[]>();
  for (const each of problems) {
    const key = `${each.file ?? ""} ${each.code} ${each.message}`;
    kinds.set(key, [...(kinds.get(key) ?? []), each]);
  }
  const lines = [...kinds.values()].flatMap(([first, ...others]) => {
    const places = [...new Set(others.map(({ line }) => line))];
    const also =
      places.length === 1 ? `      The same on line ${places[0]}.` : `      The same on lines ${listed(places)}.`;
    return [printedProblem(first!), ...(places.length > 0 ? [also] : [])];
  });
  return { count: kinds.size, lines };
}
