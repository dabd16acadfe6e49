/** What <decision-card> alone says, by language; it hands this over, so that the other element's script is without it. */
import { proofTexts } from "./en-proofs.js";
import type { Words } from "./texts.js";

export const PROOF_WORDS: Words = { en: proofTexts };
