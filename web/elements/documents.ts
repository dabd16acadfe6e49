/** A result as a document: Markdown to read, and a decision record (MADR 4.0) to keep beside the code that it is about. */
import type { Description, Verdict } from "../contract/index.js";
import { choiceText, questionText } from "../questionnaire/lookup.js";
import type { Answered } from "../questionnaire/steps.js";
import type { TextKey, Texts } from "../texts/texts.js";
import { escapeMarkdown } from "../texts/markdown.js";

export interface Result {
  readonly texts: Texts;
  readonly pack: Description;
  readonly verdict: Verdict;
  readonly answers: Answered;
}

export function resultMarkdown(result: Result): string {
  const { texts, verdict } = result;
  const { recommendation } = verdict;
  const part = (key: TextKey, items: readonly string[]): string => section(`## ${texts.say(key)}`, items);
  return joined(
    `# ${escapeMarkdown(recommendation.title)}`,
    escapeMarkdown(recommendation.summary),
    part("your_answers", given(result)),
    part("reasons_for", because(verdict, "for")),
    part("reasons_against", because(verdict, "against")),
    part("gates", gates(result)),
    part("steps", textsOf(recommendation.steps)),
    part("risks", textsOf(recommendation.risks)),
    part("measure", textsOf(recommendation.measure)),
    part("notes", textsOf(verdict.notes)),
    sources(result),
  );
}

/** MADR's headings are its format, so they are English in any language. */
export function resultMadr(result: Result, day: string): string {
  const { pack, verdict } = result;
  const { title, summary, risks, measure, steps } = verdict.recommendation;
  const against = [...because(verdict, "against"), ...textsOf(risks)];
  return joined(
    `---\nstatus: proposed\ndate: ${day}\n---`,
    `# ${escapeMarkdown(title)}`,
    `## Context and Problem Statement\n\n${escapeMarkdown(pack.decision.question)}`,
    list(given(result)),
    section("## Decision Drivers", gates(result)),
    section("## Considered Options", [title, ...verdict.why_not.map((other) => other.title)]),
    `## Decision Outcome\n\nChosen option: "${escapeMarkdown(title)}", because ${escapeMarkdown(summary)}`,
    section("### Consequences", [
      ...because(verdict, "for").map((text) => `Good, because ${text}`),
      ...against.map((text) => `Bad, because ${text}`),
    ]),
    section("### Confirmation", textsOf(measure)),
    section("## More Information", textsOf([...steps, ...verdict.notes])),
    sources(result),
  );
}

function gates({ texts, verdict }: Result): string[] {
  return verdict.gates.map(({ text, state }) => `${text}: ${texts.say(`gate_${state}`)}`);
}

const joined = (...parts: string[]): string => `${parts.filter(Boolean).join("\n\n")}\n`;

function section(heading: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `${heading}\n\n${list(items)}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `* ${escapeMarkdown(item)}`).join("\n");
}

const textsOf = (list: readonly { readonly text: string }[]): string[] => list.map(({ text }) => text);

function because({ reasons }: Verdict, stance: string): string[] {
  return reasons.filter((reason) => reason.stance === stance).map((reason) => reason.because);
}

function given({ texts, pack, answers }: Result): string[] {
  const said = (question: string, choice: string | null): string =>
    choice === null ? texts.say("dont_know") : choiceText(pack, question, choice);
  return [...answers].map(([question, choice]) => `${questionText(pack, question)} ${said(question, choice)}`);
}

/** Every source of the pack; the title leads to its address, if it has one. */
function sources({ pack, texts }: Result): string {
  const links = pack.sources.map(
    ({ title, url }) => `* ${url ? `[${escapeMarkdown(title)}](<${url}>)` : escapeMarkdown(title)}`,
  );
  return `${escapeMarkdown(pack.title)}, ${texts.say("version", { version: pack.version })}\n\n${links.join("\n")}`;
}
