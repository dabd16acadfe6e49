// SPDX-License-Identifier: MIT
/** Packs, good or refused, that are made to take long: each makes one part of reading, or of proving, multiply. */

const choices = (count) => Array.from({ length: count }, (_, k) => ({ id: `c${k}`, text: "C" }));
const questions = (count, options, name = "q") =>
  Array.from({ length: count }, (_, k) => ({ id: `${name}${k}`, text: "?", choices: choices(options) }));
const is = (question, choice) => ({ "==": [{ var: question }, choice] });
const rule = (id, when, points) => ({ id, when, points, because: "b" });
const given = (id, when) => ({ id, title: "t", summary: "s", ...(when && { why_not: "w", when }) });

function pack(decision, rest = {}) {
  const whole = { question: "?", recommendations: [given("last")], rules: [], ...decision };
  const head = { format: 1, id: "p", version: "1.0.0", language: "en", title: "T", ...rest };
  return JSON.stringify({ ...head, decision: whole });
}

const alternatives = (count) => Array.from({ length: count }, (_, k) => ({ id: `a${k}`, name: "A" }));
const pointsOf = (count, of) => Object.fromEntries(Array.from({ length: count }, (_, k) => [`a${k}`, of(k)]));

/** 512 terms of nine literals; `seed` says which choices. */
const large = (seed = 0) => ({
  and: Array.from({ length: 9 }, (_, k) => ({
    or: [is(`h${2 * k}`, `c${(seed >> k) & 1}`), is(`h${2 * k + 1}`, `c${(seed >> (k + 3)) & 1}`)],
  })),
});
const halves = questions(18, 2, "h");

/** "a and a and a …" of the largest condition. */
const same = (copies) =>
  pack({
    questions: halves,
    alternatives: alternatives(1),
    rules: [rule("r", { and: Array(copies).fill(large()) }, { a0: 1 })],
  });

/** Many of the largest conditions: too much to look at for each verdict. */
const many = (rules, terms = large) =>
  pack({
    questions: halves,
    alternatives: alternatives(1),
    rules: Array.from({ length: rules }, (_, k) => rule(`r${k}`, terms(k), { a0: 1 })),
  });

/** Rules that tie all questions together, with points for all alternatives. */
const tied = (rules, count = 16) =>
  pack({
    questions: questions(count, 2),
    alternatives: alternatives(8),
    rules: Array.from({ length: rules }, (_, r) =>
      rule(
        `r${r}`,
        { and: Array.from({ length: count }, (_, q) => is(`q${q}`, `c${(r >> (q % 8)) & 1}`)) },
        pointsOf(8, (a) => 1 + ((r + a) % 9)),
      ),
    ),
    recommendations: [given("x", { ">": [{ var: "score.a0" }, 5] }), given("last")],
  });

/** What an author in earnest could write: rules over a few questions each. */
const plausible = (rules, count, width) =>
  pack({
    questions: questions(count, 4),
    alternatives: alternatives(4),
    rules: Array.from({ length: rules }, (_, r) => {
      const parts = Array.from({ length: width }, (_, k) => ({
        in: [{ var: `q${(r * 7 + k * 3 + ((r * k) % 5)) % count}` }, [`c${(r + k) % 4}`, `c${(r + 2 * k + 1) % 4}`]],
      }));
      return rule(
        `r${r}`,
        { and: parts },
        pointsOf(4, (a) => ((r * (a + 3)) % 7) - 3 || 1),
      );
    }),
    recommendations: [
      given("x", { ">": [{ var: "score.a0" }, { var: "score.a1" }] }),
      given("y", { ">": [{ var: "score.a2" }, { var: "score.a3" }] }),
      given("last"),
    ],
  });

/** Every completion gives the same, and only adding up all points shows it. */
const hardToSettle = (pairs) =>
  pack({
    questions: [...questions(pairs, 2, "m"), ...halves],
    alternatives: alternatives(2),
    rules: [
      ...Array.from({ length: pairs }, (_, k) => rule(`m${k}`, is(`m${k}`, "c0"), { a0: 9, a1: 9 })),
      rule("h", large(21), { a0: 1, a1: 1 }),
    ],
    recommendations: [
      given("x", { and: [large(5), { ">": [{ var: "score.a0" }, { var: "score.a1" }] }] }),
      given("last"),
    ],
  });

const sources = (count) =>
  Array.from({ length: count }, (_, k) => ({
    id: `source-with-a-long-name-${k}`,
    title: "S",
    url: "https://example.org/",
  }));

/** References that nothing has, each as near to every id as can be. */
const misspelt = (words, ids) =>
  pack(
    {
      questions: questions(1, 2),
      alternatives: alternatives(1),
      recommendations: Array.from({ length: Math.ceil(words / 50) }, (_, k) => ({
        ...given(`l${k}`, k < Math.ceil(words / 50) - 1 ? is("q0", "c0") : undefined),
        sources: Array.from({ length: 50 }, (_, at) => `source-with-a-lung-name-${k * 50 + at}x`),
      })),
    },
    { sources: sources(ids) },
  );

/** A megabyte of members that the format does not have. */
function unknownFields() {
  const members = Array.from({ length: 38_000 }, (_, k) => `"recommendation_${k}": 1`);
  return `{"format": 1, "decision": {${members.join(", ")}}}`;
}

export const GOOD = {
  "a condition and itself": same(12),
  "rules that tie 16 questions": tied(100),
  "30 rules of 4 conditions": plausible(30, 12, 4),
  "100 rules of 8 conditions": plausible(100, 20, 8),
  "1,000 rules of 4 conditions": plausible(1000, 40, 4),
  "a proof without end": hardToSettle(20),
  "a proof without end, 40 open questions": hardToSettle(40),
};

export const REFUSED = {
  "more conditions than can be looked at": many(200),
  "misspelt references": misspelt(1500, 500),
  "a megabyte of unknown fields": unknownFields(),
};
