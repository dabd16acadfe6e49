// SPDX-License-Identifier: MIT
/** "Show me": the answers that the workshop plays for a rule, a gate, a note, a question or a recommendation really show it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "../../../dist/esm/decision.js";
import { webModule } from "../../support/module.mjs";

const { probeOf } = await webModule("workshop/pack/probes");
const { wayTo } = await webModule("workshop/pack/witness");
const engine = await load();
const read = (name) =>
  JSON.parse(readFileSync(new URL(`../../../packs/${name}/decision.json`, import.meta.url), "utf8"));

function way(pack, target, preferred = {}) {
  const probe = probeOf(pack, target);
  const opened = engine.open(probe.pack);
  try {
    return wayTo(opened, opened.description.decision.questions, probe.yes, preferred);
  } finally {
    opened.close();
  }
}

const SHOWS = {
  rule: (verdict, id) => verdict.reasons.some(({ rule }) => rule === id),
  gate: (verdict, id) => verdict.gates.some((gate) => gate.id === id && gate.state === "pass"),
  note: (verdict, id) => verdict.notes.some((note) => note.id === id),
  recommendation: (verdict, id) => verdict.recommendation.id === id,
  question: (verdict, id) => !verdict.not_asked.includes(id) && !verdict.pending.includes(id),
};

const kinds = JSON.parse(readFileSync(new URL("../../corpus/packs/kinds.json", import.meta.url), "utf8"));
const [monolith, sql, agent] = ["monolith-or-microservices", "sql-or-nosql", "agent-workflow-or-single-call"].map(read);
const PACKS = { monolith, sql, agent, kinds };
for (const [name, pack] of Object.entries(PACKS))
  test(`${name}: everything that can be shown is shown by its answers`, () => {
    const opened = engine.open(pack);
    let shown = 0;
    for (const [kind, shows] of Object.entries(SHOWS))
      for (const { id } of pack.decision[`${kind}s`] ?? []) {
        const answers = way(pack, { kind, id });
        assert.ok(answers, `${kind} ${id}`);
        const verdict = opened.verdict(answers);
        assert.ok(shows(verdict, id), `${kind} ${id}: ${JSON.stringify(answers)}`);
        assert.deepEqual(verdict.open, [], "all that is asked is answered");
        shown += 1;
      }
    assert.ok(shown > 10, `${shown}`);
  });

/** The last answer that a question offers. */
const lastOf = ({ kind, max, choices }) =>
  kind === "number"
    ? max
    : kind === "several"
      ? [choices.findLast((choice) => !choice.exclusive).id]
      : choices.at(-1).id;

test("present answers stay where the way allows it", () => {
  const pack = read("monolith-or-microservices");
  const { id, when } = pack.decision.rules.find((rule) => rule.when["=="]);
  const [{ var: question }, choice] = when["=="];
  const others = pack.decision.questions.filter((each) => each.id !== question && !each.when);
  const preferred = Object.fromEntries(others.map((each) => [each.id, lastOf(each)]));
  const answers = way(pack, { kind: "rule", id }, preferred);
  for (const each of others) assert.deepEqual(answers[each.id], preferred[each.id], each.id);
  assert.equal(answers[question], choice);
});

test("what nothing shows has no answers", () => {
  const pack = read("monolith-or-microservices");
  const { id, choices } = pack.decision.questions.find((question) => !question.kind);
  pack.decision.rules[0].when = { and: choices.slice(0, 2).map((choice) => ({ "==": [{ var: id }, choice.id] })) };
  assert.equal(way(pack, { kind: "rule", id: pack.decision.rules[0].id }), null);
});
