/** A graded answer as a labelled text, a line of NDJSON that `decision-card learn` reads; its reader has the last word. */
import type { Certainty, GradeFinding } from "../contract/index.js";
import type { Try } from "./attempt.js";

type Found = readonly (GradeFinding & { readonly id: string })[];

/** What is probable and neither confirmed nor rejected is doubtful: it counts neither way. */
export function labelledLine({ text, grade }: Try): string {
  const criteria = grade.criteria.filter(({ level }) => level > 0);
  const sure = (found: Found): string[] => idsOf(found, (certainty) => certainty !== "probable");
  const doubtful = idsOf([...criteria, ...grade.misconceptions], (certainty) => certainty === "probable");
  const labels = { concepts: sure(criteria), misconceptions: sure(grade.misconceptions), doubtful };
  return `${JSON.stringify({ id: "own", kind: "answer", style: "a reader's own", text, ...labels })}\n`;
}

function idsOf(found: Found, wanted: (certainty: Certainty) => boolean): string[] {
  return found.filter(({ certainty = "certain" }) => wanted(certainty)).map(({ id }) => id);
}
