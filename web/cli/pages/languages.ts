/** The cards' own words on the command line: a result or a page is in the language of its pack. */
import { en } from "../../texts/en.js";
import { practiceTexts } from "../../texts/en-practice.js";
import type { Entries } from "../../texts/entry.js";
import { writing } from "../../texts/numbers.js";
import { DECISION_LANGUAGES, DECISION_TEXTS } from "../../texts/decision.js";
import { DECISION_SOURCES } from "../../texts/decision-sources.js";
import { speaking } from "../../texts/sources.js";
import { type TextKey, Texts, type Words } from "../../texts/texts.js";

/** What either card says in English. */
export const ALL_TEXTS: Entries & { readonly [key in TextKey]: unknown } = {
  ...en,
  ...DECISION_TEXTS,
  ...practiceTexts,
};

/** The command line itself speaks English, in the cards' own words. */
export const ENGLISH = new Texts("en", { ...DECISION_TEXTS, ...practiceTexts });

/** The card's own words in this language, as the files of `dist/languages` are named; null where it has none. */
export function catalogueOf(language: string): string | null {
  const own = writing(language);
  return ["en", ...DECISION_SOURCES.map(([each]) => each)].find((each) => writing(each) === own) ?? null;
}

/** What a decision's card says of a pack that was read from this text. */
export async function textsOf(json: string): Promise<Texts> {
  const { language, interface: own } = JSON.parse(json) as { language: string; interface?: Words };
  const { languages } = speaking({ languages: DECISION_LANGUAGES }, DECISION_SOURCES);
  await languages.learn([language]);
  return languages.texts([language], own);
}
