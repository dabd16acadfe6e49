/** "Check your answers": every question that applies, open ones first, its answer, and a way back to it. */
import type { Answer, Question } from "../../contract/index.js";
import { button, h, named } from "../../dom/dom.js";
import { choiceText } from "../../questionnaire/lookup.js";
import { frame, type Stage, screenHeading, title } from "../common/stage.js";

export interface ReviewScreen {
  readonly questions: readonly Question[];
  readonly given: ReadonlyMap<string, Answer | null>;
  readonly change: (question: string) => void;
  readonly next: () => void;
}

export function reviewView(stage: Stage, screen: ReviewScreen): HTMLElement {
  const { given, questions } = screen;
  const isOpen = ({ id }: Question): boolean => (given.get(id) ?? null) === null;
  const rows = [...questions.filter(isOpen), ...questions.filter((question) => !isOpen(question))];
  const result = (): HTMLElement =>
    h("div", { class: "actions", part: "actions" }, button("primary", stage.texts.say("see_result"), screen.next));
  return frame(
    stage,
    "review",
    title(stage),
    screenHeading(stage, "review", stage.texts.say("review")),
    h("p", { class: "intro", part: "intro" }, stage.texts.say("review_intro")),
    result(),
    h("dl", { class: "answers", part: "answers" }, ...rows.map((question) => row(stage, screen, question))),
    result(),
  );
}

function row(stage: Stage, screen: ReviewScreen, question: Question): HTMLElement {
  const change = button("quiet", stage.texts.say("change"), () => screen.change(question.id));
  const given = screen.given.get(question.id);
  return h(
    "div",
    { class: given ? "answer" : "answer open", part: "answer" },
    h("dt", {}, question.text),
    h("dd", {}, answerText(stage, question, given)),
    h("dd", { class: "change" }, named(change, question.text)),
  );
}

function answerText(stage: Stage, question: Question, given: Answer | null | undefined): string {
  if (given === undefined) return stage.texts.say("not_answered");
  return given === null ? stage.texts.say("dont_know") : choiceText(stage.pack, question.id, given, stage.texts);
}
