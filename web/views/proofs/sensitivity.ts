/** Each answer by itself: a cell for each of its other choices, lettered where it leads to another recommendation. */
import type { Flips, Sensitivity } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import { choiceText, questionText } from "../../questionnaire/lookup.js";
import { type Stage, subheading } from "../common/stage.js";

/** The other recommendations that single changes lead to, lettered in this order. */
type Key = readonly { readonly id: string; readonly title: string }[];

export function sensitivityView(stage: Stage, flips: Flips): HTMLElement {
  const led = new Set(flips.sensitivity.flatMap(({ others }) => others.map((other) => other.recommendation)));
  const key = flips.targets
    .filter((target) => led.has(target.recommendation))
    .map(({ recommendation, title }) => ({ id: recommendation, title }));
  const moves = ({ others }: Sensitivity): boolean =>
    others.some((other) => other.recommendation !== flips.recommendation);
  const rows = [...flips.sensitivity.filter(moves), ...flips.sensitivity.filter((each) => !moves(each))];
  return h(
    "div",
    { class: "sensitivity", part: "sensitivity" },
    subheading(stage, stage.texts.say("each_answer"), 2),
    legend(stage, key),
    h("ul", { class: "effects" }, ...rows.map((row) => effect(stage, row, key))),
  );
}

function legend({ texts }: Stage, key: Key): HTMLElement {
  const named = [
    { letter: "", title: texts.say("stays") },
    ...key.map(({ title }, index) => ({ letter: letter(index), title })),
  ];
  return h(
    "p",
    { class: "legend", "aria-hidden": "true" },
    ...named.map(({ letter, title }) => h("span", {}, cell(letter), " ", title)),
  );
}

function effect(stage: Stage, { question, others }: Sensitivity, key: Key): HTMLElement {
  const letters = others.map(({ recommendation }) => letter(key.findIndex(({ id }) => id === recommendation)));
  return h(
    "li",
    { class: "effect", part: "effect" },
    h("p", {}, questionText(stage.pack, question)),
    h("div", { class: "cells", "aria-hidden": "true" }, ...letters.map(cell)),
    h("div", { class: "led" }, ...sentences(stage, question, others, key)),
  );
}

/** What the cells show, in words; that nothing changes, empty cells say well enough to those who see them. */
function sentences(stage: Stage, question: string, others: Sensitivity["others"], key: Key): HTMLElement[] {
  const { pack, texts } = stage;
  const led = key.flatMap(({ id, title }) => {
    const choices = others.filter((other) => other.recommendation === id);
    const quoted = choices.map(({ choice }) => texts.quoted(choiceText(pack, question, choice, texts)));
    const answers = texts.list(quoted, "disjunction");
    return answers ? [h("p", { class: "soft" }, texts.say("leads_to", { answers, title }))] : [];
  });
  const stays = others.filter((other) => !key.some(({ id }) => id === other.recommendation)).length;
  const rest = texts.say(led.length > 0 ? "others_stay" : "all_stay", { count: stays });
  return stays > 0 ? [...led, h("p", { class: "hidden" }, rest)] : led;
}

function letter(index: number): string {
  return index < 0 ? "" : String.fromCharCode(65 + index);
}

function cell(letter: string): HTMLElement {
  return h("span", { class: letter ? "cell" : "cell stays" }, letter);
}
