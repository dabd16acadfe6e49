// SPDX-License-Identifier: MIT
/** What the workshop does to a pack's text: edits that leave the rest alone, rules as a table, names, completions. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../../dist/esm/decision.js";
import { load as loadRubric } from "../../../dist/esm/rubric.js";
import { webModule } from "../../support/module.mjs";

const [trees, edits, tables, cells, names, asking, subjects, starting] = await Promise.all(
  ["tree", "edits", "table", "cells", "names", "asking", "subject", "starting"].map((name) =>
    webModule(`workshop/pack/${name}`),
  ),
);
const engine = await load();
const rubrics = await loadRubric();
const read = (name) => readFileSync(new URL(`../../../packs/${name}.json`, import.meta.url), "utf8");
const PACKS = [
  "rag-vs-fine-tuning/decision",
  "sql-or-nosql/decision",
  "monolith-or-microservices/decision",
  "agent-workflow-or-single-call/decision",
];
const LUNCH = starting.STARTS.decision.text;
const { treeOf } = trees;
const edited = (text, list) => edits.applied(text, list);

test("what an author begins with has no problems", () => {
  assert.deepEqual(engine.check(LUNCH).problems, []);
  assert.deepEqual(rubrics.check(starting.STARTS.rubric.text).problems, []);
  assert.deepEqual(
    engine.check(LUNCH).cases.map(({ passed }) => passed),
    [true],
  );
});

test("a value is replaced, added and taken out, and all else stays as it was written", () => {
  const text = '{\n  "a": 1,\n  "b": [1,2],\n  "c": {}\n}\n';
  const change = (list) => edited(text, list);
  assert.equal(change(edits.setValue(treeOf(text), ["b", 1], 3)), text.replace("[1,2]", "[1,3]"));
  assert.equal(change(edits.setValue(treeOf(text), ["d"], "x")), text.replace("{}\n}", '{},\n  "d": "x"\n}'));
  assert.equal(change(edits.setValue(treeOf(text), ["c", "e"], 1)), text.replace("{}", '{\n    "e": 1\n  }'));
  assert.equal(change(edits.removeAt(treeOf(text), ["a"])), text.replace('"a": 1,\n  ', ""));
  assert.equal(change(edits.removeAt(treeOf(text), ["c"])), text.replace(',\n  "c": {}', ""));
  assert.equal(change(edits.removeAt(treeOf(text), ["b", 0])), text.replace("[1,2]", "[2]"));
  assert.equal(change(edits.setValue(treeOf(text), ["a"], 1)), text);
  assert.deepEqual(JSON.parse(change(edits.appendItems(treeOf(text), ["b"], [3, 4]))).b, [1, 2, 3, 4]);
  assert.deepEqual(JSON.parse(change(edits.setValue(treeOf(text), ["n", "m"], 1))).n, { m: 1 });
});

test("a cell says one question's part of a condition, and means it", () => {
  const same = { a: { "==": [{ var: "q" }, "a"] }, "not a": { "!=": [{ var: "q" }, "a"] } };
  const lists = { "a, b": { in: [{ var: "q" }, ["a", "b"]] }, "not a, b": { "!": { in: [{ var: "q" }, ["a", "b"]] } } };
  const numbers = {
    "< 10": { "<": [{ var: "q" }, 10] },
    ">= 2.5": { ">=": [{ var: "q" }, 2.5] },
    25: { "==": [{ var: "q" }, 25] },
  };
  for (const [cell, condition] of Object.entries({ ...same, ...lists, ...numbers })) {
    assert.deepEqual(cells.conditionOf("q", cell), condition, cell);
    assert.deepEqual(cells.partOf(condition), { question: "q", cell });
  }
  const among = (id) => ({ in: [id, { var: "q" }] });
  const several = { a: among("a"), "not a": { "!": among("a") }, "a, b": { or: [among("a"), among("b")] } };
  for (const [cell, condition] of Object.entries({ ...several, "not a, b": { "!": several["a, b"] } })) {
    assert.deepEqual(cells.conditionOf("q", cell, true), condition, cell);
    assert.deepEqual(cells.partOf(condition), { question: "q", cell });
  }
  assert.equal(cells.partOf({ or: [among("a"), { in: ["b", { var: "other" }] }] }), null, "of two questions");
  assert.deepEqual(cells.conditionOf("q", "≤ 3"), { "<=": [{ var: "q" }, 3] });
  assert.equal(cells.conditionOf("q", "  "), null);
  assert.equal(cells.partOf({ "==": [{ var: "score.a" }, 1] }), null, "scores have no column");
});

test("what cells can't say stands as JSON, and both together are the condition again", () => {
  const other = { or: [{ "==": [{ var: "a" }, "x"] }, { "==": [{ var: "b" }, "y"] }] };
  const when = { and: [{ "==": [{ var: "c" }, "z"] }, other] };
  const { parts, rest } = cells.cellsOf(when, edits.inline);
  assert.deepEqual([[...parts], JSON.parse(rest)], [[["c", "z"]], other]);
  assert.deepEqual(cells.whenOf({ parts, rest }), when);
  assert.equal(cells.whenOf({ parts: new Map(), rest: "" }), true);
});

/** The number of combinations that each recommendation gets: what any change of meaning would change. */
const shares = (text) =>
  engine
    .open(text)
    .outlook({})
    .prospects.map(({ share }) => share);

