/**
 * <rubric-card>: the reader answers the rubric's question in their own words, sees what the rules found and where, and tries
 * again. State lives here and nowhere else: the attempts, one a question, and the screen.
 */
import { Attempt, type Task, type TaskId, taskOf, type Try } from "../practice/attempt.js";
import type { Description, Grade, RubricDescription } from "../contract/index.js";
import { Countdown } from "../practice/countdown.js";
import type { RubricEngine, RubricPack } from "../engine/rubric.js";
import { gradeMarkdown } from "../practice/markdown.js";
import { noEngine, PackElement } from "./pack-element.js";
import styles from "../dom/styles/rubric.css";
import { AuthorError } from "./pack-source.js";
import { practiceTexts } from "../texts/en-practice.js";
import type { Words } from "../texts/texts.js";
import type { Coverage } from "../views/practice/coverage.js";
import type { FollowUpRow } from "../views/practice/follow-ups.js";
import { gradeView } from "../views/practice/grade.js";
import { writingView } from "../views/practice/writing.js";

/** Where a rubric suggests no time. */
const SECONDS = 180;

interface Screen {
  readonly task: TaskId;
  readonly graded: boolean;
}

const OPENING: Screen = { task: null, graded: false };

export class RubricCard extends PackElement<RubricPack> {
  static override readonly tag = "rubric-card";

  /** Where its engine comes from; the entries set it, and a page may, before the first card opens a pack. */
  static engine: () => Promise<RubricEngine> = noEngine;

  protected override readonly styles = styles;

  #attempts = new Map<TaskId, Attempt>();
  #screen: Screen | null = null;
  #failedAt: Screen | null = null;
  /** Whose the grades are: a pack's id and version. */
  #packName = "";
  #countdown: Countdown | null = null;
  #coverage: Coverage = { grade: null, hidden: false, changed: () => undefined };
  /** The texts before "Start again", for as long as that can be taken back. */
  #cleared: ReadonlyMap<TaskId, Attempt> | null = null;

  /** The reader's answer to the rubric's own question. */
  get text(): string {
    return this.#attempt(null).text;
  }

  set text(text: string) {
    const written = `${text ?? ""}`;
    if (written === this.text) return;
    this.#attempt(null).text = written;
    const field = this.#writesOwn ? this.shadowRoot?.querySelector("textarea") : null;
    if (field) fill(field, written);
    else if (this.#screen) this.#go(OPENING, false);
  }

  /** The rubric's own question is on the screen, to be answered. */
  get #writesOwn(): boolean {
    return this.#screen?.task === null && !this.#screen.graded;
  }

  // ---- the pack and its first screen

  protected override get words(): Words {
    return practiceTexts;
  }

  protected override load(): Promise<RubricEngine> {
    return RubricCard.engine();
  }

  protected override get written(): string {
    return this.#attempt(this.#failedAt?.task ?? null).text;
  }

  protected override reset(): void {
    this.#screen = null;
  }

  protected override canPrepare(first: Description): boolean {
    return first.rubric !== undefined;
  }

  protected override begin(): void {
    this.#go(OPENING, false);
  }

  protected override opened({ description }: RubricPack): void {
    if (!description.rubric) throw new AuthorError("no_rubric", { title: description.title });
    this.#takePack(`${description.id}@${description.version}`);
    if (this.#screen) this.#cover();
    else this.begin();
  }

  /** Grades are the pack's that gave them; the text is the reader's, whatever pack comes. */
  #takePack(name: string): void {
    const before = this.#packName;
    this.#packName = name;
    if (before === "" || before === name) return;
    const { text } = this;
    this.#attempts.clear();
    this.#attempt(null).text = text;
    this.#countdown = null;
  }

  protected override refresh(): void {
    this.#render(false);
  }

  protected override fail(error: unknown): void {
    this.#failedAt = this.#screen ?? this.#failedAt;
    this.#screen = null;
    super.fail(error);
  }

  protected override resumption(): () => void {
    return () => this.#failedAt && this.#go(this.#failedAt);
  }

