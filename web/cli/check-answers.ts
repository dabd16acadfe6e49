/** `decision-card check --answers`: how well a rubric grades labelled answers that it has not learned from. */
import { existsSync } from "node:fs";
import path from "node:path";
import type { Grade } from "../contract/index.js";
import { load } from "../entries/rubric.js";
import { count, none, rates } from "../learning/measure.js";
import type { Code, LabelledText } from "../learning/texts.js";
import { totalOf } from "../learning/validation.js";
import { packFile, readInput, UsageError } from "./streams/input.js";
import { learnedFile, learnedFrom, readLabelled, rubricIn } from "./streams/labelled.js";
import type { Printer } from "./streams/output.js";
import { printable, printableJson } from "./streams/printable.js";
import { tallyLines } from "./reports/learning.js";

const MOST_NAMED = 10;

const has = (grade: Grade, { id, kind }: Code): boolean =>
  kind === "criterion"
    ? grade.criteria.some((each) => each.id === id && each.level > 0)
    : grade.misconceptions.some((each) => each.id === id);

/** Bands as the labels give them: the same, or a step apart. */
function bandLine(answers: readonly LabelledText[], grades: readonly Grade[], bands: readonly string[]): string[] {
  const steps = answers.flatMap(({ overall = "" }, k) =>
    bands.includes(overall) ? [Math.abs(bands.indexOf(overall) - bands.indexOf(grades[k]!.band))] : [],
  );
  if (steps.length === 0) return [];
  const within = (most: number): string => {
    const share = steps.filter((step) => step <= most).length / steps.length;
    return `${Math.round(share * 100)}%`;
  };
  return ["", `The band is the same in ${within(0)} of ${steps.length}, and at most one step apart in ${within(1)}.`];
}

function leftOutLines(learned: readonly LabelledText[]): string[] {
  if (learned.length === 0) return [];
  const named = learned.slice(0, MOST_NAMED).map(({ id }) => id);
  const more = learned.length > MOST_NAMED ? ", …" : "";
  return [`Left out, because the rubric learned from them: ${learned.length} (${named.join(", ")}${more}).`];
}

/** A pack that learned, without the file that says from what: as the package's own stand in it. */
const unknownLine = (file: string): string =>
  `What this rubric learned from is not known here, since ${path.basename(learnedFile(file))} is not beside the pack: ` +
  `texts that it learned from may be among them, and these figures flatter.`;

export async function checkAnswers(
  name: string | undefined,
  answersFile: string,
  json: boolean,
  printer: Printer,
): Promise<number> {
  const file = packFile(name, "rubric");
  const packText = await readInput(file);
  const pack = (await load()).open(packText);
  const { rubric } = pack.description;
  if (!rubric) throw new UsageError("This pack has no rubric.");
  const { codes, source } = rubricIn(packText);
  const all = await readLabelled(answersFile, codes);
  const isLearned = learnedFrom(file);
  const isUnknown = source.cues !== undefined && !existsSync(learnedFile(file));
  const answers = all.filter((text) => !isLearned(text));
  const grades = answers.map(({ text }) => pack.grade(text));
  const counts = codes.map((code, k) => {
    const tally = none();
    answers.forEach(({ labels }, at) => count(tally, labels[k]!, has(grades[at]!, code)));
    return tally;
  });
  if (json) {
    const figures = codes.map(({ id, kind }, k) => ({ id, kind, ...counts[k]!, ...rates(counts[k]!) }));
    const total = (kind: Code["kind"]): object => rates(totalOf(counts, codes, kind));
    const left_out = all.filter(isLearned).map(({ id }) => id);
    const report = {
      texts: answers.length,
      left_out,
      ...(isUnknown && { learned_from: "unknown" }),
      criteria: total("criterion"),
      misconceptions: total("misconception"),
      codes: figures,
    };
    printer.data(printableJson(JSON.stringify(report)));
    return 0;
  }
  const lines = [
    `Measured on ${answers.length} of ${all.length} texts.`,
    ...(isUnknown ? [unknownLine(file)] : []),
    ...leftOutLines(all.filter(isLearned)),
    "",
    ...tallyLines(counts, codes),
    ...bandLine(
      answers,
      grades,
      rubric.bands.map(({ id }) => id),
    ),
  ];
  printer.say(printable(lines).join("\n"));
  return 0;
}
