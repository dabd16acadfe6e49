// SPDX-License-Identifier: MIT
/** `npm run test:package [-- NAME …]`: every consumer of consumers.mjs, or those named, and a table of what came of each. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { launchChromium } from "../browser/support/browsers.mjs";
import { root, setUpSystem } from "../../web/tools/setup.mjs";
import { CONSUMERS } from "./consumers.mjs";
import { expectedAnswer } from "./support/expected.mjs";
import { tryConsumer } from "./support/try.mjs";
import { weigh } from "./support/visit.mjs";
import { packForAll, versionOf } from "./support/workplace.mjs";

const named = process.argv.slice(2);
const unknown = named.filter((name) => !CONSUMERS.some((each) => each.name === name));
if (unknown.length > 0)
  throw new Error(
    `There is no consumer ${unknown.join(", ")}; there are ${CONSUMERS.map(({ name }) => name).join(", ")}.`,
  );
const wanted = CONSUMERS.filter(({ name }) => named.length === 0 || named.includes(name));

function outcomeText({ steps, ways, bodies, note, error }) {
  if (error) return `FAILED: ${error.split("\n")[0].slice(0, 120)}`;
  const walked = steps && `${ways === 1 ? "" : `${ways} ways of `}${steps} steps to the result`;
  const weight = bodies && `${Math.round(weigh(bodies) / 1000)} KB brotli`;
  return [walked, weight, note].filter(Boolean).join(", ") || "as in Node";
}

function print(rows) {
  const width = (key) => Math.max(...rows.map((row) => row[key].length));
  const widths = { name: width("name"), title: width("title"), version: width("version") };
  console.log("");
  for (const { name, title, version, ms, text } of rows)
    console.log(
      `${name.padEnd(widths.name)}  ${title.padEnd(widths.title)}  ${version.padEnd(widths.version)}  ${(ms / 1000).toFixed(1).padStart(6)} s  ${text}`,
    );
}

async function attempt(consumer, context) {
  const began = performance.now();
  const outcome = await tryConsumer(consumer, context).catch((error) => ({ error: String(error.stack ?? error) }));
  if (outcome.error) console.error(`${consumer.name}: ${outcome.error}`);
  const text = outcomeText(outcome);
  if (!outcome.error) console.log(`${consumer.name}: ${text}`);
  return {
    ...consumer,
    version: versionOf(consumer),
    ms: performance.now() - began,
    text,
    failed: Boolean(outcome.error),
  };
}

await setUpSystem("test");
const browser = await launchChromium();
const context = { browser, packed: packForAll(), expected: await expectedAnswer() };
const rows = [];
for (const consumer of wanted) rows.push(await attempt(consumer, context));
await browser.close();
print(rows);
const failed = rows.filter((row) => row.failed);
console.log(`\n${rows.length - failed.length} of ${rows.length} consumers work.`);
// Builds the package a second time: for here and for CI, too long for each run of all tests.
const rebuilt = spawnSync(process.execPath, ["--test", path.join(root, "tests/package/rebuild.mjs")], {
  stdio: "inherit",
});
process.exitCode = failed.length === 0 && rebuilt.status === 0 ? 0 : 1;
