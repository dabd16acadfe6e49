// SPDX-License-Identifier: MIT
/**
 * Baselines that give a likeness from 0 to 1 need a threshold. It is tuned on the very answers it is judged by, in their
 * favour; with the source of an answer held out, it is tuned on all others.
 */
import { countCode, groupsOf, rates, total } from "./scores.mjs";

const STEPS = Array.from({ length: 99 }, (_, at) => (at + 1) / 100);

/** Codes that reach their threshold. */
function passing(profile, codes, threshold) {
  return new Set(codes.filter((code) => profile[code] >= threshold));
}

function f1At(answers, profiles, codes, threshold) {
  const found = profiles.map((profile) => passing(profile, codes, threshold));
  const { f1 } = rates(total(codes.map((code) => countCode(answers, found, code))));
  return Number.isNaN(f1) ? 1 : f1;
}

/** The best of 99; of equals the highest, which finds the least. */
function bestThreshold(answers, profiles, codes) {
  let best = { threshold: 1, f1: -1 };
  for (const threshold of STEPS) {
    const f1 = f1At(answers, profiles, codes, threshold);
    if (f1 >= best.f1) best = { threshold, f1 };
  }
  return best.threshold;
}

/** `shares` are lists of codes that share a threshold. Gives a function from a profile to the codes found. */
function tune(answers, profiles, shares) {
  const thresholds = shares.map((codes) => bestThreshold(answers, profiles, codes));
  return (profile) => new Set(shares.flatMap((codes, at) => [...passing(profile, codes, thresholds[at])]));
}

export function tuned(answers, profiles, shares) {
  return profiles.map(tune(answers, profiles, shares));
}

/** Gives a function from profiles to the codes found, by thresholds that other answers tuned. */
export function tunedOn(answers, profiles, shares) {
  const find = tune(answers, profiles, shares);
  return (others) => others.map(find);
}

/** Every answer by thresholds tuned without its source. */
export function heldOut(answers, profiles, shares) {
  const found = [];
  for (const group of groupsOf(answers)) {
    const others = answers.flatMap((answer, at) => (answer.group === group ? [] : [at]));
    const find = tune(
      others.map((at) => answers[at]),
      others.map((at) => profiles[at]),
      shares,
    );
    answers.forEach((answer, at) => answer.group === group && (found[at] = find(profiles[at])));
  }
  return found;
}
