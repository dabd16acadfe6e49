/** The languages of <decision-card>. What it alone says is handed over by it, so that the other element's script is without it. */
import { decisionTexts } from "./en-decision.js";
import { proofTexts } from "./en-proofs.js";
import { Languages } from "./languages.js";

export const DECISION_TEXTS = { ...decisionTexts, ...proofTexts };
export const DECISION_LANGUAGES = new Languages(DECISION_TEXTS);
