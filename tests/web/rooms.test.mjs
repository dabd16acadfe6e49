// SPDX-License-Identifier: MIT
/** The rooms of web/ and engine/ keep to their tables, and docs/architecture.md shows the tables as they are. */
import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { withRooms } from "../../web/tools/draw-rooms.mjs";
import { circlesOfFiles, circlesOfRooms, forbiddenImports, forbiddenIncludes } from "../support/rooms.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (name) => readFileSync(path.join(root, name), "utf8");
const web = path.join(root, "web");
const engine = path.join(root, "engine");
const tables = ["engine", "web"].map((name) => JSON.parse(read(`${name}/rooms.json`)));

test("every import of web/ crosses an arrow of its table", () => assert.deepEqual(forbiddenImports(web), []));

test("every include of engine/ crosses an arrow of its table", () => assert.deepEqual(forbiddenIncludes(engine), []));

test("no rooms and no files of the shell go round in a circle", () => {
  assert.deepEqual(tables.flatMap(circlesOfRooms), []);
  assert.deepEqual(circlesOfFiles(web), []);
});

test("a room is a folder, has a line about it, and uses only rooms", () => {
  for (const [table, folder] of [
    [tables[0], path.join(engine, "src")],
    [tables[1], web],
  ]) {
    for (const [room, { about, uses, public: headers }] of Object.entries(table)) {
      assert.ok(about.length > 10, room);
      assert.ok(headers || readdirSync(path.join(folder, room)).length > 0, room);
      assert.deepEqual(
        uses.filter((each) => !table[each]),
        [],
        room,
      );
    }
  }
});

test("docs/architecture.md shows the rooms: node web/tools/draw-rooms.mjs brings it up to date", () => {
  const page = read("docs/architecture.md");
  assert.equal(page, withRooms(page));
});

/** Plants a line in a copy and hands back what the check says then. */
function planted(folder, file, line, check) {
  const copy = mkdtempSync(path.join(os.tmpdir(), "rooms-"));
  try {
    cpSync(folder, copy, { recursive: true });
    appendFileSync(path.join(copy, file), `\n${line}\n`);
    return check(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const IMPORTS = {
  "an import": 'import { h } from "../dom/dom.js";',
  "an import of a type": 'import type { Child } from "../dom/dom.js";',
  "a type that is handed on": 'export type * from "../dom/dom.js";',
  "an import that is loaded later": 'const later = () => import("../dom/dom.js");',
  "an import for its effect": 'import "../dom/dom.js";',
  "an import over several lines": 'import {\n  h,\n  svg,\n} from "../dom/dom.js";',
  "a type in place": 'let child: import("../dom/dom.js").Child;',
};
for (const [what, line] of Object.entries(IMPORTS)) {
  test(`${what} that no arrow allows is refused by the names of both rooms and the file`, () => {
    assert.deepEqual(planted(web, "practice/attempt.ts", line, forbiddenImports), [
      "web/practice/attempt.ts: the room practice may not use the room dom (dom/dom.ts); web/rooms.json says which it may",
    ]);
  });
}

test("an include that no arrow allows is refused by the names of both rooms and the file", () => {
  const said = (line) => planted(engine, "src/base/interner.cpp", line, forbiddenIncludes);
  const message = (to, target) =>
    `engine/src/base/interner.cpp: the room base may not include the room ${to} (${target}); engine/rooms.json says which it may`;
  assert.deepEqual(said('#include "diagram/residue.hpp"'), [message("diagram", "diagram/residue.hpp")]);
  assert.deepEqual(said("#include <decision_card/verdict.hpp>"), [message("decision", "decision_card/verdict.hpp")]);
  assert.match(said("#include <emscripten/bind.h>")[0], /room base is pure and includes no emscripten/);
});

test("a circle is told file by file", () => {
  const line = 'import type { Journey } from "./journey.js";';
  const circles = planted(web, "questionnaire/steps.ts", line, circlesOfFiles);
  const [first, ...rest] = circles.map((circle) => circle.split(" → "));
  assert.deepEqual([first.length, first[0], rest], [3, first[2], []], "from one of them back to itself");
  assert.deepEqual(new Set(first), new Set(["questionnaire/journey.ts", "questionnaire/steps.ts"]));
});
