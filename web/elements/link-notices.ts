/** What a link has lost on its way, or since it was made: said once above what it opens. */
import type { Description } from "../contract/index.js";
import { knownAnswers, type Shared } from "../questionnaire/link.js";
import { questionText } from "../questionnaire/lookup.js";
import type { Texts } from "../texts/texts.js";

/** A link to a comparison has two sets of answers; what holds for both is said once. */
export function linkNotices(texts: Texts, pack: Description, shared: Shared): string[] {
  const sets = shared.second ? [shared, shared.second] : [shared];
  return [...new Set(sets.flatMap((set) => noticesOf(texts, pack, set)))];
}

function noticesOf(texts: Texts, pack: Description, { version, lost, answers }: Shared): string[] {
  const { dropped } = knownAnswers(pack, answers);
  const questions = texts.list(
    dropped.map((id) => texts.quoted(questionText(pack, id))),
    "conjunction",
  );
  return [
    ...(version === pack.version ? [] : [texts.say("link_version", { old: version, now: pack.version })]),
    ...(lost === 0 ? [] : [texts.say("link_lost", { count: lost })]),
    ...(dropped.length === 0 ? [] : [texts.say("link_dropped", { count: dropped.length, questions })]),
  ];
}

export function withoutSecond({ pack, version, answers, lost }: Shared): Shared {
  return { pack, version, answers, lost };
}
