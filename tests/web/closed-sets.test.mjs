/** Closed sets have one table of their words, beside the enum in the engine; the shell's types and lists say the same. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

const sources = (folder, ending) =>
  readdirSync(`${root}/${folder}`, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(`${root}/${folder}/${name}`, "utf8"))
    .join("\n");

const texts = (list) => [...list.matchAll(/"([^"]*)"/g)].map(([, text]) => text);

/** Enum → its words in order. */
const tables = new Map(
  [...sources("engine/include", ".hpp").matchAll(/ ValueWord<([\w:]+)> \w+\[\] = \{(.*?)\};/gs)].map(
    ([, set, list]) => [set, texts(list)],
  ),
);

const unions = [...sources("web", ".ts").matchAll(/"[^"]*"(?:\s*\|\s*"[^"]*")+/g)].map(([list]) => texts(list));
const lists = [...sources("web/engine", ".ts").matchAll(/= \[([^\]]*)\] as const/g)].map(([, list]) => texts(list));

const has = (all, words) => all.some((list) => list.join("\n") === words.join("\n"));

test("every closed set of the engine has its table", () => {
  assert.deepEqual([...tables.keys()].sort(), [
    "Certainty",
    "Clarity",
    "Comparison",
    "Due",
    "GateState",
    "LawStatus",
    "QuestionKind",
    "Remark::Kind",
    "Severity",
    "Stance",
    "Status",
  ]);
});

for (const [set, words] of tables)
  test(`the shell has a type of ${set} with the engine's words, in its order`, () =>
    assert.ok(has(unions, words), `no type of the shell is ${words.map((word) => `"${word}"`).join(" | ")}`));

test("what crosses as a number is looked up in a list with the engine's words, in its order", () => {
  for (const set of ["Status", "Clarity", "Stance", "GateState", "Comparison"])
    assert.ok(has(lists, tables.get(set)), `no list in web/engine is that of ${set}: ${tables.get(set).join(", ")}`);
});
