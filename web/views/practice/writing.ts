/** Where the reader writes: the question, a text area, what is covered so far, an optional timer. */
import type { Task } from "../../practice/task.js";
import type { Countdown } from "../../practice/countdown.js";
import { selfCheck, wordsIn } from "../../practice/summary.js";
import { button, type Child, h } from "../../dom/dom.js";
import { type Coverage, coverageView } from "./coverage.js";
import { details } from "../common/fold.js";
import { passage } from "../common/passage.js";
import { frame, type Stage, screenHeading } from "../common/stage.js";
import { timerView } from "./timer.js";
import { gap } from "../../texts/sentences.js";

export interface WritingScreen {
  readonly task: Task;
  readonly kicker: string | undefined;
  readonly text: string;
  readonly countdown: Countdown | null;
  readonly coverage: Coverage;
  readonly write: (text: string) => void;
  readonly grade: () => void;
  readonly back: (() => void) | null;
  readonly restore: (() => void) | null;
}

const FIELD_ID = "text";
const ERROR_ID = "error";

export function writingView(stage: Stage, screen: WritingScreen): HTMLElement {
  const { task, countdown } = screen;
  const status = h("p", { class: "hidden", role: "status" });
  const announce = (text: string): void => status.replaceChildren(text);
  const field = textField(stage, screen);
  const grade = (): void => (field.value.trim() ? screen.grade() : complain(stage, field));
  return frame(
    stage,
    "writing",
    screen.kicker && h("p", { class: "kicker", part: "kicker" }, screen.kicker),
    screenHeading(stage, "question", task.question),
    task.intro && passage("p", { class: "intro", part: "intro" }, task.intro),
    task.why && why(stage, task.why),
    restored(stage, screen),
    !stage.texts.language.startsWith("en") && h("p", { class: "intro" }, stage.texts.say("write_english")),
    label(stage),
    field,
    h("div", { class: "foot bare-row" }, wordsView(stage, field), countdown && timerView(stage, countdown, announce)),
    coverageView(stage, screen.coverage, task, announce),
    h(
      "div",
      { class: "actions", part: "actions" },
      button("primary", stage.texts.say("grade"), grade),
      screen.back && button("secondary", stage.texts.say("back_to_grade"), screen.back),
    ),
    status,
    h("p", { class: "self-check", part: "self-check" }, selfCheck(stage.texts)),
  );
}

function label({ texts }: Stage): HTMLElement {
  return h("label", { class: "label", part: "label", for: FIELD_ID }, texts.say("your_answer"));
}

function why(stage: Stage, text: string): HTMLElement {
  return details(
    stage,
    { class: "why", part: "why" },
    h("summary", {}, stage.texts.say("why_asked")),
    passage("p", {}, text),
  );
}

/** Starting again is one press; so is taking that back. */
function restored(stage: Stage, { restore }: WritingScreen): Child {
  if (!restore) return null;
  const again = button("quiet", stage.texts.say("restore"), restore);
  return h(
    "p",
    { class: "notice", part: "notice" },
    stage.texts.say("cleared"),
    gap(stage.texts.say("cleared")),
    again,
  );
}

function wordsView({ texts }: Stage, field: HTMLTextAreaElement): HTMLElement {
  const count = h("p", { class: "count", part: "words" });
  const show = (): void => {
    count.replaceChildren(texts.say("written_words", { count: wordsIn(field.value) }));
  };
  field.addEventListener("input", show);
  show();
  return count;
}

/** Whoever comes straight to the text area hears what it is an answer to. */
function textField({ texts }: Stage, { task: { question }, text, write }: WritingScreen): HTMLTextAreaElement {
  const name = `${texts.say("your_answer")}: ${question}`;
  const field = h("textarea", {
    id: FIELD_ID,
    class: "field",
    part: "field",
    rows: "12",
    dir: "auto",
    "aria-label": name,
  });
  field.value = text;
  field.addEventListener("input", () => {
    fit(field);
    write(field.value);
  });
  if (!growsByItself()) queueMicrotask(() => fit(field));
  return field;
}

/** jsdom has no layout to ask about. */
function growsByItself(): boolean {
  return typeof CSS === "undefined" || CSS.supports("field-sizing", "content");
}

/** For browsers without `field-sizing`; the style sheet keeps the least and the greatest height. */
function fit(field: HTMLTextAreaElement): void {
  if (growsByItself()) return;
  field.style.setProperty("block-size", "auto");
  field.style.setProperty("block-size", `${field.scrollHeight + 2}px`);
}

function complain(stage: Stage, field: HTMLTextAreaElement): void {
  if (!field.hasAttribute("aria-describedby")) showError(stage, field);
  field.focus();
}

function showError(stage: Stage, field: HTMLTextAreaElement): void {
  const { texts } = stage;
  const error = h(
    "p",
    { class: "error", part: "error", id: ERROR_ID },
    h("strong", {}, texts.say("error")),
    " ",
    texts.say("write_first"),
  );
  field.before(error);
  field.setAttribute("aria-describedby", ERROR_ID);
  field.setAttribute("aria-invalid", "true");
  field.addEventListener("input", () => withdraw(error, field), { once: true });
}

function withdraw(error: Element, field: Element): void {
  error.remove();
  field.removeAttribute("aria-describedby");
  field.removeAttribute("aria-invalid");
}
