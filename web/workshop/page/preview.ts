/** The draft as its readers get it: the elements themselves. Their answers and their step outlive every edit. */
import type { Answers } from "../../contract/index.js";
import { h } from "../../dom/dom.js";
import { DecisionCard, RubricCard } from "../../entries/elements.js";
import type { Step } from "../../questionnaire/steps.js";
import { folds, unfolded } from "./folds.js";

export type Part = "decision" | "rubric";

export interface Watching {
  /** The reader of the preview answered, or is elsewhere. */
  moved(answers: Answers): void;
  /** A line of the card was pressed that does nothing there. */
  pointed(text: string): void;
}

interface Cards {
  readonly decision: InstanceType<typeof DecisionCard> | null;
  readonly rubric: InstanceType<typeof RubricCard> | null;
}

const STEPS = new Set(["question", "review", "result"]);

export class Preview {
  readonly host = h("div", { class: "cards", tabindex: "0", role: "group", "aria-label": "Preview" });
  #cards: Cards = { decision: null, rubric: null };
  #step: Step | null = null;
  /** While a new text is opened its first screen is nobody's step. */
  #opening = 0;
  readonly #watching: Watching;

  constructor(watching: Watching) {
    this.#watching = watching;
    DecisionCard.define();
    RubricCard.define();
    this.host.addEventListener("dc-step", ({ detail }) => this.#stepped(detail as Step));
    this.host.addEventListener("dc-answer", () => this.#tell());
    this.host.addEventListener("click", (event) => this.#pressed(event));
  }

  get answers(): Answers {
    return this.#cards.decision?.answers ?? {};
  }

  get step(): Step | null {
    return this.#step;
  }

  get part(): Part {
    return this.#cards.decision ? "decision" : "rubric";
  }

  /** `text`: a pack without problems. */
  async show(text: string, part: Part): Promise<void> {
    if (part === "rubric") this.#showRubric(text);
    else await this.#showDecision(text);
  }

  #showRubric(text: string): void {
    const card = this.#cards.rubric ?? document.createElement("rubric-card");
    card.packData = text;
    this.#put({ decision: null, rubric: card }, card);
  }

  async #showDecision(text: string): Promise<void> {
    const card = this.#cards.decision ?? document.createElement("decision-card");
    const [step, top, open] = [this.#step, this.host.scrollTop, folds(card.shadowRoot)];
    this.#opening += 1;
    card.packData = text;
    this.#put({ decision: card, rubric: null }, card);
    await card.goTo(step ?? { step: "question", question: firstOf(text) });
    this.#opening -= 1;
    unfolded(card.shadowRoot, open);
    this.host.scrollTop = top;
    this.#tell();
  }

  #put(cards: Cards, shown: HTMLElement): void {
    this.#cards = cards;
    if (shown.parentElement !== this.host) this.host.replaceChildren(shown);
  }

  /** Plays answers to their result. */
  async play(answers: Answers): Promise<void> {
    const card = this.#cards.decision;
    if (!card) return;
    card.answers = answers;
    await card.goTo({ step: "result" });
    this.host.scrollTop = 0;
    this.#tell();
  }

  /** Shows a question; false where it isn't asked after the present answers. */
  async ask(question: string): Promise<boolean> {
    const shown = (await this.#cards.decision?.goTo({ step: "question", question })) ?? false;
    if (shown) this.host.scrollTop = 0;
    return shown;
  }

  restart(): void {
    this.#cards.decision?.reset();
    this.#cards.rubric?.reset();
    this.#tell();
  }

  #stepped(step: Step): void {
    if (this.#opening > 0 || !STEPS.has(step.step)) return;
    this.#step = step;
    this.#tell();
  }

  #tell(): void {
    this.#watching.moved(this.answers);
  }

  /** What a press would work stays the card's, unless Alt is held. */
  #pressed(event: MouseEvent): void {
    const path = event.composedPath().filter((each): each is HTMLElement => each instanceof HTMLElement);
    const inside = path.slice(
      0,
      path.findIndex((each) => each.localName.endsWith("-card")),
    );
    const works = inside.some((each) =>
      ["a", "button", "input", "label", "summary", "textarea"].includes(each.localName),
    );
    if (works && !event.altKey) return;
    if (works) event.preventDefault();
    const line = inside.find((each) => each.textContent.trim().length > 2 && !each.matches(STRESSED));
    if (line) this.#watching.pointed(line.textContent.trim());
  }
}

/** Words of a line, which is more. */
const STRESSED = "em:not(.said > em), strong:not([part=note] > strong)";

function firstOf(text: string): string {
  const { decision } = JSON.parse(text) as { decision: { questions: { id: string }[] } };
  return decision.questions[0]!.id;
}
