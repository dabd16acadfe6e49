/** Reasons, each with the reader's own answers and the points it gave. */
import type { Given, Reason, Verdict } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import type { TextKey } from "../../texts/texts.js";
import type { Citations } from "../common/citations.js";
import { alternativeName, choiceText, questionText } from "../../questionnaire/lookup.js";
import { type Stage, subheading } from "../common/stage.js";

const SHOWN = 5;

export function reasonsView(stage: Stage, verdict: Verdict, citations: Citations): HTMLElement {
  return h(
    "div",
    { class: "reasons" },
    group(stage, "reasons_for", ofStance(verdict, "for"), citations),
    group(stage, "reasons_against", ofStance(verdict, "against"), citations),
    folded(stage, "reasons_neutral", ofStance(verdict, "neutral"), citations),
  );
}

/** The reason that gives most points to what is recommended; the first of equals. */
export function strongestReason(verdict: Verdict): Reason | undefined {
  const weight = (reason: Reason): number => total(reason, verdict.recommendation.alternatives);
  return ofStance(verdict, "for").reduce<Reason | undefined>(
    (best, reason) => (best && weight(best) >= weight(reason) ? best : reason),
    undefined,
  );
}

/** Ties the strongest reason to what the reader answered. */
export function strongestReasonText(stage: Stage, reason: Reason): string {
  const answers = reason.answers.map((given) => choiceText(stage.pack, given.question, given.choice));
  const [only] = reason.answers;
  if (only && answers.length === 1) return mainReason(stage, only);
  if (answers.length === 0) return "";
  return stage.texts.say("main_reasons", {
    answers: stage.texts.list(
      answers.map((text) => stage.texts.quoted(text)),
      "conjunction",
    ),
  });
}

function mainReason(stage: Stage, given: Given): string {
  const question = questionText(stage.pack, given.question);
  return stage.texts.say("main_reason", { answer: choiceText(stage.pack, given.question, given.choice), question });
}

function total(reason: Reason, alternatives: readonly string[]): number {
  return alternatives.reduce((sum, id) => sum + (Object.hasOwn(reason.points, id) ? (reason.points[id] ?? 0) : 0), 0);
}

function ofStance(verdict: Verdict, stance: Reason["stance"]): Reason[] {
  return verdict.reasons.filter((reason) => reason.stance === stance);
}

function group(stage: Stage, title: TextKey, reasons: readonly Reason[], citations: Citations): HTMLElement | null {
  if (reasons.length === 0) return null;
  return h(
    "section",
    { part: "section reasons" },
    subheading(stage, stage.texts.say(title)),
    list(stage, reasons.slice(0, shown(reasons)), citations),
    folded(stage, "reasons_more", reasons.slice(shown(reasons)), citations),
  );
}

/** The engine puts the strongest first; a long tail is folded, but never for one alone. */
function shown(reasons: readonly Reason[]): number {
  return reasons.length > SHOWN + 1 ? SHOWN : reasons.length;
}

function folded(stage: Stage, title: TextKey, reasons: readonly Reason[], citations: Citations): HTMLElement | null {
  if (reasons.length === 0) return null;
  return h(
    "details",
    { part: "details reasons" },
    h("summary", {}, stage.texts.say(title, { count: reasons.length })),
    list(stage, reasons, citations),
  );
}

function list(stage: Stage, reasons: readonly Reason[], citations: Citations): HTMLElement {
  return h("ul", { class: "reason-list" }, ...reasons.map((reason) => item(stage, reason, citations)));
}

function item(stage: Stage, reason: Reason, citations: Citations): HTMLElement {
  return h(
    "li",
    { class: "row reason", part: "reason" },
    h("div", {}, ...reason.answers.map((given) => quotedAnswer(stage, given))),
    h(
      "div",
      {},
      h("p", { class: "because", part: "because" }, reason.because, citations.refer(reason.sources)),
      points(stage, reason),
    ),
  );
}

/** The answer alone can be a bare "Yes", so its question comes first. */
export function quotedAnswer(stage: Stage, given: Given): HTMLElement {
  const answer = stage.texts.quoted(choiceText(stage.pack, given.question, given.choice));
  return h(
    "p",
    { class: "said", part: "said" },
    h("span", { class: "asked" }, questionText(stage.pack, given.question)),
    " ",
    h("span", {}, stage.texts.say("you_said")),
    " ",
    h("em", {}, answer),
  );
}

function points(stage: Stage, reason: Reason): HTMLElement {
  const figures = Object.entries(reason.points).map(
    ([id, value]) => `${alternativeName(stage.pack, id)} ${stage.texts.signed(value)}`,
  );
  return h("p", { class: "figures", part: "points" }, figures.join(" · "));
}
