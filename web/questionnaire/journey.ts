/**
 * The reader's way through a decision: one value that never changes, and the moves that lead from it to the next one. A move
 * takes what it has to know (the pack's description, a verdict) as an argument, so that all of this runs without a page.
 */
import type { Answer, Change, Description, Question, Verdict } from "../contract/index.js";
import { knownAnswers, type Shared } from "./link.js";
import {
  type Answered,
  askedQuestions,
  COMPARE,
  firstStep,
  RESULT,
  REVIEW,
  sameAnswer,
  sameAnswers,
  type Step,
  stepAfter,
  stepBefore,
} from "./steps.js";

export interface Journey {
  /** What the reader has answered, in the order of answering; null is "I don't know". */
  readonly answers: Answered;
  /** Null while there is nothing to show. */
  readonly step: Step | null;
  /** Where the reader has come to a question from, to go back there: null on the way through all of them. */
  readonly from: "review" | "result" | null;
  /** The reader's own answers, while changed ones are tried. */
  readonly own: Answered | null;
  /** The other answers, in a comparison. */
  readonly second: Answered | null;
  /** Where untouched answers have come from: a link, or what the reader has saved in this browser. */
  readonly origin: "link" | "device" | null;
  /** What was before the reader started again, until their first new answer. */
  readonly cleared: Journey | null;
  /** The reader took the result when it was offered. */
  readonly stopped: boolean;
  /** Figures of the cost picture that the reader has changed, as typed. */
  readonly figures: ReadonlyMap<string, string>;
  /** What stands in the fields of this screen, as typed, whether it is an answer or not. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Folds of this screen that the reader has opened or closed. */
  readonly folds: ReadonlyMap<string, boolean>;
}

export const START: Journey = {
  answers: new Map(),
  step: null,
  from: null,
  own: null,
  second: null,
  origin: null,
  cleared: null,
  stopped: false,
  figures: new Map(),
  drafts: new Map(),
  folds: new Map(),
};

/** They belong to their screen. */
const BARE: Pick<Journey, "drafts" | "folds"> = { drafts: START.drafts, folds: START.folds };

// ---- answers

/** A choice that is made on the screen; the screen stays. Nothing: it was taken back. */
export function choose(journey: Journey, question: string, choice: Answer | null | undefined): Journey {
  const answers = new Map(journey.answers);
  if (choice === undefined) answers.delete(question);
  else answers.set(question, choice);
  return { ...journey, own: null, origin: null, cleared: null, answers };
}

/** What a field holds; an answer stands until it holds another. */
export function write(journey: Journey, field: string, text: string): Journey {
  return { ...journey, drafts: new Map(journey.drafts).set(field, text) };
}

export function fold(journey: Journey, name: string, open: boolean): Journey {
  return { ...journey, folds: new Map(journey.folds).set(name, open) };
}

/** Answers from outside take the place of the present ones. Equal ones give the same journey: nothing has happened. */
export function takeAnswers(journey: Journey, answers: Answered): Journey {
  return sameAnswers(answers, journey.answers) ? journey : withAnswers(journey, answers);
}

function withAnswers(journey: Journey, answers: Answered): Journey {
  return { ...journey, answers, own: null, origin: null, stopped: false, drafts: BARE.drafts };
}

// ---- packs

/** Another pack is coming: its screens are not these, but the answers may be good for it. */
export function leave(journey: Journey): Journey {
  return { ...journey, ...BARE, step: null, second: null };
}

/** The pack is open: only answers that it knows are kept, and its first question is shown if nothing is yet. */
export function arrive(journey: Journey, pack: Description): Journey {
  const { known } = knownAnswers(pack, journey.answers);
  return { ...withAnswers(journey, known), step: journey.step ?? firstStep(pack) };
}

/** A link to answers leads straight to their result, one to two sets of answers to the comparison. */
export function openShared(journey: Journey, pack: Description, shared: Shared): Journey {
  const { known } = knownAnswers(pack, shared.answers);
  const opened = withAnswers(journey, known);
  if (shared.second) return compare(opened, pack, shared.second);
  return {
    ...opened,
    ...BARE,
    from: null,
    origin: known.size > 0 ? "link" : null,
    step: known.size > 0 ? RESULT : firstStep(pack),
  };
}

export function restart(journey: Journey, pack: Description): Journey {
  return { ...START, step: firstStep(pack), cleared: journey.answers.size > 0 ? { ...journey, cleared: null } : null };
}

