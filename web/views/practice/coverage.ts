/** What the text covers so far: at once to the eye, after a pause to a screen reader, and not at all if the reader prefers. */
import { covered, levelOf } from "../../practice/progress.js";
import type { Task } from "../../practice/task.js";
import type { Grade } from "../../contract/index.js";
import { button, h, mark } from "../../dom/dom.js";
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
  const list = h("ul", {}, ...task.criteria.map(({ title, bonus }) => row(stage, title, bonus)));
  const folded = h(
    "details",
    { class: "why", part: "details" },
    h("summary", {}, stage.texts.say("coverage_list")),
    list,
  );
  const toggle = button("quiet", "", () => {
    coverage.hidden = !coverage.hidden;
    coverage.changed();
  });
  const say = afterPause(announce, sentence(stage, coverage, task));
  coverage.changed = () => {
    count.replaceChildren(sentence(stage, coverage, task));
    toggle.replaceChildren(stage.texts.say(coverage.hidden ? "coverage_show" : "coverage_hide"));
    count.hidden = folded.hidden = coverage.hidden;
    task.criteria.forEach(({ id }, at) => showFound(stage, list.children[at], levelOf(coverage.grade, id) > 0));
    say(coverage.hidden ? null : sentence(stage, coverage, task));
  };
  coverage.changed();
  return h("div", { class: "coverage", part: "coverage" }, h("div", { class: "bare-row" }, count, toggle), folded);
}

function sentence(stage: Stage, { grade }: Coverage, { criteria }: Task): string {
  const { found, total, extra } = covered(criteria, grade);
  return stage.texts.say(extra > 0 ? "coverage_extra" : "coverage", { found, total, count: extra });
}

function row(stage: Stage, title: string, bonus: boolean): HTMLElement {
  const name = bonus ? `${title} (${stage.texts.say("extra")})` : title;
  return h("li", {}, mark("unknown"), h("span", {}, name), h("span", { class: "hidden" }));
}

function showFound(stage: Stage, item: Element | undefined, found: boolean): void {
  const [sign, , said] = item?.children ?? [];
  if (!item || !said || (said.textContent && item.matches(".found") === found)) return;
  item.classList.toggle("found", found);
  sign?.replaceWith(mark(found ? "pass" : "unknown"));
  said.replaceChildren(`, ${stage.texts.say(found ? "found" : "not_found")}`);
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
