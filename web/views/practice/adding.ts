/** Answering again only what is weak: a small field for each concept that is missing or could be said with its reason. */
import type { Criterion } from "../../contract/index.js";
import { button, h } from "../../dom/dom.js";
import type { Draft, Try } from "../../practice/attempt.js";
import { levelOf } from "../../practice/progress.js";
import type { Task } from "../../practice/task.js";
import { details } from "../common/fold.js";
import { frame, type Stage, screenHeading } from "../common/stage.js";

export interface AddingScreen {
  readonly task: Task;
  readonly last: Try;
  readonly weak: readonly Criterion[];
  readonly additions: Draft["additions"];
  readonly add: (criterion: string, text: string) => void;
  readonly check: () => void;
  readonly back: () => void;
}

/** As many as one sitting is good for; the rest is folded. */
const NEXT = 3;

export function addingView(stage: Stage, screen: AddingScreen): HTMLElement {
  const { texts } = stage;
  const fields = screen.weak.map((criterion) => field(stage, screen, criterion));
  const more = fields.slice(NEXT);
  return frame(
    stage,
    "adding",
    h("p", { class: "kicker", part: "kicker" }, screen.task.question),
    screenHeading(stage, "question", texts.say("adding")),
    h("p", { class: "intro", part: "intro" }, texts.say("adding_intro")),
    ...fields.slice(0, NEXT),
    more.length > 0 &&
      details(stage, { part: "details" }, h("summary", {}, texts.say("add_more", { count: more.length })), ...more),
    h(
      "div",
      { class: "actions", part: "actions" },
      button("primary", texts.say("add_and_check"), screen.check),
      button("secondary", texts.say("back_to_grade"), screen.back),
    ),
  );
}

/** The hint asks without telling; the title would tell. */
function field(stage: Stage, { last, additions, add }: AddingScreen, criterion: Criterion): HTMLElement {
  const { id, title, hint, levels } = criterion;
  const name = `add-${id}`;
  const level = levels[levelOf(last.grade, id) - 1]?.title;
  const input = h("textarea", { id: name, class: "field", part: "field", rows: "2", dir: "auto" });
  input.value = additions.get(id) ?? "";
  input.addEventListener("input", () => add(id, input.value));
  return h(
    "div",
    { class: "addition", part: "addition" },
    h("label", { class: "label", part: "label", for: name }, hint ?? title),
    level && h("p", { class: "soft" }, stage.texts.say("adding_level", { title, level: level.toLowerCase() })),
    input,
  );
}
