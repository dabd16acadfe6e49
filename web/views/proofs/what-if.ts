/** "What would change this": how firm it stands, what fixes it, and the smallest changes that lead elsewhere, to be tried. */
import type { Change, Flip, Flips, FlipTarget, Given } from "../../contract/index.js";
import { button, type Child, h } from "../../dom/dom.js";
import { sensitivityView } from "./sensitivity.js";
import { choiceText, questionText } from "../../questionnaire/lookup.js";
import { type Stage, subheading } from "../common/stage.js";

type TryOut = (changes: readonly Change[]) => void;

/** Single changes are many and each tells something; of larger sets one is an example. */
const SHOWN = { one: 3, more: 1 };

export function whatIfView(stage: Stage, flips: Flips, tryOut: TryOut): Child[] {
  return [
    h("p", { class: "margin", part: "margin" }, marginText(stage, flips)),
    groupView(stage, "could_change", flips, true, tryOut),
    groupView(stage, "facts_change", flips, false, tryOut),
    outOfReach(stage, flips),
    reasonView(stage, flips.reason),
    sensitivityView(stage, flips),
  ];
}

function marginText({ texts }: Stage, { margin, targets, exact }: Flips): string {
  const { same, of, nearest } = margin;
  const title = targets.find((target) => target.recommendation === nearest?.recommendation)?.title;
  if (!nearest || !title) return texts.say(exact ? "margin_always" : "margin", { same, of, count: of });
  const rival = texts.say("margin_rival", { title, count: nearest.changes });
  return `${texts.say("margin", { same, of, count: of })} ${rival}`;
}

function groupView(
  stage: Stage,
  key: "could_change" | "facts_change",
  flips: Flips,
  changeable: boolean,
  tryOut: TryOut,
): Child {
  const rows = flips.targets.flatMap((target) => targetRow(stage, target, changeable, tryOut) ?? []);
  if (rows.length === 0) return null;
  return h("div", { class: "ways" }, subheading(stage, stage.texts.say(key), 2), h("ul", {}, ...rows));
}

function targetRow(stage: Stage, target: FlipTarget, changeable: boolean, tryOut: TryOut): HTMLElement | null {
  const ways = target.flips.filter((flip) => flip.changeable === changeable);
  const first = ways.slice(0, target.changes === 1 ? SHOWN.one : SHOWN.more);
  if (first.length === 0 || (!changeable && target.flips[0]?.changeable && target.changes !== 1)) return null;
  const some = target.count > first.length && target.changes !== 1;
  return h(
    "li",
    { class: "row", part: "flip-target" },
    h("p", { class: "condition" }, target.title),
    h(
      "div",
      {},
      ...first.map((flip) => flipView(stage, flip, tryOut)),
      some && h("p", { class: "soft" }, stage.texts.say("flips_some", { count: target.count })),
    ),
  );
}

function flipView(stage: Stage, { changes }: Flip, tryOut: TryOut): HTMLElement {
  const press = button("quiet", stage.texts.say("try_it"), () => tryOut(changes));
  const named = changes.map(
    ({ question, to }) => `${questionText(stage.pack, question)} ${choiceText(stage.pack, question, to)}`,
  );
  press.append(h("span", { class: "hidden" }, stage.texts.say("change_question", { question: named.join("; ") })));
  return h(
    "div",
    { class: "flip", part: "flip" },
    h("div", {}, ...changes.map((change) => changeLine(stage, change))),
    press,
  );
}

/** The question, and its other answer in place of the reader's. */
export function changeLine({ pack, texts }: Stage, { question, from, to }: Change): HTMLElement {
  const values = { to: choiceText(pack, question, to), from: choiceText(pack, question, from) };
  return h(
    "p",
    { class: "said", part: "change" },
    h("span", { class: "asked" }, questionText(pack, question)),
    " ",
    h("em", {}, texts.quoted(values.to)),
    " ",
    h("span", {}, texts.say("instead_of", values)),
  );
}

/** Proved impossible, or not found as far as was searched: two different things to say. */
function outOfReach({ texts }: Stage, { targets }: Flips): Child {
  const named = (exact: boolean): string[] =>
    targets
      .filter((target) => target.changes === null && target.exact === exact)
      .map(({ title }) => texts.quoted(title));
  const searched = targets.find((target) => target.changes === null && !target.exact)?.searched ?? 0;
  const [never, unknown] = [named(true), named(false)];
  if (never.length + unknown.length === 0) return null;
  return h(
    "p",
    { class: "soft" },
    never.length > 0 && texts.say("flips_never", { titles: texts.list(never, "disjunction") }),
    " ",
    unknown.length > 0 && texts.say("flips_beyond", { titles: texts.list(unknown, "disjunction"), count: searched }),
  );
}

function reasonView(stage: Stage, reason: readonly Given[] | null): Child {
  if (!reason || reason.length === 0) return null;
  const { pack, texts } = stage;
  const rows = reason.map(({ question, choice }) =>
    h(
      "li",
      { class: "said" },
      h("span", { class: "asked" }, questionText(pack, question)),
      " ",
      h("em", {}, texts.quoted(choiceText(pack, question, choice))),
    ),
  );
  return h(
    "div",
    { class: "fixed", part: "reason-set" },
    h("p", { class: "condition" }, texts.say("fixed", { count: reason.length })),
    h("ul", { class: "columns" }, ...rows),
  );
}
