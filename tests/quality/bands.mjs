// SPDX-License-Identifier: MIT
/**
 * A band for a baseline, which knows no bands of its own: the points of what it found, cut where the labelled bands agree
 * with it most. That, too, is in its favour.
 */
import { sum } from "./scores.mjs";

function pointsByCode({ criteria, misconceptions }) {
  const highest = criteria.map(({ id, levels }) => [id, levels.at(-1).points]);
  return new Map([...highest, ...misconceptions.map(({ id, points }) => [id, points])]);
}

/** All rising tuples of `count` cuts out of `values`. */
function* risingCuts(values, count, from = 0) {
  if (count === 0) return yield [];
  for (let at = from; at < values.length; ++at)
    for (const rest of risingCuts(values, count - 1, at)) yield [values[at], ...rest];
}

const bandAt = (total, cuts) => cuts.filter((cut) => total >= cut).length;

/** `bands` runs from the best to the lowest, as a rubric lists them. */
export function tunedBands({ answers, rubric, bands }, found) {
  const points = pointsByCode(rubric);
  const totals = found.map((codes) => Math.max(0, sum([...codes].map((code) => points.get(code)))));
  const rising = bands.toReversed();
  const labelled = answers.map(({ overall }) => rising.indexOf(overall));
  const values = [...new Set(totals), Infinity].sort((a, b) => a - b);
  let best = { cuts: [], agreeing: -1 };
  for (const cuts of risingCuts(values, bands.length - 1)) {
    const agreeing = totals.filter((total, at) => bandAt(total, cuts) === labelled[at]).length;
    if (agreeing > best.agreeing) best = { cuts, agreeing };
  }
  return totals.map((total) => rising[bandAt(total, best.cuts)]);
}
