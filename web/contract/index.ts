/**
 * The contract: what crosses from the engine to the shell, as types; a file for each writer on the engine's side. Tests hold
 * real outputs of the engine against them (tests/web/contract/outputs.test.mjs).
 */
export type * from "./answers.js";
export type * from "./costs.js";
export type * from "./explanation.js";
export type * from "./flips.js";
export type * from "./inspection.js";
export type * from "./outlook.js";
export type * from "./pack.js";
export type * from "./problem.js";
export type * from "./rubric.js";
export type * from "./verdict.js";
