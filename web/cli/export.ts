/** `decision-card export` and `image`: the result of some answers as a document, written by the same code as the card's. */
import type { Answers, Verdict } from "../contract/index.js";
import { resultData, resultMadr, resultMarkdown, resultPicture, type Result, svgOf } from "../documents/index.js";
import { load } from "../entries/decision.js";
import { placeAnswers, placedPack } from "../questionnaire/placed.js";
import { UsageError } from "./streams/input.js";
import { readJson, readPack } from "./streams/json.js";
import { textsOf } from "./pages/languages.js";
import type { Printer } from "./streams/output.js";
import { printableJson, printableRich } from "./streams/printable.js";
import { pngOf } from "./pages/png.js";

const FORMATS = ["markdown", "madr", "json", "svg"] as const;

interface Flags {
  readonly format?: string;
  readonly answers?: string;
  readonly output?: string;
}

export async function exportResult(pack: string | undefined, flags: Flags, printer: Printer): Promise<number> {
  const format = FORMATS.find((name) => name === flags.format);
  if (!format) throw new UsageError(`Say which document: --format ${FORMATS.join(" | ")}.`);
  const result = await readResult(pack, flags.answers);
  if (format === "json") printer.data(printableJson(JSON.stringify(resultData(result, result.verdict), null, 2)));
  if (format === "markdown") printer.say(resultMarkdown(result).trimEnd());
  if (format === "madr") printer.say(resultMadr(result).trimEnd());
  if (format === "svg") printer.data(svgOf(resultPicture(result)).trimEnd());
  return 0;
}

/** The picture; its kind is the ending of the file's name. */
export async function image(pack: string | undefined, flags: Flags, printer: Printer): Promise<number> {
  const name = flags.output ?? "";
  if (!/\.(?:svg|png)$/i.test(name)) throw new UsageError("Say where to: --output NAME.svg or --output NAME.png.");
  const svg = svgOf(resultPicture(await readResult(pack, flags.answers)));
  if (/\.png$/i.test(name)) printer.bytes(await pngOf(svg));
  else printer.data(svg.trimEnd());
  return 0;
}

/** In the language of the pack, as the card would say it. */
async function readResult(packName: string | undefined, answersFile: string | undefined): Promise<Result> {
  if (!answersFile)
    throw new UsageError("Say where the answers are: --answers FILE, or --answers - for standard input.");
  const json = await readPack(packName, "decision");
  const pack = (await load()).open(json);
  const answers = await readJson(answersFile);
  const [texts, description] = [await textsOf(json), printableRich(pack.description)];
  const given = new Map(Object.entries(JSON.parse(answers) as Answers));
  const verdict = printableRich(JSON.parse(pack.verdictText(answers)) as Verdict);
  return {
    texts,
    pack: placedPack(description, given, texts),
    verdict: placeAnswers(verdict, description, given, texts),
    answers: given,
  };
}
