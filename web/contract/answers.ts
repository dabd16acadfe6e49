/** What the reader answered. The engine reads it in engine/src/decision/answers_reader.cpp. */

/** A choice id; a list of them where several may be chosen; a number where one is asked for. */
export type Answer = string | readonly string[] | number;

/** Question id → answer. A question that is absent, or null ("I don't know"), is unanswered. */
export interface Answers {
  readonly [question: string]: Answer | null;
}

/** Numbers that conditions can't tell apart. */
export interface Interval {
  from: number;
  to: number;
}

export interface Given {
  question: string;
  choice: Answer;
}
