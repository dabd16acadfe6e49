/** What the reader answered. The engine reads it in engine/src/decision/answers_reader.cpp. */

/** Question id → choice id. A question that is absent, or null ("I don't know"), is unanswered. */
export interface Answers {
  readonly [question: string]: string | null;
}

export interface Given {
  question: string;
  choice: string;
}
