/** The command line: `decision-card init | dev | check | rename | decide | …`. The same engine, the same wasm as in the browser. */
import { readFileSync } from "node:fs";
import { inspect, parseArgs } from "node:util";
import { PackError } from "../entries/decision.js";
import { bundle } from "./bundle.js";
import { check } from "./check.js";
import { decide } from "./decide.js";
import { dev } from "./dev.js";
import { diff } from "./diff.js";
import { exportResult, image } from "./export.js";
import { grade } from "./grade.js";
import { init } from "./init.js";
import { InputError, UsageError } from "./streams/input.js";
import { checkAnswers } from "./check-answers.js";
import { learn } from "./learn.js";
import { mcp } from "./mcp.js";
import { rename } from "./rename.js";
import { Closed, FileError, Printer } from "./streams/output.js";
import { printable } from "./streams/printable.js";
import { printedProblem } from "./reports/problem.js";
import { translate } from "./translate.js";

const USAGE = `Usage:
  decision-card init NAME [--template decision|rubric|both]
      A small pack to begin with, NAME.json, or a folder with both files.
  decision-card dev PACK [--port NUMBER]
      A page on this machine that shows the pack, and shows it again after each save: answers and step stay.
  decision-card rename PACK OLD NEW
      An id, wherever the pack means it; all else stays as it is written. OLD: team, question:team, or team.small for a choice.
  decision-card mcp
      The same for an agent, over standard input and output: read, edit, check, ask, explain and rename the packs of this folder.
  decision-card decide PACK --answers FILE|- [--json] [--output FILE]
      The verdict on an answers object, or on each line of NDJSON.
  decision-card grade PACK --text FILE|- [--json] [--explain] [--follow-up ID] [--output FILE]
      The grade of an answer in plain text, or of each {"id": …, "text": "…"} of NDJSON (then always as JSON).
      --explain: how one text was read, and what came closest to what was not found.
  decision-card export PACK --answers FILE|- --format markdown|madr|json|svg [--output FILE]
      The result of an answers object as a document: to read, as a decision record (MADR 4.0), as data, as a picture.
  decision-card image PACK --answers FILE|- --output NAME.svg|NAME.png
      The same picture, 1200 by 630. PNG needs @resvg/resvg-js installed beside.
  decision-card bundle PACK --output PAGE.html
      One file that works without a network: the card, the pack, and its text for readers without JavaScript.
  decision-card bundle PACK --pages --output FOLDER [--link URL]
      The same as files for a host: a page and a picture a recommendation, so that a shared link has a preview of its own,
      a page for frames, and what oEmbed answers. URL: where FOLDER will be. PNG needs @resvg/resvg-js installed beside.
  decision-card check PACK [--notes] [--json | --sarif | --junit] [--output FILE] [--link URL]
      The pack's problems; then its cases and samples, and what can be proved about the whole pack. Exit code 1 when there
      is a problem, a case or sample fails, or a finding is an error. Witnesses are links behind URL, which open a card.
      Errors and warnings come first, then a line for each kind of note (--notes: each note), and cases to add.
  decision-card check PACK --answers FILE [--json] [--output FILE]
      How well the rubric grades labelled answers that it has not learned from.
  decision-card learn PACK --texts FILE [--unlabelled FILE] [--quick] [--write] [--output FILE]
      Learns the rubric's cues from labelled texts, and says how well they do on texts that they were not learned from.
      --unlabelled: which of these to label next. --quick: without the learning curve. --write: puts the cues into the pack.
  decision-card check PACK --translation FILE [--json | --sarif | --junit] [--output FILE]
      What the pack's translation lacks, and what in it translates nothing. Exit code 1 when a finding is an error.
  decision-card translate PACK TRANSLATION [--output FILE]
      The pack in the translation's language, for a card's src.
  decision-card translate PACK --template LANGUAGE [TRANSLATION] [--output FILE]
      A translation to fill in: every text by its id, empty, or as TRANSLATION has it.
  decision-card diff OLD NEW [--json] [--output FILE] [--link URL]
      How many answers get another recommendation, from which to which, and which links of the old version no longer
      open the same. Exit code 1 when something does.

PACK is a file, a folder with decision.json and rubric.json (check reads both; any other command the one it needs), or the
id of a pack that comes along: rag-vs-fine-tuning, sql-or-nosql, monolith-or-microservices,
agent-workflow-or-single-call.
decide --answers: {"question": "choice", …}; null or nothing means "I don't know". - reads standard input.
--texts, check --answers: a line a text, {"id", "kind", "text", "concepts": [ids], "misconceptions": [ids], "doubtful": [ids]}.
All input is UTF-8.
Exit codes: 0 good; 1 problems, failed cases or samples, findings that are errors, or a difference; 2 wrong usage, or
something that can't be read or written.`;

