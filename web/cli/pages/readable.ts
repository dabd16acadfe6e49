/** A pack as text that anyone can read, with scripts or without: it stands in the card's tag. */
import type { Choice, Description, Question, Source } from "../../contract/index.js";
import type { Texts } from "../../texts/texts.js";
import { richHtml } from "./rich-html.js";
import { type Html, markup, NOTHING } from "./html.js";

/** `first` is what the page is about, if that is not the question. */
export function readable(pack: Description, texts: Texts, first: Html | null): Html {
  const { question, intro, questions, recommendations, gates } = pack.decision;
  return markup`${first ?? NOTHING}${first ? markup`<h2>${question}</h2>` : markup`<h1>${question}</h1>`}
${intro ? richHtml(intro) : NOTHING}
${questionList(questions, texts)}<h2>${texts.say("recommendation")}</h2>
${recommendations.map(({ title, summary }) => markup`<h3>${title}</h3>\n${richHtml(summary)}\n`)}${section(
    texts.say("gates"),
    gates.map(({ text }) => markup`<li>${text}</li>`),
  )}${section(texts.say("sources"), pack.sources.map(sourceItem))}`;
}

/** A section's heading stands above its first question, and the numbers go on below it. */
function questionList(questions: readonly Question[], texts: Texts): Html {
  return markup`${questions.map((question, index) => {
    const heading = question.section ? markup`<h3>${question.section}</h3>\n` : NOTHING;
    const begins = index === 0 || question.section;
    const end = index > 0 && begins ? markup`</ol>\n` : NOTHING;
    const list = begins ? markup`<ol start="${`${index + 1}`}">\n` : NOTHING;
    return markup`${end}${heading}${list}${questionItem(question, texts)}`;
  })}</ol>\n`;
}

function questionItem(question: Question, texts: Texts): Html {
  const { text, help } = question;
  const how = question.kind === "number" ? numberBounds(question, texts) : choiceList(question);
  return markup`<li>${text}${help ? richHtml(help) : NOTHING}${how}</li>\n`;
}

function numberBounds({ min = 0, max = 0, unit }: Question, texts: Texts): Html {
  const bounds = texts.say("number_from_to", { from: texts.figure(min), to: texts.figure(max) });
  return markup`<p>${unit ? `${bounds} ${unit}` : bounds}</p>`;
}

function choiceList({ choices, ends }: Question): Html {
  const last = choices.length - 1;
  const end = (index: number): string => (index === 0 ? ends?.[0] : index === last ? ends?.[1] : undefined) ?? "";
  const item = ({ text }: Choice, index: number): Html =>
    end(index) ? markup`<li>${text} (${end(index)})</li>` : markup`<li>${text}</li>`;
  return markup`<ul>${choices.map(item)}</ul>`;
}

function section(title: string, items: readonly Html[]): Html {
  return items.length === 0 ? NOTHING : markup`<h2>${title}</h2>\n<ul>${items}</ul>\n`;
}

function sourceItem({ title, url }: Source): Html {
  return url ? markup`<li><a href="${url}" rel="noopener nofollow">${title}</a></li>` : markup`<li>${title}</li>`;
}
