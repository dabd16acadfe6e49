/** "What would change it": what each answer does by itself, the smallest changes that lead elsewhere, to be tried, and what decides it. */
import type { Answer, Change, Flip, Flips, FlipTarget, Told } from "../../contract/index.js";
import { button, type Child, h, named } from "../../dom/dom.js";
import { compareFold } from "./compare.js";
import type { ProofScreen } from "./screen.js";
import { sensitivityView } from "./sensitivity.js";
import { choiceText, questionText } from "../../questionnaire/lookup.js";
import { fold, later, more } from "../common/fold.js";
import { asked, type Stage, subheading } from "../common/stage.js";
import { sentences } from "../../texts/sentences.js";

type TryOut = (changes: readonly Change[]) => void;

/** Single changes are many and each tells something; the squares show them all. */
const SHOWN = 3;

/** Nothing answered, nothing to change. */
export function changesFold(stage: Stage, screen: ProofScreen): HTMLDetailsElement | null {
  if (screen.verdict.clarity.of === 0) return null;
  const hint = h("span", {});
  const element = fold(stage, "what_changes", "what-if", hint);
  later(stage, element, () => {
    const flips = screen.flips();
    hint.append(nearestText(stage, flips));
    return [...whatIfView(stage, flips, screen.tryOut), compareFold(stage, screen.compare, screen.drafts)];
  });
  return element;
}

function nearestText({ texts }: Stage, { margin, targets, exact }: Flips): string {
  const { same, of, nearest } = margin;
  const target = targets.find(({ recommendation }) => recommendation === nearest?.recommendation);
  if (!target) return texts.say(exact ? "margin_always" : "margin_unproven");
  const [key, count] = same < of ? (["margin_one", of - same] as const) : (["margin_more", moved(target)] as const);
  return texts.say("margin_rival", { changes: texts.say(key, { count }), title: target.title });
}

/** How many single changes a smallest one is made of: of several choices, each that comes or goes. */
function moved({ flips: [first] }: FlipTarget): number {
  return (first?.changes ?? []).flatMap(({ from, to }) => {
    const [before, after] = [chosen(from), chosen(to)];
    return before && after ? [...before, ...after].filter((id) => before.includes(id) !== after.includes(id)) : [to];
  }).length;
}

const chosen = (told: Told | null): readonly string[] | null =>
  Array.isArray(told) ? (told as readonly string[]) : null;

function whatIfView(stage: Stage, flips: Flips, tryOut: TryOut): Child[] {
  return [
    sensitivityView(stage, flips),
    singlesView(stage, "could_change", flips, true, tryOut),
    singlesView(stage, "facts_change", flips, false, tryOut),
    largerView(stage, flips, tryOut),
    outOfReach(stage, flips),
    reasonView(stage, flips.reason),
  ];
}

function singlesView(
  stage: Stage,
  key: "could_change" | "facts_change",
  { targets }: Flips,
  changeable: boolean,
  tryOut: TryOut,
): Child {
  const rows = targets
    .filter(({ changes }) => changes === 1)
    .flatMap((target) => {
      const ways = target.flips.filter((flip) => flip.changeable === changeable).slice(0, SHOWN);
      return ways.map((flip) => flipView(stage, target, flip, tryOut));
    });
  return (
    rows.length > 0 && h("div", { class: "ways" }, subheading(stage, stage.texts.say(key), 2), h("ul", {}, ...rows))
  );
}

/** Of larger sets one is an example. */
function largerView(stage: Stage, { targets }: Flips, tryOut: TryOut): Child {
  const rows = targets
    .filter(({ changes }) => changes !== 1)
    .flatMap((target) => {
      const [first] = target.flips;
      return first ? [flipView(stage, target, first, tryOut)] : [];
    });
  return rows.length > 0 && more(stage, stage.texts.say("flips_more"), "ways", h("ul", {}, ...rows));
}

/** If this were different, then that: three columns where there is room. */
function flipView(
  stage: Stage,
  { title, count, changes: least }: FlipTarget,
  { changes }: Flip,
  tryOut: TryOut,
): HTMLElement {
  const { pack, texts } = stage;
  const about = changes.map((change) => sentences(questionText(pack, change.question), changedText(stage, change)));
  const others = least === 1 ? 0 : count - 1;
  return h(
    "li",
    { class: "row flip", part: "flip" },
    h("div", {}, ...changes.map((change) => changeLine(stage, change))),
    h(
      "div",
      { class: "then" },
      h("p", { class: "said" }, h("span", { class: "asked" }, texts.say("then")), " ", h("em", {}, title)),
      others > 0 && h("p", { class: "soft" }, texts.say("flips_some", { count: others })),
    ),
    named(
      button("quiet", texts.say("try_it"), () => tryOut(changes)),
      about.join("; "),
    ),
  );
}

/** A changed answer, as flips tell it or as the reader has given both. */
export interface Changed {
  readonly question: string;
  readonly from: Told | Answer;
  readonly to: Told | Answer;
}

/** The question, and its other answer in place of the reader's. */
export function changeLine(stage: Stage, change: Changed): HTMLElement {
  const { pack, texts } = stage;
  const { question, from } = change;
  return h(
    "p",
    { class: "said", part: "change" },
    ...asked(questionText(pack, question)),
    h("em", {}, changedText(stage, change)),
    " ",
    !Array.isArray(from) &&
      h("span", {}, texts.say("instead_of", { from: choiceText(pack, question, from as Told, texts) })),
  );
}

/** Where several may be chosen, what is added and what is dropped. */
function changedText({ pack, texts }: Stage, { question, from, to }: Changed): string {
  if (!Array.isArray(from) || !Array.isArray(to)) return choiceText(pack, question, to, texts);
  const named = (ids: readonly string[]): string => choiceText(pack, question, ids, texts);
  const [added, dropped] = [without(to, from), without(from, to)];
  const parts = [
    added.length > 0 && texts.say("and_also", { choices: named(added) }),
    dropped.length > 0 && texts.say("not_any_more", { choices: named(dropped) }),
  ];
  return parts.filter(Boolean).join("; ");
}

const without = (ids: readonly string[], others: readonly string[]): string[] =>
  ids.filter((id) => !others.includes(id));

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

function reasonView(stage: Stage, reason: Flips["reason"]): Child {
  if (!reason || reason.length === 0) return null;
  const { pack, texts } = stage;
  const rows = reason.map(({ question, choice }) =>
    h(
      "li",
      { class: "said" },
      ...asked(questionText(pack, question)),
      h("em", {}, choiceText(pack, question, choice, texts)),
    ),
  );
  return h(
    "div",
    { class: "fixed", part: "reason-set" },
    subheading(stage, texts.say("fixed", { count: reason.length }), 2),
    h("ul", { class: "columns" }, ...rows),
  );
}
