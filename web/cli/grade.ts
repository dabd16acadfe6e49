/** `decision-card grade`: the grade of a text from a file, or of many. */
import { load, type Pack } from "../engine.js";
import { gradeLines, ndjsonLines } from "./grade-lines.js";
import { gradeText } from "./grade-report.js";
import { readInput, readPack, UsageError } from "./input.js";

interface Flags {
  json: boolean;
  "follow-up"?: string | undefined;
}

/** Refused here, once, rather than for each text. */
function assertGradable({ description: { rubric } }: Pack, followUp: string | undefined): void {
  if (!rubric) throw new UsageError("This pack has no rubric to grade against.");
  const known = rubric.follow_ups.map(({ id }) => id);
  if (followUp !== undefined && !known.includes(followUp))
    throw new UsageError(`There is no follow-up "${followUp}". The rubric has: ${known.join(", ") || "none"}.`);
}

export async function grade(packName: string | undefined, textFile: string | undefined, flags: Flags): Promise<number> {
  if (!textFile) throw new UsageError("Say where the text is: --text FILE, or --text - for standard input.");
  const pack = (await load()).open(readPack(packName));
  const followUp = flags["follow-up"];
  assertGradable(pack, followUp);
  const text = readInput(textFile).replace(/^\ufeff/, "");
  const lines = ndjsonLines(text);
  if (!lines) {
    const report = (): string => gradeText(pack.grade(text, followUp), text, pack.description, followUp);
    return (console.log(flags.json ? pack.gradeText(text, followUp) : report()), 0);
  }
  let failed = 0;
  for (const graded of gradeLines(pack, lines, followUp)) {
    failed += "problems" in graded ? 1 : 0;
    console.log(JSON.stringify(graded));
  }
  return failed > 0 ? 1 : 0;
}
