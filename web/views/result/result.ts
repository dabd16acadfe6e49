/** The result card: what is recommended, why and how firmly, what to do first; then what speaks for and against it, and folds. */
import { h } from "../../dom/dom.js";
import { claims, stepsView, watchFold } from "./advice.js";
import { Citations } from "../common/citations.js";
import { passage } from "../common/passage.js";
import { gatesFold } from "./gates.js";
import { headView } from "./head.js";
import { othersFold } from "./others.js";
import { changesFold, costsFold, openFold } from "../proofs/index.js";
import { reasonsView } from "./reasons.js";
import type { ResultScreen } from "./screen.js";
import { scoresView } from "./scores.js";
import { takingFold } from "./taking.js";
import { shelfFold } from "../common/shelf.js";
import { frame, type Stage, title } from "../common/stage.js";

export function resultView(stage: Stage, screen: ResultScreen): HTMLElement {
  const { verdict } = screen;
  const citations = new Citations(stage);
  const [changes, gates] = [changesFold(stage, screen), gatesFold(stage, verdict, citations)];
  const rule = heuristicView(stage, citations);
  return frame(
    stage,
    "result",
    title(stage),
    ...headView(stage, screen, { changes, gates, citations }),
    stepsView(stage, verdict, citations),
    reasonsView(stage, verdict, citations),
    scoresView(stage, verdict),
    h(
      "div",
      { class: "folds" },
      changes,
      openFold(stage, screen),
      othersFold(stage, verdict),
      costsFold(stage, screen, citations, claims(verdict.recommendation.costs, citations)),
      gates,
      watchFold(stage, verdict, citations),
      citations.list(),
      shelfFold(stage, screen.shelf),
      takingFold(stage, { ...stage, verdict, answers: screen.answers }, screen.link),
    ),
    rule,
    h("slot", { name: "action" }),
    imprint(stage),
  );
}

/** What holds for everyone. */
function heuristicView({ pack }: Stage, citations: Citations): HTMLElement | null {
  const { heuristic } = pack.decision;
  if (!heuristic) return null;
  return passage("p", { class: "heuristic", part: "heuristic" }, heuristic.text, citations.refer(heuristic.sources));
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
