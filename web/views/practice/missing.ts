/** What the answer lacks: three to add next, as questions; the rest folded. The reader may have said it after all. */
import type { Criterion } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import { bandThatNeeds, missing } from "../../practice/standing.js";
import { details } from "../common/fold.js";
import { type Stage, subheading } from "../common/stage.js";
import { claimField } from "./claiming.js";
import { finding, model, say, voiceIds } from "./findings.js";
import type { Shown } from "./grade-screen.js";

const NEXT = 3;

export function missingView(stage: Stage, shown: Shown): HTMLElement | null {
  const { texts } = stage;
  const all = missing(shown.task.criteria, shown.last.grade, shown.rubric);
  if (all.length === 0) return null;
  const rows = all.map((criterion) => row(stage, shown, criterion));
  const next = rows.slice(0, NEXT);
  const more = rows.slice(NEXT);
  return h(
    "section",
    { class: "missing", part: "section missing" },
    subheading(stage, texts.say("add_next", { count: next.length })),
    h("ul", { class: "findings" }, ...next),
    more.length > 0 &&
      details(
        stage,
        { part: "details" },
        h("summary", {}, texts.say("add_more", { count: more.length })),
        h("ul", { class: "findings" }, ...more),
      ),
  );
}

function row(stage: Stage, shown: Shown, criterion: Criterion): HTMLElement {
  const { texts } = stage;
  const { id, title, hint } = criterion;
  const band = shown.task.id === null ? bandThatNeeds(id, shown.rubric.bands) : undefined;
  const place = h("div", {});
  const claim = say(texts.say("i_said_this"), title, voiceIds.claim(id), () => {
    place.replaceChildren(claimField(stage, shown.last.text, title, (words) => shown.voice.claim(id, words), close));
    place.querySelector("textarea")?.focus();
  });
  const close = (): void => {
    place.replaceChildren();
    claim.focus();
  };
  return finding(
    stage,
    shown,
    "missing",
    hint ?? title,
    undefined,
    hint && h("p", { class: "soft" }, title, band && ` · ${texts.say("needed_for", { band })}`),
    h("div", { class: "ways" }, model(stage, criterion), claim),
    place,
  );
}
