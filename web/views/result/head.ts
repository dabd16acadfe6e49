/** The head of a result: the recommendation, why, the conditions as ticks, how firmly it stands, and what to do with it. */
import type { Flips, Gate, Verdict } from "../../contract/index.js";
import { button, type Child, h, mark } from "../../dom/dom.js";
import type { Citations } from "../common/citations.js";
import { copy, LINK, SUMMARY } from "../common/copying.js";
import { later, unfold } from "../common/fold.js";
import { passage } from "../common/passage.js";
import { saveButton } from "../common/shelf.js";
import { type Stage, screenHeading } from "../common/stage.js";
import { TRIAL_ID, trialView } from "../proofs/index.js";
import { originView } from "./origin.js";
import { gateId } from "./gates.js";
import type { ResultScreen } from "./screen.js";
import { summaryMarkdown } from "./summary.js";
import { gap } from "../../texts/sentences.js";

/** What the head leads to. */
interface Below {
  readonly changes: HTMLDetailsElement | null;
  readonly gates: HTMLDetailsElement | null;
  readonly citations: Citations;
}

/** Whose result it is follows its name: Tab leads on from there, and never back. */
export function headView(stage: Stage, screen: ResultScreen, below: Below): Child[] {
  const { origin, trial } = screen;
  return [
    h("div", { class: "head", part: "head" }, kicker(stage, screen), heading(stage, screen)),
    origin && originView(stage, origin),
    trial && trialView(stage, trial),
    briefView(stage, screen, below),
  ];
}

function briefView(stage: Stage, screen: ResultScreen, below: Below): HTMLElement {
  const { summary, sources } = screen.verdict.recommendation;
  return h(
    "div",
    { class: "brief", part: "brief" },
    passage("p", { class: "summary", part: "summary" }, summary, below.citations.refer(sources)),
    below.gates && ticks(stage, screen.verdict, below.gates),
    firmness(stage, screen, below.changes),
    actions(stage, screen),
  );
}

function kicker({ texts }: Stage, { trial, given }: ResultScreen): HTMLElement {
  return h(
    "p",
    { class: "kicker", part: "kicker" },
    h("span", {}, texts.say(trial ? "trying" : "recommendation")),
    " ",
    given > 0 && h("span", { class: "soft" }, texts.say("from_answers", { count: given })),
  );
}

function heading(stage: Stage, { verdict, trial, given }: ResultScreen): HTMLElement {
  const { title } = verdict.recommendation;
  const element = screenHeading(stage, "verdict", given > 0 ? title : stage.texts.say("too_early", { title }));
  if (trial) element.setAttribute("aria-describedby", TRIAL_ID);
  return element;
}

/** Each condition leads to what is said of it below. */
function ticks(stage: Stage, { gates }: Verdict, fold: HTMLDetailsElement): HTMLElement {
  return h("ul", { class: "ticks", part: "ticks" }, ...gates.map((gate) => h("li", {}, tick(stage, gate, fold))));
}

function tick({ texts }: Stage, { id, text, state }: Gate, fold: HTMLDetailsElement): HTMLElement {
  const press = button("tick", mark(state), () => unfold(fold, fold.querySelector<HTMLElement>(`#${gateId(id)}`)));
  press.append(h("span", {}, text));
  press.setAttribute("aria-label", `${texts.say(`gate_${state}`)}: ${text}`);
  return press;
}

/** How much a single changed answer would do: in words, and a cell for each answer, filled where a change of it does. */
function firmness(stage: Stage, { verdict, flips, given }: ResultScreen, fold: HTMLDetailsElement | null): HTMLElement {
  const { texts } = stage;
  const { level, same, of } = verdict.clarity;
  const always = same === of;
  const strip = h("div", { class: "strip", part: "strip", "aria-hidden": "true" });
  if (fold && !always) later(stage, strip, () => cells(flips()));
  const moves = texts.say("clarity_same", { moves: of - same, of });
  const kind = of > 0 && always ? unmoved(stage) : level;
  return h(
    "div",
    { class: `clarity ${level}`, part: "clarity" },
    given > 0 &&
      h("div", { class: "firmness" }, h("p", { class: "level" }, texts.say(`clarity_${kind}`)), !always && strip),
    given > 0 && !always && h("p", {}, moves, gap(moves), fold && seeWhich(stage, fold)),
    openQuestions(stage, verdict),
  );
}

/** Of several choices, each is a change of its own; other sets of them may still lead elsewhere. */
function unmoved({ pack }: Stage): "each" | "always" {
  return pack.decision.questions.some(({ kind }) => kind === "several") ? "each" : "always";
}

function seeWhich({ texts }: Stage, fold: HTMLDetailsElement): HTMLElement {
  return button("link", texts.say("see_which"), () => unfold(fold));
}

function cells({ recommendation, sensitivity }: Flips): HTMLElement[] {
  return sensitivity.map(({ others }) => {
    const moves = others.some((other) => other.recommendation !== recommendation);
    return h("span", { class: moves ? "moves" : "stays" });
  });
}

function openQuestions({ texts }: Stage, { open, pending, status, exact }: Verdict): Child {
  const count = open.length + pending.length;
  const key = status === "settled" ? "settled" : exact ? "provisional" : "unproven";
  return count > 0 && h("p", { class: "soft", part: "status" }, texts.say(key, { count }));
}

function actions(stage: Stage, screen: ResultScreen): HTMLElement {
  const { texts } = stage;
  const { shelf } = screen;
  const status = h("p", { class: "status", role: "status", part: "status" });
  const summary = (): string => summaryMarkdown(stage, screen.verdict, screen.link());
  const copySummary = (): void => void copy(stage, summary(), status, SUMMARY);
  return h(
    "div",
    { class: "actions toolbar", part: "actions toolbar" },
    screen.given > 0 ? button("primary", texts.say("copy_summary"), copySummary) : begin(stage, screen),
    button("quiet", texts.say("copy_link"), () => void copy(stage, screen.link(), status, LINK)),
    button("quiet", texts.say("change_answers"), screen.change),
    shelf && saveButton(stage, shelf, status),
    button("quiet restart", texts.say("start_again"), screen.restart),
    status,
  );
}

/** How many questions matter takes longer to prove than the screen waits. */
function begin(stage: Stage, { begin, outlook }: ResultScreen): HTMLElement {
  const press = button("primary", "", begin);
  const words = h("span", {}, stage.texts.say("answer_questions"));
  press.append(words);
  later(stage, press, () => {
    const count = outlook().questions.filter((open) => open.matters).length;
    if (count > 0) words.textContent = stage.texts.say("answer_matter", { count });
    return [];
  });
  return press;
}