for (const name of PACKS)
  test(`${name}: the whole table pasted into the pack without its rules is the pack again`, () => {
    const text = read(name);
    const table = tables.tableOf(treeOf(text));
    const rows = [table.columns.map(tables.headOf), ...table.rows.map((row) => row.cells)];
    const sheet = tables.spreadsheetText(rows);
    assert.deepEqual(tables.spreadsheetRows(sheet), rows);
    const without = edited(text, edits.setValue(treeOf(text), ["decision", "rules"], []));
    const tree = treeOf(without);
    const grown = edited(
      without,
      tables.cellEdits(tree, tables.pasted(tables.tableOf(tree), sheet, { row: 0, column: 0 })),
    );
    assert.equal(JSON.parse(grown).decision.rules.length, table.rows.length);
    assert.deepEqual(tables.tableOf(treeOf(grown)).rows, table.rows);
    assert.deepEqual(engine.check(grown).problems, []);
    assert.deepEqual(shares(grown), shares(text));
    assert.equal(
      edited(text, tables.cellEdits(treeOf(text), tables.pasted(table, sheet, { row: 0, column: 0 }))),
      text,
      "pasted over itself nothing changes",
    );
  });

test("28 rules of a spreadsheet come into a pack in one change, by the names of their columns", () => {
  const head = ["id", "weather", "soup", "salad", "because"];
  const rules = Array.from({ length: 28 }, (_, k) => [
    `r${k}`,
    k % 2 ? "cold" : "hot",
    String(k + 1),
    "",
    `Reason ${k}, with "quotes".`,
  ]);
  const tree = treeOf(LUNCH);
  const sheet = tables.spreadsheetText([head, ...rules]);
  const list = tables.cellEdits(tree, tables.pasted(tables.tableOf(tree), sheet, { row: 1, column: 3 }));
  const after = edited(LUNCH, list);
  assert.equal(list.length, 1, "one change, which undo takes back in one go");
  assert.equal(JSON.parse(after).decision.rules.length, 30);
  assert.deepEqual(JSON.parse(after).decision.rules.at(-1), {
    id: "r27",
    when: { "==": [{ var: "weather" }, "cold"] },
    points: { soup: 28 },
    because: 'Reason 27, with "quotes".',
  });
  assert.deepEqual(engine.check(after).problems, []);
});

