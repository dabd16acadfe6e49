/** The graded answer, top down: band and points, what changed, the text with its evidence, then row by row what it says. */
import type { Task } from "../../practice/task.js";
import type { Try } from "../../practice/attempt.js";
import { button, type Child, h } from "../../dom/dom.js";
import { mentionsOf } from "../../practice/passages.js";
import { changesView } from "./revision.js";
import { Citations } from "../common/citations.js";
import { copy } from "../common/copying.js";
import { Echo } from "./echo.js";
import { misconceptionsView, missingView, reachedView } from "./found.js";
import { type FollowUpRow, followUpsView } from "./follow-ups.js";
import { markedView } from "./marked.js";
import { frame, type Stage, screenHeading } from "../common/stage.js";

export interface GradeScreen {
  readonly task: Task;
  readonly kicker: string;
  readonly last: Try;
  readonly before: Try | null;
  readonly followUps: readonly FollowUpRow[];
  /** The way on: buttons before "Revise". */
  readonly ways: readonly { readonly text: string; readonly go: () => void }[];
  readonly revise: () => void;
  readonly restart: () => void;
  readonly markdown: () => string;
}

export function gradeView(stage: Stage, screen: GradeScreen): HTMLElement {
  const { task, last, before } = screen;
  const [echo, citations] = [new Echo(stage), new Citations(stage)];
  const mentions = mentionsOf(task, last.grade);
  const found = { task, last, mentions, echo, citations };
  return frame(
    stage,
    "grade",
    head(stage, screen),
    changesView(stage, task, before, last),
    markedView(stage, task.question, last.text, mentions, echo),
    reachedView(stage, found),
    misconceptionsView(stage, found),
    missingView(stage, found),
    followUpsView(stage, screen.followUps),
    actions(stage, screen),
    toolbar(stage, screen),
    citations.list(),
    h("p", { class: "self-check", part: "self-check" }, stage.texts.say("self_check")),
  );
}

function head(stage: Stage, { kicker, revise, last: { grade } }: GradeScreen): HTMLElement {
  const { total, maximum } = grade;
  const band = stage.pack.rubric?.bands.find(({ id }) => id === grade.band);
  const done = h("span", { class: "done" });
  done.style.setProperty("inline-size", `${Math.min(100, (100 * total) / Math.max(maximum, 1))}%`);
  return h(
    "div",
    { class: "head", part: "head" },
    h("p", { class: "kicker", part: "kicker" }, kicker),
    screenHeading(stage, "band", band?.title ?? grade.band),
    h("p", { class: "total points", part: "total" }, points(stage, total, maximum)),
    h("div", { class: "line", "aria-hidden": "true" }, done),
    h("p", { class: "summary", part: "summary" }, band?.text),
    h("p", { class: "soft", part: "remarks" }, remarks(stage, grade)),
    button("quiet", stage.texts.say("revise"), revise),
  );
}

function points(stage: Stage, total: number, maximum: number): string {
  return stage.texts.say(total > maximum ? "total_over" : "total", { total, maximum, count: maximum });
}

function remarks(stage: Stage, { words, remarks: list }: Try["grade"]): string {
  const codes = new Set(list.map(({ code }) => code));
  const said = [...codes].map((code) => stage.texts.say(`remark_${code}`));
  return [stage.texts.say("words", { count: words }), ...said].join(" ");
}

function actions(stage: Stage, { ways, revise }: GradeScreen): HTMLElement {
  const all = [...ways, { text: stage.texts.say("revise"), go: revise }];
  return h(
    "div",
    { class: "actions", part: "actions" },
    ...all.map(({ text, go }, k) => button(k === 0 ? "primary" : "secondary", text, go)),
  );
}

const MARKDOWN = { copied: "copied_markdown", by_hand: "markdown_by_hand", label: "markdown_label" } as const;

function toolbar(stage: Stage, screen: GradeScreen): HTMLElement {
  const { texts } = stage;
  const status: HTMLElement = h("div", { class: "status", role: "status", part: "status" });
  const tools: Child[] = [
    button("quiet", texts.say("copy_markdown"), () => void copy(stage, screen.markdown(), status, MARKDOWN)),
    button("quiet", texts.say("print"), () => globalThis.print()),
    button("quiet", texts.say("start_again"), screen.restart),
  ];
  return h("div", { class: "toolbar", part: "toolbar" }, ...tools, status);
}
