/** When there is nothing to ask: a pack with problems, an address that gives none, an engine that won't start. */
import type { Problem } from "../../contract/index.js";
import { button, type Child, h } from "../../dom/dom.js";
import { frame, type Stage, screenHeading } from "./stage.js";
import { gap } from "../../texts/sentences.js";

export function problemsView(stage: Stage, problems: readonly Problem[]): HTMLElement {
  return frame(
    stage,
    "problems",
    screenHeading(stage, "problems", stage.texts.say("problems")),
    h("p", {}, stage.texts.say("problems_intro", { count: problems.length })),
    h("ol", { class: "problems-list", part: "problem-list" }, ...problems.map((problem) => item(stage, problem))),
    h("slot"),
  );
}

function item(stage: Stage, problem: Problem): HTMLElement {
  const { line, column, path, message, suggestion } = problem;
  return h(
    "li",
    { part: "problem" },
    h("strong", { dir: "auto" }, message),
    suggestion && h("span", { class: "suggestion", dir: "auto" }, suggestion),
    h(
      "span",
      { class: "place" },
      stage.texts.say("problem_place", { line, column }),
      " · ",
      path ? h("code", {}, path) : stage.texts.say("problem_whole"),
      " · ",
      h("code", {}, problem.code),
    ),
  );
}

/** The fallback in the tag stays readable below the message, and so does what the reader wrote. */
export function failureView(stage: Stage, message: string, retry: (() => void) | null, written = ""): HTMLElement {
  const again: Child = retry && button("secondary", stage.texts.say("retry"), retry);
  return frame(
    stage,
    "failure",
    h("p", { class: "notice", part: "notice", role: "alert" }, message, gap(message), again),
    written && h("p", { class: "soft" }, stage.texts.say("text_kept")),
    written && h("p", { class: "written", part: "written", dir: "auto", translate: "no" }, written),
    h("slot"),
  );
}