  get #rubric(): RubricDescription {
    const { rubric } = this.description;
    if (!rubric) throw new Error("no rubric");
    return rubric;
  }

  // ---- attempts

  #attempt(task: TaskId): Attempt {
    const attempt = this.#attempts.get(task) ?? new Attempt();
    this.#attempts.set(task, attempt);
    return attempt;
  }

  #write(task: TaskId, text: string): void {
    this.#attempt(task).text = text;
    this.#cover();
  }

  #cover(): void {
    this.#coverage.grade = this.#live(this.#screen?.task ?? null);
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

  #graded(task: TaskId): Grade | null {
    return this.openPack && this.openPack.grade(this.#attempt(task).text, task ?? undefined);
  }

  #grade(task: TaskId): void {
    void this.whenOpen(() => {
      const grade = this.safely(() => this.#graded(task));
      if (!grade) return;
      this.#countdown?.pause();
      this.#cleared = null;
      this.#attempt(task).take(grade);
      this.#go({ task, graded: true });
      this.emit("dc-grade", { grade, followUp: task });
    });
  }

  #restart(): void {
    this.#cleared = new Map(this.#attempts);
    this.#attempts.clear();
    this.#countdown?.turnOff();
    this.#go(OPENING);
  }

  /** What was written since stands below what comes back. */
  #restore(): void {
    const { text } = this;
    this.#attempts = new Map(this.#cleared);
    this.#cleared = null;
    if (text.trim()) this.#attempt(null).text += `\n\n${text}`;
    this.#revise(null);
  }

  #revise(task: TaskId): void {
    this.#go({ task, graded: false }, false);
    const field = this.shadowRoot?.querySelector("textarea");
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  // ---- rendering

  #go(screen: Screen, moved = true): void {
    this.#screen = screen;
    this.#render(moved);
  }

  #render(moved: boolean): void {
    const screen = this.#screen;
    if (!screen) return;
    this.safely(() => this.paint(this.#view(screen), moved));
  }

  #view({ task: id, graded }: Screen): HTMLElement {
    const task = taskOf(this.#rubric, id);
    const { last } = this.#attempt(id);
    return graded && last ? this.#gradeView(task, last) : this.#writingView(task);
  }

  #writingView(task: Task): HTMLElement {
    const { text, last } = this.#attempt(task.id);
    this.#coverage.grade = this.#live(task.id);
    this.#countdown ??= new Countdown(this.#rubric.seconds ?? SECONDS);
    const back: Screen = { task: last ? task.id : null, graded: true };
    return writingView(this.stage(), {
      task,
      kicker: this.#followUpNumber(task),
      text,
      countdown: task.id === null ? this.#countdown : null,
      coverage: this.#coverage,
      write: (written) => this.#write(task.id, written),
      grade: () => this.#grade(task.id),
      back: last || task.id !== null ? () => this.#go(back) : null,
      restore: this.#cleared && ((): void => this.#restore()),
    });
  }

  #gradeView(task: Task, last: Try): HTMLElement {
    return gradeView(this.stage(), {
      task,
      kicker: this.#followUpNumber(task) ?? this.texts.say("your_grade"),
      last,
      before: this.#attempt(task.id).before,
      followUps: task.id === null ? this.#followUps() : [],
      ways: task.id === null ? [] : this.#waysOn(task.id),
      revise: () => this.#revise(task.id),
      restart: () => this.#restart(),
      markdown: () => this.#markdown(),
    });
  }

  // ---- follow-up questions

  #followUpNumber({ id }: Task): string | undefined {
    const { follow_ups } = this.#rubric;
    const number = follow_ups.findIndex((each) => each.id === id) + 1;
    return number > 0 ? this.texts.say("follow_up", { number, total: follow_ups.length }) : undefined;
  }

  /** One by one: those the reader has seen, and the first they haven't. */
  #followUps(): FollowUpRow[] {
    const { follow_ups } = this.#rubric;
    const seen = follow_ups.filter(({ id }) => this.#attempts.has(id));
    const next = follow_ups.find(({ id }) => !this.#attempts.has(id));
    return [...seen, ...(next ? [next] : [])].map(({ id, question }) => {
      return { question, grade: this.#attempts.get(id)?.last?.grade ?? null, open: () => this.#follow(id) };
    });
  }

  #follow(id: string): void {
    this.#go({ task: id, graded: this.#attempts.get(id)?.last != null });
  }

  #waysOn(current: string): { text: string; go: () => void }[] {
    const { follow_ups } = this.#rubric;
    const next = follow_ups[follow_ups.findIndex(({ id }) => id === current) + 1];
    const back = { text: this.texts.say("back_to_grade"), go: () => this.#go({ task: null, graded: true }) };
    if (!next) return [back];
    return [{ text: this.texts.say("follow_up_next"), go: () => this.#follow(next.id) }, back];
  }

  #markdown(): string {
    const { bands, follow_ups } = this.#rubric;
    const graded = [null, ...follow_ups.map(({ id }) => id)].flatMap((id) => {
      const last = this.#attempts.get(id)?.last;
      return last ? [{ task: taskOf(this.#rubric, id), last }] : [];
    });
    return gradeMarkdown(this.texts, bands, graded);
  }
}

/** The field stays, and so does the reader in it; the page hears nothing of an event that doesn't bubble. */
function fill(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event("input"));
}
