/** What the screen of a graded answer shows and asks of its card, and what all its parts need. */
import type { RubricDescription, Span } from "../../contract/index.js";
import type { Try } from "../../practice/attempt.js";
import type { FindingKind } from "../../practice/marks.js";
import type { Mention } from "../../practice/passages.js";
import type { Task } from "../../practice/task.js";
import type { ShelfScreen } from "../common/shelf.js";
import type { Echo } from "./echo.js";
import type { FollowUpRow } from "./follow-ups.js";

/** What the reader may say of a finding. */
export interface Voice {
  readonly claim: (id: string, words: Span) => void;
  readonly reject: (kind: FindingKind, id: string) => void;
  readonly takeBack: (kind: FindingKind, id: string) => void;
}

export interface GradeScreen {
  readonly task: Task;
  readonly rubric: RubricDescription;
  readonly kicker: string;
  readonly last: Try;
  readonly before: Try | null;
  readonly voice: Voice;
  readonly followUps: readonly FollowUpRow[];
  /** The way on: buttons before "Revise". */
  readonly ways: readonly { readonly text: string; readonly go: () => void }[];
  readonly revise: () => void;
  /** Null when nothing is missing. */
  readonly add: (() => void) | null;
  readonly restart: () => void;
  /** Null for follow-up questions, and where the page doesn't ask for it or the browser keeps nothing. */
  readonly shelf: ShelfScreen | null;
  readonly markdown: () => string;
  /** Null for a question that nothing is learned about. */
  readonly labelled: (() => string) | null;
}

/** What all parts of the screen need. */
export interface Shown extends GradeScreen {
  readonly mentions: readonly Mention[];
  readonly echo: Echo;
}
