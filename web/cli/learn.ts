/** `decision-card learn`: cues from labelled texts, measured on texts that they were not learned from. */
import { writeFileSync } from "node:fs";
import { load } from "../entries/rubric.js";
import type { Inspector } from "../entries/inspect.js";
import { RECIPE, type Bars, type Cues } from "../learning/cues.js";
import { ownTexts } from "../learning/own-texts.js";
import { TextReader, type Code, type LabelledText } from "../learning/texts.js";
import { Study, type Ear, type Judged } from "../learning/validation.js";
import { isBlank, packFile, readInput, readLines, refuseBundled, UsageError } from "./streams/input.js";
import { inspector } from "./findings/inspector.js";
import { learnedFile, learnedNotes, readLabelled, rubricIn } from "./streams/labelled.js";
import { FileError, reasonOf, type Printer } from "./streams/output.js";
import { withCues } from "./streams/pack-text.js";
import { printable } from "./streams/printable.js";
import { curveLines, headLines, labelNextLines, rateLines, worstLines, type CurvePoint } from "./reports/learning.js";

interface Flags {
  texts?: string | undefined;
  unlabelled?: string | undefined;
  quick: boolean;
  write: boolean;
}

const SHARES = [0.1, 0.2, 0.4, 0.7];

/** The engine's part of learning: it finds traits, and hears texts with the very integers that a pack gets. */
export function earOf(author: Inspector, packText: string): Ear {
  const pack = JSON.parse(packText) as { rubric: object };
  author.open(packText);
  return {
    traits: (text) => author.traits(text),
    hear(cues, texts) {
      author.open(JSON.stringify({ ...pack, rubric: { ...pack.rubric, cues } }));
      return texts.map((text) => author.hear(text));
    },
  };
}

/** Lines of NDJSON with a "text", labelled or not. */
async function readUnlabelled(file: string, codes: readonly Code[]): Promise<LabelledText[]> {
  const reader = new TextReader(codes);
  for await (const lines of readLines(file)) {
    for (const line of lines) if (!isBlank(line) && typeof line.text === "string") reader.add(line.number, line.text);
  }
  return reader.texts;
}

function curveOf(study: Study, whole: Judged[]): CurvePoint[] {
  const points = SHARES.map((share) => ({ share, judged: study.crossValidate(share) }));
  return [...points, { share: 1, judged: whole }];
}

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new FileError(`${file} can't be written: ${reasonOf(error)}.`);
  }
}

async function labelNext(study: Study, flags: Flags, bars: Bars): Promise<string[]> {
  if (flags.unlabelled === undefined) return [];
  const texts = await readUnlabelled(flags.unlabelled, study.codes);
  const heard = study.hear(study.texts, texts);
  return labelNextLines(
    texts.map((text, k) => ({ text, heard: heard[k]!, bars })),
    study.codes,
  );
}

export async function learn(name: string | undefined, flags: Flags, printer: Printer): Promise<number> {
  if (flags.texts === undefined) throw new UsageError("Say where the labelled texts are: --texts FILE.");
  if (flags.write) refuseBundled(name);
  const file = packFile(name, "rubric");
  const packText = await readInput(file);
  if (!(await load()).open(packText).description.rubric) throw new UsageError("This pack has no rubric.");
  const { source, codes } = rubricIn(packText);
  const texts = await readLabelled(flags.texts, codes);
  const study = new Study(texts, ownTexts(source, codes), codes, earOf(inspector(), packText), RECIPE);
  const judged = study.crossValidate();
  const bars = study.bars(judged);
  const cues: Cues = study.cues(texts, bars);
  const lines = [
    ...headLines(study, cues),
    ...rateLines(judged, codes),
    ...(flags.quick ? [] : curveLines(curveOf(study, judged), study)),
    ...worstLines(judged, codes),
    ...(await labelNext(study, flags, bars)),
  ];
  printer.say(printable(lines).join("\n"));
  if (!flags.write) return 0;
  save(file, withCues(packText, cues));
  save(learnedFile(file), learnedNotes(texts));
  printer.remark(`Written: the cues into ${file}, and what they were learned from into ${learnedFile(file)}.`);
  return 0;
}
