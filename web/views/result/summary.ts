/** A result as Markdown, for those who weren't there: what is recommended, why, on which conditions, and what to do first. */
import type { Gate, Reason, Verdict } from "../../contract/index.js";
import { choiceText, questionText } from "../../questionnaire/lookup.js";
import type { Stage } from "../common/stage.js";
import { mainReasons } from "./reasons.js";
import { escapeMarkdown, itemMarkdown, richMarkdown } from "../../texts/markdown.js";
import { sentences } from "../../texts/sentences.js";

const STEPS = 3;

export function summaryMarkdown(stage: Stage, verdict: Verdict, link: string): string {
  const { title, summary, steps } = verdict.recommendation;
  const { reasons, but } = mainReasons(verdict);
  const say = stage.texts.say.bind(stage.texts);
  const first = steps.slice(0, STEPS).map((step, index) => itemMarkdown(`${index + 1}.`, richMarkdown(step.text)));
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    richMarkdown(summary),
    section(
      say("because"),
      reasons.map((each) => reasonLine(stage, each)),
    ),
    but && section(say("but"), [reasonLine(stage, but)]),
    section(
      say("gates"),
      verdict.gates.map((gate) => gateLine(stage, gate)),
    ),
    section(say("steps"), first),
    link,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? `## ${escapeMarkdown(title)}\n\n${lines.join("\n")}` : "";
}

function reasonLine({ pack, texts }: Stage, { answers, because }: Reason): string {
  const said = answers.flatMap(({ question, choice }) => [
    questionText(pack, question),
    texts.quoted(choiceText(pack, question, choice, texts)),
  ]);
  return itemMarkdown("-", sentences(...said.map(escapeMarkdown), richMarkdown(because)));
}

function gateLine({ texts }: Stage, { text, state }: Gate): string {
  return `- ${escapeMarkdown(texts.say(`gate_${state}`))}: ${escapeMarkdown(text)}`;
}
