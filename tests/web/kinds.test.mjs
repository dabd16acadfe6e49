// SPDX-License-Identifier: MIT
/** Questions of all kinds: conditions as the public JsonLogic engines read them, and answers as they come and go. All of it is seeded. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { LogicEngine } from "json-logic-engine";
import jsonLogic from "json-logic-js";
import { load, PackError } from "../../dist/esm/decision.js";
import { Random } from "../support/random.mjs";

const engine = await load();
const peer = new LogicEngine();

const rounds = Number(process.env.DECISION_CARD_ROUNDS ?? 150);

// ---- random packs

const KINDS = {
  several(random, id) {
    const alone = random.chance(0.4);
    const count = random.between(2, 5) + Number(alone);
    const choices = Array.from({ length: count }, (_, at) => ({ id: `c${at}`, text: "T" }));
    if (alone) choices.at(-1).exclusive = true;
    const most = random.between(1, count - Number(alone));
    return { id, text: "T", kind: "several", least: random.between(0, 1), most, choices };
  },
  number(random, id) {
    const [min, step] = [random.between(-3, 3), random.pick([1, 0.1, 0.25, 5])];
    return { id, text: "T", kind: "number", min, max: at(min, step, random.between(1, 40)), step };
  },
  scale(random, id) {
    return { ...KINDS.one(random, id), kind: "scale", ends: ["Low", "High"] };
  },
  one(random, id) {
    const values = random.chance(0.5);
    const choice = (at) => ({ id: `c${at}`, text: "T", ...(values ? { value: at * 2 } : {}) });
    return { id, text: "T", choices: Array.from({ length: random.between(2, 4) }, (_, at) => choice(at)) };
  },
};

const at = (low, step, steps) => Math.round((low + steps * step) * 1e6) / 1e6;
const stepsOf = ({ min, max, step }) => Math.round((max - min) / step);

function atom(random, questions) {
  const { id, kind, choices, min, step, ...question } = random.pick(questions);
  const name = { var: id };
  if (kind === "several") return { in: [random.pick(choices).id, name] };
  if (kind === "number") return aboutNumber(random, name, { min, step, ...question });
  const { id: choice, value } = random.pick(choices);
  if (random.chance(0.3)) return { in: [name, [value ?? choice]] };
  if (value !== undefined && random.chance(0.5)) return { [random.pick(["<=", ">="])]: [name, value] };
  return { [random.pick(["==", "!="])]: [name, value ?? choice] };
}

function aboutNumber(random, name, range) {
  const steps = stepsOf(range);
  const number = (least, most) => at(range.min, range.step, random.between(least, most));
  if (random.chance(0.2)) return { in: [name, [number(0, steps), number(0, steps)]] };
  if (random.chance(0.2)) return { "<=": [range.min, name, number(0, steps)] };
  if (random.chance(0.2)) return { ">": [number(1, steps), name] };
  const off = random.chance(0.2) && steps > 1 ? range.step / 3 : 0;
  const op = random.pick(["<", ">=", "<=", ">", "==", "!="]);
  if (op === "<" || op === ">=") return { [op]: [name, number(1, steps) - off] };
  if (op === "<=" || op === ">") return { [op]: [name, number(0, steps - 1) + off] };
  return { [op]: [name, number(0, steps)] };
}

function condition(random, questions, depth = 2) {
  if (depth === 0 || random.chance(0.3)) return atom(random, questions);
  if (random.chance(0.2)) return { "!": [condition(random, questions, depth - 1)] };
  const parts = Array.from({ length: random.between(1, 3) }, () => condition(random, questions, depth - 1));
  return { [random.pick(["and", "or"])]: parts };
}

function randomDecision(random) {
  const questions = [];
  for (let count = random.between(2, 4); count > 0; --count) {
    const question = KINDS[random.pick(Object.keys(KINDS))](random, `q${questions.length}`);
    if (questions.length > 0 && random.chance(0.3)) question.when = condition(random, questions, 1);
    questions.push(question);
  }
  const gates = Array.from({ length: 3 }, (_, k) => ({ id: `g${k}`, text: "T", when: condition(random, questions) }));
  const recommendations = [{ id: "all", title: "T", summary: "S" }];
  return { question: "Q", questions, alternatives: [{ id: "a", name: "A" }], rules: [], gates, recommendations };
}

const packOf = (decision) => ({ format: 1, id: "kinds", version: "1.0.0", language: "en", title: "T", decision });

function randomAnswer(random, question) {
  const { kind, choices, least, most, min, step } = question;
  if (kind === "number") return at(min, step, random.between(0, stepsOf(question)));
  if (kind !== "several") return random.pick(choices).id;
  const alone = choices.filter(({ exclusive }) => exclusive).map(({ id }) => id);
  if (alone.length > 0 && random.chance(0.2)) return alone;
  const free = choices.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
  return random.some(free, random.between(least, most));
}

/** A question that is not asked: nothing is chosen, and what should be a number or an id is none. */
const valueOf = ({ kind, choices }, answer, asked) => {
  if (!asked) return kind === "several" ? [] : NaN;
  if (kind === "several" || kind === "number") return answer;
  return choices.find(({ id }) => id === answer).value ?? answer;
};

