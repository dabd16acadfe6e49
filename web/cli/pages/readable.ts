/** A pack as text that anyone can read, with scripts or without: it stands in the card's tag. */
import type { Description, Question, Source } from "../../contract/index.js";
import type { Texts } from "../../texts/texts.js";
import { richHtml } from "./rich-html.js";
import { type Html, markup, NOTHING } from "./html.js";

/** `first` is what the page is about, if that is not the question. */
export function readable(pack: Description, texts: Texts, first: Html | null): Html {
  const { question, intro, questions, recommendations, gates } = pack.decision;
  return markup`${first ?? NOTHING}${first ? markup`<h2>${question}</h2>` : markup`<h1>${question}</h1>`}
${intro ? richHtml(intro) : NOTHING}
<ol>
${questions.map(questionItem)}</ol>
<h2>${texts.say("recommendation")}</h2>
${recommendations.map(({ title, summary }) => markup`<h3>${title}</h3>\n${richHtml(summary)}\n`)}${section(
    texts.say("gates"),
    gates.map(({ text }) => markup`<li>${text}</li>`),
  )}${section(texts.say("sources"), pack.sources.map(sourceItem))}`;
}

function questionItem({ text, choices }: Question): Html {
  return markup`<li>${text}<ul>${choices.map((choice) => markup`<li>${choice.text}</li>`)}</ul></li>\n`;
}

function section(title: string, items: readonly Html[]): Html {
  return items.length === 0 ? NOTHING : markup`<h2>${title}</h2>\n<ul>${items}</ul>\n`;
}

function sourceItem({ title, url }: Source): Html {
  return url ? markup`<li><a href="${url}" rel="noopener nofollow">${title}</a></li>` : markup`<li>${title}</li>`;
}
