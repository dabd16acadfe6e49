/** Reasons, each beside the reader's own answers: the strongest few, the strongest one against, and the rest folded. */
import type { Given, Reason, Verdict } from "../../contract/index.js";
import { type Child, h } from "../../dom/dom.js";
import type { TextKey } from "../../texts/texts.js";
import type { Citations } from "../common/citations.js";
import { more } from "../common/fold.js";
import { passage } from "../common/passage.js";
import { strongestAgainst } from "../../questionnaire/objection.js";
import { alternativeName, choiceText, questionText } from "../../questionnaire/lookup.js";
import { asked, type Stage, subheading } from "../common/stage.js";

const SHOWN = 3;
const STANCES = ["for", "against", "neutral"] as const;

/** The engine puts the strongest first. */
export function mainReasons(verdict: Verdict): { reasons: readonly Reason[]; but: Reason | undefined } {
  const reasons = verdict.reasons.filter(({ stance }) => stance === "for").slice(0, SHOWN);
  return { reasons, but: strongestAgainst(verdict) };
}

export function reasonsView(stage: Stage, verdict: Verdict, citations: Citations): HTMLElement | null {
  if (verdict.reasons.length === 0) return null;
  const { reasons, but } = mainReasons(verdict);
  const list: List = { citations, of: verdict.recommendation.alternatives, said: new Set() };
  const row = (reason: Reason): HTMLElement => item(stage, reason, list);
  return h(
    "section",
    { class: "reasons", part: "section reasons" },
    reasons.length > 0 && subheading(stage, stage.texts.say("because")),
    reasons.length > 0 && h("ul", { class: "reason-list" }, ...reasons.map(row)),
    but && butView(stage, row(but)),
    restView(stage, verdict, citations),
  );
}

/** What speaks against it most is never out of sight. */
function butView(stage: Stage, row: HTMLElement): HTMLElement {
  return h(
    "div",
    { class: "but", part: "but" },
    subheading(stage, stage.texts.say("but")),
    h("ul", { class: "reason-list" }, row),
  );
}

function restView(stage: Stage, verdict: Verdict, citations: Citations): Child {
  const { reasons, but } = mainReasons(verdict);
  const rest = verdict.reasons.filter((reason) => reason !== but && !reasons.includes(reason));
  const groups = STANCES.map((stance) => {
    const list = rest.filter((reason) => reason.stance === stance);
    return list.length > 0 && group(stage, `reasons_${stance}`, list, citations);
  });
  const count = rest.length;
  return count > 0 && more(stage, stage.texts.say("reasons_more", { count }), "reasons-more", ...groups);
}

function group(stage: Stage, title: TextKey, reasons: readonly Reason[], citations: Citations): HTMLElement {
  const list: List = { citations, of: [], said: new Set() };
  const rows = reasons.map((reason) => item(stage, reason, list));
  return h(
    "div",
    { class: "group" },
    subheading(stage, stage.texts.say(title), 2),
    h("ul", { class: "reason-list" }, ...rows),
  );
}

/** What the rows of a list have in common. */
interface List {
  readonly citations: Citations;
  /** The alternatives whose points are shown where there is room for few. */
  readonly of: readonly string[];
  /** The questions whose answers a row above has told. */
  readonly said: Set<string>;
}

function item(stage: Stage, reason: Reason, list: List): HTMLElement {
  const { because, detail, sources } = reason;
  return h(
    "li",
    { class: "row reason", part: "reason" },
    h("div", {}, ...answersView(stage, reason, list.said)),
    h(
      "div",
      {},
      passage("p", { class: "because", part: "because" }, because),
      points(stage, reason, list, list.citations.refer(sources, detail)),
    ),
  );
}

/** What a row above has told isn't told again; where nothing else was said, its answer stands without its question. */
function answersView(stage: Stage, { answers }: Reason, said: Set<string>): HTMLElement[] {
  if (answers.length === 0) return [h("p", { class: "said" }, stage.texts.say("in_any_case"))];
  const untold = answers.filter(({ question }) => !said.has(question));
  for (const { question } of untold) said.add(question);
  const told = untold.length === 0;
  return (told ? answers : untold).map((given) => saidView(stage, given, told));
}

/** The answer alone can be a bare "Yes", so its question comes first. */
export function saidView({ pack, texts }: Stage, { question, choice }: Given, told = false): HTMLElement {
  return h(
    "p",
    { class: "said", part: "said" },
    ...(told ? [] : asked(questionText(pack, question))),
    h("em", {}, choiceText(pack, question, choice, texts)),
  );
}

/** What it counts, and what it rests on. Where one alternative is recommended, the heading of the result has named it. */
function points({ pack, texts }: Stage, { points }: Reason, { of }: List, cites: Child): HTMLElement {
  const all = Object.entries(points);
  const own = all.filter(([id]) => of.includes(id));
  const shown = own.length > 0 ? own : all;
  const named = own.length === 0 || of.length > 1;
  const figures = shown.map(([id, value]) =>
    h("span", {}, named ? `${alternativeName(pack, id)} ${texts.signed(value)}` : texts.points(value)),
  );
  return h("p", { class: "figures", part: "points" }, ...figures.flatMap((each) => [each, " "]), cites);
}
