// SPDX-License-Identifier: MIT
/**
 * No card contradicts its reader: over all cases, complete and as far as a reader has come in the pack's order, every sentence
 * of a verdict is compared with the state that the verdict itself gives. What should be said is read from the pack's JSON by a
 * small Kleene logic that shares nothing with the engine.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../dist/esm/decision.js";
import { packText, recordedVerdicts } from "../corpus/entries.mjs";
import { Known } from "../support/kleene.mjs";

const engine = await load();
const read = (name) => readFileSync(new URL(`../corpus/${name}`, import.meta.url), "utf8");

const PACKS = [
  "rag-vs-fine-tuning",
  ...readdirSync(new URL("../corpus/packs", import.meta.url)).map((name) => name.slice(0, -5)),
];

/** What others described, mapped to the answers of the RAG decision. */
const DESCRIBED = ["real-cases.json", "public-situations.json"];

/** The answers to the first so many questions. */
function partsOf(questions, answers) {
  const given = questions.map(({ id }) => id).filter((id) => (answers[id] ?? null) !== null);
  return Array.from({ length: given.length + 1 }, (_, count) =>
    Object.fromEntries(given.slice(0, count).map((id) => [id, answers[id]])),
  );
}

function answerSetsOf(id, decision) {
  const own = (decision.cases ?? []).map(({ answers }) => answers);
  const real = id === PACKS[0] ? DESCRIBED.flatMap((name) => JSON.parse(read(name)).map(({ answers }) => answers)) : [];
  const recorded = recordedVerdicts().filter(({ pack }) => pack === id);
  return [
    ...[...own, ...real].flatMap((answers) => partsOf(decision.questions, answers)),
    ...recorded.map(({ answers }) => answers),
  ];
}

function situations() {
  return PACKS.flatMap((id) => {
    const text = packText(id);
    const { decision } = JSON.parse(text);
    const pack = engine.open(text);
    return answerSetsOf(id, decision).map((answers) => {
      const verdict = pack.verdict(answers);
      const known = new Known(decision, answers, verdict);
      const given = decision.recommendations.find((entry) => entry.id === verdict.recommendation.id);
      return { label: `${id} ${JSON.stringify(answers)}`, decision, pack, verdict, known, given };
    });
  });
}

const all = situations();

/** What is said of a text: the first variant that holds; of a plain text, itself. */
function said(text, known) {
  return Array.isArray(text) ? text.find(({ when }) => known.holds(when))?.text : text;
}

const items = (list, known) =>
  (list ?? []).filter(({ when }) => known.holds(when)).map(({ text, sources = [] }) => ({ text, sources }));

test("there are situations of all kinds", () => {
  assert.ok(all.length > 1000);
  for (const state of ["pass", "fail", "unknown"])
    assert.ok(
      all.some(({ verdict }) => verdict.gates.some((gate) => gate.state === state)),
      state,
    );
  assert.ok(all.some(({ verdict }) => verdict.despite !== undefined));
  assert.ok(all.some(({ decision }) => Array.isArray(decision.gates_text)));
});

test("nobody who measured that something falls short is told what a prompt is to try, as if nothing had been measured", () => {
  const short = all.filter(
    ({ label, known, given }) =>
      label.startsWith(PACKS[0]) && given.id === "prompting" && `${known.answers.tried}`.endsWith("_short"),
  );
  const told = short.filter(({ verdict }) => /to try|nothing has been measured/i.test(verdict.recommendation.summary));
  assert.deepEqual([short.length > 10, told.map(({ label }) => label)], [true, []]);
});

test("a summary, and why it is given despite the points, are those of the reader's state", () => {
  for (const { label, verdict, known, given } of all) {
    assert.equal(verdict.recommendation.summary, said(given.summary, known), label);
    const despite = verdict.clarity.lead < 0 ? said(given.despite, known) : undefined;
    assert.equal(verdict.despite, despite, label);
  }
});

test("steps, risks, measurements, costs and notes are those whose condition holds, and no other", () => {
  for (const { label, decision, verdict, known, given } of all) {
    for (const list of ["steps", "risks", "measure", "costs"])
      assert.deepEqual(verdict.recommendation[list], items(given[list], known), `${list}: ${label}`);
    const notes = (decision.notes ?? []).filter(
      ({ when, recommendations = [] }) =>
        known.holds(when) && (recommendations.length === 0 || recommendations.includes(given.id)),
    );
    assert.deepEqual(
      verdict.notes.map(({ id }) => id),
      notes.map(({ id }) => id),
      label,
    );
  }
});

test("a gate passes or fails as its condition does, and its sentences are of that state", () => {
  for (const { label, decision, pack, verdict, known } of all) {
    const states = { yes: "pass", no: "fail", unknown: "unknown" };
    for (const [index, gate] of verdict.gates.entries()) {
      const own = decision.gates[index];
      if (gate.state !== "unknown") assert.equal(gate.state, states[known.truth(own.when)], label);
      assert.equal(gate.detail, said(own[gate.state], known), `${gate.id}: ${label}`);
    }
    const above = verdict.gates_text ?? pack.description.decision.gates_text;
    assert.equal(above, said(decision.gates_text, known), label);
  }
});

test("why not the others: a sentence of the reader's state, and nothing lacks that is there", () => {
  for (const { label, decision, verdict, known } of all) {
    for (const why of verdict.why_not) {
      const own = decision.recommendations.find(({ id }) => id === why.id);
      assert.equal(why.text, said(own.why_not, known), `${why.id}: ${label}`);
      if (why.outranked) assert.ok(known.holds(own.when), `${why.id}: ${label}`);
      for (const lack of why.blockers)
        assert.ok(!isThere(lack, verdict), `${why.id} ${JSON.stringify(lack)}: ${label}`);
    }
  }
});

const COMPARED = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
};

/** A condition that would be listed as lacking although it holds: of a gate, above all one that passes. */
function isThere(lack, { gates, scores }) {
  if (lack.kind === "answer") return lack.needs.includes(lack.choice);
  if (lack.kind === "gate") return lack.needs.includes(gates.find(({ id }) => id === lack.gate).state);
  const points = (id) => scores.find(({ alternative }) => alternative === id).points;
  const value = lack.than === null ? lack.value : points(lack.than);
  return COMPARED[lack.op](points(lack.alternative), value);
}

test("reasons hold, are told from one another by their points, and have their author's words", () => {
  for (const { label, decision, verdict, known } of all) {
    const own = decision.rules.filter(({ when }) => known.holds(when)).map(({ id }) => id);
    assert.deepEqual(verdict.reasons.map(({ rule }) => rule).sort(), own.sort(), label);
    for (const { rule, because, detail, stance, points } of verdict.reasons) {
      const said = decision.rules.find(({ id }) => id === rule);
      assert.deepEqual([because, detail], [said.because, said.detail], label);
      const most = Math.max(...verdict.recommendation.alternatives.map((id) => points[id] ?? 0));
      if (stance === "against") assert.ok(most <= 0, `${rule} gives what is recommended points: ${label}`);
    }
  }
});

test("the strongest reason against is the first that is listed, and takes most", () => {
  for (const { label, verdict } of all) {
    const { alternatives } = verdict.recommendation;
    const effect = ({ points }) => {
      const own = alternatives.reduce((sum, id) => sum + (points[id] ?? 0), 0);
      const others = Object.keys(points).filter((id) => !alternatives.includes(id));
      return own - Math.max(0, ...others.map((id) => points[id]));
    };
    const against = verdict.reasons.filter(({ stance }) => stance === "against").map(effect);
    if (against.length > 0) assert.equal(against[0], Math.min(...against), label);
  }
});
