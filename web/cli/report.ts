/** Verdicts, problems and check reports as plain text for a terminal. */
import type { CheckReport, Claim, Description, GateState, Problem, Reason, Verdict } from "../contract.js";

const STATE: Record<GateState, string> = { pass: "[met]    ", fail: "[not met]", unknown: "[open]   " };

const CLARITY: Record<Verdict["clarity"]["level"], string> = {
  firm: "Firm",
  fair: "Fair",
  delicate: "Delicate",
  open: "Open: nothing is answered yet",
};

type Listed = Omit<Problem, "severity"> & { severity: string };

export function problemText({ severity, code, path, line, column, message, suggestion }: Listed): string {
  const where = path === "" ? "" : ` at ${path}`;
  return `  ${line}:${column} ${severity} ${code}${where}\n      ${message}${suggestion ? ` ${suggestion}` : ""}`;
}

export function checkText({ problems, cases }: CheckReport): string {
  const failed = cases.filter(({ passed }) => !passed);
  const lines = [`${problems.length} problem${problems.length === 1 ? "" : "s"}`, ...problems.map(problemText)];
  if (problems.length > 0) return lines.join("\n");
  lines.push(
    failed.length === 0
      ? `${cases.length} of ${cases.length} cases passed`
      : `${failed.length} of ${cases.length} cases failed`,
  );
  lines.push(...failed.map(({ id, expect, got }) => `  ${id}: expected ${expect}, got ${got}`));
  return lines.join("\n");
}

function signed(points: number): string {
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

function section(title: string, lines: string[]): string[] {
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
