/** A graded answer as Markdown. Whatever a reader or a pack wrote is escaped, so it reads as it was written. */
import { gradeOf, levelOf } from "./progress.js";
import type { Task } from "./task.js";
import type { Try } from "./attempt.js";
import type { Band, Criterion } from "../contract/index.js";
import { stretchesOf } from "./passages.js";
import type { Texts } from "../texts/texts.js";

/** One question after the other: the rubric's own, then the follow-ups that were graded. */
export function gradeMarkdown(
  texts: Texts,
  bands: readonly Band[],
  parts: readonly { task: Task; last: Try }[],
): string {
  const blocks = parts.flatMap(({ task, last }, index) => [
    `${index === 0 ? "#" : "##"} ${escape(task.question)}`,
    result(texts, bands, last),
    quote(last.text),
    section(
      texts.say("reached"),
      task.criteria.filter(({ id }) => levelOf(last.grade, id) > 0).map((each) => reached(texts, each, last)),
    ),
    section(texts.say("misconceptions"), misconceptions(task, last)),
    section(texts.say("missing"), task.criteria.filter(({ id }) => levelOf(last.grade, id) === 0).map(missing)),
  ]);
  return `${[...blocks, texts.say("self_check")].filter(Boolean).join("\n\n")}\n`;
}

function result(texts: Texts, bands: readonly Band[], { grade: { total, maximum, band } }: Try): string {
  const title = bands.find(({ id }) => id === band)?.title ?? band;
  return `**${escape(title)}** ${texts.say("total", { total, maximum, count: maximum })}`;
}

function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : [`**${title}**`, "", ...items.map((item) => `- ${item}`)].join("\n");
}

function reached(texts: Texts, { id, title, levels }: Criterion, { text, grade }: Try): string {
  const found = gradeOf(grade, id);
  const level = levels[(found?.level ?? 0) - 1]?.title ?? "";
  const evidence = stretchesOf(found?.evidence ?? []).map(({ start, end }) => text.slice(start, end));
  return escape(`${title}, ${level}: ${texts.quoted(oneLine(evidence.join(" … ")))}`);
}

function misconceptions({ misconceptions: known }: Task, { grade }: Try): string[] {
  const found = known.filter(({ id }) => grade.misconceptions.some((each) => each.id === id));
  return found.map(({ title, correction }) => `${escape(title)}: ${escape(correction)}`);
}

function missing({ title, hint }: Criterion): string {
  return escape(hint ? `${title}: ${hint}` : title);
}

function quote(text: string): string {
  return text
    .trim()
    .split("\n")
    .map((line) => `> ${escape(line.trim())}`)
    .join("\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
}
