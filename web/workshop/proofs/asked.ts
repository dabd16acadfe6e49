/** What the page asks its worker and what comes back. */
import type { Answers, CheckReport, Inspection } from "../../contract/index.js";
import type { Target } from "../pack/probes.js";

export type Asked =
  | { readonly what: "inspect"; readonly text: string }
  | { readonly what: "share"; readonly text: string; readonly target: Target }
  | { readonly what: "way"; readonly text: string; readonly target: Target; readonly preferred: Answers };

export interface Replies {
  inspect: Inspection | CheckReport;
  /** Parts per million of all combinations; null where it isn't proved. */
  share: number | null;
  /** Answers that show it; null: there are none. */
  way: Answers | null;
}

export interface Question {
  readonly number: number;
  readonly asked: Asked;
}

export type Reply = { readonly number: number } & ({ readonly reply: unknown } | { readonly failure: string });
