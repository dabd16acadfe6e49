/** Verdicts, problems and check reports as plain text for a terminal. */
import type { Claim, Description, GateState, Reason, Verdict } from "../../contract/index.js";
import { alternativeName, choiceText } from "../../questionnaire/lookup.js";
import { plain } from "../../texts/rich.js";
import { ENGLISH } from "../pages/languages.js";
import type { Accuracy, FullReport, SampleResult } from "../findings/samples.js";
import { fewOfEach, listed, printedProblems } from "./kinds.js";
import { printedProblem, section } from "./problem.js";

/** A rich text on a line: its words, and where its links lead. */
const shown = (text: string): string => plain(text, true);

const STATE: Record<GateState, string> = { pass: "[met]    ", fail: "[not met]", unknown: "[open]   " };

/** "3 of 3 cases passed", or "1 of 3 cases failed" and which. */
function outcomeLines<T extends { passed: boolean }>(what: string, all: T[], failure: (one: T) => string): string[] {
  const failed = all.filter(({ passed }) => !passed);
  const summary =
    failed.length === 0
      ? `${all.length} of ${all.length} ${what} passed`
      : `${failed.length} of ${all.length} ${what} failed`;
  return [summary, ...failed.map((one) => `  ${failure(one)}`)];
}

export function sampleFailure({ id, missing, surplus, expected_band, band }: SampleResult): string {
  const parts = [
    missing.length > 0 ? `missing ${missing.join(", ")}` : "",
    surplus.length > 0 ? `surplus ${surplus.join(", ")}` : "",
    expected_band && expected_band !== band ? `expected band ${expected_band}, got ${band}` : "",
  ];
  return `${id}: ${parts.filter(Boolean).join("; ")}`;
}

/** In whole per cent, four characters wide. */
function rate(part: number, whole: number): string {
  return whole === 0 ? "   –" : `${Math.round((100 * part) / whole)}%`.padStart(4);
}

function accuracyLine({ id, right, wrong, missed }: Accuracy, width: number): string {
  const shares = `precision ${rate(right, right + wrong)}  recall ${rate(right, right + missed)}`;
  return `  ${id.padEnd(width)}  ${shares}  (${right} right, ${wrong} wrong, ${missed} missed)`;
}

/** All that were found where they are and nowhere else, in one line; the others in one each. */
function accuracySummary(accuracy: Accuracy[]): string[] {
  const width = Math.max(...accuracy.map(({ id }) => id.length));
  const unseen = accuracy.filter(({ right, wrong, missed }) => right + wrong + missed === 0);
  const faulty = accuracy.filter(({ wrong, missed }) => wrong + missed > 0);
  const good = accuracy.length - unseen.length - faulty.length;
  return [
    `${good} of ${accuracy.length} criteria and misconceptions are found in all samples that have them, and in no other`,
    ...faulty.map((entry) => accuracyLine(entry, width)),
    ...(unseen.length > 0 ? [`  in no sample: ${listed(unseen.map(({ id }) => id))}`] : []),
  ];
}

function accuracyTables(accuracy: Accuracy[]): string[] {
  const width = Math.max(...accuracy.map(({ id }) => id.length));
  const rows = (wanted: string): string[] =>
    accuracy.filter(({ kind }) => kind === wanted).map((entry) => accuracyLine(entry, width));
  return [
    "Criteria over the samples",
    ...rows("criterion"),
    ...(rows("misconception").length > 0 ? ["Misconceptions over the samples", ...rows("misconception")] : []),
  ];
}

export function hasFailed({ problems, cases, samples }: FullReport): boolean {
  return problems.length > 0 || [...cases, ...samples].some(({ passed }) => !passed);
}

/** `all`: everything that there is to say, instead of what is not as it should be. */
export function printedCheck({ problems, cases, samples, accuracy, remarks }: FullReport, all: boolean): string {
  const { count, lines: found } = printedProblems(problems);
  const lines = [`${count} problem${count === 1 ? "" : "s"}`, ...found];
  if (problems.length > 0) return lines.join("\n");
  if (cases.length > 0 || (samples.length === 0 && accuracy.length === 0))
    lines.push(...outcomeLines("cases", cases, ({ id, expect, got }) => `${id}: expected ${expect}, got ${got}`));
  if (samples.length > 0) {
    const found = all ? accuracyTables(accuracy) : accuracySummary(accuracy);
    lines.push(...outcomeLines("samples", samples, sampleFailure), ...found);
  }
  if (remarks.length > 0) {
    const about = remarks.every(({ path }) => path.startsWith("/rubric")) ? " on the rubric" : "";
    const title = `${remarks.length} remark${remarks.length === 1 ? "" : "s"}${about}`;
    lines.push(title, ...(all ? remarks.map(printedProblem) : fewOfEach(remarks, printedProblem)));
  }
  return lines.join("\n");
}

function reasonLines(reason: Reason, description: Description): string[] {
  const points = Object.entries(reason.points).map(
    ([id, value]) => `${alternativeName(description, id)} ${ENGLISH.signed(value)}`,
  );
  const said = reason.answers.map(({ question, choice }) => choiceText(description, question, choice, ENGLISH));
  const detail = reason.detail ? ` ${shown(reason.detail)}` : "";
  return [`  ${shown(reason.because)}${detail}`, `      you said: ${said.join("; ")} (${points.join(", ")})`];
}

const claims = (items: Claim[]): string[] => items.map(({ text }) => `  - ${shown(text)}`);

function clarityText({ status, exact, clarity, open, pending }: Verdict): string {
  const { level, same, of } = clarity;
  const count = open.length + pending.length;
  const unsettled = exact ? "provisional" : "unproven";
  return [
    `${ENGLISH.say(`clarity_${of > 0 && same === of ? "always" : level}`)}.`,
    ...(same < of ? [ENGLISH.say("clarity_same", { moves: of - same, of, count: of })] : []),
    ...(count > 0 ? [ENGLISH.say(status === "settled" ? "settled" : unsettled, { count })] : []),
  ].join(" ");
}

export function printedVerdict(verdict: Verdict, description: Description): string {
  const { recommendation, scores, reasons, gates, notes } = verdict;
  const by = (stance: Reason["stance"]): string[] =>
    reasons.filter((reason) => reason.stance === stance).flatMap((reason) => reasonLines(reason, description));
  return [
    recommendation.title,
    shown(recommendation.summary),
    ...(verdict.despite ? [shown(verdict.despite)] : []),
    ...(description.decision.heuristic ? [shown(description.decision.heuristic.text)] : []),
    clarityText(verdict),
    ...section(
      ENGLISH.say("scores"),
      scores.map(({ name, points, lowest, highest }) => `  ${name}: ${points} (from ${lowest} to ${highest})`),
    ),
    ...section(ENGLISH.say("reasons_for"), by("for")),
    ...section(ENGLISH.say("reasons_against"), by("against")),
    ...section(ENGLISH.say("reasons_neutral"), by("neutral")),
    ...section(
      ENGLISH.say("gates"),
      gates.map(({ state, text, detail }) => `  ${STATE[state]} ${text}${detail ? `. ${shown(detail)}` : ""}`),
    ),
    ...section(ENGLISH.say("steps"), claims(recommendation.steps)),
    ...section(ENGLISH.say("risks"), claims(recommendation.risks)),
    ...section(ENGLISH.say("measure"), claims(recommendation.measure)),
    ...section(ENGLISH.say("costs"), claims(recommendation.costs)),
    ...section(
      ENGLISH.say("notes"),
      notes.map(({ title, text }) => `  ${title}: ${shown(text)}`),
    ),
    "",
  ].join("\n");
}
