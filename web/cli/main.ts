/** The command line: `decision-card decide | check | diff`. The same engine, the same wasm as in the browser. */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { load, PackError } from "../engine.js";
import type { CheckReport } from "../contract.js";
import { type Inspection, Inspector, type UnreadablePacks } from "../inspect.js";
import { differenceText, differs } from "./difference.js";
import { inspectionText, severityOf } from "./inspection.js";
import { junit as junitText } from "./junit.js";
import { checkText, problemText, verdictText } from "./report.js";
import { sarif as sarifText } from "./sarif.js";

const USAGE = `Usage:
  decision-card decide PACK --answers FILE|- [--json]
      The verdict on an answers object, or on each line of NDJSON.
  decision-card check PACK [--json | --sarif | --junit] [--output FILE] [--link URL]
      The pack's problems; then its cases, and what can be proved about the whole pack. Exit code 1 when there is a
      problem, a case fails, or a finding is an error. Witnesses are links behind URL, which open a card there.
  decision-card diff OLD NEW [--json] [--output FILE] [--link URL]
      How many answers get another recommendation, from which to which, and which links of the old version no longer
      open the same. Exit code 1 when something does.

PACK is a file, or the id of the bundled pack: rag-vs-fine-tuning.
FILE holds {"question": "choice", …}; - reads standard input. null or nothing means "I don't know".
Exit codes: 0 good, 1 problems, failed cases, findings that are errors, or a difference; 2 wrong usage or a file that
can't be read.`;

class UsageError extends Error {}

const options = {
  answers: { type: "string" },
  json: { type: "boolean", default: false },
  sarif: { type: "boolean", default: false },
  junit: { type: "boolean", default: false },
  output: { type: "string" },
  link: { type: "string", default: "" },
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

function inspector(): Inspector {
  return new Inspector(readFileSync(new URL("../inspect.wasm", import.meta.url)));
}

type Values = ReturnType<typeof parse>["values"];

function write(text: string, { output }: Values): void {
  if (output === undefined) console.log(text);
  else writeFileSync(output, `${text}\n`);
}

function checkOutput(report: Inspection | CheckReport, file: string, { json, sarif, junit, link }: Values): string {
  if ([json, sarif, junit].filter(Boolean).length > 1)
    throw new UsageError("Choose one of --json, --sarif and --junit.");
  if (json) return JSON.stringify(report);
  if (sarif) return sarifText(report, file, link, version());
  if (junit) return junitText(report, link);
  return "findings" in report ? inspectionText(report, link) : checkText(report);
}

function check(packName: string | undefined, values: Values): number {
  const report = inspector().inspect(readPack(packName));
  write(checkOutput(report, packName ?? "", values), values);
  return !("findings" in report) || report.findings.some((finding) => severityOf(finding) === "error") ? 1 : 0;
}

function differenceProblems({ old_problems, new_problems }: UnreadablePacks): string {
  return [
    ...old_problems.map((one) => `old ${problemText(one).trim()}`),
    ...new_problems.map((one) => `new ${problemText(one).trim()}`),
  ].join("\n");
}

function diff(before: string | undefined, after: string | undefined, values: Values): number {
  if (!before || !after) throw new UsageError("Name two packs: the old version and the new one.");
  const report = inspector().diff(readPack(before), readPack(after));
  const good = "proved" in report;
  write(
    values.json ? JSON.stringify(report) : good ? differenceText(report, values.link) : differenceProblems(report),
    values,
  );
  return !good || differs(report) ? 1 : 0;
}

function version(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}

function parse(args: string[]) {
  return parseArgs({ args, options, allowPositionals: true });
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [command, pack, second] = positionals;
  const surplus = positionals[command === "diff" ? 3 : 2];
  if (values.version) return (console.log(version()), 0);
  if (values.help || command === "help") return (console.log(USAGE), 0);
  if (surplus !== undefined) throw new UsageError(`"${surplus}" is one argument too many.`);
  if (command === "decide") return decide(pack, values.answers, values.json);
  if (command === "check") return check(pack, values);
  if (command === "diff") return diff(pack, second, values);
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
