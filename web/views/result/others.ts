/** Why not the other recommendations: the author's sentence, and what stands in the way, in words. */
import type { Blocker, Verdict, WhyNot } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import { alternativeName, choiceText, questionText } from "../../questionnaire/lookup.js";
import { type Stage, subheading } from "../common/stage.js";

export function othersView(stage: Stage, verdict: Verdict): HTMLElement | null {
  if (verdict.why_not.length === 0) return null;
  return h(
    "section",
    { class: "others", part: "section others" },
    subheading(stage, stage.texts.say("why_not")),
    h("ul", {}, ...verdict.why_not.map((other) => item(stage, verdict, other))),
  );
}

function item(stage: Stage, verdict: Verdict, other: WhyNot): HTMLElement {
  const outranked = other.outranked && stage.texts.say("outranked", { title: verdict.recommendation.title });
  return h(
    "li",
    { class: "row other", part: "other" },
    subheading(stage, other.title, 2),
    h("div", {}, other.text && h("p", {}, other.text), outranked && h("p", {}, outranked), blockers(stage, other)),
  );
}

function blockers(stage: Stage, other: WhyNot): HTMLElement | null {
  if (other.blockers.length === 0) return null;
  return h(
    "details",
    { part: "details" },
    h("summary", {}, stage.texts.say("needed")),
    h(
      "ul",
      { class: "blockers" },
      ...other.blockers.map((blocker) => h("li", { part: "blocker" }, sentence(stage, blocker))),
    ),
  );
}

function sentence(stage: Stage, blocker: Blocker): string {
  if (blocker.kind === "answer") return answerSentence(stage, blocker);
  return blocker.kind === "score" ? scoreSentence(stage, blocker) : gateSentence(stage, blocker);
}

type Of<Kind extends Blocker["kind"]> = Extract<Blocker, { kind: Kind }>;

function answerSentence(stage: Stage, { question, choice, needs }: Of<"answer">): string {
  const { pack, texts } = stage;
  const wanted = needs.map((id) => texts.quoted(choiceText(pack, question, id)));
  const needed = texts.list(wanted, "disjunction") || texts.say("another_answer");
  const values = { question: questionText(pack, question), needs: needed };
  if (choice === null) return texts.say("blocked_open", values);
  return texts.say("blocked_answer", { ...values, answer: choiceText(pack, question, choice) });
}

function scoreSentence(stage: Stage, { alternative, points, op, than, value }: Of<"score">): string {
  const { pack, texts } = stage;
  const values = {
    alternative: alternativeName(pack, alternative),
    points: texts.points(points),
    op: texts.say(`op_${op}`),
    value: texts.signed(value),
  };
  if (than === null) return texts.say("blocked_score", values);
  return texts.say("blocked_score_than", { ...values, than: alternativeName(pack, than) });
}

function gateSentence(stage: Stage, { gate, state, needs }: Of<"gate">): string {
  const text = stage.pack.decision.gates.find((candidate) => candidate.id === gate)?.text ?? gate;
  const wanted = needs.map((id) => stage.texts.say(`state_${id}`));
  return stage.texts.say("blocked_gate", {
    gate: text,
    state: stage.texts.say(`state_${state}`),
    needs: stage.texts.list(wanted, "disjunction"),
  });
}
