/** Which view shows an attempt, and where the presses in it lead. */
import type { Grade, RubricDescription } from "../contract/index.js";
import { labelledLine } from "../practice/labelled.js";
import * as attempts from "../practice/attempt.js";
import type { Attempt, Screen, Try } from "../practice/attempt.js";
import type { Countdown } from "../practice/countdown.js";
import { gradeMarkdown } from "../practice/markdown.js";
import { NO_MARKS } from "../practice/marks.js";
import { covered, levelOf } from "../practice/progress.js";
import { missing } from "../practice/standing.js";
import { headline } from "../practice/summary.js";
import { type Task, type TaskId, taskOf } from "../practice/task.js";
import type { Stage } from "../views/common/stage.js";
import { addingView } from "../views/practice/adding.js";
import type { Coverage } from "../views/practice/coverage.js";
import type { FollowUpRow } from "../views/practice/follow-ups.js";
import { gradeView } from "../views/practice/grade.js";
import type { Voice } from "../views/practice/grade-screen.js";
import type { SavedRow, ShelfScreen } from "../views/common/shelf.js";
import { writingView } from "../views/practice/writing.js";
import type { Saved, Shelf } from "./saved.js";

/** What a screen shows and asks of its card. A press moves from the attempt as it is then, not as it was when painted. */
export interface Desk {
  readonly stage: Stage;
  readonly rubric: RubricDescription;
  readonly attempt: Attempt;
  readonly countdown: Countdown;
  /** What the text on a question covers, as it stands. */
  readonly coverage: (task: TaskId) => Coverage;
  readonly write: (task: TaskId, text: string) => void;
  readonly grade: (task: TaskId) => void;
  readonly addOn: (task: TaskId, criterion: string, text: string) => void;
  /** What was added becomes part of the answer, which is graded again. */
  readonly append: (task: TaskId) => void;
  /** What the reader says of the findings of a graded answer. */
  readonly voice: (task: TaskId) => Voice;
  readonly go: (move: (attempt: Attempt) => Attempt) => void;
  readonly revise: (task: TaskId) => void;
  /** Null where the page doesn't ask for it, or the browser keeps nothing. */
  readonly shelf: Shelf | null;
  readonly judged: (text: string) => Grade | null;
  readonly restart: () => void;
  readonly restore: () => void;
}

export function rubricView(desk: Desk, { task: id, graded, adding }: Screen): HTMLElement {
  const task = taskOf(desk.rubric, id);
  const { last } = attempts.draftOf(desk.attempt, id);
  if (!graded || !last) return writingScreen(desk, task);
  return adding ? addingScreen(desk, task, last) : gradeScreen(desk, task, last);
}

function addingScreen(desk: Desk, task: Task, last: Try): HTMLElement {
  return addingView(desk.stage, {
    task,
    last,
    weak: weakOf(desk, task, last),
    additions: attempts.draftOf(desk.attempt, task.id).additions,
    add: (criterion, text) => desk.addOn(task.id, criterion, text),
    check: () => desk.append(task.id),
    back: () => desk.go((now) => attempts.goTo(now, { task: task.id, graded: true })),
  });
}

/** What is missing, and then what was said without reaching its highest level. */
function weakOf({ rubric }: Desk, { criteria }: Task, { grade }: Try): Task["criteria"] {
  const named = criteria.filter(({ id, levels }) => levelOf(grade, id) > 0 && levelOf(grade, id) < levels.length);
  return [...missing(criteria, grade, rubric), ...named];
}

function writingScreen(desk: Desk, task: Task): HTMLElement {
  const { attempt, countdown } = desk;
  const { text, last } = attempts.draftOf(attempt, task.id);
  const back: Screen = { task: last ? task.id : null, graded: true };
  return writingView(desk.stage, {
    task,
    kicker: followUpNumber(desk, task),
    text,
    countdown: task.id === null ? countdown : null,
    coverage: desk.coverage(task.id),
    write: (written) => desk.write(task.id, written),
    grade: () => desk.grade(task.id),
    back: last || task.id !== null ? () => desk.go((now) => attempts.goTo(now, back)) : null,
    restore: attempt.cleared && desk.restore,
  });
}

