/**
 * <decision-card>: asks a pack's questions one at a time and shows the verdict.
 * State lives here and nowhere else: the answers and the current step. Every render asks the engine for the verdict again.
 */
import type { Answers, Change, Description, Outlook, Question, Verdict } from "../contract/index.js";
import type { DecisionEngine, DecisionPack } from "../engine/decision.js";
import { Foresight } from "../questionnaire/foresight.js";
import { noEngine, PackElement } from "./pack-element.js";
import {
  currentFragment,
  decodeFragment,
  decodeLink,
  encodeFragment,
  knownAnswers,
  linkTo,
  type Shared,
} from "../questionnaire/link.js";
import styles from "../dom/styles/proofs.css";
import { AuthorError, attribute } from "./pack-source.js";
import { proofTexts } from "../texts/en-proofs.js";
import type { Words } from "../texts/texts.js";
import * as steps from "../questionnaire/steps.js";
import type { Side } from "../views/proofs/compare.js";
import { unfold } from "../views/common/fold.js";
import { compareView, tryEstimate } from "../views/proofs/index.js";
import { questionView } from "../views/question/question.js";
import { resultView } from "../views/result/result.js";
import { reviewView } from "../views/question/review.js";
import { findQuestion, type Stage } from "../views/common/stage.js";
import type { Trial } from "../views/proofs/trial.js";

export class DecisionCard extends PackElement<DecisionPack> {
  static override readonly tag = "decision-card";

  /** Where its engine comes from; the entries set it, and a page may, before the first card opens a pack. */
  static engine: () => Promise<DecisionEngine> = noEngine;

  protected override readonly styles = styles;

  #answers = new Map<string, string | null>();
  /** The answers that the page has set last, as it set them. */
  #set: steps.Given | null = null;
  /** Figures of the cost picture that the reader has changed, as typed. */
  #figures = new Map<string, string>();
  #step: steps.Step | null = null;
  #fromReview = false;
  /** The reader's own answers, while a changed one is tried. */
  #own: Map<string, string | null> | null = null;
  /** The other answers, in a comparison. */
  #second: Map<string, string | null> | null = null;
  /** The question on which the result was offered early. */
  #offeredAt: string | null = null;
  #stopped = false;
  /** While the page hears about a screen: answers that it sets meanwhile are shown, and not told again. */
  #telling = false;
  #proved: { readonly of: string; readonly outlook: Outlook } | null = null;
  readonly #foresight = new Foresight(
    () => this.safely(() => this.openPack?.prepare()) ?? false,
    () => this.safely(() => this.#outlook()),
  );

