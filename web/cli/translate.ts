/** `decision-card translate`: a pack in another language. */
import type { Printer } from "./streams/output.js";
import { printable, printableJson } from "./streams/printable.js";
import { UsageError } from "./streams/input.js";
import { readPack } from "./streams/json.js";
import { isError, printedTranslation, readTranslation, translatedPack } from "./reports/translation.js";
import { printedProblem } from "./reports/problem.js";
import { template } from "./findings/template.js";

export async function translate(
  pack: string | undefined,
  translation: string | undefined,
  language: string | undefined,
  printer: Printer,
): Promise<number> {
  if (language !== undefined) return writeTemplate(pack, language, translation, printer);
  const { report, pack: translated } = await translatedPack(pack, translation);
  printer.remark(printedTranslation(printable(report)));
  if (report.problems.some(isError)) return 1;
  printer.data(printableJson(JSON.stringify(translated, null, 2)));
  return 0;
}

/** `earlier`: a translation of an earlier version, or one that is not done; what it says is kept. */
async function writeTemplate(
  pack: string | undefined,
  language: string,
  earlier: string | undefined,
  printer: Printer,
): Promise<number> {
  printer.updates(earlier);
  if (!isLanguage(language)) throw new UsageError(`"${language}" is no language tag, such as de or pt-BR.`);
  const source = JSON.parse(await readPack(pack, "decision")) as object;
  const { report, translation } = await readTranslation(pack, earlier);
  const wrong = report.problems.filter(({ code }) => code === "bad_translation" || code === "other_pack");
  if (wrong.length > 0) printer.remark(printable(wrong).map(printedProblem).join("\n"));
  else printer.data(printableJson(JSON.stringify(template(source, language, translation), null, 2)));
  return wrong.length > 0 ? 1 : 0;
}

/** As packs are tagged, and as a browser knows languages. */
function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,8}(?:-[a-z0-9-]*[a-z0-9])?$/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
