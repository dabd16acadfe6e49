/**
 * <rubric-card>: the reader answers the rubric's question in their own words, sees what the rules found and where, and tries
 * again. All that it knows of its reader is one value, their attempt; a move makes the next one, which is painted.
 */
import type { Description, Grade, ReaderMarks, RubricDescription } from "../contract/index.js";
import styles from "../dom/styles/rubric.css";
import type { RubricEngine, RubricPack } from "../engine/rubric.js";
import * as attempts from "../practice/attempt.js";
import type { Attempt } from "../practice/attempt.js";
import { Countdown } from "../practice/countdown.js";
import { claim, NO_MARKS, reject, takeBack } from "../practice/marks.js";
import type { TaskId } from "../practice/task.js";
import { RUBRIC_LANGUAGES } from "../texts/rubric.js";
import type { Coverage } from "../views/practice/coverage.js";
import { voiceIds } from "../views/practice/findings.js";
import type { Voice } from "../views/practice/grade-screen.js";
import { Folds } from "../views/common/folds.js";
import { noEngine, PackElement } from "./pack-element.js";
import { AuthorError, attribute } from "./pack-source.js";
import { type Shelf, shelfFor } from "./saved.js";
import { type Desk, gradesAsMarkdown, rubricView } from "./rubric-screens.js";

/** Where a rubric suggests no time. */
const SECONDS = 180;

/**
 * Asks for an answer in the reader's own words and grades it.
 * @attr remember - "device": a grade has a button that saves the answer in this browser
 */
export class RubricCard extends PackElement<RubricPack> {
  static override readonly tag = "rubric-card";
  static override readonly languages = RUBRIC_LANGUAGES;

  /** Where its engine comes from; the entries set it, and a page may, before the first card opens a pack. */
  static engine: () => Promise<RubricEngine> = noEngine;

  protected override readonly styles = styles;

  #attempt = attempts.NOTHING_TRIED;
  #countdown: Countdown | null = null;
  /** Null where the page doesn't ask for it. */
  #shelf: Shelf | null = null;
  readonly #coverage: Coverage = { grade: null, hidden: true, changed: () => undefined };