const options = {
  answers: { type: "string" },
  format: { type: "string" },
  text: { type: "string" },
  texts: { type: "string" },
  unlabelled: { type: "string" },
  "follow-up": { type: "string" },
  translation: { type: "string" },
  template: { type: "string" },
  json: { type: "boolean", default: false },
  explain: { type: "boolean", default: false },
  quick: { type: "boolean", default: false },
  write: { type: "boolean", default: false },
  sarif: { type: "boolean", default: false },
  notes: { type: "boolean", default: false },
  junit: { type: "boolean", default: false },
  pages: { type: "boolean", default: false },
  port: { type: "string" },
  output: { type: "string", short: "o" },
  link: { type: "string", default: "" },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** How many names a command takes; of most, a pack's. */
const ARGUMENTS: Readonly<Record<string, number>> = { diff: 2, translate: 2, rename: 3, mcp: 0 };

type Flags = ReturnType<typeof parsed>["values"];

const parsed = (args: string[]) => parseArgs({ args, options, allowPositionals: true });

function answer(text: string, printer: Printer): number {
  printer.say(text);
  return 0;
}

async function run(flags: Flags, positionals: string[], printer: Printer): Promise<number> {
  const [command, pack, second, third] = positionals;
  if (flags.version) return answer(version(), printer);
  if (flags.help || command === "help") return answer(USAGE, printer);
  const extra = positionals[1 + (ARGUMENTS[command ?? ""] ?? 1)];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many.`);
  if (command === "init") return init(pack, flags.template ?? "decision", printer);
  if (command === "dev") return dev(pack, flags.port, printer);
  if (command === "rename") return rename(pack, second, third, printer);
  if (command === "mcp") return mcp(version(), printer);
  if (command === "decide") return decide(pack, flags.answers, flags.json, printer);
  if (command === "bundle") return bundle(pack, flags, printer);
  if (command === "export") return exportResult(pack, flags, printer);
  if (command === "image") return image(pack, flags, printer);
  if (command === "grade") return grade(pack, flags.text, flags, printer);
  if (command === "learn") return learn(pack, flags, printer);
  if (command === "check" && flags.answers !== undefined) return checkAnswers(pack, flags.answers, flags.json, printer);
  if (command === "check") return check(pack, { ...flags, version: version() }, printer);
  if (command === "translate") return translate(pack, second, flags.template, printer);
  if (command === "diff") return diff(pack, second, flags, printer);
  throw new UsageError(command ? `There is no command "${command}".` : "Say what to do.");
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  const printer = new Printer(values.output);
  try {
    return await run(values, positionals, printer);
  } finally {
    printer.close();
  }
}

/** How a command is written, without what it does; the whole help where there is no such command. */
function usageOf(command: string | undefined): string {
  const lines = USAGE.split("\n").filter((line) => line.startsWith(`  decision-card ${command} `));
  return lines.length > 0 ? ["Usage:", ...lines, "decision-card --help says more."].join("\n") : USAGE;
}

/** What to say of an error, and the exit code. */
function explained(error: unknown): [text: string, code: number] {
  if (error instanceof PackError || error instanceof InputError) {
    const title = error instanceof InputError ? error.message : "The pack has problems:";
    return [[title, ...printable(error.problems).map(printedProblem)].join("\n"), 1];
  }
  if (error instanceof FileError) return [error.message, 2];
  const usage = error instanceof UsageError || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  return [
    usage
      ? `${(error as Error).message}\n\n${usageOf(process.argv.slice(2).find((word) => !word.startsWith("-")))}`
      : inspect(error),
    2,
  ];
}

/** Where nothing can be said any more, the exit code still tells. */
function report(error: unknown): number {
  if (error instanceof Closed) return 0;
  const [text, code] = explained(error);
  try {
    new Printer(undefined).remark(text);
  } catch (unsaid) {
    if (!(unsaid instanceof Closed || unsaid instanceof FileError)) throw unsaid;
  }
  return code;
}

process.exitCode = await main(process.argv.slice(2)).catch(report);
