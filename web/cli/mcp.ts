/** `decision-card mcp`: a door for agents, over standard input and output (docs/decisions/0027). */
import { createInterface } from "node:readline";
import { Protocol } from "./mcp/protocol.js";
import { tools } from "./mcp/tools.js";
import type { Printer } from "./streams/output.js";
import { printableJson } from "./streams/printable.js";

const INSTRUCTIONS =
  "A pack is one JSON document: a decision (questions, rules, gates, recommendations) or a rubric. Edit it with edit_pack, which answers with what is wrong now: mend problems first, then failed cases, errors and warnings; each finding has witnesses, which are answers that show it. Suggested cases are guesses: ask the author whether their `expect` is meant.";

/** Ends when its input does. Messages are answered in their order, because an edit must be seen by the check behind it. */
export async function mcp(version: string, printer: Printer): Promise<number> {
  const protocol = new Protocol(tools(), version, INSTRUCTIONS);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === "") continue;
    const answer = await protocol.answer(line);
    if (answer) printer.data(printableJson(JSON.stringify(answer)));
    printer.flush();
  }
  return 0;
}
