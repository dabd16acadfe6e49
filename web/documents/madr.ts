/**
 * A result as a decision record (MADR 4.0), to keep beside the code that it is about. Its headings and its "Good, because" are
 * the format, so they are English in any language. The front matter is also that of Structured MADR, which tools read.
 */
import type { Blocker, WhyNot } from "../contract/index.js";
import { alternativeName, choiceText, questionText } from "../questionnaire/lookup.js";
import { strongestAgainst } from "../questionnaire/objection.js";
import { escapeMarkdown, richMarkdown } from "../texts/markdown.js";
import { plain } from "../texts/rich.js";
import { joined, list, section, sources } from "./markdown.js";
import { because as reasonsFor, gates, given, headline, type Result, textsOf } from "./result.js";
import { sentences } from "../texts/sentences.js";

const MAIN = 3;
const LONGEST_TITLE = 100;
const LONGEST_DESCRIPTION = 300;

export function resultMadr(result: Result, day = new Date().toISOString().slice(0, 10)): string {
  const { pack, verdict } = result;
  const { title, summary, measure, steps } = verdict.recommendation;
  return joined(
    frontMatter(result, day),
    `# ${escapeMarkdown(headline(result))}`,
    `## Context and Problem Statement\n\n${escapeMarkdown(pack.decision.question)}`,
    list(given(result)),
    section("## Decision Drivers", gates(result)),
    section("## Considered Options", [title, ...verdict.why_not.map((other) => other.title)].map(escapeMarkdown)),
    `## Decision Outcome\n\nChosen option: "${escapeMarkdown(title)}", ${because(richMarkdown(summary))}`,
    section("### Consequences", consequences(result)),
    section("### Confirmation", textsOf(measure)),
    options(result),
    section("## More Information", textsOf([...steps, ...verdict.notes])),
    sources(result),
  );
}

/** Values as JSON writes them are YAML. Who decides and for which project is the team's to fill in. */
function frontMatter({ pack, verdict }: Result, day: string): string {
  const { title, summary } = verdict.recommendation;
  const fields = {
    title: shortened(title, LONGEST_TITLE),
    description: shortened(plain(summary), LONGEST_DESCRIPTION),
    type: "adr",
    category: "architecture",
    tags: [pack.id.replace(/_/g, "-").replace(/-+$/, "")],
    author: pack.authors.join(", ") || pack.title,
    project: "to be named",
  };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return ["---", "status: proposed", `date: ${day}`, `created: ${day}`, `updated: ${day}`, ...lines, "---"].join("\n");
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** A pack writes whole sentences, in any language: none of them goes on with what stands before it. */
const because = (text: string): string => `because of this: ${text}`;
const good = (text: string): string => `Good, ${because(text)}`;
const neutral = (text: string): string => `Neutral, ${because(text)}`;
const bad = (text: string): string => `Bad, ${because(text)}`;

/** What comes of it: the strongest reasons for it, the strongest against, what it costs and risks. */
function consequences({ verdict }: Result): string[] {
  const { risks, costs } = verdict.recommendation;
  const against = strongestAgainst(verdict);
  return [
    ...reasonsFor(verdict, "for").slice(0, MAIN).map(good),
    ...textsOf(costs).map(neutral),
    ...[...(against ? [richMarkdown(against.because)] : []), ...textsOf(risks)].map(bad),
  ];
}

function options(result: Result): string {
  const { verdict } = result;
  const { title, summary } = verdict.recommendation;
  const chosen = option(title, summary, [
    ...reasonsFor(verdict, "for").map(good),
    ...reasonsFor(verdict, "neutral").map(neutral),
    ...reasonsFor(verdict, "against").map(bad),
  ]);
  return ["## Pros and Cons of the Options", chosen, ...verdict.why_not.map((each) => other(result, each))].join(
    "\n\n",
  );
}

function option(title: string, text: string, items: readonly string[]): string {
  return [`### ${escapeMarkdown(title)}`, richMarkdown(text), list(items)].filter(Boolean).join("\n\n");
}

/** Why another option is not chosen: in the author's words, or else what stands in its way. */
function other(result: Result, { id, title, text, outranked, blockers }: WhyNot): string {
  const { texts, pack, verdict } = result;
  const summary = pack.decision.recommendations.find((each) => each.id === id)?.summary ?? "";
  const said = text ? [richMarkdown(text)] : blockers.map((blocker) => escapeMarkdown(inItsWay(result, blocker)));
  const first = escapeMarkdown(texts.say("outranked", { title: verdict.recommendation.title }));
  return option(title, summary, [...said.map(bad), ...(outranked && !text ? [neutral(first)] : [])]);
}

function inItsWay({ texts, pack, verdict }: Result, blocker: Blocker): string {
  if (blocker.kind === "score") {
    return `${alternativeName(pack, blocker.alternative)}: ${texts.points(blocker.points)}`;
  }
  if (blocker.kind === "gate") {
    const gate = verdict.gates.find(({ id }) => id === blocker.gate);
    return `${gate?.text ?? blocker.gate}: ${texts.say(`gate_${blocker.state}`)}`;
  }
  const { question, choice } = blocker;
  const said = choice === null ? texts.say("dont_know") : choiceText(pack, question, choice, texts);
  return sentences(questionText(pack, question), texts.quoted(said));
}
