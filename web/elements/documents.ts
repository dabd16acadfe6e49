/** A result as a document: Markdown to read, and a decision record (MADR 4.0) to keep beside the code that it is about. */
import type { Description, Verdict } from "../contract/index.js";
import { choiceText, questionText } from "../questionnaire/lookup.js";
import type { Answered } from "../questionnaire/steps.js";
import type { Texts } from "../texts/texts.js";

export interface Result {
  readonly texts: Texts;
  readonly pack: Description;
  readonly verdict: Verdict;
  readonly answers: Answered;
}

/** A recommendation's own lists, under the card's words for them. */
const LISTS = ["steps", "risks", "measure", "costs"] as const;

export function resultMarkdown(result: Result): string {
  const { texts, verdict } = result;
  const { recommendation, notes } = verdict;
  return joined(
    `# ${escape(recommendation.title)}`,
    escape(recommendation.summary),
    section(`**${texts.say("you_said")}**`, given(result)),
    section(`## ${texts.say("reasons_for")}`, because(verdict, "for")),
    section(`## ${texts.say("reasons_against")}`, because(verdict, "against")),
    section(`## ${texts.say("gates")}`, gates(result)),
    ...LISTS.map((list) => section(`## ${texts.say(list)}`, textsOf(recommendation[list]))),
    section(`## ${texts.say("notes")}`, textsOf(notes)),
    sources(`## ${texts.say("sources")}`, result),
  );
}

/** MADR's headings are its format, so they are English in any language. */
export function resultMadr(result: Result, day: string): string {
  const { pack, verdict } = result;
  const { recommendation, why_not, notes } = verdict;
  const bad = [...because(verdict, "against"), ...textsOf(recommendation.risks)];
  return joined(
    `---\nstatus: proposed\ndate: ${day}\n---`,
    `# ${escape(recommendation.title)}`,
    section(`## Context and Problem Statement\n\n${escape(pack.decision.question)}`, given(result)),
    section("## Decision Drivers", gates(result)),
    section(
      "## Considered Options",
      [recommendation, ...why_not].map(({ title }) => title),
    ),
    `## Decision Outcome\n\nChosen option: "${escape(recommendation.title)}", because ${escape(recommendation.summary)}`,
    section("### Consequences", [
      ...because(verdict, "for").map((text) => `Good, because ${text}`),
      ...bad.map((text) => `Bad, because ${text}`),
    ]),
    section("### Confirmation", textsOf(recommendation.measure)),
    section(
      "## Pros and Cons of the Options",
      why_not.flatMap(({ title, text }) => (text ? `${title}: ${text}` : [])),
    ),
    section("## More Information", textsOf([...recommendation.steps, ...notes])),
    sources("", result),
  );
}

function gates({ texts, verdict }: Result): string[] {
  return verdict.gates.map(({ text, state }) => `${text}: ${texts.say(`gate_${state}`)}`);
}

const joined = (...parts: string[]): string => `${parts.filter(Boolean).join("\n\n")}\n`;

function section(heading: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `${heading}\n\n${items.map((item) => `* ${escape(item)}`).join("\n")}`;
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

/** Every source of the pack that has an address; the title leads there. */
function sources(heading: string, { pack, texts }: Result): string {
  const links = pack.sources.map(({ title, url }) => `* ${url ? `[${escape(title)}](<${url}>)` : escape(title)}`);
  const made = `${escape(pack.title)}, ${texts.say("version", { version: pack.version })}`;
  return [heading, links.join("\n"), made].filter(Boolean).join("\n\n");
}

/** Whatever a pack says reads as it was written. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
}
