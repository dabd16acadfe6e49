/** What `check` finds out about a pack. */
import type { Inspection } from "../../contract/index.js";
import type { FullReport } from "./samples.js";

/** The pack's problems, or its cases and samples; with a decision, what is proved about it too. */
export type PackReport = FullReport | (FullReport & Inspection);
