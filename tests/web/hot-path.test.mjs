// SPDX-License-Identifier: MIT
/** The hot path gives what a verdict gives, and with it: `status` and score ranges against brute force. All of it is seeded. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { viewOf } from "../support/conditions/oracles.mjs";
import { completions, randomAnswers, tryOpen } from "../support/conditions/packs.mjs";
import { openRandom, randomDecision } from "../support/conditions/random.mjs";
import { Random } from "../support/random.mjs";

/** Complete answers, straight through the hot path. */
class HotPath {
  constructor(pack, decision) {
    this.decision = decision;
    this.evaluator = pack.evaluator();
  }

  decide(answers) {
    const { questions, recommendations, alternatives } = this.decision;
    const bytes = this.evaluator.answers;
    for (const [at, { id, choices }] of questions.entries())
      bytes[at] = choices.findIndex((choice) => choice.id === answers[id]);
    const winner = this.evaluator.decide();
    const scores = this.evaluator.scores;
    return {
      recommendation: recommendations[winner].id,
      scores: Object.fromEntries(alternatives.map(({ id }, at) => [id, scores[at]])),
    };
  }
}

test("status: settled exactly when every completion gives the same recommendation", (t) => {
  const random = new Random(20263);
  const seen = { settled: 0, provisional: 0 };
  for (let round = 0; round < 300; ++round) {
    const decision = randomDecision(random, {
      questions: 5,
      choices: 3,
      rules: 7,
      gates: 2,
      recommendations: 3,
      depth: 1 + (round % 2),
    });
    const pack = openRandom(decision, {});
    const hot = new HotPath(pack, decision);
    for (const probability of [0.3, 0.6, 0.8]) {
      const answers = randomAnswers(random, decision, probability);
      const verdict = pack.verdict(answers);
      const outcomes = new Set();
      for (const completion of completions(decision, answers)) outcomes.add(hot.decide(completion).recommendation);
      const named = JSON.stringify({ round, answers, outcomes: [...outcomes] });
      assert.equal(verdict.exact, true, named);
      assert.equal(verdict.status, outcomes.size === 1 ? "settled" : "provisional", named);
      if (outcomes.size === 1)
        assert.ok(outcomes.has(verdict.recommendation.id), `${named}: ${verdict.recommendation.id}`);
      ++seen[verdict.status];
    }
  }
  t.diagnostic(JSON.stringify(seen));
  assert.ok(seen.settled > 100 && seen.provisional > 100);
});

function hotPathAgrees(random, pack, decision, times) {
  const hot = new HotPath(pack, decision);
  for (let k = 0; k < times; ++k) {
    const answers = randomAnswers(random, decision, 1);
    const { recommendation, scores } = viewOf(pack.verdict(answers));
    assert.deepEqual(hot.decide(answers), { recommendation, scores }, JSON.stringify(answers));
  }
}

test("the hot path equals the verdict: the bundled pack", () => {
  const text = readFileSync(new URL("../../packs/rag-vs-fine-tuning/decision.json", import.meta.url), "utf8");
  hotPathAgrees(new Random(20264), tryOpen(text).pack, JSON.parse(text).decision, 2000);
});

/** `packs`: how many of this shape; together they are asked 2,000 times. Large ones take long to open. */
const shapes = {
  small: { packs: 20, questions: 5, alternatives: 3 },
  "five to eight alternatives": { packs: 20, questions: 6, alternatives: 7, rules: 20 },
  "more than 64 option bits": { packs: 4, questions: 18, choices: 8, rules: 30, recommendations: 8, depth: 1 },
  "more than 64 option bits, eight alternatives": {
    packs: 2,
    questions: 22,
    choices: 9,
    alternatives: 8,
    rules: 30,
    gates: 16,
    depth: 1,
  },
  "no gates and no rules": { packs: 20, questions: 3, alternatives: 1, rules: 0, gates: 0, recommendations: 2 },
};

for (const [name, { packs, ...shape }] of Object.entries(shapes)) {
  test(`the hot path equals the verdict: random packs, ${name}`, () => {
    const random = new Random(20265);
    for (let round = 0; round < packs; ++round) {
      const decision = randomDecision(random, shape);
      hotPathAgrees(random, openRandom(decision, {}), decision, 2000 / packs);
    }
  });
}

test("the hot path refuses incomplete answers", () => {
  const decision = randomDecision(new Random(1), { questions: 1 });
  const evaluator = openRandom(decision, {}).evaluator();
  evaluator.answers[0] = 255;
  assert.equal(evaluator.decide(), -1);
});

test("lowest and highest scores equal brute force", () => {
  const random = new Random(20266);
  for (let round = 0; round < 100; ++round) {
    const decision = randomDecision(random, { questions: 5, choices: 3, rules: 12, gates: 0, recommendations: 1 });
    const pack = openRandom(decision, {});
    const hot = new HotPath(pack, decision);
    const scores = [...completions(decision, {})].map((answers) => hot.decide(answers).scores);
    for (const { id, lowest, highest } of pack.description.decision.alternatives) {
      const reached = scores.map((one) => one[id]);
      assert.deepEqual(
        { lowest, highest },
        { lowest: Math.min(...reached), highest: Math.max(...reached) },
        `round ${round}, ${id}`,
      );
    }
  }
});
