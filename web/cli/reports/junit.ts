/** An inspection as JUnit XML: one test a case of the pack, one a proof, one a finding that counts. */
import type { Finding, Inspection } from "../../contract/index.js";
import { escapeMarkup } from "../../texts/markup.js";
import type { PackReport } from "../findings/pack-report.js";
import { linkOf, severityOf } from "./inspection.js";
import { printedProblem } from "./problem.js";
import { sampleFailure } from "./verdict.js";

interface TestCase {
  name: string;
  /** Why it fails; absent: it passes. */
  failure?: string;
  skipped?: string;
}

function testCase(suite: string, { name, failure, skipped }: TestCase): string {
  const open = `    <testcase classname="${escapeMarkup(suite)}" name="${escapeMarkup(name)}"`;
  if (failure !== undefined)
    return `${open}>\n      <failure message="${escapeMarkup(failure.split("\n")[0] ?? "")}">${escapeMarkup(failure)}</failure>\n    </testcase>`;
  if (skipped !== undefined) return `${open}>\n      <skipped message="${escapeMarkup(skipped)}"/>\n    </testcase>`;
  return `${open}/>`;
}

function suite(name: string, cases: TestCase[]): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const skipped = cases.filter((one) => one.skipped !== undefined).length;
  return [
    `  <testsuite name="${escapeMarkup(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">`,
    ...cases.map((one) => testCase(name, one)),
    "  </testsuite>",
  ].join("\n");
}

function findingCase(finding: Finding, report: Inspection, base: string): TestCase {
  const links = finding.witnesses.map((answers) => linkOf(report.pack, answers, base));
  const text = [finding.message, finding.suggestion, ...links].filter((part) => part !== undefined).join("\n");
  return { name: `${finding.code} ${finding.path}`, failure: text };
}

function proofSuites(report: Inspection, base: string): string[] {
  const errors = report.findings.filter((finding) => severityOf(finding) === "error" && finding.code !== "failed_case");
  const proofs = report.proofs.map(({ check, proved, covered }) =>
    proved ? { name: check } : { name: check, skipped: `not proved: ${covered}` },
  );
  const findings = errors.map((finding) => findingCase(finding, report, base));
  return [suite("proofs", proofs), suite("findings", findings)];
}

function suites(report: PackReport, base: string): string[] {
  if (report.problems.length > 0) {
    const problems = report.problems.map((one) => ({
      name: `${one.code} ${one.path}`,
      failure: printedProblem(one).trim(),
    }));
    return [suite("pack", problems)];
  }
  const cases = report.cases.map(({ id, passed, expect, got }) =>
    passed ? { name: id } : { name: id, failure: `expected ${expect}, got ${got}` },
  );
  const samples = report.samples.map((one) =>
    one.passed ? { name: one.id } : { name: one.id, failure: sampleFailure(one) },
  );
  return [
    suite("cases", cases),
    ...(samples.length > 0 ? [suite("samples", samples)] : []),
    ...("findings" in report ? proofSuites(report, base) : []),
  ];
}

export function junit(report: PackReport, base: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="decision-card check">',
    ...suites(report, base),
    "</testsuites>",
  ].join("\n");
}
