/** `decision-card translate`: a pack in another language. */
import type { Printer } from "./output.js";
import { printable, printableJson } from "./printable.js";
import { isError, printedTranslation, translatedPack } from "./reports/translation.js";

export async function translate(
  pack: string | undefined,
  translation: string | undefined,
  printer: Printer,
): Promise<number> {
  const { report, pack: translated } = await translatedPack(pack, translation);
  printer.remark(printedTranslation(printable(report)));
  if (report.problems.some(isError)) return 1;
  printer.data(printableJson(JSON.stringify(translated, null, 2)));
  return 0;
}
