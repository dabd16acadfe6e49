/** The difference of two versions of a pack as plain text for a terminal. */
import type { PackDifference } from "../../contract/index.js";
import { linkOf, percentOf } from "./inspection.js";

function listed(title: string, items: string[]): string[] {
  return items.length === 0 ? [] : [`  ${title}: ${items.join(", ")}`];
}

const choices = (items: PackDifference["choices_added"]): string[] =>
  items.map(({ question, choice }) => `${question}=${choice}`);

function transitionLines({ old, new: now, transitions }: PackDifference, base: string): string[] {
  return transitions.flatMap(({ from, to, count, share, old_answers, new_answers }) => [
    `  ${from} → ${to}: ${count} (${percentOf(share)})`,
    `      old: ${linkOf(old, old_answers, base)}`,
    `      new: ${linkOf(now, new_answers, base)}`,
  ]);
}

function linkLines(difference: PackDifference): string[] {
  const { links, questions_added, transitions } = difference;
  return [
    `  ${links.losing_answers} of ${links.all} links with all questions answered lose an answer`,
    ...(difference.old.id === difference.new.id
      ? []
      : ["  the pack has another id: no old link opens a card of the new one"]),
    ...listed("they leave open what is new", questions_added),
    ...(questions_added.length === 0 && transitions.length > 0
      ? [`  ${difference.changed} of those that keep their answers open with another recommendation`]
      : []),
  ];
}

/** True when some answers or links come out otherwise. */
export function differs({ proved, changed, links }: PackDifference): boolean {
  return !proved || changed !== "0" || links.losing_answers !== "0";
}

export function printedDifference(difference: PackDifference, base: string): string {
  const { old, new: now, proved, combinations, changed, changed_share } = difference;
  return [
    `${old.id} ${old.version} → ${now.id} ${now.version}`,
    proved
      ? `${changed} of ${combinations} common combinations get another recommendation (${percentOf(changed_share)})`
      : `Not proved: how many of ${combinations} common combinations get another recommendation is over the budget`,
    ...transitionLines(difference, base),
    "",
    "Links of the old version",
    ...linkLines(difference),
    "",
    "Parts",
    ...listed("questions removed", difference.questions_removed),
    ...listed("questions added", difference.questions_added),
    ...listed("choices removed", choices(difference.choices_removed)),
    ...listed("choices added", choices(difference.choices_added)),
    ...listed("recommendations removed", difference.recommendations_removed),
    ...listed("recommendations added", difference.recommendations_added),
    ...listed("texts that differ", difference.texts),
  ].join("\n");
}
