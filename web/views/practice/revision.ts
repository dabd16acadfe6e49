/** What a revision gained and lost, against the version graded before it. */
import { type LevelChange, covered, difference } from "../../practice/progress.js";
import type { Task } from "../../practice/task.js";
import type { Try } from "../../practice/attempt.js";
import { type Child, h } from "../../dom/dom.js";
import { type Stage, subheading } from "../common/stage.js";

export function changesView(stage: Stage, task: Task, before: Try | null, now: Try): HTMLElement | null {
  if (!before) return null;
  const { texts } = stage;
  const { gained, lost, corrected, added } = difference(task, before.grade, now.grade);
  const named = (key: "misconception_gone" | "misconception_new", list: readonly { title: string }[]): string[] =>
    list.map(({ title }) => texts.say(key, { title }));
  const up = [...gained.map((change) => sentence(stage, change)), ...named("misconception_gone", corrected)];
  const down = [...lost.map((change) => sentence(stage, change)), ...named("misconception_new", added)];
  return h(
    "section",
    { class: "changes", part: "section changes" },
    subheading(stage, texts.say("changed")),
    h("p", { class: "points" }, texts.say("changed_concepts", { before: count(task, before), now: count(task, now) })),
    up.length + down.length === 0 && h("p", { class: "soft" }, texts.say("changed_nothing")),
    h("ul", {}, row(texts.say("gained"), up), row(texts.say("lost"), down)),
  );
}

function count({ criteria }: Task, { grade }: Try): number {
  const { found, extra } = covered(criteria, grade);
  return found + extra;
}

function row(title: string, lines: readonly string[]): Child {
  if (lines.length === 0) return null;
  return h(
    "li",
    { class: "row" },
    h("p", { class: "condition" }, title),
    h("div", {}, ...lines.map((line) => h("p", {}, line))),
  );
}

function sentence(stage: Stage, { criterion, before, now }: LevelChange): string {
  const title = (level: number): string => criterion.levels[level - 1]?.title ?? stage.texts.say("level_none");
  return stage.texts.say("level_change", { title: criterion.title, before: title(before), now: title(now) });
}
