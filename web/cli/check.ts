/**
 * `decision-card check`, `diff` and `translate`: what is proved about a whole pack, what differs between two versions of
 * one, and a pack in another language.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { Problem } from "../contract.js";
import { load } from "../engine.js";
import { type Inspection, Inspector, type UnreadablePacks } from "../inspect.js";
import { LANGUAGES } from "../texts.js";
import { differenceText, differs } from "./difference.js";
import { readPack, UsageError } from "./input.js";
import { inspectionText, severityOf } from "./inspection.js";
import { junit } from "./junit.js";
import { checkText, hasFailed, problemText } from "./report.js";
import { type FullReport, gradeSamples } from "./samples.js";
import { sarif } from "./sarif.js";
import {
  isError,
  reportOnTranslation,
  translatedPack,
  type TranslationReport,
  translationText,
} from "./translation-report.js";

interface Output {
  json: boolean;
  output?: string | undefined;
  link: string;
}

interface CheckOutput extends Output {
  translation?: string | undefined;
  sarif: boolean;
  junit: boolean;
  version: string;
}

/** The pack's problems, or its cases and samples; with a decision, what is proved about it too. */
export type PackReport = FullReport | (FullReport & Inspection);

function inspector(): Inspector {
  return new Inspector(readFileSync(new URL("../inspect.wasm", import.meta.url)));
}

function write(text: string, file: string | undefined): void {
  if (file === undefined) return console.log(text);
  try {
    writeFileSync(file, `${text}\n`);
  } catch (error) {
    throw new UsageError(`${file}: can't be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}

async function reportOn(text: string): Promise<PackReport> {
  const checked = inspector().inspect(text, LANGUAGES);
  const readable = checked.problems.length === 0;
  const samples = readable ? gradeSamples((await load()).open(text), text) : { samples: [], accuracy: [] };
  return { ...checked, ...samples };
}

const page = (report: PackReport): string => ("findings" in report ? "docs/findings.md" : "docs/problems.md");

function checkOutput(report: PackReport, file: string, flags: CheckOutput): string {
  if (flags.json) return JSON.stringify(report);
  if (flags.sarif) return sarif(report, file, flags.link, flags.version, page(report));
  if (flags.junit) return junit(report, flags.link);
  return "findings" in report ? inspectionText(report, flags.link) : checkText(report);
}

export async function check(pack: string | undefined, flags: CheckOutput): Promise<number> {
  if ([flags.json, flags.sarif, flags.junit].filter(Boolean).length > 1)
    throw new UsageError("Choose one of --json, --sarif and --junit.");
  if (flags.translation !== undefined) return checkTranslation(pack, flags.translation, flags);
  const report = await reportOn(readPack(pack));
  write(checkOutput(report, pack ?? "", flags), flags.output);
  const errors = "findings" in report && report.findings.some((finding) => severityOf(finding) === "error");
  return errors || hasFailed(report) ? 1 : 0;
}

async function checkTranslation(pack: string | undefined, file: string, flags: CheckOutput): Promise<number> {
  const report = await reportOnTranslation(pack, file);
  write(translationOutput(report, file, flags), flags.output);
  return report.problems.some(isError) ? 1 : 0;
}

function translationOutput(report: TranslationReport, file: string, flags: CheckOutput): string {
  const listed = (problems: Problem[]): FullReport => ({ problems, cases: [], samples: [], accuracy: [] });
  if (flags.json) return JSON.stringify(report);
  if (flags.sarif) return sarif(listed(report.problems), file, flags.link, flags.version, "docs/translations.md");
  if (flags.junit) return junit(listed(report.problems.filter(isError)), flags.link);
  return translationText(report);
}

export async function translate(
  pack: string | undefined,
  translation: string | undefined,
  flags: Output,
): Promise<number> {
  const translated = await translatedPack(pack, translation);
  if (translated === null) return 1;
  write(translated, flags.output);
  return 0;
}

function unreadableText({ old_problems, new_problems }: UnreadablePacks): string {
  return [
    ...old_problems.map((one) => `old ${problemText(one).trim()}`),
    ...new_problems.map((one) => `new ${problemText(one).trim()}`),
  ].join("\n");
}

export function diff(before: string | undefined, after: string | undefined, flags: Output): number {
  if (!before || !after) throw new UsageError("Name two packs: the old version and the new one.");
  const report = inspector().diff(readPack(before), readPack(after));
  const readable = "proved" in report;
  const text = readable ? differenceText(report, flags.link) : unreadableText(report);
  write(flags.json ? JSON.stringify(report) : text, flags.output);
  return !readable || differs(report) ? 1 : 0;
}
