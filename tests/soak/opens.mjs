// SPDX-License-Identifier: MIT
/** 20,000 packs opened in one task, none of them closed, every hundredth the one that ships: how much memory that takes. */
import { readFileSync } from "node:fs";
import { load } from "../../dist/esm/decision.js";

const MOST = 200; // MB
const OPENS = 20_000;
const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const [small, large] = ["tests/corpus/packs/lunch.json", "packs/rag-vs-fine-tuning/decision.json"].map(read);
const engine = await load();
for (let k = 0; k < OPENS; ++k) engine.open(k % 100 === 0 ? large : small).verdict({});
const most = process.resourceUsage().maxRSS / 1024;
console.log(`${OPENS} packs opened in one task: at most ${most.toFixed(0)} MB.`);
process.exitCode = most < MOST ? 0 : 1;