export function bringBack(journey: Journey): Journey {
  return journey.cleared ?? journey;
}

// ---- steps

export function goTo(journey: Journey, step: Step): Journey {
  return { ...journey, ...BARE, step, from: step.step === "question" ? journey.from : null };
}

/** `way`: all questions in the order they are asked in. */
export function next(journey: Journey, way: readonly Question[], verdict: Verdict, question: string): Journey {
  const end = journey.from === "review" ? REVIEW : RESULT;
  if (verdict.status === "settled" && journey.stopped && journey.from) return goTo(journey, end);
  return goTo(journey, stepAfter(way, verdict, journey.answers, question, journey.from !== null) ?? end);
}

/** Whether the result comes after a question, as far as that is known: until it is answered it may still bring up others. */
export function endsAt(journey: Journey, way: readonly Question[], verdict: Verdict, question: string): boolean {
  const answered = journey.answers.has(question);
  if (!answered && verdict.pending.length > 0) return false;
  const then = answered ? journey : choose(journey, question, null);
  return next(then, way, verdict, question).step?.step === "result";
}

/** Where "Back" leads from a question; null: nowhere. */
export function stepBack({ from }: Journey, way: readonly Question[], verdict: Verdict, question: string): Step | null {
  if (from) return from === "review" ? REVIEW : RESULT;
  return stepBefore(way, verdict, question);
}

/** One answer is to be changed; the review or the result that the reader comes from is shown after it again. */
export function revise(journey: Journey, question: string): Journey {
  const from = journey.step?.step === "review" ? "review" : "result";
  return goTo({ ...journey, from }, { step: "question", question });
}

/** Nothing is answered yet: all questions are asked, from the first one. */
export function begin(journey: Journey, pack: Description): Journey {
  return goTo({ ...journey, from: null, stopped: false }, firstStep(pack));
}

/** Whether there is such a step to show: a question that is asked, a comparison with something. */
export function hasStep({ second }: Journey, pack: Description, verdict: Verdict, step: Step): boolean {
  if (step.step === "question")
    return askedQuestions(pack.decision.questions, verdict).some(({ id }) => id === step.question);
  return step.step === "compare" ? second !== null : ["review", "result"].includes(step.step);
}

/** The questions left are the reader's to skip; a later change that makes one of them matter brings it back. */
export function stop(journey: Journey): Journey {
  return goTo({ ...journey, stopped: true }, RESULT);
}

// ---- tries

/** Of an interval, the number that is nearest to what the reader has written. */
function answerIn(told: Change["to"], given: Answer | null | undefined): Answer {
  if (typeof told === "string" || !("from" in told)) return told;
  return Math.min(Math.max(Number(given ?? told.from), told.from), told.to);
}

export function tryOut(journey: Journey, changes: readonly Change[]): Journey {
  const changed = changes.map(({ question, to }) => [question, answerIn(to, journey.answers.get(question))] as const);
  const answers = new Map([...journey.answers, ...changed]);
  return goTo({ ...journey, own: journey.own ?? journey.answers, answers }, RESULT);
}

export function undo(journey: Journey): Journey {
  return goTo({ ...journey, own: null, answers: journey.own ?? journey.answers }, RESULT);
}

/** A changed answer, in the reader's own words. */
export interface Tried {
  question: string;
  from: Answer;
  to: Answer;
}

/** What is tried: the answers that differ from the reader's own; null when none are. */
export function changesTried({ own, answers }: Journey): Tried[] | null {
  if (!own) return null;
  const changes = [...answers].map(([question, to]) => ({ question, from: own.get(question) ?? "", to: to ?? "" }));
  return changes.filter(({ from, to }) => !sameAnswer(from, to));
}

// ---- comparisons

export function compare(journey: Journey, pack: Description, other: Shared): Journey {
  return goTo({ ...journey, second: knownAnswers(pack, other.answers).known }, COMPARE);
}

/** The other side of the comparison becomes the reader's result. */
export function openSecond(journey: Journey): Journey {
  if (!journey.second) return journey;
  return goTo({ ...journey, answers: journey.second, second: journey.answers, own: null }, RESULT);
}

// ---- figures

export function writeFigure(journey: Journey, input: string, text: string): Journey {
  return { ...journey, figures: new Map(journey.figures).set(input, text) };
}

export function forgetFigures(journey: Journey): Journey {
  return { ...journey, figures: START.figures };
}
