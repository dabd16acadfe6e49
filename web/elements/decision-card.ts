/**
 * <decision-card>: asks a pack's questions one at a time and shows the verdict. All that it knows of its reader is one value,
 * their journey; a move makes the next one, which is painted and told to the page.
 */
import type { Answer, Answers, Description, Outlook, Question, Verdict } from "../contract/index.js";
import * as documents from "../documents/index.js";
import type { ResultData } from "../documents/result.js";
import styles from "../dom/styles/proofs.css";
import { land } from "../dom/surface.js";
import type { DecisionEngine, DecisionPack } from "../engine/decision.js";
import * as journeys from "../questionnaire/journey.js";
import type { Journey } from "../questionnaire/journey.js";
import { addressedWindow } from "../questionnaire/address.js";
import { decodeLink, knownAnswers, type Shared } from "../questionnaire/link.js";
import { placeAnswers, placedPack } from "../questionnaire/placed.js";
import * as steps from "../questionnaire/steps.js";
import type { Step } from "../questionnaire/steps.js";
import { DECISION_LANGUAGES } from "../texts/decision.js";
import { unfold } from "../views/common/fold.js";
import { Folds } from "../views/common/folds.js";
import type { Stage } from "../views/common/stage.js";
import { decisionView, type Desk } from "./decision-screens.js";
import { Known } from "./known.js";
import { linkNotices, withoutSecond } from "./link-notices.js";
import { Order } from "./order.js";
import { ownerOf, PageLink } from "./page-link.js";
import { noEngine, PackElement } from "./pack-element.js";
import { type Keeping, keepInAddress, keptStep } from "./remembering.js";
import { AuthorError, remembers } from "./pack-source.js";
import { type Shelf, shelfFor } from "./saved.js";

/**
 * Asks a pack's questions one at a time and shows the verdict.
 * @attr scroll - "none": a link to answers leaves the page where it is
 * @attr remember - "address": the answers stand in the page's address and history; "device": the result has a button that saves them
 * @attr order - "author" (the default) or "information": after the first question, what tells most is asked next
 */
export class DecisionCard extends PackElement<DecisionPack> {
  static override readonly tag = "decision-card";
  static override readonly languages = DECISION_LANGUAGES;

  /** Where its engine comes from; the entries set it, and a page may, before the first card opens a pack. */
  static engine: () => Promise<DecisionEngine> = noEngine;

  protected override readonly styles = styles;

  #journey = journeys.START;
  /** The answers that the page has set last, as it set them, and the pack that was open then. */
  #set: { readonly answers: steps.Answered; readonly pack: string } | null = null;
  /** While the page hears about a screen: answers that it sets meanwhile are shown, and not told again. */
  #telling = false;
  /** What the engine has said about the pack that is open. */
  #known: Known | null = null;
  #shelf: Shelf | null = null;
  readonly #order = new Order(
    this,
    () => this.safely(() => this.openPack?.prepare()) ?? false,
    () => this.safely(() => this.#known?.outlook(this.#journey.answers)),
  );

