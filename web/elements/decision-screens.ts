/** Which view shows a journey, and where the presses in it lead. */
import type { Answer, Question, Verdict } from "../contract/index.js";
import { linkTo } from "../questionnaire/address.js";
import * as journeys from "../questionnaire/journey.js";
import type { Journey } from "../questionnaire/journey.js";
import { encodeFragment, knownAnswers, type Shared } from "../questionnaire/link.js";
import * as steps from "../questionnaire/steps.js";
import { findQuestion } from "../questionnaire/lookup.js";
import type { SavedRow, ShelfScreen } from "../views/common/shelf.js";
import type { Drafts } from "../views/common/drafts.js";
import type { Stage } from "../views/common/stage.js";
import { compareView } from "../views/proofs/index.js";
import type { Trial } from "../views/proofs/trial.js";
import { questionView } from "../views/question/question.js";
import { reviewView } from "../views/question/review.js";
import type { Origin } from "../views/result/origin.js";
import { resultView } from "../views/result/result.js";
import type { Known } from "./known.js";
import type { Saved, Shelf } from "./saved.js";

/** What a screen shows and asks of its card. A press moves from the journey as it is then, not as it was when painted. */
export interface Desk {
  readonly stage: Stage;
  readonly journey: Journey;
  /** Null while the engine is loading. */
  readonly verdict: Verdict | null;
  /** What the engine says, as soon as there is a verdict. */
  readonly known: Known;
  /** All questions in the order they are asked in, as far as it is known at this one. */
  readonly way: (current: string | null) => readonly Question[];
  /** How many questions there are, as far as that is known without a verdict. */
  readonly total: number;
  readonly choose: (question: string, choice: Answer | null | undefined) => void;
  readonly next: (question: string) => void;
  readonly go: (move: (journey: Journey) => Journey) => void;
  /** Takes a move that changes nothing on the screen. */
  readonly keep: (move: (journey: Journey) => Journey) => void;
  readonly undo: () => void;
  readonly restart: () => void;
  /** Null where the page doesn't ask for it, or the browser keeps nothing. */
  readonly shelf: Shelf | null;
  /** What a link says to this card. */
  readonly read: (link: string) => Shared | null;
  readonly openSaved: (link: string) => void;
  readonly now: () => Journey;
  readonly compare: (link: string) => boolean;
}

/** The question that is decided is the title; each screen's heading is one level deeper. */
export function decisionView(desk: Desk, step: steps.Step): HTMLElement {
  return screenOf({ ...desk, stage: { ...desk.stage, level: desk.stage.level + 1 } }, step);
}

function screenOf(desk: Desk, step: steps.Step): HTMLElement {
  if (step.step === "question") return questionScreen(desk, step.question);
  const { verdict } = desk;
  if (!verdict) throw new Error("no verdict");
  if (step.step === "compare") return compareScreen(desk, verdict);
  return step.step === "review" ? reviewScreen(desk, verdict) : resultScreen(desk, verdict);
}

function questionScreen(desk: Desk, id: string): HTMLElement {
  const { stage, journey, verdict } = desk;
  const question = findQuestion(stage.pack, id);
  if (!question) throw new Error(`no question ${id}`);
  const count = verdict ? steps.countQuestions(desk.way(id), verdict, id) : { number: 1, total: desk.total };
  return questionView(stage, {
    question,
    section: sectionOf(stage.pack.decision.questions, id),
    ...count,
    fewer: verdict ? verdict.not_asked.length + verdict.ignored.length : 0,
    done: Math.min(journey.answers.size, count.total),
    given: journey.answers.get(id),
    opening: count.number === 1 && !journey.from,
    drafts: drafts(desk),
    answered: () => desk.now().answers.has(id),
    choose: (choice) => desk.choose(id, choice),
    next: () => desk.next(id),
    ends: verdict ? (choice) => ends(desk, verdict, id, choice) : () => false,
    back: verdict && back(desk, verdict, id),
    offer: verdict && offer(desk, verdict),
    bringBack: journey.cleared && ((): void => desk.go(journeys.bringBack)),
  });
}

function drafts({ journey, keep }: Desk): Drafts {
  return { of: journey.drafts, write: (field, text) => keep((now) => journeys.write(now, field, text)) };
}

/** The section that a question stands in: the last that begins before it. */
function sectionOf(questions: readonly Question[], id: string): string | undefined {
  const at = questions.findIndex((question) => question.id === id);
  const before = questions.slice(0, at + 1).reverse();
  return before.find(({ section }) => section !== undefined)?.section;
}

