/** The languages of <rubric-card>. What it alone says is handed over by it, so that the other element's script is without it. */
import { practiceTexts } from "./en-practice.js";
import { Languages } from "./languages.js";

export const RUBRIC_LANGUAGES = new Languages(practiceTexts);