test("conditions on all kinds of questions give what public JsonLogic engines give, for complete answers", () => {
  const random = new Random(16);
  for (let round = 0; round < rounds; ++round) {
    const decision = randomDecision(random);
    const pack = engine.open(packOf(decision));
    for (let k = 0; k < 20; ++k) {
      const answers = Object.fromEntries(decision.questions.map((each) => [each.id, randomAnswer(random, each)]));
      const verdict = pack.verdict(answers);
      const idle = new Set([...verdict.not_asked, ...verdict.ignored]);
      const data = Object.fromEntries(
        decision.questions.map((each) => [each.id, valueOf(each, answers[each.id], !idle.has(each.id))]),
      );
      for (const [g, { when }] of decision.gates.entries()) {
        const said = JSON.stringify({ when, data });
        const expected = jsonLogic.apply(when, data) ? "pass" : "fail";
        assert.equal(verdict.gates[g].state, expected, said);
        if (idle.size === 0) assert.equal(peer.run(when, data) ? "pass" : "fail", expected, said);
      }
      for (const { id, when } of decision.questions) {
        if (when) assert.equal(jsonLogic.apply(when, data), !idle.has(id), JSON.stringify({ when, data }));
      }
    }
    pack.close();
  }
});

// ---- answers

const kinds = engine.open(readFileSync(new URL("../corpus/packs/kinds.json", import.meta.url), "utf8"));

test("a verdict tells the reader's own list and number back", () => {
  const { reasons } = kinds.verdict({ needs: ["search", "joins"], users: 499, risk: "r2" });
  const answers = reasons.flatMap((reason) => reason.answers);
  assert.deepEqual(answers[0], { question: "needs", choice: ["search", "joins"] });
  assert.deepEqual(answers.at(-1), { question: "users", choice: 499 });
});

test("flips add and drop choices, and tell numbers as intervals", () => {
  const { targets, sensitivity } = kinds.flips({ needs: ["joins", "search"], users: 20 });
  const [to] = targets;
  assert.equal(to.changes, 1);
  assert.deepEqual(
    to.flips.map(({ changes }) => changes[0].to),
    [["search"], { from: 50000, to: 1000000 }],
  );
  assert.deepEqual(
    sensitivity[0].others.map(({ choice }) => choice),
    ["joins", "search", "graph", "series", "none"],
  );
  assert.deepEqual(
    sensitivity[1].others.map(({ choice }) => choice),
    [
      { from: 500, to: 49999 },
      { from: 50000, to: 1000000 },
    ],
  );
});

test("answers that can't be are refused with what can", () => {
  for (const [answers, code, says] of [
    [{ needs: "joins" }, "wrong_type", 'Write ["joins"].'],
    [{ needs: ["join"] }, "unknown_choice", 'Did you mean "joins"?'],
    [{ needs: [] }, "bad_count", "at least 1 and at most 3"],
    [{ needs: ["joins", "search", "graph", "series"] }, "bad_count", "here are 4"],
    [{ needs: ["joins", "none"] }, "bad_count", '"none" can\'t be chosen together'],
    [{ needs: ["joins", "joins"] }, "duplicate_id", "twice"],
    [{ needs: [7] }, "wrong_type", "named by its id"],
    [{ users: "20" }, "wrong_type", "a number from 1 to 1000000"],
    [{ users: 0 }, "number_out_of_range", "and not 0"],
    [{ users: 1.5 }, "number_out_of_range", "in steps of 1"],
    [{ risk: 2 }, "wrong_type", "the id of a choice"],
  ]) {
    assert.throws(
      () => kinds.verdict(answers),
      (error) => {
        assert.ok(error instanceof PackError);
        const [{ code: got, message, suggestion = "" }] = error.problems;
        assert.equal(got, code, message);
        assert.ok(`${message} ${suggestion}`.includes(says), `${message} ${suggestion}`);
        return true;
      },
    );
  }
});

test("the description says what kind a question is, and of other packs what it said before", () => {
  const [needs, users, risk, sync] = kinds.description.decision.questions;
  assert.equal(needs.kind, "several");
  assert.deepEqual([needs.least, needs.most, needs.section], [1, 3, "What it must do"]);
  assert.equal(needs.choices.at(-1).exclusive, true);
  assert.deepEqual([users.kind, users.min, users.max, users.step, users.unit], ["number", 1, 1000000, 1, "people"]);
  assert.deepEqual(users.intervals, [
    { from: 1, to: 499 },
    { from: 500, to: 49999 },
    { from: 50000, to: 1000000 },
  ]);
  assert.deepEqual(risk.ends, ["A shrug", "The end of us"]);
  assert.deepEqual(Object.keys(sync), ["id", "text", "changeable", "sources", "choices"]);
});

test("an evaluator takes answers of all kinds and decides what the verdict does", () => {
  const evaluator = kinds.evaluator(2);
  const { recommendations } = kinds.description.decision;
  for (const answers of [
    { needs: ["joins", "search"], users: 20, risk: "r2", sync: "yes" },
    { needs: ["graph", "series"], users: 900000, risk: "r1", sync: "no" },
    { needs: ["none"], users: 5, risk: "r4" },
  ]) {
    evaluator.place(answers, 1);
    assert.equal(recommendations[evaluator.decide(1)].id, kinds.verdict(answers).recommendation.id);
  }
  evaluator.place({ users: 5 }, 0);
  assert.equal(evaluator.decide(0), -1);
  assert.throws(() => evaluator.place({ users: 0 }), PackError);
});
