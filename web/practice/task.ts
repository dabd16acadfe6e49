/** What a reader tries to answer: the rubric's own question or one of its follow-ups. */
import type { Criterion, Misconception, RubricDescription } from "../contract/index.js";

/** The rubric's own question has no id. */
export type TaskId = string | null;

export interface Task {
  readonly id: TaskId;
  readonly question: string;
  readonly why: string | undefined;
  readonly intro: string | undefined;
  readonly criteria: readonly Criterion[];
  readonly misconceptions: readonly Misconception[];
}

export function taskOf(rubric: RubricDescription, id: TaskId): Task {
  const { question, why_asked: why, intro, criteria, misconceptions } = rubric;
  const followUp = rubric.follow_ups.find((each) => each.id === id);
  if (!followUp) return { id: null, question, why, intro, criteria, misconceptions };
  return {
    id,
    question: followUp.question,
    why: followUp.why,
    intro: undefined,
    criteria: followUp.criteria,
    misconceptions,
  };
}
