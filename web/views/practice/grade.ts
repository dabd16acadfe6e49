/** The graded answer, top down: what it comes to, what to correct, the text with its evidence, what to add, what was said. */
import { button, type Child, h } from "../../dom/dom.js";
import { mentionsOf } from "../../practice/passages.js";
import { selfCheck } from "../../practice/summary.js";
import { copy } from "../common/copying.js";
import { details } from "../common/fold.js";
import { saveButton, shelfFold } from "../common/shelf.js";
import { frame, type Stage } from "../common/stage.js";
import { correctionsView } from "./corrections.js";
import { Echo } from "./echo.js";
import { followUpsView } from "./follow-ups.js";
import type { GradeScreen, Shown } from "./grade-screen.js";
import { headView } from "./head.js";
import { markedView } from "./marked.js";
import { missingView } from "./missing.js";
import { reachedView } from "./reached.js";
import { changesView } from "./revision.js";
import { unsureView } from "./unsure.js";

export function gradeView(stage: Stage, screen: GradeScreen): HTMLElement {
  const { task, last, before } = screen;
  const shown: Shown = { ...screen, mentions: mentionsOf(task, last.grade), echo: new Echo(stage) };
  return frame(
    stage,
    "grade",
    headView(stage, shown),
    changesView(stage, task, before, last),
    correctionsView(stage, shown),
    markedView(stage, shown),
    unsureView(stage, shown),
    missingView(stage, shown),
    reachedView(stage, shown),
    followUpsView(stage, screen.followUps),
    toolbar(stage, screen),
    shelfFold(stage, screen.shelf),
    h("slot", { name: "action" }),
    authorsFold(stage, screen),
    h("p", { class: "self-check", part: "self-check" }, selfCheck(stage.texts)),
  );
}

const MARKDOWN = { copied: "copied_markdown", by_hand: "markdown_by_hand", label: "markdown_label" } as const;
const LABELLED = { copied: "copied_labelled", by_hand: "markdown_by_hand", label: "labelled_label" } as const;

function toolbar(stage: Stage, screen: GradeScreen): HTMLElement {
  const { texts } = stage;
  const status = statusLine();
  const tools: Child[] = [
    button("quiet", texts.say("copy_markdown"), () => void copy(stage, screen.markdown(), status, MARKDOWN)),
    button("quiet", texts.say("print"), () => globalThis.print()),
    screen.shelf && saveButton(stage, screen.shelf, status),
    button("quiet", texts.say("start_again"), screen.restart),
  ];
  return h("div", { class: "toolbar", part: "toolbar" }, ...tools, status);
}

function statusLine(): HTMLElement {
  return h("div", { class: "status", role: "status", part: "status" });
}

/** What the reader said is nobody's until they hand it over themselves. */
function authorsFold(stage: Stage, { labelled }: GradeScreen): HTMLElement | null {
  if (!labelled) return null;
  const { texts } = stage;
  const status = statusLine();
  return details(
    stage,
    { class: "why authors", part: "details" },
    h("summary", {}, texts.say("help_author")),
    h("p", {}, texts.say("help_author_how")),
    button("quiet", texts.say("copy_labelled"), () => void copy(stage, labelled(), status, LABELLED)),
    status,
  );
}
