// SPDX-License-Identifier: MIT
/** What is saved in a browser: the latest first, each once, whatever stands there already, and nothing where nothing can be. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { Shelf } = await webModule("elements/saved");
const PACK = { id: "lunch" };

function storage(content = {}) {
  const kept = new Map(Object.entries(content));
  globalThis.localStorage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  };
  return kept;
}

afterEach(() => delete globalThis.localStorage);

const textsOf = (shelf) => shelf.all?.map(({ text }) => text);

test("the latest stands first, and each once", () => {
  const kept = storage();
  const shelf = new Shelf("decision", PACK);
  assert.equal(kept.size, 0, "nothing is written before");
  for (const text of ["#a", "#b", "#a"]) assert.equal(shelf.save(text), true);
  assert.deepEqual(textsOf(shelf), ["#a", "#b"]);
  assert.ok(shelf.all.every(({ at }) => !Number.isNaN(Date.parse(at))));
  shelf.delete("#a");
  assert.deepEqual(textsOf(shelf), ["#b"]);
  shelf.delete("#b");
  assert.equal(kept.size, 0, "an empty shelf leaves nothing behind");
});

test("no more than twenty, and answers beside results", () => {
  storage();
  const [results, answers] = [new Shelf("decision", PACK), new Shelf("rubric", PACK)];
  for (let count = 0; count < 25; count += 1) results.save(`#${count}`);
  answers.save("Tea warms.");
  assert.deepEqual([results.all.length, results.all[0].text, results.all[19].text], [20, "#24", "#5"]);
  assert.deepEqual(textsOf(answers), ["Tea warms."]);
});

test("what an earlier version kept is still there", () => {
  storage({ "decision-card:lunch": "#dc=lunch@1.0.0&q.weather=cold" });
  assert.deepEqual(textsOf(new Shelf("decision", PACK)), ["#dc=lunch@1.0.0&q.weather=cold"]);
});

test("what someone else wrote there is nothing", () => {
  for (const text of ["", "{", "null", "5", '{"at":1}', '[1,null,{"at":1,"text":"#a"},{"text":"#a"}]']) {
    storage({ "decision-card:lunch": text });
    assert.deepEqual(new Shelf("decision", PACK).all, [], text);
  }
});

test("where storage throws there is no shelf; where only writing does, saving says so", () => {
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get() {
      throw new DOMException("no origin", "SecurityError");
    },
  });
  assert.equal(new Shelf("decision", PACK).all, null);
  assert.equal(new Shelf("decision", PACK).save("#a"), false);
  delete globalThis.localStorage;
  storage();
  globalThis.localStorage.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  assert.equal(new Shelf("decision", PACK).save("#a"), false);
});

test("who shows what is there hears of every change", () => {
  storage();
  const shelf = new Shelf("decision", PACK);
  let heard = 0;
  shelf.changed = () => (heard += 1);
  shelf.save("#a");
  shelf.delete("#a");
  assert.equal(heard, 2);
});
