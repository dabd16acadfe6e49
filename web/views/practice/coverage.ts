/** What the text covers so far, if the reader asks for it: a count and squares without names, which would be the answer key. */
import { button, h } from "../../dom/dom.js";
import type { Grade } from "../../contract/index.js";
import { covered, levelOf } from "../../practice/progress.js";
import type { Task } from "../../practice/task.js";
import type { Stage } from "../common/stage.js";

/** What the card knows of the text being written, and whether the reader wants to see it. */
export interface Coverage {
  grade: Grade | null;
  hidden: boolean;
  /** The view on the screen sets it; called after every change. */
  changed: () => void;
}

type Announce = (text: string) => void;

/** Long enough for nobody to be interrupted in a sentence. */
const PAUSE = 1500;

export function coverageView(stage: Stage, coverage: Coverage, task: Task, announce: Announce): HTMLElement {
  const count = h("p", { class: "count", part: "coverage-count" });
  const squares = h("div", { class: "squares", "aria-hidden": "true" }, ...task.criteria.map(() => h("span")));
  const toggle = button("quiet", "", () => {
    coverage.hidden = !coverage.hidden;
    coverage.changed();
  });
  const say = afterPause(announce, sentence(stage, coverage, task));
  coverage.changed = () => {
    count.replaceChildren(sentence(stage, coverage, task));
    toggle.replaceChildren(stage.texts.say(coverage.hidden ? "coverage_show" : "coverage_hide"));
    count.hidden = squares.hidden = coverage.hidden;
    fill(squares, coverage, task);
    say(coverage.hidden ? null : sentence(stage, coverage, task));
  };
  coverage.changed();
  return h("div", { class: "coverage bare-row", part: "coverage" }, h("div", {}, count, squares), toggle);
}

/** From the start side, so that their places name nothing. */
function fill(squares: HTMLElement, { grade }: Coverage, { criteria }: Task): void {
  const found = criteria.filter(({ id }) => levelOf(grade, id) > 0).length;
  [...squares.children].forEach((square, at) => square.classList.toggle("full", at < found));
}

function sentence(stage: Stage, { grade }: Coverage, { criteria }: Task): string {
  const { found, total, extra } = covered(criteria, grade);
  return stage.texts.say(extra > 0 ? "coverage_extra" : "coverage", { found, total, count: extra });
}

/** Says only what has changed since it last spoke. */
function afterPause(announce: Announce, spoken: string): (text: string | null) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(waiting);
    if (text === null || text === spoken) return;
    waiting = setTimeout(() => {
      spoken = text;
      announce(text);
    }, PAUSE);
  };
}
