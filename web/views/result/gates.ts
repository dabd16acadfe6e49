/** The gates as a checklist. Shown with every recommendation, since they say what would allow another. */
import type { Gate, Verdict } from "../../contract/index.js";
import { h, mark } from "../../dom/dom.js";
import type { Citations } from "../common/citations.js";
import { quotedAnswer } from "./reasons.js";
import { questionText } from "../../questionnaire/lookup.js";
import { type Stage, subheading } from "../common/stage.js";

export function gatesView(stage: Stage, verdict: Verdict, citations: Citations): HTMLElement | null {
  if (verdict.gates.length === 0) return null;
  const intro = verdict.gates_text ?? stage.pack.decision.gates_text;
  return h(
    "section",
    { class: "gates", part: "section gates" },
    subheading(stage, stage.texts.say("gates")),
    intro && h("p", {}, intro),
    h("ul", {}, ...verdict.gates.map((gate) => item(stage, gate, citations))),
  );
}

function item(stage: Stage, gate: Gate, citations: Citations): HTMLElement {
  return h(
    "li",
    { class: `row gate ${gate.state}`, part: `gate gate-${gate.state}` },
    h(
      "p",
      { class: "state", part: "gate-state" },
      mark(gate.state),
      h("strong", {}, stage.texts.say(`gate_${gate.state}`)),
    ),
    h(
      "div",
      {},
      h("p", { class: "condition" }, gate.text, citations.refer(gate.sources)),
      gate.detail && h("p", { class: "detail" }, gate.detail),
      ...gate.answers.map((given) => quotedAnswer(stage, given)),
      waiting(stage, gate),
    ),
  );
}

function waiting(stage: Stage, gate: Gate): HTMLElement | null {
  if (gate.state !== "unknown" || gate.waits_for.length === 0) return null;
  const questions = gate.waits_for.map((id) => stage.texts.quoted(questionText(stage.pack, id)));
  return h(
    "p",
    { class: "soft" },
    stage.texts.say("waits_for", { questions: stage.texts.list(questions, "conjunction") }),
  );
}
