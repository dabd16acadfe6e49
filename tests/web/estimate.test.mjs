// SPDX-License-Identifier: MIT
/** Cost pictures through the facade: figures, refusals, formulas against json-logic-js, and our lines against d3. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import jsonLogic from "json-logic-js";
import { load, PackError } from "../../dist/esm/decision.js";
import { webModule } from "../support/module.mjs";
import { Random } from "../support/random.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (name) => readFileSync(path.join(root, name), "utf8");
const engine = await load();
const van = engine.open(read("tests/corpus/packs/van.json"));
const rag = engine.open(read("packs/rag-vs-fine-tuning/decision.json"));

test("the figures of the pack, of the answers and of the reader, in this order", () => {
  const rent = (inputs, answers) => van.estimate(inputs, answers).series[1].cumulative[1];
  assert.equal(rent(), 10 * 49.5);
  assert.equal(rent({}, { trips: "daily" }), 20 * 49.5);
  assert.equal(rent({ days: 3 }, { trips: "daily" }), 3 * 49.5);
  assert.deepEqual(van.estimate({ days: 3 }, { trips: "daily" }).inputs[0], {
    id: "days",
    start: 20,
    from_answer: true,
  });
});

test("the crossing is exact", () => {
  assert.deepEqual(van.estimate().stretches, [
    { series: ["buy", "rent"], from: 0, cheaper: "rent", cost: 0 },
    { series: ["buy", "rent"], from: 27.2, cheaper: "buy", cost: 13464 },
  ]);
  assert.equal(van.estimate({ price: 100 / 3, service_months: 60 }).stretches[1].from, 0.088889);
});

test("a figure that can't be used is refused in words, and the others at once", () => {
  const problems = (inputs) => {
    try {
      van.estimate(inputs);
    } catch (error) {
      assert.ok(error instanceof PackError);
      return error.problems.map(({ code, path: at, suggestion }) => [code, at, suggestion]);
    }
    return [];
  };
  assert.deepEqual(problems({ days: -1, day_rate: "ten", price: NaN }), [
    ["number_out_of_range", "/inputs/days", "Write a whole number from 0 to 31."],
    ["wrong_type", "/inputs/day_rate", "Write a number from 0 to 1000."],
    ["wrong_type", "/inputs/price", "Write a number from 0 to 200000."],
  ]);
  assert.deepEqual(problems({ days: 2.5 })[0].slice(0, 2), ["not_whole", "/inputs/days"]);
  assert.deepEqual(problems({ price: Infinity })[0].slice(0, 2), ["wrong_type", "/inputs/price"]);
  assert.deepEqual(problems({ prise: 1 })[0], ["unknown_input", "/inputs/prise", 'Did you mean "price"?']);
  assert.throws(() => van.estimate({}, { trip: "daily" }), PackError);
  assert.equal(van.estimate().series.length, 2, "the engine goes on");
});

test("a pack without estimates says so, and its description has none", () => {
  const lunch = engine.open(read("tests/corpus/packs/lunch.json"));
  assert.throws(
    () => lunch.estimate(),
    (error) => error.problems[0].code === "no_estimates",
  );
  assert.equal("estimates" in lunch.description.decision, false);
});

test("in the bundled pack every figure has a day and a source, and every answer that sets one gives a picture", () => {
  const { estimates, questions } = rag.description.decision;
  for (const input of estimates.inputs) {
    assert.match(input.as_of, /^\d{4}-\d\d-\d\d$/);
    for (const id of input.sources)
      assert.ok(
        rag.description.sources.some((source) => source.id === id),
        input.id,
      );
  }
  for (const { id, choices } of questions) {
    for (const choice of choices)
      assert.equal(rag.estimate({}, { [id]: choice.id }).series.length, estimates.series.length);
  }
  const zero = Object.fromEntries(estimates.inputs.map(({ id, min }) => [id, min]));
  assert.equal(rag.estimate(zero).stretches[0].cheaper, null, "nothing costs nothing");
  rag.estimate(Object.fromEntries(estimates.inputs.map(({ id, max }) => [id, Math.min(max, 10_000)])));
});

test("formulas give what json-logic-js gives", () => {
  const random = new Random(7);
  const below = (count) => Math.floor(random.next() * count);
  const value = () => (below(3) > 0 ? { var: ["a", "b", "c"][below(3)] } : below(2000) / 100);
  const formula = (depth) => {
    if (depth === 0) return value();
    const operator = ["+", "-", "*", "/", "min", "max"][below(6)];
    const count = operator === "-" || operator === "/" ? 2 : 2 + below(3);
    return { [operator]: Array.from({ length: count }, () => formula(below(depth))) };
  };
  let compared = 0;
  for (let round = 0; round < 400; ++round) {
    const amount = { max: [0, formula(3)] };
    const inputs = { a: below(100), b: 1 + below(900) / 7, c: 3 };
    const expected = jsonLogic.apply(amount, inputs);
    if (!Number.isFinite(expected) || expected > 1e9) continue;
    const got = amountOf(amount, inputs);
    if (got === "division_by_zero") continue; // Infinity may vanish again in min
    assert.ok(Math.abs(got - expected) <= 0.005 + 1e-6, `${JSON.stringify(amount)}: ${got}, not ${expected}`);
    compared += 1;
  }
  assert.ok(compared > 250, `${compared}`);
});

function amountOf(amount, inputs) {
  try {
    return packWith(amount, inputs).estimate().series[0].costs[0].amount;
  } catch (error) {
    return error.problems[0].code;
  }
}

function packWith(amount, inputs) {
  const pack = JSON.parse(read("tests/corpus/packs/van.json"));
  const { estimates } = pack.decision;
  const input = { ...estimates.inputs[1], max: 1e6 };
  estimates.inputs = Object.entries(inputs).map(([id, start]) => ({ ...input, id, default: start }));
  estimates.formulas = [];
  estimates.series = [{ id: "only", name: "Only", up_front: [{ text: "It", amount }] }];
  return engine.open(pack);
}

test("the few lines of our own draw what d3 draws", async () => {
  const { niceScale, path: drawn } = await webModule("views/costs/plot");
  const random = new Random(11);
  for (let round = 0; round < 500; ++round) {
    const largest = 10 ** (random.next() * 9 - 2);
    const scale = scaleLinear().domain([0, largest]).nice(4);
    assert.deepEqual(niceScale(largest, 4), { end: scale.domain()[1], ticks: scale.ticks(4) }, `${largest}`);
    const points = Array.from({ length: 5 }, () => [random.next() * 100, random.next() * 100]);
    assert.equal(drawn(points), line()(points));
  }
});

test("what is recommended is among the lines drawn, and never more than three lines are", async () => {
  const { shownSeries } = await webModule("views/costs/shown");
  const { cases } = JSON.parse(read("packs/rag-vs-fine-tuning/decision.json")).decision;
  const kinds = new Set();
  for (const { answers } of cases) {
    const verdict = rag.verdict(answers);
    const { id, alternatives } = verdict.recommendation;
    const drawn = shownSeries(rag.description, rag.description.decision.estimates, verdict, rag.estimate({}, answers));
    const ids = drawn.map((each) => each.id);
    const about = ids.includes(id) ? id : alternatives[0];
    assert.deepEqual(
      drawn.filter(({ own }) => own).map((each) => each.id),
      [about],
      id,
    );
    assert.equal(ids.length, 3, `${id}: ${ids.join(" ")}`);
    kinds.add(id);
  }
  assert.equal(kinds.size, 7, "each recommendation is given in a case");
});

test("of many lines, the alternatives with the most points stand beside the recommendation", async () => {
  const { shownSeries } = await webModule("views/costs/shown");
  const answers = { gap: "nothing", tried: "nothing", corpus: "small" };
  const verdict = rag.verdict(answers);
  const { estimates } = rag.description.decision;
  const ids = shownSeries(rag.description, estimates, verdict, rag.estimate({}, answers)).map(({ id }) => id);
  const points = ({ points: a }, { points: b }) => b - a;
  const others = [...verdict.scores]
    .sort(points)
    .filter(({ alternative }) => alternative !== verdict.recommendation.id);
  assert.equal(verdict.recommendation.id, "prompting");
  assert.deepEqual(new Set(ids), new Set(["prompting", ...others.slice(0, 2).map(({ alternative }) => alternative)]));
});

test("training that is to make what runs cheaper does cost less than what runs", async () => {
  const { shownSeries } = await webModule("views/costs/shown");
  const { cases, estimates } = JSON.parse(read("packs/rag-vs-fine-tuning/decision.json")).decision;
  const situations = JSON.parse(read("tests/corpus/public-situations.json"));
  const cheaper = { prompt_dear: ["fine_tuning", "prompting"], rag_dear: ["both", "rag"] };
  let seen = 0;
  for (const { answers } of [...cases, ...situations]) {
    const verdict = rag.verdict(answers);
    const [trained, runs] = cheaper[answers.tried] ?? [];
    if (verdict.recommendation.id !== trained) continue;
    const estimate = rag.estimate({}, answers);
    const own = shownSeries(rag.description, estimates, verdict, estimate).find((each) => each.own);
    const running = estimate.series.find(({ id }) => id === runs).cumulative.at(-1);
    assert.ok(own.total < running, `${JSON.stringify(answers)}: ${own.name} ${own.total}, running ${running}`);
    seen += 1;
  }
  assert.ok(seen >= 5, `${seen} seen`);
});

test("an answer that is a figure costs what the same figure costs when it is written, and rules use the same number", () => {
  const seats = engine.open(read("tests/corpus/packs/seats.json"));
  for (let people = 1; people <= 5000; people += people < 150 ? 1 : 211) {
    const [answered, written] = [seats.estimate({}, { people }), seats.estimate({ users: people }, {})];
    assert.deepEqual(answered.series, written.series, `${people}`);
    assert.deepEqual(answered.stretches, written.stretches, `${people}`);
    assert.deepEqual(answered.inputs[0], { id: "users", start: people, from_answer: true });
    const { reasons } = seats.verdict({ people });
    assert.deepEqual(
      reasons.map(({ rule }) => rule),
      [people < 100 ? "few" : "many"],
    );
    assert.equal(reasons[0].answers[0].choice, people);
  }
  const start = (answers) => seats.estimate({}, answers).inputs[1].start;
  assert.deepEqual(
    [{}, { people: 20, hours: 2.5 }, { people: 19, hours: 2.5 }, { hours: null, admin: "no" }].map(start),
    [6, 2.5, 6, 12],
  );
  assert.throws(() => seats.estimate({}, { people: 5001 }), PackError);
});
