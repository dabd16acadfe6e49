/** Two results side by side: both recommendations and the answers that differ. On the result card, the fold that leads there. */
import type { Verdict } from "../../contract/index.js";
import { button, h, named } from "../../dom/dom.js";
import { copy, LINK } from "../common/copying.js";
import type { Drafts } from "../common/drafts.js";
import { more } from "../common/fold.js";
import { choiceText, questionText } from "../../questionnaire/lookup.js";
import { type Answered, sameAnswer } from "../../questionnaire/steps.js";
import { frame, type Stage, screenHeading, subheading, title } from "../common/stage.js";

export interface Side {
  readonly verdict: Verdict;
  readonly given: Answered;
  readonly open: () => void;
}

export interface CompareScreen {
  readonly sides: readonly [Side, Side];
  readonly link: () => string;
}

const NAMES = ["first_result", "second_result"] as const;

export function compareView(stage: Stage, { sides, link }: CompareScreen): HTMLElement {
  const { texts } = stage;
  const [first, second] = sides;
  const same = first.verdict.recommendation.id === second.verdict.recommendation.id;
  const status = h("p", { class: "status", role: "status" });
  return frame(
    stage,
    "compare",
    title(stage),
    screenHeading(stage, "compare", texts.say("compare_title")),
    h("p", { class: "intro" }, texts.say(same ? "compare_same" : "compare_differ")),
    h("div", { class: "sides" }, ...sides.map((side, index) => sideView(stage, side, index))),
    differences(stage, sides),
    h(
      "div",
      { class: "toolbar", part: "toolbar" },
      button("quiet", texts.say("copy_link"), () => void copy(stage, link(), status, LINK)),
      status,
    ),
  );
}

function sideView(stage: Stage, { verdict, open }: Side, index: number): HTMLElement {
  const { texts } = stage;
  const name = texts.say(NAMES[index] ?? "second_result");
  return h(
    "div",
    { class: "side", part: "side" },
    h("p", { class: "kicker" }, name),
    subheading(stage, verdict.recommendation.title),
    h("p", { class: "soft" }, texts.say(`clarity_${verdict.clarity.level}`)),
    named(button("quiet", texts.say("open_result"), open), name),
  );
}

function differences(stage: Stage, sides: readonly [Side, Side]): HTMLElement {
  const { texts } = stage;
  const [first, second] = sides;
  const asked = stage.pack.decision.questions.map(({ id }) => id);
  const ids = asked.filter((id) => !sameAnswer(first.given.get(id) ?? null, second.given.get(id) ?? null));
  return h(
    "section",
    { class: "differences", part: "section" },
    subheading(stage, texts.say(ids.length > 0 ? "answers_differ" : "answers_same", { count: ids.length })),
    h("ul", {}, ...ids.map((id) => difference(stage, id, sides))),
  );
}

function difference(stage: Stage, id: string, sides: readonly [Side, Side]): HTMLElement {
  const answers = sides.map(({ given, verdict }, index) =>
    h(
      "div",
      {},
      h("span", { class: "hidden" }, stage.texts.say(NAMES[index] ?? "second_result"), ": "),
      h("span", {}, answerText(stage, id, given, verdict)),
    ),
  );
  return h(
    "li",
    { class: "difference", part: "difference" },
    h("p", { class: "soft" }, questionText(stage.pack, id)),
    h("div", { class: "sides" }, ...answers),
  );
}

function answerText({ pack, texts }: Stage, id: string, given: Side["given"], verdict: Verdict): string {
  if ([...verdict.not_asked, ...verdict.ignored].includes(id)) return texts.say("not_asked");
  const choice = given.get(id);
  if (choice === undefined) return texts.say("not_answered");
  return choice === null ? texts.say("dont_know") : choiceText(pack, id, choice, texts);
}

/** `compare` is false for a text that is no link to this questionnaire. */
export function compareFold(stage: Stage, compare: (link: string) => boolean, drafts: Drafts): HTMLElement {
  const { texts } = stage;
  const error = h("p", { class: "error", id: "compare-error" });
  const field = h("input", {
    type: "text",
    id: "compare-link",
    autocomplete: "off",
    dir: "ltr",
    "aria-describedby": "compare-error",
  });
  field.value = drafts.of.get(field.id) ?? "";
  field.addEventListener("input", () => drafts.write(field.id, field.value));
  const go = (): void => {
    if (compare(field.value)) return;
    error.replaceChildren(texts.say("compare_unreadable"));
    field.setAttribute("aria-invalid", "true");
    field.focus();
  };
  field.addEventListener("keydown", (event) => event.key === "Enter" && go());
  return more(
    stage,
    texts.say("compare"),
    "compare-fold",
    h("label", { for: "compare-link" }, texts.say("compare_label")),
    h("div", { class: "paste" }, field, button("secondary", texts.say("compare_go"), go)),
    error,
  );
}
