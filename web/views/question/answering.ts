/** How a question is answered: native radios, checkboxes where several may be chosen, a field for a number. */
import type { Answer, Question } from "../../contract/index.js";
import { type Child, h } from "../../dom/dom.js";
import { answerTo, isSet } from "../../questionnaire/answer.js";
import type { Texts } from "../../texts/texts.js";
import { typedNumber } from "../../texts/typed.js";
import type { Drafts } from "../common/drafts.js";
import type { Stage } from "../common/stage.js";

export interface Answering {
  readonly rows: readonly HTMLElement[];
  /** What stands there: null is "I don't know", and nothing what is no answer. */
  readonly answer: () => Answer | null | undefined;
  /** Says what is missing. */
  readonly missing: () => string;
  /** How much may be chosen or written. */
  readonly bounds: string | null;
}

type Given = Answer | null | undefined;

const UNKNOWN_ID = "unknown";

export function answering(stage: Stage, question: Question, given: Given, drafts: Drafts): Answering {
  if (question.kind === "several") return checkboxes(stage, question, given, drafts);
  return question.kind === "number" ? numberField(stage, question, given, drafts) : radios(stage, question, given);
}

function row(type: "radio" | "checkbox", value: string, checked: boolean, text: Child, end?: string): HTMLElement {
  const input = h("input", { type, name: "choice", value });
  input.checked = checked;
  const kind = value === "" ? "choice open" : "choice";
  return h("label", { class: kind, part: kind }, input, h("span", {}, text, end && h("span", { class: "end" }, end)));
}

const inputIn = (element: HTMLElement): HTMLInputElement => element.querySelector("input")!;

function radios({ texts }: Stage, { choices, ends }: Question, given: Given): Answering {
  const last = choices.length - 1;
  const end = (index: number): string | undefined => (index === 0 ? ends?.[0] : index === last ? ends?.[1] : undefined);
  const rows = [
    ...choices.map(({ id, text }, index) => row("radio", id, given === id, text, end(index))),
    row("radio", "", given === null, texts.say("dont_know")),
  ];
  const answer = (): Given => {
    const checked = rows.map(inputIn).find((input) => input.checked);
    return checked && (checked.value || null);
  };
  return { rows, answer, missing: () => texts.say("choose"), bounds: null };
}

// ---- several

function checkboxes({ texts }: Stage, question: Question, given: Given, drafts: Drafts): Answering {
  const marked = drafts.of.get("choice") ?? (given === null ? "" : [given].join());
  const chosen = marked.split(",");
  const alone = new Set(question.choices.filter(({ exclusive }) => exclusive).map(({ id }) => id));
  const rows = [
    ...question.choices.map(({ id, text }) => row("checkbox", id, chosen.includes(id), text)),
    row("checkbox", "", given === null && marked === "", texts.say("dont_know")),
  ];
  const inputs = rows.map(inputIn);
  const ids = (): string[] => inputs.filter((input) => input.checked).map(({ value }) => value);
  const isAlone = ({ value }: HTMLInputElement): boolean => value === "" || alone.has(value);
  for (const input of inputs) {
    // Before the fieldset hears of it: what can't be chosen together is not.
    input.addEventListener("change", () => {
      for (const other of inputs)
        if (input.checked && other !== input && (isAlone(input) || isAlone(other))) other.checked = false;
      drafts.write("choice", ids().join());
    });
  }
  const answer = (): Given => (ids().includes("") ? null : isSet(question, ids()) ? ids() : undefined);
  return { rows, answer, missing: () => texts.say(...missingChoices(question)), bounds: boundsText(texts, question) };
}

type Said = Parameters<Texts["say"]>;

function missingChoices({ choices, least = 0, most = 0 }: Question): Said {
  const free = choices.filter(({ exclusive }) => !exclusive).length;
  const key = least === most ? "choose_exactly" : most === free ? "choose_least" : "choose_some";
  return [key, { least, most }];
}

function boundsText(texts: Texts, { choices, least = 0, most = 0 }: Question): string {
  const free = choices.filter(({ exclusive }) => !exclusive).length;
  if (most === free && least < 2) return texts.say("may_choose_any");
  return texts.say(least === most ? "may_choose_exactly" : "may_choose", { least, most });
}

// ---- numbers

function numberField({ texts }: Stage, question: Question, given: Given, drafts: Drafts): Answering {
  const { min = 0, max = 0, step = 1, unit } = question;
  const [from, to] = [texts.figure(min), texts.figure(max)];
  const field = h("input", {
    type: "text",
    inputmode: Number.isInteger(step) && min >= 0 ? "numeric" : "decimal",
    autocomplete: "off",
    name: "number",
    "aria-label": unit ? `${question.text} (${unit})` : question.text,
  });
  field.value = drafts.of.get("number") ?? (typeof given === "number" ? texts.figure(given) : "");
  const unknown = row("checkbox", "", given === null && field.value === "", texts.say("dont_know"));
  const knows = inputIn(unknown);
  knows.id = UNKNOWN_ID;
  knows.addEventListener("change", () => {
    if (knows.checked) field.value = "";
    drafts.write("number", field.value);
  });
  field.addEventListener("input", () => {
    knows.checked = false;
    drafts.write("number", field.value);
  });
  const answer = (): Given => (knows.checked ? null : answerTo(question, typedNumber(texts, field.value, unit)));
  const missing = (): string =>
    texts.say(step === 1 && Number.isInteger(min) ? "write_number" : "write_step", {
      from,
      to,
      step: texts.figure(step),
    });
  const line = h("div", { class: "number", part: "number" }, field, unit && h("span", { "aria-hidden": "true" }, unit));
  return { rows: [line, unknown], answer, missing, bounds: texts.say("number_from_to", { from, to }) };
}
