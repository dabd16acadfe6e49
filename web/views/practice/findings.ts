/** What the rows of a grade are made of: a number that leads to the text, a title, words of the text, a model sentence. */
import type { Certainty, Criterion, Span } from "../../contract/index.js";
import { button, type Child, h, httpsLink, named } from "../../dom/dom.js";
import type { FindingKind } from "../../practice/marks.js";
import { around, type Mention, stretchesOf } from "../../practice/passages.js";
import { jump } from "../common/citations.js";
import { details } from "../common/fold.js";
import { passage } from "../common/passage.js";
import { type Stage, subheading } from "../common/stage.js";
import { labelText } from "./echo.js";
import type { Shown } from "./grade-screen.js";
import { TALLY_ID } from "./head.js";
import { markId, rowId } from "./marked.js";

export function mentionOf({ mentions }: Shown, kind: FindingKind, id: string): Mention | undefined {
  return mentions.find((mention) => mention.kind === kind && mention.id === id);
}

/** A section of rows; nothing without rows. */
export function rowsView(stage: Stage, kind: string, title: string, rows: readonly Child[]): HTMLElement | null {
  if (rows.length === 0) return null;
  return h(
    "section",
    { class: kind, part: `section ${kind}` },
    subheading(stage, title),
    h("ul", { class: "findings" }, ...rows),
  );
}

/** `kind` is how it looks; a row with a mention lights up with its words in the text. */
export function finding(
  stage: Stage,
  { echo }: Shown,
  kind: string,
  title: string,
  mention: Mention | undefined,
  ...body: Child[]
): HTMLElement {
  const name = h("p", { class: "condition" }, mention && number(stage, mention), mention && " ", title);
  const item = h("li", { class: `finding ${kind}`, part: `finding ${kind}` }, name, ...body);
  return mention ? echo.join(item, [mention], false) : item;
}

/** Leads back to the first of its marks in the text. */
function number(stage: Stage, mention: Mention): HTMLElement {
  const label = labelText(stage, mention);
  const name = label + stage.texts.say("in_answer");
  return jump(
    h("a", { id: rowId(mention), class: "number", part: "number", "aria-label": name }, label),
    markId(mention),
  );
}

/** The evidence in its surroundings, with the words that told it. */
export function quotes(text: string, mention: Mention | undefined, words: readonly Span[] = []): Child[] {
  return stretchesOf(mention?.evidence ?? []).map((span) => {
    const { before, after } = around(text, span);
    const within = words.filter(({ start, end }) => start >= span.start && end <= span.end);
    return h(
      "p",
      { class: "said", part: "said", translate: "no" },
      h("span", {}, before),
      ...stressed(text, span, within),
      h("span", {}, after),
    );
  });
}

/** The whole is stressed where no words are told apart. */
function stressed(text: string, { start, end }: Span, words: readonly Span[]): Child[] {
  if (words.length === 0) return [h("em", {}, text.slice(start, end))];
  const pieces = words.flatMap((word, at) => [
    text.slice(words[at - 1]?.end ?? start, word.start),
    h("em", {}, text.slice(word.start, word.end)),
  ]);
  return [...pieces, text.slice(words.at(-1)?.end ?? start, end)];
}

export function model(stage: Stage, { model: sentence, sources }: Criterion): HTMLElement | null {
  if (!sentence) return null;
  const body = [passage("p", {}, sentence), sourceNames(stage, sources)];
  return details(
    stage,
    { class: "why model", part: "model" },
    h("summary", {}, stage.texts.say("model")),
    ...body.filter((each) => each !== null),
  );
}

/** Sources as words: numbers belong to the concepts here. */
export function sourceNames({ pack, texts }: Stage, ids: readonly string[]): HTMLElement | null {
  const links = pack.sources
    .filter(({ id, url }) => ids.includes(id) && url)
    .map(({ url, title }) => httpsLink(url, title));
  if (links.length === 0) return null;
  const [before = "", after = ""] = texts.say("source_names", { names: "\n" }).split("\n");
  const list = links.flatMap((link, at) => (at === 0 ? [link] : [" · ", link]));
  return h("p", { class: "soft", part: "source-names" }, before, ...list, after);
}

/** What the reader says of a finding is a press; the button says of which, and the total says what it came to. */
export function say(text: string, title: string, id: string, press: () => void): HTMLButtonElement {
  const pressed = named(button("quiet", text, press), title);
  pressed.id = id;
  pressed.setAttribute("aria-describedby", TALLY_ID);
  return pressed;
}

/** Where the focus goes when a finding was claimed, rejected or taken back. */
export const voiceIds = {
  claim: (id: string) => `claim-${id}`,
  reject: (kind: FindingKind, id: string) => `reject-${kind}-${id}`,
  takeBack: (kind: FindingKind, id: string) => `back-${kind}-${id}`,
} as const;

export function isProbable(certainty: Certainty | undefined): boolean {
  return certainty === "probable";
}