  /** The reader's answer to the rubric's own question. */
  get text(): string {
    return attempts.draftOf(this.#attempt, null).text;
  }

  set text(text: string | null | undefined) {
    const written = text ?? ""; // frameworks empty a property with null
    if (written === this.text) return;
    this.#attempt = attempts.write(this.#attempt, null, written);
    this.hand(written);
    const field = this.#writesOwn ? this.shadowRoot?.querySelector("textarea") : null;
    if (field) fill(field, written);
    else if (this.#attempt.screen) this.#open();
  }

  /** The rubric's own question is on the screen, to be answered. */
  get #writesOwn(): boolean {
    const { screen } = this.#attempt;
    return screen?.task === null && !screen.graded;
  }

  // ---- the pack and its first screen

  /** Every rubric is in English, which says nothing of its reader: the tag does. */
  protected override wanted(pack: string): string[] {
    return super.wanted(attribute(this, "lang") ?? pack);
  }

  protected override load(): Promise<RubricEngine> {
    return RubricCard.engine();
  }

  protected override listen(signal: AbortSignal): void {
    super.listen(signal);
    addEventListener("storage", ({ key }) => key === this.#shelf?.name && this.#shelf.changed(), { signal });
  }

  protected override get written(): string {
    return attempts.draftOf(this.#attempt, this.#attempt.failedAt?.task ?? null).text;
  }

  /** What was graded, as Markdown; null while nothing is. */
  toMarkdown(): string | null {
    if (!attempts.draftOf(this.#attempt, null).last) return null;
    return gradesAsMarkdown({ stage: this.stage(), rubric: this.#rubric, attempt: this.#attempt });
  }

  /** What `JSON.stringify(card)` writes: the answer to the rubric's own question, and its last grade. */
  toJSON(): { pack: { id: string; version: string }; text: string; grade: Grade | null } {
    const { id, version } = this.description;
    const { text, last } = attempts.draftOf(this.#attempt, null);
    return { pack: { id, version }, text, grade: structuredClone(last?.grade ?? null) };
  }

  override reset(): void {
    if (this.#attempt.screen) this.#restart(false);
    else this.text = "";
  }

  protected override leave(): void {
    this.#attempt = attempts.leave(this.#attempt);
  }

  protected override canPrepare(first: Description): boolean {
    return first.rubric !== undefined;
  }

  protected override begin(): void {
    this.#open();
  }

  protected override opened({ description }: RubricPack): void {
    if (!description.rubric) throw new AuthorError("no_rubric", { title: description.title });
    this.#shelf = shelfFor(this, "rubric", description);
    this.#takePack(`${description.id}@${description.version}`);
    if (this.#attempt.screen) this.#cover();
    else this.begin();
  }

  #takePack(name: string): void {
    const before = this.#attempt.pack;
    this.#attempt = attempts.takePack(this.#attempt, name);
    if (before !== "" && before !== name) this.#countdown = null;
  }

  protected override refresh(): void {
    this.#render(false);
  }

  protected override fail(error: unknown): void {
    this.#attempt = attempts.fail(this.#attempt);
    super.fail(error);
  }

  protected override resumption(): () => void {
    return () => {
      const { failedAt } = this.#attempt;
      if (failedAt) this.#go((attempt) => attempts.goTo(attempt, failedAt));
    };
  }

  get #rubric(): RubricDescription {
    const { rubric } = this.description;
    if (!rubric) throw new Error("no rubric");
    return rubric;
  }

  // ---- writing and grading

  #write(task: TaskId, text: string): void {
    this.#attempt = attempts.write(this.#attempt, task, text);
    this.hand(this.text);
    this.#cover();
  }

  #cover(): void {
    this.#coverage.grade = this.#live(this.#attempt.screen?.task ?? null);
    this.#coverage.changed();
  }

  /** Should this fail, only the running count is missing: the text is what matters. */
  #live(task: TaskId): Grade | null {
    try {
      return this.#graded(task);
    } catch {
      return null;
    }
  }

  #graded(task: TaskId, marks: ReaderMarks = NO_MARKS): Grade | null {
    return this.openPack?.grade(attempts.draftOf(this.#attempt, task).text, task ?? undefined, marks) ?? null;
  }

  #grade(task: TaskId): void {
    void this.whenOpen(() => {
      const marks = attempts.marksKept(attempts.draftOf(this.#attempt, task));
      const grade = this.safely(() => this.#graded(task, marks));
      if (!grade) return;
      this.#countdown?.pause();
      this.#go((attempt) => attempts.take(attempt, task, grade, marks));
      this.emit("dc-grade", { grade, followUp: task });
    });
  }

  /** What the reader says of the findings: the engine judges the graded text again, and the focus stays with what was said. */
  #voice(task: TaskId): Voice {
    const judge = (next: (marks: ReaderMarks) => ReaderMarks, ...focus: string[]): void => {
      const last = attempts.draftOf(this.#attempt, task).last;
      if (!last) return;
      const marks = next(last.marks);
      const grade = this.safely(() => this.openPack?.grade(last.text, task ?? undefined, marks));
      if (!grade) return;
      this.#go((attempt) => attempts.judge(attempt, task, marks, grade), false);
      this.#focus(focus);
    };
    return {
      claim: (id, words) => judge((marks) => claim(marks, id, words), voiceIds.takeBack("criterion", id)),
      reject: (kind, id) => judge((marks) => reject(marks, kind, id), voiceIds.takeBack(kind, id)),
      takeBack: (kind, id) =>
        judge((marks) => takeBack(marks, kind, id), voiceIds.reject(kind, id), voiceIds.claim(id)),
    };
  }

  /** The first of these that is there; where a fold hides it, that opens. */
  #focus(ids: readonly string[]): void {
    const found = ids.map((id) => this.shadowRoot?.getElementById(id)).find((each) => each);
    const fold = found?.closest("details");
    if (fold) fold.open = true;
    (found ?? this.shadowRoot?.querySelector<HTMLElement>(".heading"))?.focus();
  }

  // ---- moves

  #go(move: (attempt: Attempt) => Attempt, moved = true): void {
    this.#attempt = move(this.#attempt);
    this.hand(this.text);
    this.#render(moved);
  }

  /** Shows the rubric's own question, without a step of the reader's. */
  #open(): void {
    this.#go((attempt) => attempts.goTo(attempt, attempts.OPENING), false);
  }

  #restart(moved = true): void {
    this.#countdown?.turnOff();
    this.#go(attempts.restart, moved);
  }

  /** The reader writes on where the text ends. */
  #writeOn(move: (attempt: Attempt) => Attempt): void {
    this.#go(move, false);
    const field = this.shadowRoot?.querySelector("textarea");
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  // ---- painting

  #render(moved: boolean): void {
    const { screen } = this.#attempt;
    if (screen) this.safely(() => this.paint(rubricView(this.#desk(), screen), moved));
  }

  protected override get folds(): Folds {
    return new Folds(this.#attempt.folds, (name, open) => {
      this.#attempt = attempts.fold(this.#attempt, name, open);
    });
  }

  #desk(): Desk {
    this.#countdown ??= new Countdown(this.#rubric.seconds ?? SECONDS);
    return {
      stage: this.stage(),
      rubric: this.#rubric,
      attempt: this.#attempt,
      countdown: this.#countdown,
      coverage: (task) => Object.assign(this.#coverage, { grade: this.#live(task) }),
      write: (task, text) => this.#write(task, text),
      grade: (task) => this.#grade(task),
      addOn: (task, criterion, text) => {
        this.#attempt = attempts.addOn(this.#attempt, task, criterion, text);
      },
      append: (task) => {
        this.#attempt = attempts.append(this.#attempt, task);
        this.#grade(task);
      },
      voice: (task) => this.#voice(task),
      go: (move) => this.#go(move),
      revise: (task) => this.#writeOn((attempt) => attempts.goTo(attempt, { task, graded: false })),
      shelf: this.#shelf?.all ? this.#shelf : null,
      judged: (text) => this.safely(() => this.openPack?.grade(text) ?? null),
      restart: () => this.#restart(),
      restore: () => this.#writeOn(attempts.restore),
    };
  }
}

/** The field stays, and so does the reader in it; the page hears nothing of an event that doesn't bubble. */
function fill(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event("input"));
}
