/** The follow-up questions as an interviewer brings them: those asked so far, and the next one. */
import { button, h, named } from "../../dom/dom.js";
import { type Stage, subheading } from "../common/stage.js";

export interface FollowUpRow {
  readonly question: string;
  /** Null until it has been graded. */
  readonly grade: string | null;
  readonly open: () => void;
}

export function followUpsView(stage: Stage, rows: readonly FollowUpRow[]): HTMLElement | null {
  if (rows.length === 0) return null;
  return h(
    "section",
    { class: "follow-ups", part: "section follow-ups" },
    subheading(stage, stage.texts.say("follow_ups")),
    h("ol", { class: "answers" }, ...rows.map((row) => item(stage, row))),
  );
}

function item(stage: Stage, { question, grade, open }: FollowUpRow): HTMLElement {
  const { texts } = stage;
  const state = grade ?? texts.say("not_answered");
  const go = named(button("quiet", texts.say(grade ? "follow_up_again" : "follow_up_answer"), open), question);
  return h(
    "li",
    { class: "follow-up", part: "follow-up" },
    h("div", {}, h("p", { class: "condition" }, question), h("p", { class: "figures" }, state)),
    go,
  );
}
