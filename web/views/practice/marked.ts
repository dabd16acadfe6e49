/** The reader's text as they wrote it, with the evidence marked: underlined, numbered, and named in the margin. */
import { type Child, h } from "../../dom/dom.js";
import { type Mention, type Passage, passagesOf } from "../../practice/passages.js";
import { jump } from "../common/citations.js";
import { type Stage, subheading } from "../common/stage.js";
import { type Echo, labelText } from "./echo.js";
import type { Shown } from "./grade-screen.js";

export function markedView(stage: Stage, { task, last: { text }, mentions, echo }: Shown): HTMLElement {
  const linked = new Set<Mention>();
  const pieces = passagesOf(text, mentions).flatMap((passage) => piece(stage, passage, echo, linked));
  const written = h("p", { class: "written", part: "written", dir: "auto", translate: "no" }, ...pieces);
  new ResizeObserver(() => spread(written)).observe(written);
  const unsure = mentions.some(({ kind, certainty }) => kind === "misconception" || certainty !== "certain");
  return h(
    "section",
    { class: "marked", part: "section marked" },
    subheading(stage, stage.texts.say("your_answer")),
    h("p", { class: "asked soft", part: "asked" }, task.question),
    written,
    unsure && h("p", { class: "soft legend", part: "legend" }, stage.texts.say("legend")),
    mentions.length > 0 && echo.key,
  );
}

/** Names in the margin stand beside their lines, and below one another where several begin in one. */
function spread(written: HTMLElement): void {
  let bottom = 0;
  for (const note of written.querySelectorAll<HTMLElement>(".note")) {
    note.style.removeProperty("margin-block-start");
    const shift = Math.max(0, bottom - note.offsetTop);
    note.style.setProperty("margin-block-start", `${shift}px`);
    bottom = note.offsetTop + note.offsetHeight + 6;
  }
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

/** What is surest of all that holds here; a misconception goes before everything. */
function look(mentions: readonly Mention[]): string {
  if (mentions.some(({ kind }) => kind === "misconception")) return "misconception";
  const certain = mentions.filter(({ certainty }) => certainty === "certain").length;
  if (certain > 0) return certain > 1 ? "several" : "";
  return mentions.some(({ certainty }) => certainty === "claimed") ? "claimed" : "probable";
}

/** The number is enough to the ear as well: the title is in its row. */
function aloud(stage: Stage, mention: Mention): HTMLElement {
  return h("span", { class: "hidden" }, stage.texts.say("evidence_start", { label: labelText(stage, mention) }));
}

/** Leads to the mention's row; the row leads back to the first of its labels, which has the title in the margin. */
function label(stage: Stage, mention: Mention, echo: Echo, linked: Set<Mention>): HTMLElement {
  const shown = labelText(stage, mention);
  const name = shown + stage.texts.say("evidence_end", { label: shown });
  const first = !linked.has(mention);
  const note =
    first && h("span", { class: `note ${mention.kind}`, "aria-hidden": "true" }, `${shown} ${mention.title}`);
  const link = jump(h("a", { class: mention.kind, part: "reference", "aria-label": name }, shown), rowId(mention));
  if (first) link.id = markId(mention);
  linked.add(mention);
  const joined = echo.join(link, [mention], true);
  return note ? h("span", {}, joined, note) : joined;
}

export function rowId({ kind, id }: Mention): string {
  return `row-${kind}-${id}`;
}

export function markId({ kind, id }: Mention): string {
  return `mark-${kind}-${id}`;
}
