// SPDX-License-Identifier: MIT
/** From what was labelled and what was found to figures. A code in `doubtful` counts neither way. */

export function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values) {
  return sum(values) / values.length;
}

/** Right, wrong and missed finds of one code; `found[i]` is the set of codes found in `answers[i]`. */
export function countCode(answers, found, code) {
  const counts = { right: 0, wrong: 0, missed: 0 };
  answers.forEach(({ labels, doubtful }, at) => {
    if (doubtful.has(code)) return;
    if (labels.has(code)) counts[found[at].has(code) ? "right" : "missed"] += 1;
    else if (found[at].has(code)) counts.wrong += 1;
  });
  return counts;
}

/** 0 of 0 finds are all right; F1 of a code that is neither labelled nor found is not defined. */
export function rates({ right, wrong, missed }) {
  const share = (whole) => (whole === 0 ? 1 : right / whole);
  const f1 = right + wrong + missed === 0 ? NaN : (2 * right) / (2 * right + wrong + missed);
  return { precision: share(right + wrong), recall: share(right + missed), f1, support: right + missed };
}

export function total(counts) {
  const of = (name) => sum(counts.map((each) => each[name]));
  return { right: of("right"), wrong: of("wrong"), missed: of("missed") };
}

/** Per code, micro (all finds together) and macro (the mean over codes that occur). */
export function score(answers, found, codes) {
  const counts = codes.map((code) => countCode(answers, found, code));
  const perCode = Object.fromEntries(codes.map((code, at) => [code, rates(counts[at])]));
  const defined = Object.values(perCode).flatMap(({ f1 }) => (Number.isNaN(f1) ? [] : [f1]));
  return { perCode, counts: total(counts), micro: rates(total(counts)), macroF1: mean(defined) };
}

export function groupsOf(answers) {
  return [...new Set(answers.map(({ group }) => group))];
}

/** Micro F1 of each source alone; a source without labels and finds has none and is left out. */
export function perGroup(answers, found, codes) {
  const f1Of = (group) => {
    const at = answers.flatMap((answer, index) => (answer.group === group ? [index] : []));
    const part = score(
      at.map((index) => answers[index]),
      at.map((index) => found[index]),
      codes,
    );
    return { group, answers: at.length, f1: part.micro.f1 };
  };
  return groupsOf(answers)
    .map(f1Of)
    .filter(({ f1 }) => !Number.isNaN(f1));
}

export function spread(groups) {
  const values = groups.map(({ f1 }) => f1);
  const middle = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return { mean: middle, minimum: Math.min(...values), maximum: Math.max(...values), deviation, groups: values.length };
}

/** `table[labelled][given]`, both as places in `bands`. */
export function confusion(labelled, given, bands) {
  const table = bands.map(() => bands.map(() => 0));
  labelled.forEach((band, at) => (table[bands.indexOf(band)][bands.indexOf(given[at])] += 1));
  return table;
}

/** Exact agreement, agreement within one band, and Cohen's kappa with quadratic weights. */
export function agreement(table) {
  const cells = table.flatMap((row, r) => row.map((count, c) => ({ count, away: Math.abs(r - c), r, c })));
  const all = sum(cells.map(({ count }) => count));
  const within = (away) => sum(cells.filter((cell) => cell.away <= away).map(({ count }) => count)) / all;
  const rows = table.map(sum);
  const columns = table.map((_, c) => sum(table.map((row) => row[c])));
  const seen = sum(cells.map(({ count, away }) => count * away ** 2));
  const expected = sum(cells.map(({ away, r, c }) => (rows[r] * columns[c] * away ** 2) / all));
  return { exact: within(0), withinOne: within(1), kappa: 1 - seen / expected };
}
