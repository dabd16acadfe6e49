/** What the rules found, row by row: criteria reached, misconceptions with corrections, concepts missing with hints. */
import type { Try } from "../../practice/attempt.js";
import type { Task } from "../../practice/task.js";
import { gradeOf, levelOf } from "../../practice/progress.js";
import type { Criterion, Misconception } from "../../contract/index.js";
import { type Child, h, mark } from "../../dom/dom.js";
import { around, type Mention, stretchesOf } from "../../practice/passages.js";
import { type Citations, jump } from "../common/citations.js";
import type { Echo } from "./echo.js";
import { markId, rowId } from "./marked.js";
import { type Stage, subheading } from "../common/stage.js";

export interface Found {
  readonly task: Task;
  readonly last: Try;
  readonly mentions: readonly Mention[];
  readonly echo: Echo;
  readonly citations: Citations;
}

export function reachedView(stage: Stage, found: Found): HTMLElement | null {
  const { task, last } = found;
  const reached = task.criteria.filter(({ id }) => levelOf(last.grade, id) > 0);
  return list(
    stage,
    "reached",
    reached.map((criterion) => reachedRow(stage, found, criterion)),
  );
}

export function misconceptionsView(stage: Stage, found: Found): HTMLElement | null {
  const { task, last } = found;
  const rows = last.grade.misconceptions.map(({ id, points }) => {
    const misconception = task.misconceptions.find((each) => each.id === id);
    return misconception && misconceptionRow(stage, found, misconception, points);
  });
  return list(stage, "misconceptions", rows);
}

export function missingView(stage: Stage, found: Found): HTMLElement | null {
  const { task, last } = found;
  const missing = task.criteria.filter(({ id }) => levelOf(last.grade, id) === 0);
  return list(
    stage,
    "missing",
    missing.map((criterion) => missingRow(stage, found, criterion)),
  );
}

function list(
  stage: Stage,
  kind: "reached" | "misconceptions" | "missing",
  rows: readonly Child[],
): HTMLElement | null {
  if (rows.length === 0) return null;
  return h(
    "section",
    { class: kind, part: `section ${kind}` },
    subheading(stage, stage.texts.say(kind)),
    h("ul", {}, ...rows),
  );
}

function reachedRow(stage: Stage, found: Found, criterion: Criterion): HTMLElement {
  const mention = mentionOf(found, "criterion", criterion.id);
  const next = criterion.levels[levelOf(found.last.grade, criterion.id)];
  return row(
    found,
    "reached",
    mention,
    heading(stage, criterion.title, mention, worth(stage, found, criterion)),
    ...quotes(mention, found),
    next && wayUp(stage, next.title, criterion),
    next && model(stage, criterion),
  );
}

function misconceptionRow(stage: Stage, found: Found, wrong: Misconception, points: number): HTMLElement {
  const mention = mentionOf(found, "misconception", wrong.id);
  return row(
    found,
    "misconception",
    mention,
    heading(stage, wrong.title, mention, [stage.texts.points(points)]),
    ...quotes(mention, found),
    h("p", { part: "correction" }, wrong.correction, found.citations.refer(wrong.sources)),
  );
}

function missingRow(stage: Stage, found: Found, criterion: Criterion): HTMLElement {
  const { title, hint } = criterion;
  return row(
    found,
    "missing",
    undefined,
    heading(stage, title, undefined, worth(stage, found, criterion)),
    hint && h("p", { part: "hint" }, hint),
    model(stage, criterion),
  );
}

function mentionOf({ mentions }: Found, kind: Mention["kind"], id: string): Mention | undefined {
  return mentions.find((mention) => mention.kind === kind && mention.id === id);
}

function row({ echo }: Found, kind: string, mention: Mention | undefined, head: Child, ...body: Child[]): HTMLElement {
  const item = h("li", { class: `row finding ${kind}`, part: `finding ${kind}` }, head, h("div", {}, ...body));
  return mention ? echo.join(item, [mention], false) : item;
}

function heading(stage: Stage, title: string, mention: Mention | undefined, figures: readonly Child[]): HTMLElement {
  return h(
    "div",
    { class: "finding-head" },
    mention ? number(stage, mention) : mark("unknown"),
    h("div", {}, h("p", { class: "condition" }, title), h("p", { class: "figures", part: "points" }, ...figures)),
  );
}

/** Leads back to the first of its marks in the text. */
function number(stage: Stage, mention: Mention): HTMLElement {
  const aim = h("span", { class: "hidden" }, stage.texts.say("in_answer"));
  return jump(h("a", { id: rowId(mention), class: "number", part: "number" }, mention.label, aim), markId(mention));
}

/** The level, the points out of what can be had, and where the criterion comes from. */
function worth(stage: Stage, { last, citations }: Found, { id, levels, bonus, sources }: Criterion): Child[] {
  const { texts } = stage;
  const maximum = levels.at(-1)?.points ?? 0;
  const found = gradeOf(last.grade, id);
  const level = levels[(found?.level ?? 0) - 1]?.title;
  const points = texts.say("total", { total: found?.points ?? 0, maximum, count: maximum });
  return [[level, points, bonus && texts.say("extra")].filter(Boolean).join(" · "), citations.refer(sources)];
}

/** The evidence once more, in its surroundings, beside what it counted for: on a phone the text is far away. */
function quotes(mention: Mention | undefined, { last: { text } }: Found): Child[] {
  return stretchesOf(mention?.evidence ?? []).map((span) => {
    const { before, after } = around(text, span);
    const evidence = h("em", { translate: "no" }, text.slice(span.start, span.end));
    return h("p", { class: "said", part: "said" }, h("span", {}, before), evidence, h("span", {}, after));
  });
}

function wayUp(stage: Stage, level: string, { hint }: Criterion): HTMLElement {
  return h("p", { part: "hint" }, h("em", {}, stage.texts.say("next_level", { title: level })), " ", hint);
}

function model(stage: Stage, { model: sentence }: Criterion): HTMLElement | null {
  if (!sentence) return null;
  return h(
    "details",
    { class: "why model", part: "model" },
    h("summary", {}, stage.texts.say("model")),
    h("p", {}, sentence),
  );
}
