/** `decision-card check`: what is wrong with a pack or its translation, and what is proved about the whole of it. */
import path from "node:path";
import type { Problem } from "../contract/index.js";
import { load } from "../entries/rubric.js";
import { InputError, packFiles, readInput, UsageError } from "./streams/input.js";
import { inspector } from "./findings/inspector.js";
import { interfaceLanguages, placedRemarks } from "./findings/interface.js";
import { printedInspection, severityOf } from "./reports/inspection.js";
import { junit } from "./reports/junit.js";
import type { Printer } from "./streams/output.js";
import type { PackReport } from "./findings/pack-report.js";
import { printable, printableJson } from "./streams/printable.js";
import { hasFailed, printedCheck } from "./reports/verdict.js";
import { type FullReport, gradeSamples } from "./findings/samples.js";
import { sarif } from "./reports/sarif.js";
import { isError, reportOnTranslation, type TranslationReport, printedTranslation } from "./reports/translation.js";

interface CheckOutput {
  json: boolean;
  /** Every note, and every table. */
  notes: boolean;
  link: string;
  translation?: string | undefined;
  sarif: boolean;
  junit: boolean;
  version: string;
}

async function reportOn(text: string): Promise<PackReport> {
  const checked = inspector().inspect(text, interfaceLanguages(text));
  const readable = checked.problems.length === 0;
  const samples = readable ? gradeSamples((await load()).open(text), text) : { samples: [], accuracy: [], remarks: [] };
  const remarks = readable ? placedRemarks(text) : [];
  return { ...checked, ...samples, remarks: [...samples.remarks, ...remarks] };
}

const problemsOnly = (problems: readonly Problem[]): FullReport => ({
  problems: [...problems],
  cases: [],
  samples: [],
  accuracy: [],
  remarks: [],
});

/** A pack whose bytes can't be read has a problem like any other, in all formats. */
async function reportOnFile(file: string): Promise<PackReport> {
  try {
    return await reportOn(await readInput(file));
  } catch (error) {
    if (error instanceof InputError) return problemsOnly(error.problems);
    throw error;
  }
}

/** What a report says of a place says which file that is in, too. */
function placed(report: PackReport, file: string): PackReport {
  const within = <T extends object>(all: readonly T[]): T[] => all.map((one) => ({ file, ...one }));
  const placed = { ...report, problems: within(report.problems), remarks: within(report.remarks) };
  return "findings" in placed ? { ...placed, findings: within(placed.findings) } : placed;
}

/** One report on all files of a pack; where they are several, a problem says which it is in, and all are mended before anything is proved. */
export async function reportOnPack(name: string | undefined): Promise<PackReport> {
  const files = packFiles(name);
  const [first, ...more] = await Promise.all(files.map(reportOnFile));
  if (more.length === 0) return first!;
  const parts = [first!, ...more].map((part, k) => placed(part, path.basename(files[k]!)));
  const problems = parts.flatMap((part) => part.problems);
  return {
    ...(problems.length === 0 && parts.find((part) => "findings" in part)),
    problems,
    cases: parts.flatMap(({ cases }) => cases),
    samples: parts.flatMap(({ samples }) => samples),
    accuracy: parts.flatMap(({ accuracy }) => accuracy),
    remarks: parts.flatMap(({ remarks }) => remarks),
  };
}

const page = (report: PackReport): string => ("findings" in report ? "docs/findings.md" : "docs/problems.md");

function printReport(report: PackReport, file: string, flags: CheckOutput, printer: Printer): void {
  if (flags.json) {
    printer.data(printableJson(JSON.stringify(report)));
    return;
  }
  if (flags.sarif) {
    printer.data(printableJson(sarif(report, file, flags.link, flags.version, page(report))));
    return;
  }
  const shown = printable(report);
  if (flags.junit) {
    printer.data(junit(shown, flags.link));
    return;
  }
  printer.say(
    "findings" in shown ? printedInspection(shown, flags.link, flags.notes) : printedCheck(shown, flags.notes),
  );
}

export async function check(pack: string | undefined, flags: CheckOutput, printer: Printer): Promise<number> {
  if ([flags.json, flags.sarif, flags.junit].filter(Boolean).length > 1)
    throw new UsageError("Choose one of --json, --sarif and --junit.");
  if (flags.translation !== undefined) return checkTranslation(pack, flags.translation, flags, printer);
  const report = await reportOnPack(pack);
  printReport(report, pack ?? "", flags, printer);
  const errors = "findings" in report && report.findings.some((finding) => severityOf(finding) === "error");
  return errors || hasFailed(report) ? 1 : 0;
}

async function checkTranslation(
  pack: string | undefined,
  file: string,
  flags: CheckOutput,
  printer: Printer,
): Promise<number> {
  const report = await reportOnTranslation(pack, file);
  printTranslation(report, file, flags, printer);
  return report.problems.some(isError) ? 1 : 0;
}

function printTranslation(report: TranslationReport, file: string, flags: CheckOutput, printer: Printer): void {
  if (flags.json) {
    printer.data(printableJson(JSON.stringify(report)));
    return;
  }
  const { problems } = report;
  if (flags.sarif) {
    printer.data(printableJson(sarif(problemsOnly(problems), file, flags.link, flags.version, "docs/translations.md")));
    return;
  }
  const shown = printable(report);
  if (flags.junit) {
    printer.data(junit(problemsOnly(shown.problems.filter(isError)), flags.link));
    return;
  }
  printer.say(printedTranslation(shown));
}
