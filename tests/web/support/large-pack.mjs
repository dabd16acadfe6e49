/**
 * A made-up pack of 24 questions, always the same for the same numbers: `rules` over at most `width` questions of `choices`
 * choices each, up to `points` for one of `alternatives`, which the recommendations compare.
 */
export function largePack({ rules, width = 4, choices = 4, alternatives = 3, points = 4 }) {
  let state = 2;
  const below = (count) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % count;
  };
  const ids = Array.from({ length: choices }, (_, k) => String.fromCharCode(97 + k));
  const questions = Array.from({ length: 24 }, (_, k) => ({
    id: `q${k}`,
    text: "T",
    choices: ids.map((id) => ({ id, text: "T" })),
  }));
  const literal = () => ({ "==": [{ var: `q${below(24)}` }, ids[below(choices)]] });
  const rule = (_, k) => ({
    id: `r${k}`,
    when: { [below(2) ? "and" : "or"]: Array.from({ length: 1 + below(width) }, literal) },
    points: { [`x${below(alternatives)}`]: 1 + below(points) },
    because: "B",
  });
  const above = (left, right) => ({ ">": [{ var: `score.x${left}` }, { var: `score.x${right}` }] });
  const before = (last) => Array.from({ length: last }, (_, k) => k);
  const recommendations = [
    ...before(alternatives - 1).map((best) => ({
      id: `best${best}`,
      when: { and: before(alternatives).flatMap((other) => (other > best ? above(best, other) : [])) },
    })),
    { id: "last" },
  ].map((entry) => ({ title: "T", summary: "S", ...entry }));
  const decision = {
    question: "Q",
    questions,
    alternatives: before(alternatives).map((k) => ({ id: `x${k}`, name: `X${k}` })),
    rules: Array.from({ length: rules }, rule),
    recommendations,
  };
  return { format: 1, id: "large", version: "1.0.0", language: "en", title: "T", decision };
}
