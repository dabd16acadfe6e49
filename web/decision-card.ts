/**
 * <decision-card>: asks a pack's questions one at a time and shows the verdict.
 * State lives here and nowhere else: the answers and the current step. Every render asks the engine for the verdict again.
 */
import type { Answers, Description, Verdict } from "./contract.js";
import type { Pack } from "./engine.js";
import { PackElement } from "./pack-element.js";
import { currentFragment, decodeFragment, encodeFragment, knownAnswers, linkTo, type Shared } from "./share.js";
import { AuthorError } from "./source.js";
import * as steps from "./steps.js";
import { loadCostPicture, tryEstimate } from "./views/costs.js";
import { questionView } from "./views/question.js";
import { resultView } from "./views/result.js";
import { reviewView } from "./views/review.js";
import { findQuestion } from "./views/stage.js";

export class DecisionCard extends PackElement {
  static override readonly tag = "decision-card";

  #answers = new Map<string, string | null>();
  /** Figures of the cost picture that the reader has changed, as typed. */
  #figures = new Map<string, string>();
  #step: steps.Step | null = null;
  #fromReview = false;

  /** What the reader has answered; null is "I don't know". */
  get answers(): Answers {
    return Object.fromEntries(this.#answers);
  }

  set answers(answers: Answers) {
    this.#answers = new Map(Object.entries(answers ?? {}));
    if (this.openPack) this.#takeKnown(this.#answers);
    this.#enter();
  }

  // ---- the pack and its first screen

  protected override listen(signal: AbortSignal): void {
    super.listen(signal);
    addEventListener("hashchange", () => this.openPack && this.#openLink() && this.#enter(), { signal });
  }

  protected override reset(): void {
    this.#step = null;
  }

  /** A link to answers leads straight to the result. */
  protected override canPrepare(first: Description): boolean {
    const shared = decodeFragment(currentFragment());
    return shared !== "unreadable" && shared?.pack !== first.id;
  }

  protected override begin(): void {
    this.#step = steps.firstStep(this.description);
    this.#enter();
  }

  protected override opened({ description }: Pack): void {
    if (description.decision.questions.length === 0)
      throw new AuthorError("no_questions", { title: description.title });
    const shown = this.#step;
    if (description.decision.estimates) void loadCostPicture().catch(() => undefined);
    this.#takeKnown(this.#answers);
    this.#step ??= steps.firstStep(description);
    if (this.#openLink() || !shown) this.#enter();
  }

  protected override refresh(): void {
    this.#render();
  }

  protected override resumption(): () => void {
    const step = this.#step;
    return () => step && this.#go(step);
  }

  // ---- answers from outside

  #takeKnown(given: Iterable<readonly [string, string | null]>): number {
    const { known, dropped } = knownAnswers(this.description, given);
    this.#answers = known;
    return dropped;
  }

  /** True when the page's fragment is for this card, or unreadable: there is something new to show. */
  #openLink(): boolean {
    const shared = decodeFragment(currentFragment());
    if (shared === null || (shared !== "unreadable" && shared.pack !== this.description.id)) return false;
    if (shared === "unreadable") this.notices = [this.texts.say("link_unreadable")];
    else this.#takeShared(shared);
    return true;
  }

  #takeShared({ version, answers }: Shared): void {
    const { texts, now } = { texts: this.texts, now: this.description.version };
    const dropped = this.#takeKnown(answers);
    this.notices = [];
    if (version !== now) this.notices.push(texts.say("link_version", { old: version, now }));
    if (dropped > 0) this.notices.push(texts.say("link_dropped", { count: dropped }));
    this.#step = this.#answers.size > 0 ? steps.RESULT : steps.firstStep(this.description);
  }

  // ---- steps

  #verdict(): Verdict | null {
    return this.openPack?.verdict(this.answers) ?? null;
  }

  #choose(question: string, choice: string | null): void {
    this.#answers.set(question, choice);
    this.emit("dc-answer", { question, choice });
  }

  #next(question: string): void {
    void this.whenOpen(() => {
      const verdict = this.safely(() => this.#verdict());
      if (verdict) this.#go(steps.stepAfter(this.description, verdict, this.#answers, question, this.#fromReview));
    });
  }

  #go(step: steps.Step): void {
    if (step.step !== "question") this.#fromReview = false;
    this.#step = step;
    this.notices = [];
    this.#enter(true);
  }

  #change(question: string): void {
    this.#fromReview = true;
    this.#go({ step: "question", question });
  }

  #restart(): void {
    this.#answers.clear();
    this.#figures.clear();
    this.#fromReview = false;
    this.#go(steps.firstStep(this.description));
  }

  #back(verdict: Verdict | null, question: string | null): (() => void) | null {
    if (!verdict) return null;
    const step = this.#fromReview ? steps.REVIEW : steps.stepBefore(this.description, verdict, question);
    return step && ((): void => this.#go(step));
  }

  // ---- rendering

  /** Shows the current step and tells the page about it. */
  #enter(moved = false): void {
    const step = this.#step;
    const verdict = this.#render(moved);
    if (!step || this.#step !== step) return;
    this.emit("dc-step", { ...step });
    if (step.step === "result" && verdict) this.emit("dc-result", { verdict, answers: this.answers });
  }

  #render(moved = false): Verdict | null {
    const step = this.#step;
    if (!step) return null;
    return this.safely(() => {
      const verdict = this.#verdict();
      this.paint(this.#view(step, verdict), moved);
      return verdict;
    });
  }

  #view(step: steps.Step, verdict: Verdict | null): HTMLElement {
    if (step.step === "question") return this.#questionView(step.question, verdict);
    if (!verdict) throw new Error("no verdict");
    return step.step === "review" ? this.#reviewView(verdict) : this.#resultView(verdict);
  }

  #questionView(id: string, verdict: Verdict | null): HTMLElement {
    const question = findQuestion(this.description, id);
    if (!question) throw new Error(`no question ${id}`);
    const count = verdict
      ? steps.countQuestions(this.description, verdict, id)
      : { number: 1, total: DecisionCard.bundled?.questionCount ?? 1 };
    return questionView(this.stage(), {
      question,
      ...count,
      given: this.#answers.get(id),
      opening: count.number === 1 && !this.#fromReview,
      choose: (choice) => this.#choose(id, choice),
      next: () => this.#next(id),
      back: this.#back(verdict, id),
    });
  }

  #reviewView(verdict: Verdict): HTMLElement {
    return reviewView(this.stage(), {
      questions: steps.askedQuestions(this.description, verdict),
      given: this.#answers,
      change: (question) => this.#change(question),
      next: () => this.#go(steps.RESULT),
      back: this.#back(verdict, null),
    });
  }

  #resultView(verdict: Verdict): HTMLElement {
    return resultView(this.stage(), {
      verdict,
      figures: this.#figures,
      estimate: (inputs) => tryEstimate(this.openPack, inputs, this.answers),
      link: () => linkTo(encodeFragment(this.description, this.answers)),
      change: () => this.#go(steps.REVIEW),
      restart: () => this.#restart(),
    });
  }
}
