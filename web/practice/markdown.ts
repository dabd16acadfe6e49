/** A graded answer as a Markdown scorecard. Whatever a reader or a pack wrote is escaped, so it reads as it was written. */
import type { Criterion, RubricDescription } from "../contract/index.js";
import type { Texts } from "../texts/texts.js";
import type { Try } from "./attempt.js";
import { stretchesOf } from "./passages.js";
import { missing, reached, type Reached, titleOf } from "./standing.js";
import { headline, selfCheck, tally } from "./summary.js";
import type { Task } from "./task.js";
import { escapeMarkdown, itemMarkdown, richMarkdown } from "../texts/markdown.js";

export interface Graded {
  readonly task: Task;
  readonly last: Try;
}

/** One question after the other: the rubric's own, then the follow-ups that were graded. */
export function gradeMarkdown(texts: Texts, rubric: RubricDescription, parts: readonly Graded[]): string {
  const blocks = parts.flatMap((part, index) => [
    `${index === 0 ? "#" : "##"} ${escapeMarkdown(part.task.question)}`,
    `**${escapeMarkdown(headline(texts, rubric, part.last.grade))}** ${tally(texts, part.task, part.last.grade)}`,
    section(texts.say("misconceptions", { count: part.last.grade.misconceptions.length }), corrections(part)),
    table(texts, part),
    quote(part.last.text),
    section(texts.say("to_add"), missing(part.task.criteria, part.last.grade, rubric).map(toAdd)),
  ]);
  return `${[...blocks, selfCheck(texts)].filter(Boolean).join("\n\n")}\n`;
}

function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : [`**${title}**`, "", ...items.map((item) => itemMarkdown("-", item))].join("\n");
}

function table(texts: Texts, { task, last }: Graded): string {
  const rows = reached(task.criteria, last.grade).map((each) => row(texts, each, last.text));
  if (rows.length === 0) return "";
  const heads = [texts.say("concept"), texts.say("level"), texts.say("found_by"), texts.say("your_words")];
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function row(texts: Texts, each: Reached, text: string): string[] {
  const words = stretchesOf(each.found.evidence).map(({ start, end }) => text.slice(start, end));
  const cells = [
    each.criterion.title,
    titleOf(each),
    texts.say(`by_${each.certainty}`),
    texts.quoted(words.join(" … ")),
  ];
  return cells.map((cell) => escapeMarkdown(oneLine(cell)));
}

function corrections({ task, last }: Graded): string[] {
  const found = task.misconceptions.filter(({ id }) => last.grade.misconceptions.some((each) => each.id === id));
  return found.map(({ title, correction }) => `${escapeMarkdown(title)}: ${richMarkdown(correction)}`);
}

function toAdd({ title, hint }: Criterion): string {
  return escapeMarkdown(hint ? `${title}: ${hint}` : title);
}

function quote(text: string): string {
  return text
    .trim()
    .split("\n")
    .map((line) => `> ${escapeMarkdown(line.trim())}`)
    .join("\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
