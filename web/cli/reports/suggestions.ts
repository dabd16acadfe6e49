/** Cases that would notice more changes of a pack, as JSON to paste into it. */
import type { Inspection } from "../../contract/index.js";
import { section } from "./problem.js";

/** killed / all that can be killed; null without cases to kill or changes to make. */
export function mutationScore({ mutation }: Inspection): number | null {
  const all = mutation.killed + mutation.survived;
  return all === 0 ? null : mutation.killed / all;
}

/** An id that no case has. */
function ids({ cases, suggestions }: Inspection): string[] {
  const taken = new Set(cases.map(({ id }) => id));
  let number = 0;
  return suggestions.map(() => {
    do number += 1;
    while (taken.has(`suggested_${number}`));
    return `suggested_${number}`;
  });
}

/** A case as a line of JSON. */
const caseText = (id: string, { answers, expect }: Inspection["suggestions"][number]): string =>
  JSON.stringify({ id, answers, expect }).replaceAll('":', '": ').replaceAll(',"', ', "');

/** The mutation score with all suggested cases. */
function raised({ mutation, suggestions }: Inspection): number {
  const noticed = suggestions.reduce((sum, { notices }) => sum + notices, mutation.killed);
  return noticed / (mutation.killed + mutation.survived);
}

function title(inspection: Inspection): string {
  const before = mutationScore(inspection);
  const count = inspection.suggestions.length;
  const cases = count === 1 ? "this case" : `these ${count} cases`;
  if (before === null) return `Suggested cases, to begin with: ${cases}`;
  const raise = count === 1 ? "raises" : "raise";
  return `Suggested cases: ${cases} ${raise} the mutation score from ${before.toFixed(2)} to ${raised(inspection).toFixed(2)}`;
}

export function suggestionLines(inspection: Inspection): string[] {
  const { suggestions } = inspection;
  if (suggestions.length === 0) return [];
  const names = ids(inspection);
  const cases = suggestions.map((each, k) => `    ${caseText(names[k]!, each)}`);
  return section(title(inspection), [
    '  "expect" is what the pack recommends today; read each before you paste it into "cases":',
    cases.join(",\n"),
  ]);
}
