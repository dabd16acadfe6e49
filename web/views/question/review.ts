/** "Check your answers": every question that applies, its answer, and a way back to it. */
import type { Question } from "../../contract/index.js";
import { button, h } from "../../dom/dom.js";
import { choiceText } from "../../questionnaire/lookup.js";
import { frame, type Stage, screenHeading } from "../common/stage.js";

export interface ReviewScreen {
  readonly questions: readonly Question[];
  readonly given: ReadonlyMap<string, string | null>;
  readonly change: (question: string) => void;
  readonly next: () => void;
  readonly back: (() => void) | null;
}

export function reviewView(stage: Stage, screen: ReviewScreen): HTMLElement {
  return frame(
    stage,
    "review",
    screenHeading(stage, "review", stage.texts.say("review")),
    h("p", { class: "intro", part: "intro" }, stage.texts.say("review_intro")),
    h("dl", { class: "answers", part: "answers" }, ...screen.questions.map((question) => row(stage, screen, question))),
    h(
      "div",
      { class: "actions", part: "actions" },
      button("primary", stage.texts.say("see_result"), screen.next),
      screen.back && button("secondary", stage.texts.say("back"), screen.back),
    ),
  );
}

function row(stage: Stage, screen: ReviewScreen, question: Question): HTMLElement {
  const change = button("quiet", stage.texts.say("change"), () => screen.change(question.id));
  change.append(h("span", { class: "hidden" }, stage.texts.say("change_question", { question: question.text })));
  const given = screen.given.get(question.id);
  return h(
    "div",
    { class: given ? "answer" : "answer open", part: "answer" },
    h("dt", {}, question.text),
    h("dd", {}, answerText(stage, question, given)),
    h("dd", { class: "change" }, change),
  );
}

function answerText(stage: Stage, question: Question, given: string | null | undefined): string {
  if (given === undefined) return stage.texts.say("not_answered");
  return given === null ? stage.texts.say("dont_know") : choiceText(stage.pack, question.id, given);
}