function gradeScreen(desk: Desk, task: Task, last: Try): HTMLElement {
  const { stage, attempt } = desk;
  const adding: Screen = { task: task.id, graded: true, adding: true };
  return gradeView(stage, {
    task,
    rubric: desk.rubric,
    voice: desk.voice(task.id),
    kicker: followUpNumber(desk, task) ?? stage.texts.say("your_grade"),
    last,
    before: attempts.draftOf(attempt, task.id).before,
    followUps: task.id === null ? followUpRows(desk) : [],
    ways: task.id === null ? [] : waysOn(desk, task.id),
    revise: () => desk.revise(task.id),
    add: weakOf(desk, task, last).length > 0 ? () => desk.go((now) => attempts.goTo(now, adding)) : null,
    labelled: task.id === null ? () => labelledLine(last) : null,
    restart: desk.restart,
    shelf: task.id === null && desk.shelf ? savedGrades(desk, desk.shelf, task, last.text) : null,
    markdown: () => gradesAsMarkdown(desk),
  });
}

function savedGrades(desk: Desk, shelf: Shelf, task: Task, own: string): ShelfScreen {
  return {
    rows: () => (shelf.all ?? []).flatMap((saved) => savedRow(desk, shelf, saved, task, saved.text === own)),
    save: () => shelf.save(own),
    listen: (changed) => {
      shelf.changed = changed;
    },
  };
}

/** Graded again: the pack may have learned since. Compared, it stands in for the version before. */
function savedRow(desk: Desk, shelf: Shelf, { text, at }: Saved, task: Task, shown: boolean): SavedRow[] {
  const grade = desk.judged(text);
  if (!grade) return [];
  const { texts } = desk.stage;
  const before: Try = { text, grade, marks: NO_MARKS };
  const title = `${headline(texts, desk.rubric, grade)} · ${texts.say("concepts", { ...covered(task.criteria, grade) })}`;
  const go = (move: (attempt: Attempt) => Attempt) => (shown ? null : (): void => desk.go(move));
  return [
    {
      title,
      at,
      open: go((now) => attempts.take(attempts.write(now, null, text), null, grade)),
      compare: go((now) => attempts.compare(now, null, before)),
      delete: () => shelf.delete(text),
    },
  ];
}

function followUpNumber({ stage, rubric: { follow_ups } }: Desk, { id }: Task): string | undefined {
  const number = follow_ups.findIndex((each) => each.id === id) + 1;
  return number > 0 ? stage.texts.say("follow_up", { number, total: follow_ups.length }) : undefined;
}

function followUpRows({ stage, attempt, rubric, go }: Desk): FollowUpRow[] {
  return attempts.followUpsShown(attempt, rubric).map(({ id, question }) => {
    const { last } = attempts.draftOf(attempt, id);
    const grade = last && headline(stage.texts, rubric, last.grade);
    return { question, grade, open: () => go((now) => attempts.follow(now, id)) };
  });
}

function waysOn({ stage, rubric: { follow_ups }, go }: Desk, current: string): { text: string; go: () => void }[] {
  const next = follow_ups[follow_ups.findIndex(({ id }) => id === current) + 1];
  const first: Screen = { task: null, graded: true };
  const back = { text: stage.texts.say("back_to_grade"), go: () => go((now) => attempts.goTo(now, first)) };
  if (!next) return [back];
  return [{ text: stage.texts.say("follow_up_next"), go: () => go((now) => attempts.follow(now, next.id)) }, back];
}

export function gradesAsMarkdown({ stage, rubric, attempt }: Pick<Desk, "stage" | "rubric" | "attempt">): string {
  const graded = [null, ...rubric.follow_ups.map(({ id }) => id)].flatMap((id) => {
    const { last } = attempts.draftOf(attempt, id);
    return last ? [{ task: taskOf(rubric, id), last }] : [];
  });
  return gradeMarkdown(stage.texts, rubric, graded);
}
