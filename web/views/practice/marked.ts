/** The reader's text as they wrote it, with the evidence marked: underlined, numbered, and named for screen readers. */
import { type Child, h } from "../../dom/dom.js";
import { type Mention, type Passage, passagesOf } from "../../practice/passages.js";
import { jump } from "../common/citations.js";
import { type Echo, labelText } from "./echo.js";
import { type Stage, subheading } from "../common/stage.js";

export function markedView(
  stage: Stage,
  question: string,
  text: string,
  mentions: readonly Mention[],
  echo: Echo,
): HTMLElement {
  const linked = new Set<Mention>();
  const pieces = passagesOf(text, mentions).flatMap((passage) => piece(stage, passage, echo, linked));
  return h(
    "section",
    { class: "marked", part: "section marked" },
    subheading(stage, stage.texts.say("answer_evidence")),
    h("p", { class: "asked soft", part: "asked" }, question),
    h("p", { class: "written", part: "written", dir: "auto", translate: "no" }, ...pieces),
    mentions.length > 0 && echo.key,
  );
}

function piece(stage: Stage, passage: Passage, echo: Echo, linked: Set<Mention>): Child[] {
  const { text, mentions, opening, closing } = passage;
  if (mentions.length === 0) return [text];
  const mark = h("mark", { class: look(mentions), part: "evidence" }, text);
  return [
    ...opening.map((mention) => aloud(stage, mention)),
    echo.join(mark, mentions, true),
    closing.length > 0 && h("sup", { class: "refs" }, ...closing.map((mention) => label(stage, mention, echo, linked))),
  ];
}

function look(mentions: readonly Mention[]): string {
  if (mentions.some(({ kind }) => kind === "misconception")) return "misconception";
  return mentions.length > 1 ? "several" : "";
}

function aloud(stage: Stage, { kind, title }: Mention): HTMLElement {
  const key = kind === "criterion" ? "evidence_start" : "misconception_start";
  return h("span", { class: "hidden" }, stage.texts.say(key, { title }));
}

/** Leads to the mention's row; the row leads back to the first of its labels. */
function label(stage: Stage, mention: Mention, echo: Echo, linked: Set<Mention>): HTMLElement {
  const { texts } = stage;
  const end = h("span", { class: "hidden" }, texts.say("evidence_end", { title: mention.title }));
  const link = jump(h("a", { class: mention.kind, part: "reference" }, labelText(stage, mention), end), rowId(mention));
  if (!linked.has(mention)) link.id = markId(mention);
  linked.add(mention);
  return echo.join(link, [mention], true);
}

export function rowId({ label }: Mention): string {
  return `row-${label}`;
}

export function markId({ label }: Mention): string {
  return `mark-${label}`;
}
