// SPDX-License-Identifier: MIT
/** Grading through the headless facade: what it throws, what it survives, and how it counts. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load as loadDecision } from "../../dist/esm/decision.js";
import { load, PackError } from "../../dist/esm/rubric.js";
import { packText } from "../corpus/entries.mjs";

const wasm = readFileSync(new URL("../../dist/rubric.wasm", import.meta.url));
const journey = packText("journey");
const TEXT = "The tram is on time because of its track. The bus is on time.";

/** Fails the next `times` texts that come out of the engine, as a stack overflow would. */
function withFailures(times, work) {
  const decode = TextDecoder.prototype.decode;
  let thrown = 0;
  TextDecoder.prototype.decode = function (...args) {
    if (thrown === times) return decode.apply(this, args);
    thrown += 1;
    throw new RangeError("Maximum call stack size exceeded");
  };
  try {
    return work();
  } finally {
    TextDecoder.prototype.decode = decode;
    assert.equal(thrown, times);
  }
}

function codes(work) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof PackError, String(error).slice(0, 200));
    return error.problems.map(({ code }) => code);
  }
  return [];
}

const quotes = (text, { evidence }) => evidence.map(({ start, end }) => text.slice(start, end));

test("the grade as an object is the same as the text", async () => {
  const pack = (await load()).open(journey);
  assert.equal(JSON.stringify(pack.grade(TEXT)), pack.gradeText(TEXT));
  const { total, maximum, band, words, criteria, misconceptions } = pack.grade(TEXT);
  assert.deepEqual([total, maximum, band, words], [1, 8, "partial", 14]);
  assert.deepEqual(quotes(TEXT, criteria[0]), ["on time"]);
  assert.deepEqual(
    misconceptions.map(({ id, points }) => [id, points]),
    [["bus_keeps_time", -2]],
  );
});

test("a follow-up question by its id; the rubric's own without one", async () => {
  const pack = (await load()).open(journey);
  assert.deepEqual(
    pack.grade("I take an early tram.", "connection").criteria.map(({ id, level }) => [id, level]),
    [["time_to_change", 1]],
  );
  assert.equal(pack.gradeText(TEXT, undefined), pack.gradeText(TEXT));
  assert.deepEqual(
    codes(() => pack.grade(TEXT, "nope")),
    ["unknown_follow_up"],
  );
});

test("what the reader says of a text is judged: claims, rejections, and what is about nothing", async () => {
  const pack = (await load()).open(journey);
  const claimed = [{ id: "use_of_time", start: 0, end: 8 }];
  const grade = pack.grade(TEXT, undefined, { claimed, rejected: [{ kind: "misconception", id: "bus_keeps_time" }] });
  assert.deepEqual([grade.total, grade.misconceptions], [3, []]);
  const { certainty, level, evidence } = grade.criteria[1];
  assert.deepEqual([certainty, level, evidence], ["claimed", 1, [{ start: 0, end: 8 }]]);
  const rejected = [{ kind: "criterion", id: "keeps_time" }];
  assert.equal(pack.grade(TEXT, undefined, { claimed: [], rejected }).criteria[0].level, 0);
  assert.equal(pack.gradeText(TEXT, undefined, { claimed: [], rejected: [] }), pack.gradeText(TEXT));
  const nowhere = [{ id: "use_of_time", start: 5, end: 5000 }];
  assert.equal(pack.gradeText(TEXT, undefined, { claimed: nowhere, rejected: [] }), pack.gradeText(TEXT));
  assert.deepEqual(
    codes(() => pack.grade(TEXT, undefined, { claimed: [{ id: "nothing", start: 0, end: 1 }], rejected: [] })),
    ["unknown_mark"],
  );
  assert.equal(pack.grade("I take an early tram.", "connection", { claimed: [], rejected: [] }).criteria[0].level, 1);
});

test("a pack without a rubric can't grade, one without a decision can't decide, and both go on working", async () => {
  const [rubrics, decisions] = [await load(), await loadDecision()];
  const [lunch, rubric] = [rubrics.open(packText("lunch")), rubrics.open(journey)];
  const [decision, undecided] = [decisions.open(packText("lunch")), decisions.open(journey)];
  assert.deepEqual(
    codes(() => lunch.grade(TEXT)),
    ["no_rubric"],
  );
  for (const work of [() => undecided.verdict({}), () => undecided.verdictText({}), () => undecided.verdictText("{}")])
    assert.deepEqual(codes(work), ["no_decision"]);
  assert.equal(undecided.evaluator().decide(), -1);
  assert.equal(decision.verdict({ weather: "hot" }).recommendation.id, "salad");
  assert.equal(rubric.grade(TEXT).maximum, 8);
  assert.equal(lunch.description.rubric, undefined);
  assert.deepEqual(rubric.description.decision.questions, []);
});

test("a trapped instance is replaced and the grade is the same", async () => {
  const pack = (await load({ wasm })).open(journey);
  const before = pack.gradeText(TEXT);
  for (let round = 0; round < 20; ++round)
    assert.equal(
      withFailures(1, () => pack.gradeText(TEXT)),
      before,
    );
});

test("a second failure reaches the caller, and the engine recovers afterwards", async () => {
  const pack = (await load({ wasm })).open(journey);
  assert.throws(() => withFailures(2, () => pack.grade(TEXT)), RangeError);
  assert.equal(pack.grade(TEXT).words, 14);
});

test("offsets count as JavaScript does", async () => {
  const pack = (await load()).open(journey);
  for (const before of ["", "👩‍🚀 ", "Café: ", "漢字。", "\u200b", "\r\n\r\n", "𝔗𝔢𝔞. "]) {
    const text = `${before}The tram is on time.`;
    assert.deepEqual(quotes(text, pack.grade(text).criteria[0]), ["on time"], JSON.stringify(before));
  }
});

test("a lone surrogate counts as one unknown character", async () => {
  const pack = (await load()).open(journey);
  for (const lone of ["\ud83d", "\udc69"]) {
    const text = `${lone} The tram is on time. ${lone}`;
    assert.deepEqual(quotes(text, pack.grade(text).criteria[0]), ["on time"]);
    assert.equal(pack.gradeText(text), pack.gradeText(text.replaceAll(lone, "\ufffd")));
  }
});

test("any text is graded: empty, blank, very long", async () => {
  const pack = (await load()).open(journey);
  for (const text of ["", " \n\t ", "\0", "|".repeat(5000), "> ".repeat(5000), "tram ".repeat(40_000)]) {
    const { total, maximum } = pack.grade(text);
    assert.ok(total >= 0 && total <= maximum);
  }
});

test("packs keep their graders apart", async () => {
  const engine = await load();
  const [one, other] = [engine.open(journey), engine.open(packText("tea"))];
  const before = one.gradeText(TEXT);
  other.gradeText(TEXT);
  assert.equal(one.gradeText(TEXT), before);
});

test("memory does not grow with use", async (t) => {
  const { Instance } = WebAssembly;
  const memories = [];
  WebAssembly.Instance = function (...given) {
    const instance = new Instance(...given);
    memories.push(...Object.values(instance.exports).filter((value) => value instanceof WebAssembly.Memory));
    return instance;
  };
  t.after(() => (WebAssembly.Instance = Instance));
  const pack = (await load({ wasm })).open(journey);
  const size = () => Math.max(...memories.map(({ buffer }) => buffer.byteLength));
  pack.grade(TEXT.repeat(50));
  const early = size();
  assert.ok(early > 0);
  for (let round = 0; round < 1000; ++round) pack.grade(TEXT.repeat(50));
  assert.equal(size(), early);
});
