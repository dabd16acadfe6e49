// SPDX-License-Identifier: MIT
/**
 * `node tests/bench/many.mjs`: what ten cards on one page take of the main thread until all can be answered and the engine has opened their packs,
 * beside the same page without cards. Times are of the thread's own clock, so that what else the machine does is not in them.
 */
import { launchWholeChromium } from "../browser/support/browsers.mjs";
import { startServer } from "../browser/support/server.mjs";

const LOADS = 9;
const page = (
  count,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Many cards</title><link rel="icon" href="data:,">
<script defer src="/dist/decision-card.js"></script></head><body>${"<decision-card></decision-card>".repeat(count)}</body></html>`;
const COUNTS = [0, 1, 10];
const pages = Object.fromEntries(COUNTS.map((count) => [`/${count}.html`, page(count)]));

/** Runs in the page: every card has an open pack. */
const ready = () =>
  Promise.all([...document.querySelectorAll("decision-card")].map((card) => card.goTo({ step: "nowhere" })));

async function load(browser, url) {
  const tab = await browser.newPage();
  const protocol = await tab.createCDPSession();
  await protocol.send("Performance.enable", { timeDomain: "threadTicks" });
  await tab.goto(url, { waitUntil: "load" });
  await tab.evaluate(ready);
  const { metrics } = await protocol.send("Performance.getMetrics");
  await tab.close();
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const server = await startServer({ pages });
const browser = await launchWholeChromium();
for (const count of COUNTS) {
  const times = [];
  for (let left = LOADS; left > 0; --left) times.push(await load(browser, `${server.url}/${count}.html`));
  const [best, middle] = [Math.min(...times), median(times)].map((each) => `${each.toFixed(0)} ms`);
  console.log(`${String(count).padStart(2)} cards: median ${middle}, least ${best} of main thread`);
}
await Promise.all([browser.close(), server.close()]);
