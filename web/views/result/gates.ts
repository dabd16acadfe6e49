/** The gates as a checklist, folded: the head of the result has said which are met. */
import type { Gate, Verdict } from "../../contract/index.js";
import { h, mark } from "../../dom/dom.js";
import type { Citations } from "../common/citations.js";
import { fold } from "../common/fold.js";
import { passage } from "../common/passage.js";
import type { Stage } from "../common/stage.js";
import { questionText } from "../../questionnaire/lookup.js";
import { saidView } from "./reasons.js";

export function gatesFold(
  stage: Stage,
  { gates, gates_text }: Verdict,
  citations: Citations,
): HTMLDetailsElement | null {
  if (gates.length === 0) return null;
  const intro = gates_text ?? stage.pack.decision.gates_text;
  const count = (of: Gate["state"]): number => gates.filter(({ state }) => state === of).length;
  const open = count("unknown");
  return fold(
    stage,
    "gates",
    "gates",
    stage.texts.say(open > 0 ? "gates_open" : "gates_met", { met: count("pass"), of: gates.length, open }),
    intro && passage("p", {}, intro),
    h("ul", {}, ...gates.map((gate) => item(stage, gate, citations))),
  );
}

export function gateId(id: string): string {
  return `gate-${id}`;
}

function item(stage: Stage, gate: Gate, citations: Citations): HTMLElement {
  return h(
    "li",
    { class: `row gate ${gate.state}`, part: `gate gate-${gate.state}`, id: gateId(gate.id), tabindex: "-1" },
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
      gate.detail && passage("p", { class: "detail" }, gate.detail),
      ...gate.answers.map((given) => saidView(stage, given)),
      waiting(stage, gate),
    ),
  );
}

function waiting({ pack, texts }: Stage, { state, waits_for }: Gate): HTMLElement | null {
  if (state !== "unknown" || waits_for.length === 0) return null;
  const questions = texts.list(
    waits_for.map((id) => texts.quoted(questionText(pack, id))),
    "conjunction",
  );
  return h("p", { class: "soft" }, texts.say("waits_for", { questions }));
}
