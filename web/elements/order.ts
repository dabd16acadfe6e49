/** The order that a card asks in: its author's, or after the first question what tells most, which is proved while the reader reads. */
import type { Answer, Outlook, Question } from "../contract/index.js";
import { Foresight } from "../questionnaire/foresight.js";
import { type Answered, byInformation } from "../questionnaire/steps.js";
import type { Texts } from "../texts/texts.js";
import { attribute } from "./pack-source.js";

export class Order extends Foresight {
  readonly #card: Element;

  constructor(card: Element, prepare: () => boolean, prove: () => void) {
    super(prepare, prove);
    this.#card = card;
  }

  get #name(): string {
    return attribute(this.#card, "order") ?? "author";
  }

  get informed(): boolean {
    return this.#name === "information";
  }

  /** Where the page names an order that there is none of. */
  notices(texts: Texts): string[] {
    const value = this.#name;
    if (value === "author" || value === "information") return [];
    const notice = texts.say("order_unknown", { value });
    console.warn(`${this.#card.localName}: ${notice}`);
    return [notice];
  }

  /** What "I don't know" leaves open, the result will say. */
  chosen(choice: Answer | null | undefined): void {
    if (this.informed) this.soon();
    else if (choice === null) this.prepare();
  }

  /** All questions in the order they are asked in. What comes after `current` is only known with an outlook. */
  way(
    questions: readonly Question[],
    given: Answered,
    current: string | null,
    outlook: () => Outlook | null,
  ): readonly Question[] {
    return this.informed ? byInformation(questions, given, current, outlook()) : questions;
  }
}
