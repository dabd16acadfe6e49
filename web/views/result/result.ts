/** The result card: verdict, why and how clear first, on one phone screen; then everything that bears it out. */
import type { Verdict } from "../../contract/index.js";
import { button, type Child, h } from "../../dom/dom.js";
import { foldedView, stepsView } from "./advice.js";
import { Citations } from "../common/citations.js";
import { copy, LINK } from "../common/copying.js";
import type { CostScreen } from "../costs/screen.js";
import { unfold } from "../common/fold.js";
import { gatesView } from "./gates.js";
import { othersView } from "./others.js";
import { changesFold, costsView, proofFolds, TRIAL_ID, trialView } from "../proofs/index.js";
import type { ProofScreen } from "../proofs/screen.js";
import { reasonsView, strongestReason, strongestReasonText } from "./reasons.js";
import { scoresView } from "./scores.js";
import { frame, type Stage, screenHeading } from "../common/stage.js";
import type { Trial } from "../proofs/trial.js";

export interface ResultScreen extends CostScreen, ProofScreen {
  readonly trial: Trial | null;
  readonly link: () => string;
  readonly change: () => void;
  readonly restart: () => void;
}

export function resultView(stage: Stage, screen: ResultScreen): HTMLElement {
  const { verdict } = screen;
  const citations = new Citations(stage);
  const changes = changesFold(stage, screen);
  return frame(
    stage,
    "result",
    screen.trial && trialView(stage, screen.trial),
    head(stage, screen, citations),
    toolbar(stage, screen, changes),
    scoresView(stage, verdict),
    reasonsView(stage, verdict, citations),
    gatesView(stage, verdict, citations),
    proofFolds(stage, screen, changes),
    othersView(stage, verdict),
    costsView(stage, screen, citations),
    stepsView(stage, verdict, citations),
    foldedView(stage, verdict, citations),
    citations.list(),
    imprint(stage),
  );
}

function head(stage: Stage, { verdict, trial }: ResultScreen, citations: Citations): HTMLElement {
  const { title, summary, sources } = verdict.recommendation;
  const heading = screenHeading(stage, "verdict", title);
  if (trial) heading.setAttribute("aria-describedby", TRIAL_ID);
  return h(
    "div",
    { class: "head", part: "head" },
    h("p", { class: "kicker", part: "kicker" }, stage.texts.say("recommendation")),
    heading,
    h("p", { class: "summary", part: "summary" }, summary, citations.refer(sources)),
    mainReason(stage, verdict, citations),
    clarity(stage, verdict),
  );
}

function mainReason(stage: Stage, verdict: Verdict, citations: Citations): HTMLElement | null {
  const reason = strongestReason(verdict);
  if (!reason) return null;
  return h(
    "div",
    { class: "main-reason", part: "main-reason" },
    h("p", { class: "level" }, stage.texts.say("why")),
    h(
      "div",
      {},
      h("p", {}, reason.because, citations.refer(reason.sources)),
      h("p", { class: "soft" }, strongestReasonText(stage, reason)),
    ),
  );
}

function clarity(stage: Stage, verdict: Verdict): HTMLElement {
  const { level, same, of } = verdict.clarity;
  const stays = of > 0 && stage.texts.say("clarity_same", { same, of, count: of });
  return h(
    "div",
    { class: `clarity ${level}`, part: "clarity" },
    h("p", { class: "level" }, stage.texts.say(`clarity_${level}`)),
    h("div", {}, stays && h("p", {}, stays), of > 0 && strip(same, of), openQuestions(stage, verdict)),
  );
}

/** One tick for each single change: filled where the recommendation stays. The sentence above says the same. */
function strip(same: number, of: number): HTMLElement {
  const length = Math.min(of, 100);
  const ticks = Array.from({ length }, (_, index) =>
    h("span", { class: index * of < same * length ? "stays" : "moves" }),
  );
  return h("div", { class: "strip", part: "strip", "aria-hidden": "true" }, ...ticks);
}

function openQuestions(stage: Stage, verdict: Verdict): Child {
  const count = verdict.open.length + verdict.pending.length;
  if (count === 0) return null;
  const unsettled = verdict.exact ? "provisional" : "unproven";
  return h("p", { part: "status" }, stage.texts.say(verdict.status === "settled" ? "settled" : unsettled, { count }));
}

function toolbar(stage: Stage, screen: ResultScreen, changes: HTMLDetailsElement | null): HTMLElement {
  const { texts } = stage;
  const status = h("p", { class: "status", role: "status", part: "status" });
  return h(
    "div",
    { class: "toolbar", part: "toolbar" },
    changes && button("quiet", texts.say("what_changes"), () => unfold(changes)),
    button("quiet", texts.say("copy_link"), () => void copy(stage, screen.link(), status, LINK)),
    button("quiet", texts.say("change_answers"), screen.change),
    button("quiet", texts.say("start_again"), screen.restart),
    status,
  );
}

function imprint(stage: Stage): HTMLElement {
  const { title, version, updated, authors } = stage.pack;
  const parts = [
    title,
    stage.texts.say("version", { version }),
    updated && stage.texts.say("updated", { date: stage.texts.date(updated) }),
    authors.length > 0 && stage.texts.list(authors, "conjunction"),
  ];
  return h("p", { class: "imprint", part: "imprint" }, parts.filter(Boolean).join(" · "));
}
