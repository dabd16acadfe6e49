// SPDX-License-Identifier: MIT
/** A small questionnaire for tests without an engine: descriptions and verdicts by hand, as the engine would give them. */

const question = (id, ...choices) => ({ id, text: `${id}?`, choices: choices.map((choice) => ({ id: choice })) });

export const QUESTIONS = [question("a", "x", "y"), question("b", "x", "y"), question("c", "x", "y")];

export const PACK = { id: "sample", version: "2.0.0", decision: { questions: QUESTIONS } };

/** Nothing is settled, all questions are asked. */
export const verdict = (parts = {}) => ({
  status: "provisional",
  open: [],
  pending: [],
  not_asked: [],
  ignored: [],
  ...parts,
});

export const SETTLED = verdict({ status: "settled" });

export const given = (answers = {}) => new Map(Object.entries(answers));

export const at = (id) => ({ step: "question", question: id });
