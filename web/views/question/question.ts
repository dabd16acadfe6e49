/** One question: legend, native inputs, "I don't know", Continue. Nothing is chosen beforehand and nothing moves on its own. */
import type { Answer, Question } from "../../contract/index.js";
import { button, h, present } from "../../dom/dom.js";
import { type Answering, answering } from "./answering.js";
import type { Drafts } from "../common/drafts.js";
import { details } from "../common/fold.js";
import { passage } from "../common/passage.js";
import { frame, type Stage, screenHeading, title } from "../common/stage.js";
import { sentences } from "../../texts/sentences.js";

export interface QuestionScreen {
  readonly question: Question;
  /** The heading of its section, if it stands in one. */
  readonly section: string | undefined;
  readonly number: number;
  readonly total: number;
  /** How many questions are left out, because other answers made them pointless. */
  readonly fewer: number;
  /** How many are answered, "I don't know" included. */
  readonly done: number;
  /** Null for "I don't know", undefined when not answered yet. */
  readonly given: Answer | null | undefined;
  /** The first screen also says what this is about. */
  readonly opening: boolean;
  /** Nothing: it was taken back. */
  readonly choose: (choice: Answer | null | undefined) => void;
  readonly drafts: Drafts;
  /** Whether there is an answer by now. */
  readonly answered: () => boolean;
  readonly next: () => void;
  /** Whether the result comes next, once this has been chosen; without a choice: as the question stands. */
  readonly ends: (choice?: Answer | null) => boolean;
  readonly back: (() => void) | null;
  /** The questions left can't change the recommendation: how many they are, and the way straight to it. */
  readonly offer: Offer | null;
  /** The reader has just started again: the way back to their answers. */
  readonly bringBack: (() => void) | null;
}

interface Offer {
  readonly count: number;
  readonly accept: () => void;
}

/** `name` says anew where the button leads, when something has been chosen. */
interface Actions {
  readonly row: HTMLElement;
  readonly advance: () => void;
  readonly name: (choice: Answer | null | undefined) => void;
}

const ERROR_ID = "error";
const HELP_ID = "help";
const OFFER_ID = "offer";
const PROGRESS_ID = "progress";

export function questionView(stage: Stage, screen: QuestionScreen): HTMLElement {
  const how = answering(stage, screen.question, screen.given, screen.drafts);
  const fieldset = choices(stage, screen, how);
  const { row, advance, name } = actions(stage, screen, fieldset, how);
  fieldset.addEventListener("keydown", (event) => press(event, fieldset, advance));
  let last = screen.given;
  for (const kind of how.rows.some((each) => each.matches(".number")) ? ["input", "change"] : ["change"]) {
    fieldset.addEventListener(kind, ({ target }) => {
      const typed = (target as HTMLInputElement).type === "text";
      if (kind === "change" && typed) return; // said as it was typed
      const answer = how.answer();
      // What is no answer leaves the one that the reader came with, not the last that was typed on the way.
      const taken = !typed && isEmpty(fieldset) ? undefined : screen.given;
      const next = answer === undefined ? taken : answer;
      if (next !== last) screen.choose(next);
      last = next;
      judge(fieldset, screen, how);
      name(answer);
    });
  }
  judge(fieldset, screen, how);
  const { why, text } = screen.question;
  return frame(
    stage,
    "question",
    screen.bringBack && clearedView(stage, screen.bringBack),
    screen.opening ? opening(stage) : title(stage),
    progress(stage, screen),
    h("div", { class: "asking" }, fieldset, why && whyView(stage, why, text)),
    row,
    h("p", { class: "status", role: "status" }),
  );
}

/** What a digit stands beside; beside a number a digit is written. */
const KEYED = ".choice:not(.number ~ .choice) input";

/** Enter goes on; 1 to 9 choose. Only where the focus is among the choices, so that no shortcut of anything else is taken. */
function press(event: KeyboardEvent, fieldset: HTMLFieldSetElement, advance: () => void): void {
  if (event.key === "Enter") advance();
  if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches("[type=text]")) return;
  const radio = /^[1-9]$/.test(event.key) && fieldset.querySelectorAll<HTMLInputElement>(KEYED)[Number(event.key) - 1];
  if (!radio) return;
  radio.focus();
  radio.click();
}

/** A side note where there is room for one; beneath, and folded, where there isn't. */
function whyView(stage: Stage, text: string, question: string): HTMLElement {
  const summary = h(
    "summary",
    { "aria-label": `${stage.texts.say("why_we_ask")}: ${question}` },
    stage.texts.say("why_we_ask"),
  );
  const fold = details(stage, { class: "why", part: "why" }, summary, passage("p", {}, text));
  if (stage.folds.left.has("why")) return fold;
  queueMicrotask(() => {
    const beside = getComputedStyle(fold).getPropertyValue("--aside") === "1";
    // After all cards of the page have asked: asked once one was opened, the next would have it laid out again.
    queueMicrotask(() => {
      fold.open = beside;
    });
  });
  return fold;
}

function clearedView({ texts }: Stage, bringBack: () => void): HTMLElement {
  return h(
    "div",
    { class: "banner", part: "cleared" },
    h("p", {}, texts.say("started_again")),
    button("quiet", texts.say("bring_back"), bringBack),
  );
}

