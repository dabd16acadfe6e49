// SPDX-License-Identifier: MIT
/**
 * `npm run size:result`: how much there is to read on a result before anything is unfolded, over all cases of the bundled pack, against
 * budgets.json. Exit code 1 when one is over. `-- --verbose` prints every case; a case's id measures that one alone.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { fragment, packData } from "./support/engine.mjs";
import { root, startServer } from "./support/server.mjs";

const args = process.argv.slice(2);
const verbose = args.includes("--verbose");
const wanted = args.filter((each) => !each.startsWith("--"));
const { result: budgets } = JSON.parse(readFileSync(path.join(root, "budgets.json"), "utf8"));

/** The demo's column is 736 pixels wide on a desktop, and 358 on a phone. */
const WIDTHS = { 736: { width: 1280, height: 900 }, 358: { width: 390, height: 844 } };

/** Runs in the page. What is hidden from sight is for ears, and read in place of something else. */
function measure(root) {
  const card = root.querySelector(".result");
  const { top, height, width } = card.getBoundingClientRect();
  const hidden = [...card.querySelectorAll(".hidden")];
  hidden.forEach((each) => void (each.style.display = "none"));
  const words = card.innerText.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  hidden.forEach((each) => each.style.removeProperty("display"));
  const seen = (selector) => [...card.querySelectorAll(selector)].filter((each) => each.checkVisibility());
  const steps = seen(".steps")[0];
  return {
    width: Math.round(width),
    height: Math.round(height),
    words,
    cites: seen(".cite").length,
    steps: steps ? Math.round(steps.getBoundingClientRect().top - top) : 0,
  };
}

async function show(card, answers) {
  await card.page.evaluate((answers) => {
    const element = document.querySelector("decision-card");
    element.answers = null;
    element.answers = answers;
  }, answers);
}

async function measureCase(cards, { answers }) {
  const found = {};
  for (const [width, card] of Object.entries(cards.screens)) {
    await show(card, answers);
    await card.page.waitForFunction(
      () => {
        const root = document.querySelector("decision-card").shadowRoot;
        return [...root.querySelectorAll(".fold")].every((each) => each.childElementCount > 1);
      },
      { polling: 20 },
    );
    const { height, words, cites, steps, width: actual } = await card.ask(measure);
    if (actual !== Number(width)) throw new Error(`The card is ${actual} pixels wide, not ${width}`);
    found[`height at ${width} px`] = height;
    found[`first steps begin at ${width} px`] = steps;
    found.words = words;
    found["citation controls"] = cites;
  }
  await show(cards.paper, answers);
  const pdf = await cards.paper.page.pdf({
    format: "A4",
    margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" },
  });
  found["printed pages"] = Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type\s*\/Page\b(?!s)/g).length;
  return found;
}

async function run() {
  const [browser, server] = await Promise.all([launchChromium(), startServer()]);
  const cases = packData.decision.cases.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const start = fragment({ gap: "knowledge" });
  const screens = {};
  for (const [width, viewport] of Object.entries(WIDTHS))
    screens[width] = await openCard(browser, `${server.url}/demo/${start}`, { viewport });
  const paper = await openCard(browser, `${server.url}/demo/offline.html${start}`);
  for (const card of [...Object.values(screens), paper]) await card.page.waitForSelector("decision-card >>> .result");
  const rows = [];
  for (const each of cases) rows.push({ id: each.id, ...(await measureCase({ screens, paper }, each)) });
  await Promise.all([browser.close(), server.close()]);
  report(rows);
}

function report(rows) {
  if (verbose) console.table(rows);
  console.log(`${"".padEnd(30)}${"average".padStart(9)}${"worst".padStart(8)}${"budget".padStart(8)}  worst case`);
  for (const what of Object.keys(rows[0]).filter((name) => name !== "id")) {
    const values = rows.map((row) => row[what]);
    const worst = rows[values.indexOf(Math.max(...values))];
    const average = values.reduce((sum, value) => sum + value, 0) / values.length;
    const [budget, over] = [budgets[what], budgets[what] < worst[what]];
    if (over) process.exitCode = 1;
    const figures = [
      average.toFixed(what === "printed pages" ? 1 : 0).padStart(9),
      `${worst[what]}`.padStart(8),
      `${budget ?? ""}`.padStart(8),
    ];
    console.log(`${what.padEnd(30)}${figures.join("")}  ${worst.id}${over ? "  OVER" : ""}`);
  }
}

if (missing.chromium) throw new Error(missing.chromium);
await run();
