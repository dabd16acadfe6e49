/** What <rubric-card> alone says, by language; it hands this over, so that the other element's script is without it. */
import { practiceTexts } from "./en-practice.js";
import type { Words } from "./texts.js";

export const PRACTICE_WORDS: Words = { en: practiceTexts };
