/** One question: legend, native radios, "I don't know", Continue. Nothing is chosen beforehand and nothing moves on its own. */
import type { Question } from "../../contract/index.js";
import { button, h } from "../../dom/dom.js";
import { frame, type Stage, screenHeading } from "../common/stage.js";

export interface QuestionScreen {
  readonly question: Question;
  readonly number: number;
  readonly total: number;
  /** A choice id, null for "I don't know", undefined when not answered yet. */
  readonly given: string | null | undefined;
  /** The first screen also says what this is about. */
  readonly opening: boolean;
  readonly choose: (choice: string | null) => void;
  readonly next: () => void;
  readonly back: (() => void) | null;
  /** The questions left can't change the recommendation: how many they are, and the way straight to it. */
  readonly offer: Offer | null;
}

interface Offer {
  readonly count: number;
  readonly accept: () => void;
}

const ERROR_ID = "error";
const HELP_ID = "help";
const OFFER_ID = "offer";

export function questionView(stage: Stage, screen: QuestionScreen): HTMLElement {
  const fieldset = choices(stage, screen);
  const advance = (): void => (isAnswered(fieldset) ? screen.next() : complain(stage, fieldset));
  fieldset.addEventListener("keydown", (event) => event.key === "Enter" && advance());
  return frame(
    stage,
    "question",
    screen.opening && opening(stage),
    screen.offer && offerView(stage, screen.offer),
    progress(stage, screen),
    fieldset,
    screen.question.why && why(stage, screen.question.why),
    actions(stage, advance, screen.back),
    h("p", { class: "status", role: "status" }),
  );
}

function why(stage: Stage, text: string): HTMLElement {
  return h("details", { class: "why", part: "why" }, h("summary", {}, stage.texts.say("why_we_ask")), h("p", {}, text));
}

function opening(stage: Stage): HTMLElement {
  const { question, intro } = stage.pack.decision;
  return h(
    "div",
    { class: "opening", part: "opening" },
    h("p", { class: "title", part: "title" }, question),
    intro && h("p", { class: "intro", part: "intro" }, intro),
  );
}

function offerView({ texts }: Stage, { count, accept }: Offer): HTMLElement {
  return h(
    "div",
    { class: "offer", part: "offer" },
    h(
      "div",
      { id: OFFER_ID },
      h("p", { class: "condition" }, texts.say("offer", { count })),
      h("p", { class: "soft" }, texts.say("offer_on")),
    ),
    button("secondary", texts.say("see_result_now"), accept),
  );
}

function progress(stage: Stage, { number, total }: QuestionScreen): HTMLElement {
  const done = h("span", { class: "done" });
  done.style.setProperty("inline-size", `${(100 * number) / Math.max(total, 1)}%`);
  return h(
    "div",
    { class: "progress", part: "progress" },
    h("p", {}, stage.texts.say("progress", { number, total })),
    h("div", { class: "line", "aria-hidden": "true" }, done),
  );
}

function choices(stage: Stage, screen: QuestionScreen): HTMLFieldSetElement {
  const { question } = screen;
  const heading = screenHeading(stage, "question", question.text);
  if (screen.offer) heading.setAttribute("aria-describedby", OFFER_ID);
  const fieldset = h(
    "fieldset",
    { part: "fieldset" },
    h("legend", {}, heading),
    question.help && h("p", { class: "help", part: "help", id: HELP_ID }, question.help),
    ...question.choices.map((choice) => row(screen, choice.id, choice.text)),
    row(screen, null, stage.texts.say("dont_know")),
  );
  describe(fieldset, question.help ? [HELP_ID] : []);
  return fieldset;
}

function row(screen: QuestionScreen, choice: string | null, text: string): HTMLElement {
  const radio = h("input", { type: "radio", name: "choice", value: choice ?? "" });
  radio.checked = screen.given === choice;
  radio.addEventListener("change", () => screen.choose(choice));
  const kind = choice === null ? "choice open" : "choice";
  return h("label", { class: kind, part: kind }, radio, h("span", {}, text));
}

/** On the fieldset and on each radio: VoiceOver and NVDA skip a description that only the group has. */
function describe(fieldset: HTMLFieldSetElement, ids: readonly string[]): void {
  for (const element of [fieldset, ...fieldset.querySelectorAll("input")]) {
    if (ids.length > 0) element.setAttribute("aria-describedby", ids.join(" "));
  }
}

function actions(stage: Stage, advance: () => void, back: (() => void) | null): HTMLElement {
  return h(
    "div",
    { class: "actions", part: "actions" },
    button("primary", stage.texts.say("continue"), advance),
    back && button("secondary", stage.texts.say("back"), back),
  );
}

function isAnswered(fieldset: HTMLFieldSetElement): boolean {
  return fieldset.querySelector("input:checked") !== null;
}

function complain(stage: Stage, fieldset: HTMLFieldSetElement): void {
  if (!fieldset.querySelector(`#${ERROR_ID}`)) showError(stage, fieldset);
  fieldset.querySelector("input")?.focus();
}

function showError(stage: Stage, fieldset: HTMLFieldSetElement): void {
  const error = h(
    "p",
    { class: "error", part: "error", id: ERROR_ID },
    h("strong", {}, stage.texts.say("error")),
    " ",
    stage.texts.say("choose"),
  );
  fieldset.querySelector(".choice")?.before(error);
  const help = fieldset.querySelector(`#${HELP_ID}`) ? [HELP_ID] : [];
  describe(fieldset, [ERROR_ID, ...help]);
}
