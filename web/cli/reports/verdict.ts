/** Verdicts, problems and check reports as plain text for a terminal. */
import type { Claim, Description, GateState, Problem, Reason, Verdict } from "../../contract/index.js";
import type { Accuracy, FullReport, SampleResult } from "../samples.js";

const STATE: Record<GateState, string> = { pass: "[met]    ", fail: "[not met]", unknown: "[open]   " };

const CLARITY: Record<Verdict["clarity"]["level"], string> = {
  firm: "Firm",
  fair: "Fair",
  delicate: "Delicate",
  open: "Open: nothing is answered yet",
};

/** `file`: where a pack is of several files. */
type Listed = Omit<Problem, "severity"> & { severity: string; file?: string };

export function problemText({ severity, code, path, line, column, message, suggestion, file }: Listed): string {
  const where = path === "" ? "" : ` at ${path}`;
  return `  ${file ? `${file}:` : ""}${line}:${column} ${severity} ${code}${where}\n      ${message}${suggestion ? ` ${suggestion}` : ""}`;
}

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

function percent(part: number, whole: number): string {
  return whole === 0 ? "   –" : `${Math.round((100 * part) / whole)}%`.padStart(4);
}

function accuracyLine({ id, right, wrong, missed }: Accuracy, width: number): string {
  const shares = `precision ${percent(right, right + wrong)}  recall ${percent(right, right + missed)}`;
  return `  ${id.padEnd(width)}  ${shares}  (${right} right, ${wrong} wrong, ${missed} missed)`;
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

export function checkText({ problems, cases, samples, accuracy }: FullReport): string {
  const lines = [`${problems.length} problem${problems.length === 1 ? "" : "s"}`, ...problems.map(problemText)];
  if (problems.length > 0) return lines.join("\n");
  if (cases.length > 0 || samples.length === 0)
    lines.push(...outcomeLines("cases", cases, ({ id, expect, got }) => `${id}: expected ${expect}, got ${got}`));
  if (samples.length > 0) lines.push(...outcomeLines("samples", samples, sampleFailure), ...accuracyTables(accuracy));
  return lines.join("\n");
}

export function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points).replace("-", "−");
}

function reasonLines(reason: Reason, description: Description): string[] {
  const names = new Map(description.decision.alternatives.map(({ id, name }) => [id, name]));
  const points = Object.entries(reason.points).map(([id, value]) => `${names.get(id)} ${signed(value)}`);
  const said = reason.answers.map(({ question, choice }) => answerText(description, question, choice));
  return [`  ${reason.because}`, `      you said: ${said.join("; ")} (${points.join(", ")})`];
}

function answerText(description: Description, questionId: string, choiceId: string): string {
  const question = description.decision.questions.find(({ id }) => id === questionId);
  return question?.choices.find(({ id }) => id === choiceId)?.text ?? choiceId;
}

export function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

const claims = (items: Claim[]): string[] => items.map(({ text }) => `  - ${text}`);

function clarityText({ status, clarity, open }: Verdict): string {
  const changes =
    clarity.of > 0 ? `: ${clarity.same} of ${clarity.of} single changed answers would leave it as it is` : "";
  const settled = status === "settled" ? "" : ` (provisional, ${open.length} questions open)`;
  return `${CLARITY[clarity.level]}${changes}${settled}`;
}

export function verdictText(verdict: Verdict, description: Description): string {
  const { recommendation, scores, reasons, gates, notes } = verdict;
  const by = (stance: Reason["stance"]): string[] =>
    reasons.filter((reason) => reason.stance === stance).flatMap((reason) => reasonLines(reason, description));
  return [
    recommendation.title,
    recommendation.summary,
    clarityText(verdict),
    ...section(
      "Scores",
      scores.map(({ name, points, lowest, highest }) => `  ${name}: ${points} (from ${lowest} to ${highest})`),
    ),
    ...section("For", by("for")),
    ...section("Against", by("against")),
    ...section("Also", by("neutral")),
    ...section(
      "Gates",
      gates.map(({ state, text, detail }) => `  ${STATE[state]} ${text}${detail ? `. ${detail}` : ""}`),
    ),
    ...section("Next steps", claims(recommendation.steps)),
    ...section("Risks", claims(recommendation.risks)),
    ...section("What to measure", claims(recommendation.measure)),
    ...section("Costs", claims(recommendation.costs)),
    ...section(
      "Notes",
      notes.map(({ title, text }) => `  ${title}: ${text}`),
    ),
    "",
  ].join("\n");
}