  /** What the reader has answered; null is "I don't know". */
  get answers(): Answers {
    return Object.fromEntries(this.#answers);
  }

  /**
   * Answers that are the present ones change nothing, nor do those that the page has set before: a page may set them again with
   * each of its own renderings. null empties them.
   */
  set answers(answers: Answers | null) {
    const set = answers && new Map(Object.entries(answers));
    const again = set !== null && this.#set !== null && steps.sameAnswers(set, this.#set);
    this.#set = set;
    if (!again) this.#takeAnswers(set ?? new Map());
  }

  // ---- the pack and its first screen

  protected override get words(): Words {
    return proofTexts;
  }

  protected override load(): Promise<DecisionEngine> {
    return DecisionCard.engine();
  }

  protected override listen(signal: AbortSignal): void {
    super.listen(signal);
    addEventListener("hashchange", () => this.openPack && this.#openLink() && this.#enter(), { signal });
  }

  protected override reset(): void {
    this.#step = null;
    this.#second = null;
    this.#proved = null;
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

  protected override opened({ description }: DecisionPack): void {
    if (description.decision.questions.length === 0)
      throw new AuthorError("no_questions", { title: description.title });
    const shown = this.#step;
    this.#takeKnown(this.#answers);
    this.#step ??= steps.firstStep(description);
    if (this.#openLink() || !shown) this.#enter();
    if (this.#informed && this.#step.step === "question") this.#foresight.prepare();
  }

  protected override refresh(): void {
    this.#render();
  }

  protected override resumption(): () => void {
    const step = this.#step;
    return () => step && this.#go(step);
  }

  // ---- answers from outside

  #takeAnswers(given: steps.Given): void {
    const known = this.openPack ? knownAnswers(this.description, given).known : new Map(given);
    if (steps.sameAnswers(known, this.#answers)) return;
    this.#answers = known;
    this.#own = null;
    this.#stopped = false;
    if (this.#telling) this.#render();
    else this.#enter();
  }

  #takeKnown(given: Iterable<readonly [string, string | null]>): number {
    const { known, dropped } = knownAnswers(this.description, given);
    this.#answers = known;
    this.#own = null;
    this.#stopped = false;
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

  #takeShared(shared: Shared): void {
    this.notices = this.#noticesOf(shared, this.#takeKnown(shared.answers));
    if (shared.second) this.#takeSecond(shared.second);
    else this.#step = this.#answers.size > 0 ? steps.RESULT : steps.firstStep(this.description);
  }

  #takeSecond(shared: Shared): void {
    const { known, dropped } = knownAnswers(this.description, shared.answers);
    this.notices = [...new Set([...this.notices, ...this.#noticesOf(shared, dropped)])];
    this.#second = known;
    this.#step = steps.COMPARE;
  }

  #noticesOf({ version, lost }: Shared, dropped: number): string[] {
    const { texts, now } = { texts: this.texts, now: this.description.version };
    return [
      ...(version === now ? [] : [texts.say("link_version", { old: version, now })]),
      ...(lost === 0 ? [] : [texts.say("link_lost", { count: lost })]),
      ...(dropped === 0 ? [] : [texts.say("link_dropped", { count: dropped })]),
    ];
  }

  /** False for a text that is no link to this questionnaire. */
  #compare(link: string): boolean {
    const shared = decodeLink(link);
    if (shared?.pack !== this.description.id) return false;
    this.notices = [];
    this.#takeSecond(shared);
    this.#enter(true);
    return true;
  }

  // ---- steps

  #verdict(): Verdict | null {
    return this.openPack?.verdict(this.answers) ?? null;
  }

  /** All questions in the order they are asked in. What comes after `current` is only known with an outlook. */
  #way(current: string | null, outlook: Outlook | null = null): readonly Question[] {
    const { questions } = this.description.decision;
    return this.#informed ? steps.byInformation(questions, this.#answers, current, outlook) : questions;
  }

  get #informed(): boolean {
    return attribute(this, "order") === "information";
  }

  #outlook(): Outlook | null {
    // "I don't know" is an open question like any other: the same outlook.
    const of = JSON.stringify([...this.#answers].filter(([, choice]) => choice !== null).sort());
    if (this.openPack && this.#proved?.of !== of) this.#proved = { of, outlook: this.openPack.outlook(this.answers) };
    return this.#proved?.outlook ?? null;
  }

  #choose(question: string, choice: string | null): void {
    this.#own = null;
    this.#answers.set(question, choice);
    this.emit("dc-answer", { question, choice });
    if (this.#informed) this.#foresight.soon();
    else if (choice === null) this.#foresight.prepare(); // the result will say what this leaves open
  }

  #next(question: string): void {
    void this.whenOpen(() => {
      const step = this.safely(() => this.#after(question));
      if (step) this.#go(step);
    });
  }

  #after(question: string): steps.Step | null {
    const verdict = this.#verdict();
    if (!verdict) return null;
    const settled = verdict.status === "settled";
    if (settled && this.#stopped && this.#fromReview) return steps.REVIEW;
    const way = this.#way(question, this.#informed ? this.#outlook() : null);
    const step = steps.stepAfter(way, verdict, this.#answers, question, this.#fromReview);
    if (!settled) this.#offeredAt = null;
    else if (step.step === "question") this.#offeredAt ??= step.question;
    return step;
  }

  /** The questions left are the reader's to skip; a later change that makes one of them matter brings it back. */
  #stop(): void {
    this.#stopped = true;
    this.#go(steps.RESULT);
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

  #tryOut(changes: readonly Change[]): void {
    this.#own ??= new Map(this.#answers);
    for (const { question, to } of changes) this.#answers.set(question, to);
    this.#go(steps.RESULT);
  }

  /** Back to the list that the change was tried from. */
  #undo(): void {
    this.#answers = this.#own ?? this.#answers;
    this.#own = null;
    this.#go(steps.RESULT);
    const fold = this.shadowRoot?.querySelector<HTMLDetailsElement>("details.what-if");
    if (fold) unfold(fold);
  }

  #trial(): Trial | null {
    const own = this.#own;
    const changes = [...this.#answers].map(([question, to]) => ({
      question,
      from: own?.get(question) ?? "",
      to: to ?? "",
    }));
    return own && { changes: changes.filter(({ from, to }) => from !== to), undo: () => this.#undo() };
  }

  #restart(): void {
    this.#answers = new Map();
    this.#own = null;
    this.#second = null;
    this.#stopped = false;
    this.#offeredAt = null;
    this.#figures.clear();
    this.#fromReview = false;
    this.#go(steps.firstStep(this.description));
  }

  #back(verdict: Verdict | null, question: string | null): (() => void) | null {
    if (!verdict) return null;
    const step = this.#fromReview ? steps.REVIEW : steps.stepBefore(this.#way(question), verdict, question);
    return step && ((): void => this.#go(step));
  }

  // ---- rendering

  /** Shows the current step and tells the page about it. */
  #enter(moved = false): void {
    const step = this.#step;
    this.#render(moved);
    if (!step || this.#step !== step) return;
    this.#telling = true;
    this.emit("dc-step", { ...step });
    if (step.step === "result" && this.#step === step) this.#tellResult();
    this.#telling = false;
  }

  #tellResult(): void {
    const verdict = this.safely(() => this.#verdict());
    if (verdict) this.emit("dc-result", { verdict, answers: this.answers });
  }

  #render(moved = false): void {
    const step = this.#step;
    if (step) this.safely(() => this.paint(this.#view(step, this.#verdict()), moved));
  }

  #view(step: steps.Step, verdict: Verdict | null): HTMLElement {
    if (step.step === "question") return this.#questionView(step.question, verdict);
    if (!verdict) throw new Error("no verdict");
    if (step.step === "compare") return this.#compareView(verdict);
    return step.step === "review" ? this.#reviewView(verdict) : this.#resultView(verdict);
  }

  #questionView(id: string, verdict: Verdict | null): HTMLElement {
    const question = findQuestion(this.description, id);
    if (!question) throw new Error(`no question ${id}`);
    const count = verdict
      ? steps.countQuestions(this.#way(id), verdict, id)
      : { number: 1, total: DecisionCard.bundled?.questionCount ?? 1 };
    return questionView(this.stage(), {
      question,
      ...count,
      given: this.#answers.get(id),
      opening: count.number === 1 && !this.#fromReview,
      choose: (choice) => this.#choose(id, choice),
      next: () => this.#next(id),
      back: this.#back(verdict, id),
      offer: verdict && this.#offer(verdict, id),
    });
  }

  #offer(verdict: Verdict, id: string): { count: number; accept: () => void } | null {
    const count = steps.countLeft(verdict, this.#answers);
    const holds = id === this.#offeredAt && verdict.status === "settled" && !this.#fromReview && count > 0;
    return holds ? { count, accept: () => this.#stop() } : null;
  }

  #reviewView(verdict: Verdict): HTMLElement {
    return reviewView(this.stage(), {
      questions: steps.askedQuestions(this.description.decision.questions, verdict),
      given: this.#answers,
      change: (question) => this.#change(question),
      next: () => this.#go(steps.RESULT),
      back: this.#back(verdict, null),
    });
  }

  #resultView(verdict: Verdict): HTMLElement {
    return resultView(this.stage(), {
      verdict,
      trial: this.#trial(),
      flips: () => this.#pack.flips(this.answers),
      outlook: () => this.#pack.outlook(this.answers),
      tryOut: (changes) => this.#tryOut(changes),
      answer: (question) => this.#change(question),
      compare: (link) => this.#compare(link),
      figures: this.#figures,
      estimate: (inputs) => tryEstimate(this.openPack, inputs, this.answers),
      link: () => linkTo(encodeFragment(this.description, this.answers)),
      change: () => this.#go(steps.REVIEW),
      restart: () => this.#restart(),
    });
  }

  #compareView(verdict: Verdict): HTMLElement {
    const second = this.#second ?? new Map<string, string | null>();
    const other = Object.fromEntries(second);
    const sides: readonly [Side, Side] = [
      { verdict, given: this.#answers, open: () => this.#go(steps.RESULT) },
      { verdict: this.#pack.verdict(other), given: second, open: () => this.#openSecond(second) },
    ];
    return compareView(this.stage(), {
      sides,
      link: () => linkTo(encodeFragment(this.description, this.answers, other)),
    });
  }

  #openSecond(second: Map<string, string | null>): void {
    this.#second = this.#answers;
    this.#answers = second;
    this.#own = null;
    this.#go(steps.RESULT);
  }

  get #pack(): DecisionPack {
    if (!this.openPack) throw new Error("no pack");
    return this.openPack;
  }

  protected override stage(): Stage {
    const stage = super.stage();
    const value = attribute(this, "order") ?? "author";
    if (value === "author" || value === "information") return stage;
    const notice = this.texts.say("order_unknown", { value });
    console.warn(`${this.localName}: ${notice}`);
    return { ...stage, notices: [notice, ...stage.notices] };
  }
}
