// SPDX-License-Identifier: MIT
/** Engines in hosts whose built-ins are frozen, patched or missing, and entries where there is no page: each in a process of its own. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { test } from "node:test";

const address = (name) => JSON.stringify(new URL(`../../${name}`, import.meta.url).href);

/** What an engine is asked, whatever the host: two packs, one of them as an object, a bad one, and a text. */
const ASKED = `
  const { load, PackError } = await import(${address("dist/esm/decision.js")});
  const { load: loadRubric } = await import(${address("dist/esm/rubric.js")});
  const engine = await load();
  const pack = engine.open(lunch);
  const evaluator = pack.evaluator();
  evaluator.answers.fill(0);
  const answers = { weather: "cold", minutes: "thirty" };
  const problemOf = () => {
    try {
      engine.open("{");
    } catch (error) {
      return [error instanceof PackError, String(error.name), error.problems[0].code];
    }
  };
  const given = [
    pack.verdict(answers).recommendation.id, evaluator.decide(), pack.outlookText({}), pack.flipsText(answers), problemOf(),
    engine.open(object).description.id, engine.check("{}").problems.length, (await loadRubric()).open(tea).gradeText("Boil the water first."),
  ];
  process.stdout.write(stringify(given));`;

/** What it prints in a process of its own; nothing may be said of an error. */
function printed(code) {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
  assert.equal(stderr.slice(0, 600), "");
  return stdout;
}

function ask(host, asked = ASKED) {
  return printed(`
    import { readFileSync } from "node:fs";
    const read = (name) => readFileSync(new URL(name, ${address("tests/corpus/")}), "utf8");
    const [lunch, tea, { stringify }] = [read("packs/lunch.json"), read("rubrics/tea.json"), JSON];
    const object = JSON.parse(lunch);
    void [globalThis.Response, globalThis.URL]; // Node makes its own when they are first asked for
    ${host}
    ${asked}`);
}

const HOSTS = {
  "Error.prototype is frozen": "Object.freeze(Error); Object.freeze(Error.prototype);",
  "all that the language has is frozen": `
    const seen = new Set();
    const freeze = (value) => {
      if (value === null || !["object", "function"].includes(typeof value) || seen.has(value)) return;
      seen.add(value);
      for (const each of Object.values(Object.getOwnPropertyDescriptors(value))) [each.value, each.get, each.set].forEach(freeze);
      freeze(Object.getPrototypeOf(value));
      Object.freeze(value);
    };
    const names = "Object Function Array String Number Boolean Symbol Error TypeError RangeError SyntaxError Map Set WeakMap";
    (names + " Promise JSON Math Reflect Date RegExp ArrayBuffer Uint8Array Int32Array DataView WebAssembly TextEncoder TextDecoder")
      .split(" ").forEach((name) => freeze(globalThis[name]));`,
  "Array.from makes no numbers, as Prototype.js has it": `
    Array.from = (list) => Object.assign(new Array(list.length ?? 0), list);
    Array.prototype.entries = Array.prototype.toArray = function () { return this.slice(); };`,
  "objects and lists have inherited members": `
    Object.prototype.extend = () => 1; Array.prototype.contains = () => 1; Function.prototype.inherits = () => 1;`,
  "newer methods are missing": `
    for (const name of ["at", "findLast", "toSorted", "with"]) delete Array.prototype[name];
    for (const name of ["at", "replaceAll", "toWellFormed"]) delete String.prototype[name];
    for (const name of ["hasOwn", "groupBy"]) delete Object[name]; delete globalThis.structuredClone;`,
  "FinalizationRegistry is missing": "delete globalThis.FinalizationRegistry; delete globalThis.WeakRef;",
  "JSON is wrapped":
    "const { parse } = JSON; JSON.parse = (text) => parse(text); JSON.stringify = (value) => stringify(value);",
  "Module, exports, module and define are there": `
    Object.assign(globalThis, { Module: { wasmBinary: new Uint8Array(8) }, exports: {}, module: { exports: {} } });
    globalThis.define = Object.assign(() => { throw new Error("defined"); }, { amd: {} });`,
};

const plain = ask("");
for (const [what, host] of Object.entries(HOSTS))
  test(`where ${what}, engines answer as everywhere`, () => assert.equal(ask(host), plain));

test("lists that write themselves as texts make a pack that is refused; as text it is read", () => {
  const host = `Array.prototype.toJSON = function () { return "[" + this.map((each) => stringify(each)).join(",") + "]"; };`;
  const asked = `const { load, PackError } = await import(${address("dist/esm/decision.js")});
    const engine = await load();
    let refused = false;
    try { engine.open(object); } catch (error) { refused = error instanceof PackError && error.problems[0].code === "wrong_type"; }
    delete Array.prototype.toJSON;
    process.stdout.write(stringify([refused, engine.open(lunch).description.id]));`;
  assert.equal(ask(host, asked), '[true,"lunch"]');
});

test("every entry can be imported where there is no page: nothing is defined, nothing throws", () => {
  const entries = readdirSync(new URL("../../dist/esm/", import.meta.url)).filter((name) => name.endsWith(".js"));
  assert.ok(entries.includes("define.js") && entries.includes("elements.js"));
  const imports = entries.map((name) => `await import(${address(`dist/esm/${name}`)});`).join("\n");
  const code = `${imports}; console.log(typeof window, typeof customElements, typeof HTMLElement);`;
  assert.equal(printed(code), "undefined undefined undefined\n");
});
