/** Which lines are drawn, which of them is the recommendation's, and what the two that matter say of each other. */
import type {
  Description,
  Estimate,
  EstimatesDescription,
  SeriesEstimate,
  Stretch,
  Verdict,
} from "../../contract/index.js";

export interface ShownSeries {
  readonly id: string;
  readonly name: string;
  /** The recommendation's own. */
  readonly own: boolean;
  /** Of an alternative: what the decision weighs. */
  readonly weighed: boolean;
  readonly costs: SeriesEstimate["costs"];
  readonly cumulative: SeriesEstimate["cumulative"];
  readonly total: number;
}

/** More lines than these can't be told apart at a glance. */
const clear = 3;
const first = Number.MAX_SAFE_INTEGER;

/** A series that bears the id of a recommendation, as a combination of several does, is drawn only with that one. */
export function shownSeries(
  { decision }: Description,
  estimates: EstimatesDescription,
  verdict: Verdict,
  { series }: Estimate,
): ShownSeries[] {
  const { recommendation } = verdict;
  const others = new Set(decision.recommendations.map(({ id }) => id));
  for (const { id } of decision.alternatives) others.delete(id);
  others.delete(recommendation.id);
  const drawn = nearest(
    series.filter(({ id }) => !others.has(id)),
    verdict,
  );
  const own = [recommendation.id, ...recommendation.alternatives].find((id) => drawn.some((each) => each.id === id));
  return drawn.map(({ id, costs, cumulative }) => ({
    id,
    name: estimates.series.find((each) => each.id === id)?.name ?? id,
    own: id === own,
    weighed: decision.alternatives.some((each) => each.id === id),
    costs,
    cumulative,
    total: cumulative.at(-1) ?? 0,
  }));
}

/** Of many, those that the recommendation is about, those that no answer weighs, and the alternatives with the most points beside them. */
function nearest(series: readonly SeriesEstimate[], { recommendation, scores }: Verdict): readonly SeriesEstimate[] {
  if (series.length <= clear) return series;
  const about = new Set([recommendation.id, ...recommendation.alternatives]);
  const points = new Map(scores.map((each) => [each.alternative, each.points]));
  const rank = ({ id }: SeriesEstimate): number => (about.has(id) ? first : (points.get(id) ?? first));
  const ranked = [...series].sort((a, b) => rank(b) - rank(a));
  const needed = ranked.filter((each) => rank(each) === first).length;
  const kept = new Set(ranked.slice(0, Math.max(needed, clear)));
  return series.filter((each) => kept.has(each));
}

/** The recommendation and the cheapest alternative beside it; the two cheapest where it has no line. */
export function rivals(series: readonly ShownSeries[]): readonly [ShownSeries, ShownSeries] | null {
  const rank = ({ own, weighed }: ShownSeries): number => (own ? 0 : weighed ? 1 : 2);
  const [first, second] = [...series].sort((a, b) => rank(a) - rank(b) || a.total - b.total);
  return first && second ? [first, second] : null;
}

export function stretchesOf({ stretches }: Estimate, [a, b]: readonly [ShownSeries, ShownSeries]): Stretch[] {
  return stretches.filter(({ series }) => series.includes(a.id) && series.includes(b.id));
}

/** The recommendation's own is drawn heaviest, whichever it is. */
export function lineOf(series: readonly ShownSeries[], index: number): number {
  const own = Math.max(
    0,
    series.findIndex((each) => each.own),
  );
  return index === own ? 0 : index < own ? index + 1 : index;
}
