/**
 * <decision-card>: asks a pack's questions one at a time and shows the verdict.
 * State lives here and nowhere else: the answers and the current step. Every render asks the engine for the verdict again.
 */
import type { Answers, Description, Problem, Verdict } from "./contract.js";
import { load, type Pack, PackError } from "./engine.js";
import { currentFragment, decodeFragment, encodeFragment, knownAnswers, linkTo, type Shared } from "./share.js";
import { AuthorError, attribute, type Bundled, type PackSource, packSource } from "./source.js";
import * as steps from "./steps.js";
import { adoptStyles, bringIntoView, openForPrint } from "./surface.js";
import { Texts } from "./texts.js";
import { loadCostPicture, tryEstimate } from "./views/costs.js";
import { failureView, problemsView } from "./views/problems.js";
import { questionView } from "./views/question.js";
import { resultView } from "./views/result.js";
import { reviewView } from "./views/review.js";
import { findQuestion, type Stage } from "./views/stage.js";

/** Servers import this module too; there it is a class that nobody registers. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** What stands in for a pack's description while there is none: a message needs no more. */
const NOTHING: Description = {
  id: "",
  version: "",
  language: "",
  title: "",
  authors: [],
  sources: [],
  decision: { question: "", questions: [], alternatives: [], recommendations: [], gates: [] },
};

export class DecisionCard extends Base {
  static readonly observedAttributes = ["pack", "src", "heading-level"];

  /** The pack that comes with the script; index.ts sets it. */
  static bundled: Bundled | null = null;

  static define(tag = "decision-card", registry: CustomElementRegistry | undefined = globalThis.customElements): void {
    if (registry && !registry.get(tag)) registry.define(tag, this);
  }

  #answers = new Map<string, string | null>();
  /** Figures of the cost picture that the reader has changed, as typed. */
  #figures = new Map<string, string>();
  #step: steps.Step | null = null;
  #fromReview = false;

  #packData: string | object | null = null;
  #pack: Pack | null = null;
  #description: Description = NOTHING;
  #texts = new Texts();
  #notices: string[] = [];
  #opening: Promise<void> = Promise.resolve();
  /** Counts restarts, so that what an earlier source still delivers is dropped. */
  #run = 0;
  #moving = false;
  #attached: AbortController | null = null;

  /** What the reader has answered; null is "I don't know". */
  get answers(): Answers {
    return Object.fromEntries(this.#answers);
  }

  set answers(answers: Answers) {
    this.#answers = new Map(Object.entries(answers ?? {}));
    if (this.#pack) this.#takeKnown(this.#answers);
    this.#enter();
  }

  /** A pack as text or as an object, instead of the attributes. */
  set packData(data: string | object | null) {
    this.#packData = data;
    if (this.#run > 0) this.#start();
  }

  get packData(): string | object | null {
    return this.#packData;
  }

  connectedCallback(): void {
    this.#listen();
    for (const name of ["packData", "answers"] as const) this.#adoptEarly(name);
    if (this.#run === 0) this.#start();
  }

  disconnectedCallback(): void {
    this.#attached?.abort();
    this.#attached = null;
  }

  /** A style sheet belongs to the document that made it. */
  adoptedCallback(): void {
    if (this.shadowRoot) adoptStyles(this.shadowRoot);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (this.#run === 0 || before?.trim() === after?.trim()) return;
    if (name === "heading-level") this.#render();
    else this.#start();
  }

  /** A property set before the element was defined hides the accessor: take it off and set it again. */
  #adoptEarly(name: "packData" | "answers"): void {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name] as never;
    Reflect.deleteProperty(this, name);
    this[name] = value;
  }

  #listen(): void {
    this.#attached?.abort();
    this.#attached = new AbortController();
    const { signal } = this.#attached;
    addEventListener("hashchange", () => this.#pack && this.#openLink() && this.#enter(), { signal });
    addEventListener("beforeprint", () => this.shadowRoot && openForPrint(this.shadowRoot), { signal });
  }

  // ---- the pack and the engine

  #start(): void {
    this.#run += 1;
    this.#pack = null;
    this.#description = NOTHING;
    this.#step = null;
    this.#notices = [];
    try {
      this.#startFrom(packSource(this, this.#packData, DecisionCard.bundled));
    } catch (error) {
      this.#fail(error);
    }
  }

  #startFrom(source: PackSource): void {
    if (source.kind === "given") this.#opening = this.#open(source.read, this.#run);
    else this.#startBundled(source.bundled);
  }

  /** The first question is shown and can be answered before the engine is even compiled. */
  #startBundled({ text, first }: Bundled): void {
    const read = async (): Promise<string> => text;
    const shared = decodeFragment(currentFragment());
    const linked = shared === "unreadable" || shared?.pack === first.id;
    if (!linked) this.#show(first);
    const run = this.#run;
    this.#opening = (linked ? Promise.resolve() : afterPaint()).then(() => this.#open(read, run));
  }

  #show(description: Description): void {
    this.#describe(description);
    this.#step = steps.firstStep(description);
    this.#enter();
  }