test("cells without a head go where the cursor is, and the table grows below its end", () => {
  const tree = treeOf(LUNCH);
  const table = tables.tableOf(tree);
  const changes = tables.pasted(table, "cold\t< 10\nhot\t", { row: 1, column: 1 });
  const { rules } = JSON.parse(edited(LUNCH, tables.cellEdits(tree, changes))).decision;
  assert.deepEqual(rules[1].when, { and: [{ "<": [{ var: "minutes" }, 10] }, { "==": [{ var: "weather" }, "cold"] }] });
  assert.deepEqual([rules[2].id, rules[2].when], ["rule_3", { "==": [{ var: "weather" }, "hot"] }]);
});

test("a cell that can't be written says why, and changes nothing", () => {
  const tree = treeOf(LUNCH);
  const table = tables.tableOf(tree);
  const at = (head) => table.columns.findIndex((column) => tables.headOf(column) === head);
  const put = (head, text) => tables.cellEdits(tree, [{ row: 0, column: at(head), text }]);
  assert.throws(() => put("+ soup", "many"), /"many" in the column "\+ soup" is no whole number/);
  assert.throws(() => put("when", "{ broken"), /takes a condition as JSON/);
  const { rules } = JSON.parse(edited(LUNCH, put("+ salad", "−2"))).decision;
  assert.deepEqual(rules[0].points, { soup: 3, salad: -2 });
});

test("rows go with their commas, the first ones too", () => {
  const remove = (rows) =>
    JSON.parse(edited(LUNCH, tables.removeRows(treeOf(LUNCH), rows))).decision.rules.map(({ id }) => id);
  assert.deepEqual(
    [remove([0]), remove([1]), remove([0, 1]), remove([])],
    [["hurry"], ["warmth"], [], ["warmth", "hurry"]],
  );
});

// ---- names

for (const name of [...PACKS, "rag-vs-fine-tuning/rubric"])
  test(`${name}: every id that is renamed is renamed everywhere`, () => {
    const text = read(name);
    const tree = treeOf(text);
    const all = names.placesIn(tree).filter(({ defines }) => defines);
    assert.ok(all.length > 20);
    const seen = new Set();
    const one = all.filter(({ kind }) => !seen.has(kind) && seen.add(kind)); // the first of each kind
    const check = name.endsWith("rubric") ? rubrics : engine;
    for (const place of one) {
      const after = edited(text, names.renamed(tree, place, "renamed_here"));
      assert.deepEqual(check.check(after).problems, [], `${place.kind} ${place.id}`);
      assert.ok(
        check.check(after).cases.every(({ passed }) => passed),
        place.kind,
      );
      assert.equal(names.usesOf(treeOf(after), { ...place, id: place.id }).length, 0, place.kind);
    }
    assert.ok(one.length > (name.endsWith("rubric") ? 4 : 7), [...seen].join());
  });

test("a choice is renamed where its own question's is meant, and nowhere else", () => {
  const text = LUNCH.replaceAll('"thirty"', '"cold"');
  const tree = treeOf(text);
  const at = text.indexOf('"cold"') + 2;
  const place = names.nameAt(tree, at);
  assert.deepEqual([place.kind, place.of], ["choice", "weather"]);
  const after = JSON.parse(edited(text, names.renamed(tree, place, "freezing")));
  assert.deepEqual(after.decision.rules[0].when, { "==": [{ var: "weather" }, "freezing"] });
  assert.deepEqual(after.decision.cases[0].answers, { weather: "freezing", minutes: "cold" });
  assert.equal(after.decision.questions[1].choices[1].id, "cold");
});

test("an id that can't be, or is another's, is refused", () => {
  const tree = treeOf(LUNCH);
  const rule = names.placesIn(tree).find(({ kind, id }) => kind === "rule" && id === "warmth");
  assert.match(names.refusal(tree, rule, "Warm"), /small letter/);
  assert.match(names.refusal(tree, rule, "hurry"), /There is a rule "hurry" already/);
  assert.equal(names.refusal(tree, rule, "warm"), null);
});

