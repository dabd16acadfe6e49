/** "What is still open": which open questions matter, and where the ways to answer them lead. */
import type { OpenQuestion, Outlook, Prospect } from "../../contract/index.js";
import { button, type Child, h, named } from "../../dom/dom.js";
import { questionText } from "../../questionnaire/lookup.js";
import { fold, later } from "../common/fold.js";
import type { ProofScreen } from "./screen.js";
import type { Stage } from "../common/stage.js";

export function openFold(stage: Stage, { verdict, outlook, answer }: ProofScreen): HTMLElement | null {
  const count = verdict.open.length + verdict.pending.length;
  if (count === 0) return null;
  const element = fold(stage, "still_open", "still-open", stage.texts.say("count_open", { count }));
  later(stage, element, () => stillOpenView(stage, outlook(), answer));
  return element;
}

function stillOpenView(stage: Stage, outlook: Outlook, answer: (question: string) => void): Child[] {
  if (!outlook.exact) return [h("p", {}, stage.texts.say("open_unproven"))];
  const matter = outlook.questions.filter((open) => open.matters);
  const idle = outlook.questions.filter((open) => !open.matters);
  const key = matter.length > 0 ? "idle_too" : "idle";
  return [
    matter.length > 0 && h("p", { class: "condition" }, stage.texts.say("matter", { count: matter.length })),
    list(stage, matter, answer),
    idle.length > 0 && h("p", { class: "condition" }, stage.texts.say(key, { count: idle.length })),
    list(stage, idle, answer),
    !outlook.settled && prospectsView(stage, outlook.prospects),
  ];
}

/** One that is not asked yet can't be answered here either. */
function list(stage: Stage, questions: readonly OpenQuestion[], answer: (question: string) => void): Child {
  const rows = questions.map(({ question, asked }) => {
    const text = questionText(stage.pack, question);
    const press = named(
      button("quiet", stage.texts.say("answer_it"), () => answer(question)),
      text,
    );
    return h("li", { class: "open-question", part: "open-question" }, h("span", {}, text), " ", asked && press);
  });
  return rows.length > 0 && h("ul", { class: "open-list" }, ...rows);
}

function prospectsView(stage: Stage, prospects: readonly Prospect[]): HTMLElement {
  const rows = prospects
    .filter((prospect) => prospect.possible)
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0))
    .map((prospect) => prospectRow(stage, prospect));
  return h(
    "div",
    { class: "prospects" },
    h("p", { class: "condition" }, stage.texts.say("prospects")),
    h("ul", {}, ...rows),
  );
}

function prospectRow({ texts }: Stage, { title, share }: Prospect): HTMLElement {
  const fill = h("span", { class: "fill" });
  fill.style.setProperty("inline-size", `${(share ?? 0) / 10_000}%`);
  return h(
    "li",
    { class: "prospect", part: "prospect" },
    h("span", {}, title),
    " ",
    h("span", { class: "figure-share" }, texts.share((share ?? 0) / 1e6)),
    h("div", { class: "share", "aria-hidden": "true" }, fill),
  );
}