/** With the choice just made, if there is one. An engine that fails here says so when the reader goes on. */
function ends({ journey, known, way }: Desk, verdict: Verdict, id: string, choice?: Answer | null): boolean {
  if (choice === undefined) return journeys.endsAt(journey, way(id), verdict, id);
  try {
    const chosen = journeys.choose(journey, id, choice);
    return journeys.endsAt(chosen, way(id), known.verdict(chosen.answers), id);
  } catch {
    return false;
  }
}

function back({ journey, way, go }: Desk, verdict: Verdict, question: string): (() => void) | null {
  const step = journeys.stepBack(journey, way(question), verdict, question);
  return step && ((): void => go((now) => journeys.goTo(now, step)));
}

function offer({ journey, go }: Desk, verdict: Verdict): { count: number; accept: () => void } | null {
  const count = steps.countLeft(verdict, journey.answers);
  const holds = verdict.status === "settled" && journey.answers.size > 0 && !journey.from && count > 0;
  return holds ? { count, accept: () => go(journeys.stop) } : null;
}

function reviewScreen(desk: Desk, verdict: Verdict): HTMLElement {
  const { stage, journey, go } = desk;
  return reviewView(stage, {
    questions: steps.askedQuestions(stage.pack.decision.questions, verdict),
    given: journey.answers,
    change: (question) => go((now) => journeys.revise(now, question)),
    next: () => go((now) => journeys.goTo(now, steps.RESULT)),
  });
}

function resultScreen(desk: Desk, verdict: Verdict): HTMLElement {
  const { stage, journey, go, keep } = desk;
  return resultView(stage, {
    verdict,
    given: steps.countGiven(verdict, journey.answers),
    answers: journey.answers,
    trial: trial(desk),
    origin: origin(desk),
    flips: () => desk.known.flips(journey.answers),
    outlook: () => desk.known.outlook(journey.answers),
    tryOut: (tried) => go((now) => journeys.tryOut(now, tried)),
    answer: (question) => go((now) => journeys.revise(now, question)),
    compare: desk.compare,
    figures: () => desk.now().figures,
    drafts: drafts(desk),
    write: (input, text) => keep((now) => journeys.writeFigure(now, input, text)),
    reset: () => keep(journeys.forgetFigures),
    estimate: (inputs) => desk.known.estimate(inputs, journey.answers),
    link: () => linkTo(encodeFragment(stage.pack, Object.fromEntries(journey.answers))),
    change: () => go((now) => journeys.goTo(now, steps.REVIEW)),
    restart: desk.restart,
    shelf: desk.shelf && savedResults(desk, desk.shelf),
    begin: () => go((now) => journeys.begin(now, stage.pack)),
  });
}

function origin({ stage, journey, restart, shelf }: Desk): Origin | null {
  const kind = journey.origin;
  const forget = (): void => {
    shelf?.delete(encodeFragment(stage.pack, Object.fromEntries(journey.answers)));
    restart();
  };
  return kind && !journey.own ? { kind, leave: kind === "link" ? restart : forget } : null;
}

/** Those of this pack that a link of its can still open. */
function savedResults(desk: Desk, shelf: Shelf): ShelfScreen {
  const { stage, journey } = desk;
  const own = encodeFragment(stage.pack, Object.fromEntries(journey.answers));
  return {
    rows: () => (shelf.all ?? []).flatMap((saved) => savedRow(desk, shelf, saved, saved.text === own)),
    save: () => shelf.save(own),
    listen: (changed) => {
      shelf.changed = changed;
    },
  };
}

function savedRow(desk: Desk, shelf: Shelf, { text, at }: Saved, shown: boolean): SavedRow[] {
  const { stage, openSaved, compare } = desk;
  const shared = desk.read(text);
  if (shared?.pack !== stage.pack.id) return [];
  const { title } = desk.known.verdict(knownAnswers(stage.pack, shared.answers).known).recommendation;
  const open = shown ? null : (): void => openSaved(text);
  return [{ title, at, open, compare: open && ((): void => void compare(text)), delete: () => shelf.delete(text) }];
}

function trial({ journey, known, undo }: Desk): Trial | null {
  const changes = journeys.changesTried(journey);
  if (!changes || !journey.own) return null;
  return { changes, before: known.verdict(journey.own).recommendation.title, undo };
}

function compareScreen({ stage, journey, known, go }: Desk, verdict: Verdict): HTMLElement {
  const { answers } = journey;
  const second = journey.second ?? journeys.START.answers;
  return compareView(stage, {
    sides: [
      { verdict, given: answers, open: () => go((now) => journeys.goTo(now, steps.RESULT)) },
      { verdict: known.verdict(second), given: second, open: () => go(journeys.openSecond) },
    ],
    link: () => linkTo(encodeFragment(stage.pack, Object.fromEntries(answers), Object.fromEntries(second))),
  });
}
