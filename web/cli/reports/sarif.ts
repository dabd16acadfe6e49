/** Findings as SARIF 2.1.0, for code scanning. */
import type { Finding } from "../../contract/index.js";
import type { PackReport } from "../findings/pack-report.js";
import { linkOf, severityOf } from "./inspection.js";

type Listed = Pick<Finding, "code" | "path" | "line" | "column" | "message" | "severity"> &
  Partial<Finding> & { file?: string };

function resultOf(pack: string, finding: Listed, links: string[]): object {
  const { code, path, line, column, message, suggestion, severity, accepted } = finding;
  const text = [message, suggestion, ...links].filter((part) => part !== undefined).join("\n");
  return {
    ruleId: code,
    level: severity,
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: finding.file ? `${pack}/${finding.file}` : pack },
          region: { startLine: line, startColumn: column },
        },
        logicalLocations: [{ fullyQualifiedName: path, kind: "member" }],
      },
    ],
    ...(accepted === undefined
      ? {}
      : { suppressions: [{ kind: "inSource", status: "accepted", justification: accepted }] }),
  };
}

/** `file`: what the report is about, as a path below the repository's root; `page`: where its codes are explained. */
export function sarif(report: PackReport, file: string, base: string, version: string, page: string): string {
  const found =
    "findings" in report
      ? report.findings.map((finding) =>
          resultOf(
            file,
            { ...finding, severity: severityOf(finding) },
            finding.witnesses.map((answers) => linkOf(report.pack, answers, base)),
          ),
        )
      : report.problems.map((problem) => resultOf(file, problem, []));
  const results = [...found, ...report.remarks.map((remark) => resultOf(file, remark, []))];
  const listed: { code: string }[] = "findings" in report ? report.findings : report.problems;
  const codes = [...new Set([...listed, ...report.remarks].map(({ code }) => code))];
  const driver = { name: "decision-card", version, rules: codes.map((code) => ruleOf(code, page)) };
  return JSON.stringify(
    {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
    },
    null,
    2,
  );
}

const ruleOf = (code: string, page: string): object => ({
  id: code,
  shortDescription: { text: code.replaceAll("_", " ") },
  help: { text: `See ${page}.` },
});