  /** What the reader has answered; null is "I don't know". */
  get answers(): Answers {
    return Object.fromEntries(this.#journey.answers);
  }

  /** Setting the present answers, or again those that the page set last, as with each of its renderings, changes nothing. null empties them. */
  set answers(answers: Answers | null) {
    const given = answers && new Map(Object.entries(answers));
    const again = given !== null && this.#set !== null && steps.sameAnswers(given, this.#set.answers);
    this.#set = given && { answers: given, pack: this.openPack?.description.id ?? "" };
    if (!again) this.#takeAnswers(given ?? new Map());
  }

  #takeAnswers(given: steps.Answered): void {
    const known = this.openPack ? knownAnswers(this.description, given).known : given;
    const journey = journeys.takeAnswers(this.#journey, known);
    if (journey === this.#journey) return;
    this.#journey = journey;
    if (this.#telling) this.#render();
    else this.#enter();
  }

  override reset(): void {
    this.#set = null;
    PageLink.remove(this, this.description);
    this.#move(({ step }) => (step ? journeys.restart(journeys.START, this.description) : journeys.START), false);
  }

  /** Shows a step, as `dc-step` names it, without asking the page first. False: there is no such step to show now. */
  async goTo(step: Step): Promise<boolean> {
    await this.settled;
    const verdict = this.safely(() => this.#verdict());
    if (!verdict || !journeys.hasStep(this.#journey, this.description, verdict, step)) return false;
    if (!steps.sameStep(this.#journey.step, step))
      this.#move((journey) => journeys.goTo(journey, step), false, "further");
    return true;
  }

  /** The result for the answers so far as Markdown; null while there is no pack to answer. */
  toMarkdown(): string | null {
    return this.#written(documents.resultMarkdown);
  }

  /** The same as a decision record, MADR 4.0. */
  toMadr(): string | null {
    return this.#written((result) => documents.resultMadr(result));
  }

  /** The same as a picture of 1200 by 630, SVG. */
  toSVG(): string | null {
    return this.#written((result) => documents.svgOf(documents.resultPicture(result)));
  }

  /** What `JSON.stringify(card)` writes. */
  toJSON(): ResultData {
    const verdict = this.safely(() => this.#verdict());
    return documents.resultData({ texts: this.words, pack: this.#placed, answers: this.#journey.answers }, verdict);
  }

  #written(write: (result: documents.Result) => string): string | null {
    const verdict = this.safely(() => this.#verdict());
    return verdict && write({ texts: this.words, pack: this.#placed, verdict, answers: this.#journey.answers });
  }

  protected override load(): Promise<DecisionEngine> {
    return DecisionCard.engine();
  }

  protected override listen(signal: AbortSignal): void {
    super.listen(signal);
    const page = addressedWindow();
    page.addEventListener("hashchange", () => this.#follow(), { signal });
    addEventListener("storage", ({ key }) => key === this.#shelf?.name && this.#shelf.changed(), { signal });
    page.addEventListener("popstate", () => this.#return(), { signal });
  }

  protected override leave(): void {
    this.#journey = journeys.leave(this.#journey);
    this.#known = null;
  }

  /** A link to answers leads straight to the result, and so do saved ones. */
  protected override canPrepare(first: Description): boolean {
    const shared = PageLink.for(this, first);
    if (shelfFor(this, "decision", first)?.all?.length) return false;
    return shared !== "unreadable" && shared?.pack !== first.id;
  }

  protected override begin(): void {
    this.#journey = journeys.goTo(this.#journey, steps.firstStep(this.description));
    this.#enter();
  }

  protected override opened(pack: DecisionPack): void {
    const { description } = pack;
    if (description.decision.questions.length === 0)
      throw new AuthorError("no_questions", { title: description.title });
    const shown = this.#journey.step;
    this.#known = new Known(pack, (said, given) => placeAnswers(said, this.description, given, this.words));
    this.#shelf = shelfFor(this, "decision", description);
    this.#journey = journeys.arrive(this.#withSet(description), description);
    const linked = this.#openLink();
    const kept = linked && keptStep(this, this.description);
    if (kept) this.#journey = { ...journeys.goTo(this.#journey, kept), origin: null };
    if (linked || (this.#journey.answers.size === 0 && this.#openSaved())) this.#enterShared();
    else if (!shown) this.#enter();
    if (linked && !kept) land(this, true);
    if (this.#order.informed && this.#journey.step?.step === "question") this.#order.prepare();
  }

  /** Answers that the page set while another pack was open may have been meant for this one. */
  #withSet({ id }: Description): Journey {
    const { answers, pack } = this.#set ?? {};
    if (!answers || !pack || pack === id) return this.#journey;
    this.#set = { answers, pack: id };
    return journeys.takeAnswers(this.#journey, answers);
  }

  protected override refresh(): void {
    this.#render();
  }

  protected override fail(error: unknown): void {
    this.#known = null;
    super.fail(error);
  }

  protected override resumption(): () => void {
    const { step, drafts } = this.#journey;
    return () => step && this.#move((journey) => ({ ...journeys.goTo(journey, step), drafts }), true);
  }

  /** A link that was put into the address of the open page. */
  #follow(): void {
    if (!this.openPack || !this.#openLink()) return;
    this.#enterShared();
    land(this, false);
  }

  /** Back or forward in the browser, where the address remembers. */
  #return(): void {
    const step = this.openPack && keptStep(this, this.description);
    if (!step) return;
    const cameBack = this.#journey.answers.size === 0 && this.#openLink(); // begun again, or back from elsewhere
    if (!cameBack && steps.sameStep(this.#journey.step, step)) {
      keepInAddress(this, this.description, this.#journey, "here"); // another card of the page went back
      return;
    }
    if (cameBack) this.#journey = { ...this.#journey, origin: null };
    PageLink.take(this, this.description);
    this.#journey = journeys.goTo(this.#journey, step);
    this.#enterShared(true, "here");
  }

  /** Where answers come with their result, the page is asked first, and may keep the reader at the review. */
  #enterShared(moved = false, keeping: Keeping | null = null): void {
    if (!this.#mayEnter(this.#journey)) this.#journey = journeys.goTo(this.#journey, steps.REVIEW);
    this.#enter(moved, keeping);
  }

  /** Opens the page's link, if it is for this card, or unreadable. False: there is nothing new to show. */
  #openLink(): boolean {
    const shared = PageLink.open(this, this.description);
    if (shared === null) return false;
    if (shared === "unreadable") this.notices = [this.words.say("link_unreadable")];
    else this.#openShared(shared);
    return true;
  }

  /** What the reader has saved in this browser: the latest, unless they say which. */
  #openSaved(link = this.#shelf?.all?.[0]?.text ?? ""): boolean {
    const saved = this.#read(link);
    if (saved?.pack !== this.description.id) return false;
    this.#openShared(saved);
    this.#journey = { ...this.#journey, origin: this.#journey.origin && "device" };
    return true;
  }

  /** Of a link to answers for several cards, those for this one. */
  #read(link: string): Shared | null {
    return decodeLink(link, ownerOf(this, this.description));
  }

  #openShared(shared: Shared): void {
    this.notices = linkNotices(this.words, this.description, shared);
    this.#journey = journeys.openShared(this.#journey, this.description, shared);
  }

  /** False for a text that is no link to this questionnaire. */
  #compare(link: string): boolean {
    const shared = this.#read(link);
    if (shared?.pack !== this.description.id) return false;
    this.notices = linkNotices(this.words, this.description, withoutSecond(shared));
    this.#journey = journeys.compare(this.#journey, this.description, shared);
    this.#enter(true);
    return true;
  }

  /** A press of the reader's. The page is asked before a result comes into sight. */
  #go(move: (journey: Journey) => Journey): void {
    const next = move(this.#journey);
    const came = this.#journey.step?.step;
    if (came === "result" || came === "compare" || this.#mayEnter(next)) this.#move(() => next, true);
  }

  #move(move: (journey: Journey) => Journey, moved: boolean, keeping: Keeping | null = moved ? "further" : null): void {
    this.#journey = move(this.#journey);
    this.notices = [];
    this.#enter(moved, keeping);
  }

  #mayEnter({ step, answers }: Journey): boolean {
    return step?.step !== "result" || this.emit("dc-before-result", { answers: Object.fromEntries(answers) });
  }

  #choose(question: string, choice: Answer | null | undefined): void {
    this.#journey = journeys.choose(this.#journey, question, choice);
    this.#begun();
    this.#handOver();
    keepInAddress(this, this.description, this.#journey, "here");
    // A page that gives back what it hears would else answer for a reader who is still choosing.
    if (choice !== undefined) this.emit("dc-answer", { question, choice });
    this.#order.chosen(choice);
  }

  #next(question: string): void {
    void this.whenOpen(() => {
      const after = this.safely(() => this.#after(question));
      if (after) this.#go(() => after);
    });
  }

  #after(question: string): Journey | null {
    const verdict = this.#verdict();
    return verdict && journeys.next(this.#journey, this.#way(question, true), verdict, question);
  }

  /** The address forgets them, too: a reload would bring them back. Where it remembers, a new step of the history does without. */
  #restart(): void {
    if (!remembers(this, "address")) PageLink.remove(this, this.description);
    this.#go((now) => journeys.restart(now, this.description));
  }

  /** Back to the list that the change was tried from. */
  #undo(): void {
    this.#go(journeys.undo);
    const fold = this.shadowRoot?.querySelector<HTMLDetailsElement>("details.what-if");
    if (fold) unfold(fold);
  }

  #verdict(): Verdict | null {
    return this.#known && this.#known.verdict(this.#journey.answers);
  }

  /** The pack with answers in its texts. */
  get #placed(): Description {
    return placedPack(this.description, this.#journey.answers, this.words);
  }

  #way(current: string | null, onward = false): readonly Question[] {
    const { answers } = this.#journey;
    const outlook = (): Outlook | null => (onward ? (this.#known?.outlook(answers) ?? null) : null);
    return this.#order.way(this.description.decision.questions, answers, current, outlook);
  }

  /** Shows the current step and tells the page about it. */
  #enter(moved = false, keeping: Keeping | null = null): void {
    const { step } = this.#journey;
    if (this.#journey.answers.size > 0) this.#begun();
    this.#render(moved);
    if (!step || this.#journey.step !== step) return;
    if (keeping) keepInAddress(this, this.description, this.#journey, keeping);
    this.#telling = true;
    this.emit("dc-step", { ...step });
    if (step.step === "result" && this.#journey.step === step) this.#tellResult();
    this.#telling = false;
  }

  /** The verdict that the page gets is the page's own. */
  #tellResult(): void {
    const verdict = this.safely(() => this.#verdict());
    const trial = journeys.changesTried(this.#journey) !== null;
    if (verdict) this.emit("dc-result", { verdict: structuredClone(verdict), answers: this.answers, trial });
  }

  #handOver(): void {
    this.hand(JSON.stringify(this.answers));
  }

  /** Pages reserve room for the first screen: `decision-card:state(begun)` needs as much as it has. */
  #begun(): void {
    this.internals?.states?.add("begun");
  }

  #render(moved = false): void {
    const { step } = this.#journey;
    this.#handOver();
    if (step) this.safely(() => this.paint(decisionView(this.#desk(), step), moved));
  }

  #desk(): Desk {
    return {
      stage: this.stage(),
      journey: this.#journey,
      verdict: this.#verdict(),
      known: this.#known!,
      way: (current) => this.#way(current),
      total: DecisionCard.bundled?.questionCount ?? 1,
      choose: (question, choice) => this.#choose(question, choice),
      next: (question) => this.#next(question),
      go: (move) => this.#go(move),
      keep: (move) => {
        this.#journey = move(this.#journey);
      },
      undo: () => this.#undo(),
      restart: () => this.#restart(),
      shelf: this.#shelf?.all ? this.#shelf : null,
      read: (link) => this.#read(link),
      openSaved: (link) => {
        if (this.#openSaved(link)) this.#enterShared(true, "further");
      },
      now: () => this.#journey,
      compare: (link) => this.#compare(link),
    };
  }

  protected override stage(): Stage {
    const stage = super.stage();
    return { ...stage, pack: this.#placed, notices: [...this.#order.notices(this.words), ...stage.notices] };
  }

  protected override get folds(): Folds {
    return new Folds(this.#journey.folds, (name, open) => {
      this.#journey = journeys.fold(this.#journey, name, open);
    });
  }
}