// ---- completions

function completed(marked) {
  const at = marked.indexOf("|");
  const question = asking.questionAt(treeOf(marked.replace("|", "")), at);
  return question && asking.answersTo(question, engine.check(question.text).problems);
}

test("the engine says what can stand at the cursor", () => {
  const at = (before, after) => completed(LUNCH.replace(before, after));
  assert.deepEqual(at('"var": "weather"', '"var": "|"'), ["weather", "minutes"]);
  assert.deepEqual(at('"cold"] }', '"|"] }'), ["cold", "hot"]);
  assert.deepEqual(at('"points": { "soup"', '"points": { "|"'), ["soup", "salad"]);
  assert.deepEqual(at('"expect": "soup"', '"expect": "s|"'), ["soup", "salad"]);
  assert.deepEqual(at('"sources": ["own"]', '"sources": ["|"]'), ["own"]);
  assert.deepEqual(at('"var": "gate.time"', '"var": "|"'), [
    "weather",
    "minutes",
    "score.soup",
    "score.salad",
    "gate.time",
  ]);
  assert.deepEqual(at('"<": [', '"|": ['), asking.OPERATORS);
  assert.ok(at('"because": "A hot', '"be|": "A hot').includes("because"));
  assert.ok(at('"rules": [', '"|",\n    "rules": [').includes("gates_text"), "a key without a value yet");
  assert.deepEqual(at("What is the", "What| is the"), [], "no word of the format stands in a sentence");
});

test("objects with more fields than the engine lists have all that the schema has", () => {
  const { $defs, properties } = JSON.parse(read("pack.schema"));
  const own = new Map(asking.LONG.map(([pattern, words]) => [String(pattern), words]));
  const expected = [
    { properties },
    $defs.decision,
    $defs.recommendation,
    $defs.estimate_input,
    $defs.rubric,
    $defs.criterion,
  ];
  const lists = expected.map(({ properties }) =>
    Object.keys(properties)
      .filter((name) => name !== "$schema")
      .sort(),
  );
  assert.deepEqual(
    [...own.values()].map((words) => [...words].sort()),
    lists,
  );
  const long = Object.values($defs).filter((def) => Object.keys(def.properties ?? {}).length > 8);
  assert.equal(long.length, 5, "one more object has more fields than the engine lists: name them in asking.ts");
});

// ---- places

test("a place in the text is about a rule, a question, a case; a line of a card comes from its text", () => {
  const tree = treeOf(LUNCH);
  const at = (word) => subjects.subjectAt(tree, LUNCH.indexOf(word) + 1);
  assert.deepEqual(at("A hot meal"), { kind: "rule", id: "warmth" });
  assert.deepEqual(at("Half an hour is"), { kind: "gate", id: "time" });
  assert.deepEqual(at("Soup takes"), { kind: "question", id: "minutes" });
  assert.deepEqual(at("winter"), { kind: "case", id: "winter", answers: { weather: "cold", minutes: "thirty" } });
  assert.equal(subjects.subjectAt(tree, 1), null);
  assert.equal(subjects.sourceOf(tree, "Soup +3  A hot meal warms you. [1]").value, "A hot meal warms you.");
  assert.equal(subjects.sourceOf(tree, "Nothing of the sort"), null);
});

test("a line with emphasis, a link or a list leads to the text that has them", () => {
  const said = "A *hot* meal [warms](https://example.org) you:\n\n- from **inside**\n- at once";
  const tree = treeOf(LUNCH.replace("A hot meal warms you.", () => JSON.stringify(said).slice(1, -1)));
  for (const line of [
    "A hot meal warms you:",
    "from inside",
    "Soup +3 A hot meal warms you: \u2022 from inside \u2022 at once",
  ])
    assert.equal(subjects.sourceOf(tree, line)?.value, said, line);
});
