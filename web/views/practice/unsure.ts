/** What no rule is sure of: what cues make probable, what the reader claims, and what the reader rejected. */
import { h } from "../../dom/dom.js";
import { reached, type Reached } from "../../practice/standing.js";
import type { Stage } from "../common/stage.js";
import { finding, mentionOf, quotes, rowsView, say, voiceIds } from "./findings.js";
import type { Shown } from "./grade-screen.js";

export function unsureView(stage: Stage, shown: Shown): HTMLElement | null {
  const { texts } = stage;
  const all = reached(shown.task.criteria, shown.last.grade);
  const of = (certainty: Reached["certainty"]): Reached[] => all.filter((each) => each.certainty === certainty);
  const probable = of("probable").map((each) => probableRow(stage, shown, each));
  const claimed = of("claimed").map((each) => claimedRow(stage, shown, each));
  const parts = [
    rowsView(stage, "probable", texts.say("you_may_mean"), probable),
    rowsView(stage, "claimed", texts.say("you_said"), claimed),
    rejectedView(stage, shown),
  ].filter((part) => part !== null);
  if (probable.length > 0) parts[0]?.children[0]?.after(h("p", { class: "soft" }, texts.say("probable_intro")));
  return parts.length === 0 ? null : h("div", { class: "unsure" }, ...parts);
}

function probableRow(stage: Stage, shown: Shown, { criterion: { id, title }, found }: Reached): HTMLElement {
  const { texts } = stage;
  const { voice, last } = shown;
  const mention = mentionOf(shown, "criterion", id);
  const [first] = found.evidence;
  return finding(
    stage,
    shown,
    "probable",
    title,
    mention,
    ...quotes(last.text, mention, found.words),
    h(
      "div",
      { class: "controls" },
      first && say(texts.say("i_mean_it"), title, voiceIds.claim(id), () => voice.claim(id, first)),
      say(texts.say("not_meant"), title, voiceIds.reject("criterion", id), () => voice.reject("criterion", id)),
    ),
  );
}

function claimedRow(stage: Stage, shown: Shown, { criterion: { id, title } }: Reached): HTMLElement {
  const mention = mentionOf(shown, "criterion", id);
  const back = (): void => shown.voice.takeBack("criterion", id);
  return finding(
    stage,
    shown,
    "claimed",
    title,
    mention,
    ...quotes(shown.last.text, mention),
    say(stage.texts.say("take_back"), title, voiceIds.takeBack("criterion", id), back),
  );
}

function rejectedView(stage: Stage, { task, last, voice }: Shown): HTMLElement | null {
  const rows = last.marks.rejected.flatMap(({ kind, id }) => {
    const all = kind === "criterion" ? task.criteria : task.misconceptions;
    const title = all.find((each) => each.id === id)?.title;
    if (title === undefined) return [];
    const back = say(stage.texts.say("take_back"), title, voiceIds.takeBack(kind, id), () => voice.takeBack(kind, id));
    return [
      h("p", { class: "soft rejected", part: "rejected" }, stage.texts.say("you_rejected", { title }), " ", back),
    ];
  });
  return rows.length === 0 ? null : h("section", { class: "rejected-list", part: "section" }, ...rows);
}
