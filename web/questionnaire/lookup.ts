/** The texts of a pack, by id. What has none is called by its id. */
import type { Choice, Description, Question } from "../contract/index.js";

export function findQuestion(pack: Description, id: string): Question | undefined {
  return pack.decision.questions.find((question) => question.id === id);
}

export function questionText(pack: Description, id: string): string {
  return findQuestion(pack, id)?.text ?? id;
}

export function choiceText(pack: Description, question: string, choice: string): string {
  const choices: readonly Choice[] = findQuestion(pack, question)?.choices ?? [];
  return choices.find((candidate) => candidate.id === choice)?.text ?? choice;
}

export function alternativeName(pack: Description, id: string): string {
  return pack.decision.alternatives.find((alternative) => alternative.id === id)?.name ?? id;
}
