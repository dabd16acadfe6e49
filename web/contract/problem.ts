/** What is wrong with a document, and what its own cases come to; engine/src/contract/problem_json.cpp writes it. */

export interface Problem {
  /** Stable identifier, listed in docs/problems.md. */
  code: string;
  severity: "error" | "warning";
  /** JSON Pointer into the document ("" is the whole document). */
  path: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  message: string;
  /** How to mend it, when the engine can tell. */
  suggestion?: string;
}

export interface CaseResult {
  id: string;
  expect: string;
  got: string;
  passed: boolean;
}

export interface CheckReport {
  problems: Problem[];
  cases: CaseResult[];
}
