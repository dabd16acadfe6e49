/** The command line: `decision-card decide | grade | check`. The same engine, the same wasm as in the browser. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { load, type Pack, PackError } from "../engine.js";
import { gradeLines, ndjsonLines } from "./grade.js";
import { gradeText } from "./grade-report.js";
import { gradeSamples } from "./samples.js";
import { checkText, hasFailed, problemText, verdictText } from "./report.js";

const USAGE = `Usage:
  decision-card decide PACK --answers FILE|- [--json]
      The verdict on an answers object, or on each line of NDJSON.
  decision-card grade PACK --text FILE|- [--json] [--follow-up ID]
      The grade of an answer in plain text, or of each {"id": …, "text": "…"} of NDJSON (then always as JSON).
  decision-card check PACK [--json]
      The pack's problems, then its cases and samples. Exit code 1 when there is a problem or one of them fails.

PACK is a file, or the id of the bundled pack: rag-vs-fine-tuning.
--answers: {"question": "choice", …}; null or nothing means "I don't know". - reads standard input.
Exit codes: 0 good, 1 problems or failed cases or samples, 2 wrong usage or a file that can't be read.`;

class UsageError extends Error {}

interface Flags {
  json: boolean;
  "follow-up"?: string | undefined;
}

const options = {
  answers: { type: "string" },
  text: { type: "string" },
  "follow-up": { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

function readInput(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new UsageError(
      `${file}: ${(error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : String(error)}`,
    );
  }
}

function readPack(name: string | undefined): string {
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
function documents(text: string): string[] {
  try {
    JSON.parse(text);
    return [text];
  } catch {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    return lines.length > 0 ? lines : [text];
  }
}

async function decide(packName: string | undefined, answersFile: string | undefined, json: boolean): Promise<number> {
  if (!answersFile)
    throw new UsageError("Say where the answers are: --answers FILE, or --answers - for standard input.");
  const pack = (await load()).open(readPack(packName));
  let failed = 0;
  for (const [index, text] of documents(readInput(answersFile)).entries()) {
    try {
      const verdict = pack.verdictText(text);
      console.log(json ? verdict : verdictText(JSON.parse(verdict), pack.description));
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      failed += 1;
      if (json) console.log(JSON.stringify({ problems: error.problems }));
      else console.error(`Answers ${index + 1}:\n${error.problems.map(problemText).join("\n")}`);
    }
  }
  return failed > 0 ? 1 : 0;
}

/** Refused here, once, rather than for each text. */
function assertGradable({ description: { rubric } }: Pack, followUp: string | undefined): void {
  if (!rubric) throw new UsageError("This pack has no rubric to grade against.");
  const known = rubric.follow_ups.map(({ id }) => id);
  if (followUp !== undefined && !known.includes(followUp))
    throw new UsageError(`There is no follow-up "${followUp}". The rubric has: ${known.join(", ") || "none"}.`);
}

async function grade(packName: string | undefined, textFile: string | undefined, flags: Flags): Promise<number> {
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

async function check(packName: string | undefined, json: boolean): Promise<number> {
  const text = readPack(packName);
  const engine = await load();
  const checked = engine.check(text);
  const report = {
    ...checked,
    ...(checked.problems.length === 0 ? gradeSamples(engine.open(text), text) : { samples: [], accuracy: [] }),
  };
  console.log(json ? JSON.stringify(report) : checkText(report));
  return hasFailed(report) ? 1 : 0;
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [command, pack, surplus] = positionals;
  if (values.version)
    return (console.log(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version), 0);
  if (values.help || command === "help") return (console.log(USAGE), 0);
  if (surplus !== undefined) throw new UsageError(`"${surplus}" is one argument too many.`);
  if (command === "decide") return decide(pack, values.answers, values.json);
  if (command === "grade") return grade(pack, values.text, values);
  if (command === "check") return check(pack, values.json);
  throw new UsageError(command ? `There is no command "${command}".` : "Say what to do.");
}

function report(error: unknown): number {
  if (error instanceof PackError) {
    console.error(`The pack has problems:\n${error.problems.map(problemText).join("\n")}`);
    return 1;
  }
  const usage = error instanceof UsageError || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  console.error(usage ? `${(error as Error).message}\n\n${USAGE}` : error);
  return 2;
}

process.exitCode = await main(process.argv.slice(2)).catch(report);
