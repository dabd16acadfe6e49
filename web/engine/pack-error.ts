/** The one class of the engines' errors: all entries share this module, so that `instanceof` holds between them. */
import type { Problem } from "../contract/index.js";

/** The engine found something wrong with a pack or with answers; `problems` says what, where and how to mend it. */
export class PackError extends Error {
  /** Defined, not assigned: where `Error.prototype` is frozen an assignment throws. */
  override readonly name = "PackError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join("\n"));
    this.problems = problems;
  }
}

/** The problems that the engine's JSON tells. */
export const problemsIn = (json: string): Problem[] => (JSON.parse(json) as { problems: Problem[] }).problems;

/** The engine's JSON, unless it tells problems: those are thrown. */
export function unproblematic(json: string): string {
  if (json.startsWith('{"problems"')) throw new PackError(problemsIn(json));
  return json;
}
