/** Grades as plain text for a terminal. */
import type {
  Criterion,
  CriterionGrade,
  Description,
  Grade,
  MisconceptionGrade,
  RubricDescription,
  Span,
} from "../../contract/index.js";
import { plain } from "../../texts/rich.js";
import { ENGLISH } from "../pages/languages.js";
import { section } from "./problem.js";

/** What the answer says there, on one line. */
function quote(text: string, { start, end }: Span): string {
  return ENGLISH.quoted(text.slice(start, end).replace(/\s+/g, " ").trim());
}

/** Each quotation once: a point that is said twice is often said in the same words. */
function quotes(text: string, evidence: Span[]): string {
  return [...new Set(evidence.map((span) => quote(text, span)))].join(" … ");
}

function earnedLines(criteria: Criterion[], grades: CriterionGrade[], text: string): string[] {
  return grades.flatMap(({ id, level, points, evidence }) => {
    const criterion = criteria.find((each) => each.id === id);
    if (!criterion || level === 0) return [];
    return [
      `  ${criterion.title}: ${criterion.levels[level - 1]?.title} (${ENGLISH.signed(points)})`,
      `      ${quotes(text, evidence)}`,
    ];
  });
}

function misconceptionLines(
  { misconceptions }: RubricDescription,
  grades: MisconceptionGrade[],
  text: string,
): string[] {
  return grades.flatMap(({ id, points, evidence }) => {
    const misconception = misconceptions.find((each) => each.id === id);
    const lost = points === 0 ? "" : ` (${ENGLISH.signed(points)})`;
    return [
      `  ${misconception?.title ?? id}${lost}`,
      `      ${quotes(text, evidence)}`,
      ...(misconception ? [`      ${plain(misconception.correction, true)}`] : []),
    ];
  });
}

/** A bonus criterion that is missing is nothing to reproach. */
function missingLines(criteria: Criterion[], grades: CriterionGrade[]): string[] {
  const missed = new Set(grades.flatMap(({ id, level }) => (level === 0 ? [id] : [])));
  return criteria
    .filter(({ id, bonus }) => missed.has(id) && !bonus)
    .map(({ title, hint }) => `  ${title}${hint ? `\n      ${hint}` : ""}`);
}

/** `text` is what was graded; the grade only has places in it. */
export function printedGrade(grade: Grade, text: string, { rubric }: Description, followUp?: string): string {
  if (!rubric) return "";
  const { criteria } = rubric.follow_ups.find(({ id }) => id === followUp) ?? rubric;
  const band = rubric.bands.find(({ id }) => id === grade.band);
  const title = band?.title ?? grade.band;
  const count = grade.misconceptions.length;
  return [
    count === 0 ? title : ENGLISH.say("band_with", { band: title, count }),
    ...(band ? [plain(band.text, true)] : []),
    `${grade.total} of ${grade.maximum} points, ${grade.words} words`,
    ...grade.remarks.map(({ code }) => ENGLISH.say(`remark_${code}`)),
    ...section("What you covered", earnedLines(criteria, grade.criteria, text)),
    ...section(ENGLISH.say("misconceptions", { count }), misconceptionLines(rubric, grade.misconceptions, text)),
    ...section(ENGLISH.say("to_add"), missingLines(criteria, grade.criteria)),
    "",
    "A self-check: it finds what the answer says, not how well it is argued.",
    "",
  ].join("\n");
}
