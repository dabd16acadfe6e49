/** `decision-card grade`: the grade of a text from a file, or of many as they come. */
import { load, type RubricPack } from "../entries/rubric.js";
import { gradeLine, isJsonList, type Parsed, TextLines } from "./streams/grade-lines.js";
import { inspector } from "./findings/inspector.js";
import { printedExplanation } from "./reports/explanation.js";
import { printedGrade } from "./reports/grade.js";
import { InputError, type Line, readInput, readLines, UsageError } from "./streams/input.js";
import { readPack } from "./streams/json.js";
import type { Printer } from "./streams/output.js";
import { printable, printableJson } from "./streams/printable.js";

interface Flags {
  json: boolean;
  explain: boolean;
  "follow-up"?: string | undefined;
}

/** Refused here, once, rather than for each text. */
function assertGradable({ description: { rubric } }: RubricPack, followUp: string | undefined): void {
  if (!rubric) throw new UsageError("This pack has no rubric to grade against.");
  const known = rubric.follow_ups.map(({ id }) => id);
  if (followUp !== undefined && !known.includes(followUp))
    throw new UsageError(`There is no follow-up "${followUp}". The rubric has: ${known.join(", ") || "none"}.`);
}

class Grading {
  readonly #pack: RubricPack;
  readonly #printer: Printer;
  readonly #followUp: string | undefined;
  #failed = 0;

  constructor(pack: RubricPack, printer: Printer, followUp: string | undefined) {
    this.#pack = pack;
    this.#printer = printer;
    this.#followUp = followUp;
  }

  get exitCode(): number {
    return this.#failed > 0 ? 1 : 0;
  }

  lines(lines: Parsed[]): void {
    for (const line of lines) {
      const graded = gradeLine(this.#pack, line, this.#followUp);
      this.#failed += "problems" in graded ? 1 : 0;
      this.#printer.data(printableJson(JSON.stringify(graded)));
    }
    this.#printer.flush();
  }

  text(text: string, json: boolean): void {
    if (json) {
      this.#printer.data(printableJson(this.#pack.gradeText(text, this.#followUp)));
      return;
    }
    const grade = this.#pack.grade(text, this.#followUp);
    this.#printer.say(printedGrade(grade, text, printable(this.#pack.description), this.#followUp));
  }
}

function plainText(file: string, lines: Line[]): string {
  const texts = lines.map(({ number, text }) => {
    if (typeof text === "string") return text;
    throw new InputError(file, { ...text, line: number });
  });
  return texts.join("\n");
}

/** A list of texts in JSON would be graded as one long answer. */
function proseOf(file: string, lines: Line[]): string {
  const text = plainText(file, lines);
  if (!isJsonList(text)) return text;
  const message =
    'This is a JSON list. Give one answer as plain text, or many as NDJSON: one {"id": …, "text": …} a line.';
  throw new InputError(file, { code: "wrong_type", severity: "error", path: "", line: 1, column: 1, message });
}

/** The author's module reads the text again: no page carries what explains. */
function explain(packText: string, { description }: RubricPack, text: string, json: boolean, printer: Printer): void {
  const author = inspector();
  author.open(packText);
  const explanation = author.explain(text);
  if (json) printer.data(printableJson(JSON.stringify(explanation)));
  else printer.say(printedExplanation(explanation, text, printable(description)));
}

/** Lines that may be a plain text are kept as they were; those of NDJSON are forgotten when they are graded. */
export async function grade(
  packName: string | undefined,
  textFile: string | undefined,
  flags: Flags,
  printer: Printer,
): Promise<number> {
  if (!textFile) throw new UsageError("Say where the text is: --text FILE, or --text - for standard input.");
  const packText = await readPack(packName, "rubric");
  const pack = (await load()).open(packText);
  const followUp = flags["follow-up"];
  assertGradable(pack, followUp);
  if (flags.explain) {
    if (followUp !== undefined)
      throw new UsageError("--explain is about the rubric's own question: leave --follow-up out.");
    explain(packText, pack, await readInput(textFile), flags.json, printer);
    return 0;
  }
  const grading = new Grading(pack, printer, followUp);
  const texts = new TextLines();
  for await (const lines of readLines(textFile)) grading.lines(texts.add(lines));
  const rest = texts.end();
  if ("plain" in rest) grading.text(proseOf(textFile, rest.plain), flags.json);
  else grading.lines(rest.ndjson);
  return grading.exitCode;
}
