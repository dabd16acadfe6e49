/** What the answer gets wrong, first: the words, what is right, and the reader's right to have meant something else. */
import type { Misconception, MisconceptionGrade } from "../../contract/index.js";
import { type Child, h } from "../../dom/dom.js";
import { passage } from "../common/passage.js";
import type { Stage } from "../common/stage.js";
import { finding, isProbable, mentionOf, quotes, rowsView, say, sourceNames, voiceIds } from "./findings.js";
import type { Shown } from "./grade-screen.js";
import { gap } from "../../texts/sentences.js";

export function correctionsView(stage: Stage, shown: Shown): HTMLElement | null {
  const { task, last } = shown;
  const rows = last.grade.misconceptions.flatMap((found) => {
    const wrong = task.misconceptions.find(({ id }) => id === found.id);
    return wrong ? [correction(stage, shown, wrong, found)] : [];
  });
  return rowsView(stage, "misconceptions", stage.texts.say("misconceptions", { count: rows.length }), rows);
}

function correction(stage: Stage, shown: Shown, wrong: Misconception, found: MisconceptionGrade): HTMLElement {
  const { texts } = stage;
  const mention = mentionOf(shown, "misconception", wrong.id);
  const reject = (): void => shown.voice.reject("misconception", wrong.id);
  return finding(
    stage,
    shown,
    "misconception",
    wrong.title,
    mention,
    isProbable(found.certainty) && h("p", { class: "soft" }, texts.say("you_may_mean")),
    ...quotes(shown.last.text, mention, found.words),
    passage("p", { part: "correction" }, wrong.correction, gap(wrong.correction), capped(stage, shown, wrong)),
    sourceNames(stage, wrong.sources),
    say(texts.say("not_meant"), wrong.title, voiceIds.reject("misconception", wrong.id), reject),
  );
}

/** Said where the cap is what decided. */
function capped({ texts }: Stage, { rubric, last }: Shown, { cap }: Misconception): Child {
  if (cap === undefined || cap !== last.grade.band) return null;
  return texts.say("capped", { band: rubric.bands.find(({ id }) => id === cap)?.title ?? cap });
}
