/** An inspection as plain text for a terminal. */
import type { Answers } from "../../contract/index.js";
import type { Finding, Inspection, PathLengths } from "../../contract/index.js";
import { encodeFragment } from "../../questionnaire/link.js";
import { fewOfEach, kindLines } from "./kinds.js";
import { printedProblem, section } from "./problem.js";
import { mutationScore, suggestionLines } from "./suggestions.js";
import { printedCheck } from "./verdict.js";
import type { SampleReport } from "../findings/samples.js";

/** Where a witness opens: the fragment alone, or behind an address. */
export function linkOf(pack: Inspection["pack"], answers: Answers, base: string): string {
  return base + encodeFragment(pack, answers);
}

/** The severity that counts: what the author accepts is a note. */
export function severityOf({ severity, accepted }: Finding): Finding["severity"] {
  return accepted === undefined ? severity : "note";
}

/** Parts per million in per cent, two digits behind the point. */
export const percentOf = (share: number): string =>
  share > 0 && share < 100 ? "less than 0.01%" : `${(share / 10_000).toFixed(2)}%`;

/** "2 to 12, 6.74 on average" */
const lengths = (path: PathLengths | null): string =>
  path ? `${path.least} to ${path.most}, ${path.mean.toFixed(2)} on average` : "not proved";

function pathText(title: string, path: PathLengths | null, scope: string): string {
  return path
    ? `  ${title}: ${path.least} to ${path.most} questions, ${path.mean.toFixed(2)} on average (${scope})`
    : `  ${title}: not proved`;
}

function pathLines({ paths }: Inspection): string[] {
  const exact = "exact, over all answers";
  return [
    pathText("to the end", paths.all_questions, exact),
    pathText("until the result is offered", paths.early_stop, exact),
    ...(paths.cases ? [pathText("until the result is offered", paths.cases, "over the pack's cases")] : []),
  ];
}

function wordLines({ words }: Inspection): string[] {
  if (!words) return [];
  return [
    `  words of a card: ${words.mean.toFixed(0)} on average, ${words.most} at most, in the case "${words.worst}" (over the pack's cases, folded and unfolded together)`,
  ];
}

function wordPartLines({ words }: Inspection): string[] {
  if (!words) return [];
  const parts = Object.entries(words.parts).map(([name, mean]) => `${name.replace("_", " ")} ${mean.toFixed(0)}`);
  return [`  on average ${parts.join(", ")}`];
}

function mutationLines(inspection: Inspection): string[] {
  const score = mutationScore(inspection);
  const { killed, survived, equivalent, refused, unresolved } = inspection.mutation;
  if (score === null) return [];
  return [
    `  mutation score ${score.toFixed(3)}: ${killed} of ${killed + survived} changes of points, comparisons and operators break a case`,
    `  left out: ${equivalent} proved to change nothing, ${refused} that the parser refuses${unresolved > 0 ? `; ${unresolved} of the survivors may change nothing` : ""}`,
  ];
}

function coverageLine({ coverage }: Inspection): string {
  const parts = Object.entries(coverage).map(
    ([name, { covered, of }]) => `${covered} of ${of} ${name.replace("_", " ")}`,
  );
  return `  covered: ${parts.join(", ")}`;
}

export function printedFinding(finding: Finding, inspection: Inspection, base: string): string {
  const links = finding.witnesses.map((answers) => `      ${linkOf(inspection.pack, answers, base)}`);
  const accepted = finding.accepted === undefined ? [] : [`      accepted: ${finding.accepted}`];
  return [printedProblem({ ...finding, severity: severityOf(finding) }), ...accepted, ...links].join("\n");
}

/** "1 error", "2 errors" */
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

const held = ({ laws }: Inspection): number => laws.filter(({ status }) => status === "holds").length;

function lawLines({ laws }: Inspection): string[] {
  return laws.map(({ id, status }) => `  ${id}: ${status.replace("_", " ")}`);
}

function balanceLines({ balance }: Inspection): string[] {
  return balance.map(
    (one) =>
      `  ${one.alternative}: ${one.reasons_for} reasons for (${one.words_for} words), ${one.reasons_against} against (${one.words_against} words); first choice of ${one.first_choices} questions`,
  );
}

function proofLines({ proofs }: Inspection): string[] {
  return proofs.map(({ check, proved, covered }) => `  ${proved ? "proved    " : "NOT PROVED"} ${check}: ${covered}`);
}

/** What is proved and counted, in a line each. */
function summaryLines(inspection: Inspection): string[] {
  const { combinations, proofs, laws, recommendations, paths } = inspection;
  const proved = proofs.filter((proof) => proof.proved).length;
  const lawPart = laws.length > 0 ? `; ${held(inspection)} of ${laws.length} laws hold` : "";
  const shares = recommendations.map(({ id, share }) => `${id} ${percentOf(share)}`);
  const early = paths.cases
    ? `${lengths(paths.early_stop)}; in the cases ${lengths(paths.cases)}`
    : lengths(paths.early_stop);
  return [
    `  ${proved} of ${proofs.length} proofs are complete, over all ${combinations} combinations${lawPart}`,
    ...(shares.length > 0 ? [`  recommended: ${shares.join(", ")}`] : []),
    `  questions to the end: ${lengths(paths.all_questions)}`,
    `  questions until the result is offered: ${early}`,
  ];
}

/** The same in full. */
function tables(inspection: Inspection): string[] {
  return [
    ...section(
      `Recommendations, of ${inspection.combinations} combinations`,
      inspection.recommendations.map(({ id, count, share }) => `  ${id}: ${count} (${percentOf(share)})`),
    ),
    ...section("Laws", lawLines(inspection)),
    ...section("Questions answered in the pack's order", pathLines(inspection)),
    ...section("Words of a card, part by part", wordPartLines(inspection)),
    ...section("Balance", balanceLines(inspection)),
    ...section("Proofs", proofLines(inspection)),
  ];
}

const BY_PLACE = (a: Finding, b: Finding): number => a.code.localeCompare(b.code, "en") || a.line - b.line;

/** A summary, then what there is to do, the gravest first; `all`: each note in full, and every table. */
export function printedInspection(inspection: Inspection & SampleReport, base: string, all: boolean): string {
  const of = (severity: Finding["severity"]): Finding[] =>
    inspection.findings.filter((finding) => severityOf(finding) === severity).sort(BY_PLACE);
  const [errors, warnings, notes] = [of("error"), of("warning"), of("note")];
  const printed = (finding: Finding): string => printedFinding(finding, inspection, base);
  const inFull = (findings: Finding[]): string[] => (all ? findings.map(printed) : fewOfEach(findings, printed));
  const cases =
    inspection.cases.length > 0
      ? [...wordLines(inspection), coverageLine(inspection), ...mutationLines(inspection)]
      : [];
  return [
    printedCheck(inspection, all),
    [counted(errors.length, "error"), counted(warnings.length, "warning"), counted(notes.length, "note")].join(", "),
    ...section("Summary", [...summaryLines(inspection), ...cases]),
    ...(all ? tables(inspection) : []),
    ...section("Errors", inFull(errors)),
    ...section("Warnings", inFull(warnings)),
    ...section(all ? "Notes" : "Notes, a line a kind (--notes lists all)", all ? notes.map(printed) : kindLines(notes)),
    ...suggestionLines(inspection),
  ].join("\n");
}
