/** `decision-card diff`: what differs between two versions of a pack. */
import type { UnreadablePacks } from "../contract/index.js";
import { packFile, readInput, UsageError } from "./streams/input.js";
import { inspector } from "./findings/inspector.js";
import type { Printer } from "./streams/output.js";
import { printable, printableJson } from "./streams/printable.js";
import { differs, printedDifference } from "./reports/difference.js";
import { printedProblem } from "./reports/problem.js";

interface Output {
  json: boolean;
  link: string;
}

function unreadableText({ old_problems, new_problems }: UnreadablePacks): string {
  return [
    ...old_problems.map((one) => `old ${printedProblem(one).trim()}`),
    ...new_problems.map((one) => `new ${printedProblem(one).trim()}`),
  ].join("\n");
}

const textOf = (name: string): Promise<string> => readInput(packFile(name, "decision"));

export async function diff(
  before: string | undefined,
  after: string | undefined,
  flags: Output,
  printer: Printer,
): Promise<number> {
  if (!before || !after) throw new UsageError("Name two packs: the old version and the new one.");
  const report = inspector().diff(await textOf(before), await textOf(after));
  const shown = printable(report);
  if (flags.json) printer.data(printableJson(JSON.stringify(report)));
  else printer.say("proved" in shown ? printedDifference(shown, flags.link) : unreadableText(shown));
  return !("proved" in report) || differs(report) ? 1 : 0;
}