  async #open(read: () => Promise<string | object>, run: number): Promise<void> {
    try {
      const [engine, data] = await Promise.all([load(), read()]);
      if (run === this.#run) this.#opened(engine.open(data));
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    }
  }

  #opened(pack: Pack): void {
    const shown = this.#step;
    this.#pack = pack;
    this.#describe(pack.description);
    if (pack.description.decision.estimates) void loadCostPicture().catch(() => undefined);
    this.#takeKnown(this.#answers);
    this.#step ??= steps.firstStep(pack.description);
    if (this.#openLink() || !shown) this.#enter();
  }

  #describe(description: Description): void {
    this.#description = description;
    this.#texts = new Texts(description.language);
  }

  #fail(error: unknown): void {
    this.#pack = null;
    if (error instanceof PackError) this.#showProblems(error.problems);
    else this.#showFailure(error);
  }

  #showProblems(problems: readonly Problem[]): void {
    console.error("decision-card:", problems);
    this.#paint(problemsView(this.#stage(), problems));
    this.#emit("dc-error", { problems });
  }

  /** An untouched tag keeps its fallback content as it is; otherwise a slot shows it below the message. */
  #showFailure(error: unknown): void {
    const authors = error instanceof AuthorError;
    const message = authors ? this.#texts.say(error.key, error.values) : this.#texts.say("failed");
    console[authors ? "warn" : "error"](`decision-card: ${message}`, authors ? "" : error);
    const untouched = !this.shadowRoot && this.childElementCount > 0;
    const retry = authors && error.key !== "src_failed" ? null : (): void => this.#retry();
    if (authors || !untouched) this.#paint(failureView(this.#stage(), message, retry));
    this.#emit("dc-error", { message: error instanceof Error && !authors ? error.message : message });
  }

  /** The answers were never lost; go on where the reader was. */
  #retry(): void {
    const step = this.#step;
    this.#start();
    void this.#opening.then(() => step && this.#pack && this.#go(step));
  }

  // ---- answers from outside

  #takeKnown(given: Iterable<readonly [string, string | null]>): number {
    const { known, dropped } = knownAnswers(this.#description, given);
    this.#answers = known;
    return dropped;
  }

  /** True when the page's fragment is for this card, or unreadable: there is something new to show. */
  #openLink(): boolean {
    const shared = decodeFragment(currentFragment());
    if (shared === null || (shared !== "unreadable" && shared.pack !== this.#description.id)) return false;
    if (shared === "unreadable") this.#notices = [this.#texts.say("link_unreadable")];
    else this.#takeShared(shared);
    return true;
  }

  #takeShared({ version, answers }: Shared): void {
    const { texts, now } = { texts: this.#texts, now: this.#description.version };
    const dropped = this.#takeKnown(answers);
    this.#notices = [];
    if (version !== now) this.#notices.push(texts.say("link_version", { old: version, now }));
    if (dropped > 0) this.#notices.push(texts.say("link_dropped", { count: dropped }));
    this.#step = this.#answers.size > 0 ? steps.RESULT : steps.firstStep(this.#description);
  }

  // ---- steps

  #verdict(): Verdict | null {
    return this.#pack?.verdict(this.answers) ?? null;
  }

  #choose(question: string, choice: string | null): void {
    this.#answers.set(question, choice);
    this.#emit("dc-answer", { question, choice });
  }

  /** Waits for the engine if it is still loading; one step for each press, however often it is pressed. */
  async #next(question: string): Promise<void> {
    if (this.#moving) return;
    this.#moving = true;
    const waiting = setTimeout(() => this.#sayWaiting(), 300);
    await this.#opening;
    clearTimeout(waiting);
    this.#moving = false;
    const verdict = this.#safely(() => this.#verdict());
    if (verdict) this.#go(steps.stepAfter(this.#description, verdict, this.#answers, question, this.#fromReview));
  }

  #sayWaiting(): void {
    this.shadowRoot?.querySelector("[role=status]")?.replaceChildren(this.#texts.say("waiting"));
  }

  #go(step: steps.Step): void {
    if (step.step !== "question") this.#fromReview = false;
    this.#step = step;
    this.#notices = [];
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
    this.#go(steps.firstStep(this.#description));
  }

  #back(verdict: Verdict | null, question: string | null): (() => void) | null {
    if (!verdict) return null;
    const step = this.#fromReview ? steps.REVIEW : steps.stepBefore(this.#description, verdict, question);
    return step && ((): void => this.#go(step));
  }

  // ---- rendering

  /** Shows the current step and tells the page about it. */
  #enter(moved = false): void {
    const step = this.#step;
    const verdict = this.#render(moved);
    if (!step || this.#step !== step) return;
    this.#emit("dc-step", { ...step });
    if (step.step === "result" && verdict) this.#emit("dc-result", { verdict, answers: this.answers });
  }

  #render(moved = false): Verdict | null {
    const step = this.#step;
    if (!step) return null;
    return this.#safely(() => {
      const verdict = this.#verdict();
      this.#paint(this.#view(step, verdict), moved);
      return verdict;
    });
  }

  #view(step: steps.Step, verdict: Verdict | null): HTMLElement {
    if (step.step === "question") return this.#questionView(step.question, verdict);
    if (!verdict) throw new Error("no verdict");
    return step.step === "review" ? this.#reviewView(verdict) : this.#resultView(verdict);
  }

  #questionView(id: string, verdict: Verdict | null): HTMLElement {
    const question = findQuestion(this.#description, id);
    if (!question) throw new Error(`no question ${id}`);
    const count = verdict
      ? steps.countQuestions(this.#description, verdict, id)
      : { number: 1, total: DecisionCard.bundled?.questionCount ?? 1 };
    return questionView(this.#stage(), {
      question,
      ...count,
      given: this.#answers.get(id),
      opening: count.number === 1 && !this.#fromReview,
      choose: (choice) => this.#choose(id, choice),
      next: () => void this.#next(id),
      back: this.#back(verdict, id),
    });
  }

  #reviewView(verdict: Verdict): HTMLElement {
    return reviewView(this.#stage(), {
      questions: steps.askedQuestions(this.#description, verdict),
      given: this.#answers,
      change: (question) => this.#change(question),
      next: () => this.#go(steps.RESULT),
      back: this.#back(verdict, null),
    });
  }

  #resultView(verdict: Verdict): HTMLElement {
    return resultView(this.#stage(), {
      verdict,
      figures: this.#figures,
      estimate: (inputs) => tryEstimate(this.#pack, inputs, this.answers),
      link: () => linkTo(encodeFragment(this.#description, this.answers)),
      change: () => this.#go(steps.REVIEW),
      restart: () => this.#restart(),
    });
  }

  #stage(): Stage {
    const { level, notice } = this.#headingLevel();
    const notices = notice ? [notice, ...this.#notices] : this.#notices;
    return { pack: this.#description, texts: this.#texts, level, notices };
  }

  #headingLevel(): { level: number; notice?: string } {
    const value = attribute(this, "heading-level") ?? "2";
    if (/^[2-5]$/.test(value)) return { level: Number(value) };
    const notice = this.#texts.say("heading_level", { value });
    console.warn(`decision-card: ${notice}`);
    return { level: 2, notice };
  }

  /** The root is attached with its first screen in hand, so a failure before that leaves the fallback content alone. */
  #paint(view: HTMLElement, moved = false): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    adoptStyles(root);
    root.replaceChildren(view);
    if (moved) bringIntoView(view);
  }

  #safely<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  #emit(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** A hidden page paints nothing, so a timer stands by. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 500);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
