// SPDX-License-Identifier: MIT
/** packs/pack.schema.json and the parser agree: what one refuses for its shape, the other refuses too. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { load } from "../../dist/esm/decision.js";
import { load as loadRubric } from "../../dist/esm/rubric.js";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const schema = JSON.parse(read("packs/pack.schema.json"));
const accepts = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
const corpus = (name) => read(`tests/corpus/${name}.json`);

/** Problems of the text or of meaning across the document: no schema can see them. */
const BEYOND_A_SCHEMA = new Set([
  "json_syntax",
  "json_number",
  "json_duplicate_key",
  "json_too_deep",
  "duplicate_id",
  "mixed_values",
  "mixed_priors",
  "constants_compared",
  "unknown_source",
  "unknown_alternative",
  "unknown_recommendation",
  "unknown_question",
  "unknown_choice",
  "unknown_variable",
  "unknown_gate",
  "unknown_gate_state",
  "type_mismatch",
  "order_without_numbers",
  "never_holds",
  "several_compared",
  "numbers_compared",
  "tells_nothing",
  "text_haystack",
  "too_many_intervals",
  "bad_bounds",
  "bad_count",
  "score_not_known_here",
  "gate_not_known_here",
  "score_out_of_range",
  "later_question",
  "question_cycle",
  "no_default",
  "hides_later",
  "condition_too_large",
  "cue_order",
  "exact_word",
  "level_order",
  "band_order",
  "unknown_concept",
  "unknown_subject",
  "unknown_level",
  "unknown_claim",
  "unknown_criterion",
  "unknown_misconception",
  "unknown_follow_up",
  "unknown_band",
  "bad_range",
  "bad_interval", // an input that can't be one
  "not_whole",
  "division_by_zero",
  "negative_cost",
  "cost_out_of_range",
  "number_out_of_range",
]);

function edited(text, edits) {
  return edits.reduce((changed, [from, to]) => changed.replace(from, () => to), text);
}

test("every pack of the project is valid for both", async () => {
  const engines = [await load(), await loadRubric()];
  const packs = ["packs", "rubrics"].flatMap((folder) =>
    readdirSync(new URL(`../corpus/${folder}`, import.meta.url)).map((name) => `tests/corpus/${folder}/${name}`),
  );
  const bundled = readdirSync(new URL("../../packs", import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(new URL(`../../packs/${name}`, import.meta.url)).map((file) => `packs/${name}/${file}`),
    )
    .filter((name) => /\/(decision|rubric)\.json$/.test(name)); // decision.ja.json and the like are translations, no packs
  for (const name of [...packs, ...bundled]) {
    assert.ok(accepts(JSON.parse(read(name))), `${name}: ${JSON.stringify(accepts.errors?.slice(0, 3))}`);
    for (const engine of engines) assert.deepEqual(engine.check(read(name)).problems, [], name);
  }
});

test("the schema refuses every bad pack whose fault is one of shape", () => {
  for (const { code, pack = "packs/lunch", edits } of JSON.parse(corpus("bad-packs"))) {
    if (BEYOND_A_SCHEMA.has(code)) continue;
    assert.equal(accepts(JSON.parse(edited(corpus(pack), edits))), false, `${code}: ${JSON.stringify(edits)}`);
  }
});

/** Every member of every object of a pack, with a way to change it. */
function* members(value, set) {
  if (value === null || typeof value !== "object") return;
  for (const key of Object.keys(value)) {
    yield { key, change: (to) => (value[key] = to), remove: () => delete value[key], list: Array.isArray(value) };
    yield* members(value[key], set);
  }
}

for (const [name, least] of [
  ["packs/lunch", 300],
  ["packs/van", 300],
  ["packs/picnic", 600],
  ["rubrics/journey", 600],
]) {
  test(`removing or retyping any member of ${name} is refused by both or by neither`, async () => {
    assert.ok((await refusedChanges(corpus(name))) > least);
  });
}

/** A pattern whose only claims are unknown is told to have nothing to look for, too. */
function isOfShape({ code, path }, problems) {
  const follows = problems.some((other) => other.code === "unknown_claim" && other.path.startsWith(`${path}/claims/`));
  const answers = code === "wrong_type" && /^\/decision\/cases\/\d+\/answers\//.test(path); // no schema knows a question's kind
  return !BEYOND_A_SCHEMA.has(code) && !answers && !(code === "missing_field" && follows);
}

/** How many changes are refused; those that only one of the two refuses fail. */
async function refusedChanges(text) {
  const engine = JSON.parse(text).rubric ? await loadRubric() : await load();
  const count = [...members(JSON.parse(text))].length;
  const changes = [
    (member) => (member.list ? undefined : member.remove()),
    (member) => member.change(7.5),
    (member) => member.change("x y"),
    (member) => member.change([]),
    (member) => member.change(null),
  ];
  let refused = 0;
  for (let index = 0; index < count; ++index) {
    for (const [way, change] of changes.entries()) {
      const pack = JSON.parse(text);
      const member = [...members(pack)][index];
      change(member);
      const { problems } = engine.check(JSON.stringify(pack));
      const shape = problems.filter((problem) => isOfShape(problem, problems));
      const label = `${member.key}, change ${way}: parser ${JSON.stringify(problems[0])}, schema ${JSON.stringify(accepts.errors?.[0])}`;
      if (!accepts(pack)) assert.notEqual(problems.length, 0, label);
      else assert.equal(shape.length, 0, label);
      refused += problems.length > 0 ? 1 : 0;
    }
  }
  return refused;
}

test("every property of the schema has hover text", () => {
  const bare = [];
  const walk = (node, path) => {
    for (const [name, property] of Object.entries(node?.properties ?? {})) {
      if (!property.description && !property.title && !property.$ref) bare.push(`${path}/${name}`);
    }
    for (const [key, child] of Object.entries(node ?? {}))
      if (child && typeof child === "object") walk(child, `${path}/${key}`);
  };
  walk(schema, "");
  assert.deepEqual(bare, []);
});
