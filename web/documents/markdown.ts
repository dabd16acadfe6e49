/** A result as Markdown to read, with everything that the card says. */
import { escapeMarkdown, itemMarkdown, richMarkdown } from "../texts/markdown.js";
import type { TextKey } from "../texts/texts.js";
import { because, gates, given, headline, type Result, textsOf } from "./result.js";

export function resultMarkdown(result: Result): string {
  const { texts, verdict } = result;
  const { recommendation } = verdict;
  const part = (key: TextKey, items: readonly string[]): string => section(`## ${texts.say(key)}`, items);
  return joined(
    `# ${escapeMarkdown(headline(result))}`,
    richMarkdown(recommendation.summary),
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

export const joined = (...parts: string[]): string => `${parts.filter(Boolean).join("\n\n")}\n`;

export function section(heading: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `${heading}\n\n${list(items)}`;
}

/** Of Markdown. */
export function list(items: readonly string[]): string {
  return items.map((item) => itemMarkdown("*", item)).join("\n");
}

/** Every source of the pack; the title leads to its address, if it has one. */
export function sources({ pack, texts }: Result): string {
  const links = pack.sources.map(
    ({ title, url }) => `* ${url ? `[${escapeMarkdown(title)}](<${url}>)` : escapeMarkdown(title)}`,
  );
  return `${escapeMarkdown(pack.title)}, ${texts.say("version", { version: pack.version })}\n\n${links.join("\n")}`;
}