function opening(stage: Stage): HTMLElement {
  const { intro } = stage.pack.decision;
  return h(
    "div",
    { class: "opening", part: "opening" },
    title(stage, true),
    intro && passage("p", { class: "intro", part: "intro" }, intro),
  );
}

function progress(stage: Stage, { number, total, fewer, done, back }: QuestionScreen): HTMLElement {
  const bar = h("span", { class: "done" });
  bar.style.setProperty("inline-size", `${(100 * done) / Math.max(total, 1)}%`);
  const key = fewer > 0 ? "progress_fewer" : "progress";
  return h(
    "div",
    { class: "progress", part: "progress" },
    back && button("quiet back", stage.texts.say("back"), back),
    h("p", { id: PROGRESS_ID }, stage.texts.say(key, { number, total, count: fewer })),
    h("div", { class: "line", "aria-hidden": "true" }, bar),
  );
}

function choices(stage: Stage, screen: QuestionScreen, { rows, bounds }: Answering): HTMLFieldSetElement {
  const { question, section } = screen;
  const { help: said = "" } = question;
  const help = said.includes("\n") && bounds ? `${said}\n\n${bounds}` : sentences(said, bounds ?? "");
  const heading = screenHeading(stage, "question", question.text);
  heading.setAttribute("aria-describedby", screen.offer ? `${PROGRESS_ID} ${OFFER_ID}` : PROGRESS_ID);
  const fieldset = h(
    "fieldset",
    { part: "fieldset" },
    h("legend", {}, section && h("span", { class: "section-heading", part: "section-heading" }, section), heading),
    help && passage("p", { class: "help", part: "help", id: HELP_ID }, help),
    ...rows,
  );
  if (question.kind === "scale") fieldset.classList.add("scale");
  describe(fieldset, []);
  return fieldset;
}

/** The group alone: said of each radio, it would be read again at every arrow key. */
function describe(fieldset: HTMLFieldSetElement, ids: readonly string[]): void {
  const all = [...ids, ...(fieldset.querySelector(`#${HELP_ID}`) ? [HELP_ID] : [])];
  if (all.length > 0) fieldset.setAttribute("aria-describedby", all.join(" "));
  else fieldset.removeAttribute("aria-describedby");
}

/** The button says where it leads; before the result it does what the offer would, so there is no second one. */
function actions(stage: Stage, screen: QuestionScreen, fieldset: HTMLFieldSetElement, how: Answering): Actions {
  const { offer } = screen;
  let ends = false;
  const advance = (): void => {
    const answer = how.answer();
    // Where none of several may be chosen, nothing marked is an answer as soon as the reader goes on.
    if (Array.isArray(answer) && answer.length === 0) screen.choose(answer);
    if (answer !== undefined) screen.next();
    else if (ends && offer && isEmpty(fieldset) && !screen.answered()) offer.accept();
    else complain(fieldset, how.missing());
  };
  const onward = button("primary", "", advance);
  const early = offer && button("secondary", stage.texts.say("see_result"), offer.accept);
  const name = (choice?: Answer | null): void => {
    ends = screen.ends(choice);
    onward.textContent = stage.texts.say(ends ? "see_result" : "continue");
    if (ends) early?.remove();
    else onward.after(...present([early]));
  };
  const row = h("div", { class: "actions", part: "actions" }, onward, offer && offerView(stage, offer));
  name();
  return { row, advance, name };
}

function offerView({ texts }: Stage, { count }: Offer): HTMLElement {
  return h("p", { class: "offer soft", part: "offer", id: OFFER_ID }, texts.say("offer", { count }));
}

function isEmpty(fieldset: HTMLFieldSetElement): boolean {
  const inputs = [...fieldset.querySelectorAll("input")];
  return inputs.every(({ checked, type, value }) => !checked && (type !== "text" || value === ""));
}

function complain(fieldset: HTMLFieldSetElement, text: string): void {
  if (!fieldset.querySelector(`#${ERROR_ID}`)) showError(fieldset, text);
  fieldset.querySelector("input")?.focus();
}

/** The radio that gets the focus says it too: VoiceOver and NVDA skip a description that only the group has. */
function showError(fieldset: HTMLFieldSetElement, text: string): void {
  const error = h("p", { class: "error", part: "error", id: ERROR_ID }, text);
  fieldset.querySelector(".number, .choice")?.before(error);
  describe(fieldset, [ERROR_ID]);
  for (const radio of fieldset.querySelectorAll("input")) radio.setAttribute("aria-invalid", "true");
  fieldset.querySelector("input")?.setAttribute("aria-describedby", ERROR_ID);
}

/** An answer that stands is not taken for what is no answer: whoever writes over it is told at once. */
function judge(fieldset: HTMLFieldSetElement, { answered }: QuestionScreen, { answer, missing }: Answering): void {
  settle(fieldset);
  if (answer() === undefined && answered() && !isEmpty(fieldset)) showError(fieldset, missing());
}

/** An answer puts the error right. */
function settle(fieldset: HTMLFieldSetElement): void {
  const error = fieldset.querySelector(`#${ERROR_ID}`);
  if (!error) return;
  error.remove();
  describe(fieldset, []);
  for (const radio of fieldset.querySelectorAll("input")) {
    radio.removeAttribute("aria-invalid");
    radio.removeAttribute("aria-describedby");
  }
}
