// SPDX-License-Identifier: MIT
/** The engine never makes code from strings: it runs where Node forbids that, as under a strict Content-Security-Policy. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

const root = new URL("../..", import.meta.url);

test("runs with code generation from strings disallowed", () => {
  const script = `
    import { load } from "./dist/esm/decision.js";
    import { readFileSync } from "node:fs";
    const pack = (await load()).open(readFileSync("packs/rag-vs-fine-tuning/decision.json", "utf8"));
    console.log(pack.verdict({}).recommendation.id);`;
  const args = ["--disallow-code-generation-from-strings", "--input-type=module", "-e", script];
  assert.equal(execFileSync(process.execPath, args, { cwd: root }).toString().trim(), "rag_first");
});
