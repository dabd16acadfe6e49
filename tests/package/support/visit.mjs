// SPDX-License-Identifier: MIT
/** A consumer's page, worked as a reader works it: every question, to the result, with what was seen on the way. */
import assert from "node:assert/strict";
import { brotliCompressSync } from "node:zlib";
import { openCard } from "../../browser/support/card.mjs";
import { caseOf, choiceText, openPack, packData } from "../../browser/support/engine.mjs";

const { answers: ANSWERS } = caseOf("house_assistant");
const choiceOf = (question) => (ANSWERS[question] ? choiceText(question, ANSWERS[question]) : "I don’t know");

/** The questions that these answers are asked, in their order, and what comes of it. */
async function expectation() {
  const verdict = (await openPack()).verdict(ANSWERS);
  const asked = packData.decision.questions.map(({ id }) => id).filter((id) => !verdict.not_asked.includes(id));
  return { asked, recommendation: verdict.recommendation.id };
}

/** Runs in the page: takes the focus to a choice and takes it, lets the page render, and gives what has the focus then. */
async function takeChoice(text) {
  const { shadowRoot } = document.querySelector("decision-card");
  const label = [...shadowRoot.querySelectorAll("label")].find((each) => each.textContent.trim() === text);
  label.querySelector("input").focus();
  label.querySelector("input").click();
  await new Promise((resolve) => setTimeout(resolve, 20));
  return shadowRoot.activeElement?.closest("label")?.textContent.trim() ?? "elsewhere";
}

/** Runs in the page: goes on, once the next screen is there gives what it is, or else null. */
async function goOn() {
  const { shadowRoot } = document.querySelector("decision-card");
  const before = shadowRoot.querySelector(".card");
  shadowRoot.querySelector(".actions .primary").click();
  for (let left = 500; left > 0 && before.isConnected; --left) await new Promise((resolve) => setTimeout(resolve, 10));
  return shadowRoot.querySelector(".card")?.classList[1] ?? null;
}

/** After each answer the focus must still be on it, whatever the page has rendered meanwhile. */
async function walk(card) {
  for (let screen = "question"; screen === "question"; screen = await card.page.evaluate(goOn)) {
    const { question } = (await card.events("dc-step")).at(-1).detail;
    const text = choiceOf(question);
    assert.equal(await card.page.evaluate(takeChoice, text), text, `the focus after an answer to ${question}`);
  }
}

/** Messages that say nothing of the card: a script of a tool's own that a strict policy refuses is found elsewhere. */
function listen(page, seen) {
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) seen.console.push(message.text().slice(0, 300));
  });
  page.on("response", async (response) => {
    if (!/script|stylesheet/.test(response.request().resourceType())) return;
    seen.bodies.set(response.url(), await response.buffer().catch(() => Buffer.alloc(0)));
  });
}

/** Scripts and styles of a page as a good host would send them. */
export function weigh(bodies) {
  return [...bodies.values()].reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
}

/** Opens a page, goes to the result and asserts that everything was as it should be. */
export async function visit(browser, url) {
  const seen = { console: [], bodies: new Map() };
  const card = await openCard(browser, "about:blank", { wait: false });
  listen(card.page, seen);
  await card.page.goto(url, { waitUntil: "load" });
  await card.ready();
  await card.page.waitForFunction(() => window.seen.events.length > 0, { polling: 10 });
  const { asked, recommendation } = await expectation();
  await walk(card);
  const results = await card.events("dc-result");
  const shown = (await card.events("dc-step")).map(({ detail }) => detail.question ?? detail.step);
  assert.deepEqual(shown, [...asked, "result"], "each step is told once");
  assert.equal(results.length, 1, "one result");
  assert.equal(results[0].detail.verdict.recommendation.id, recommendation);
  assert.deepEqual(card.errors, [], "errors of the page");
  assert.deepEqual(seen.console, [], "warnings and errors on the console");
  assert.deepEqual(await card.seen("violations"), [], "violations of the policy");
  await card.close();
  return { steps: shown.length, bodies: seen.bodies };
}

/** Until a page says something in #says. */
export async function readSays(browser, url) {
  const page = await browser.newPage();
  await page.goto(url);
  const says = () => document.getElementById("says")?.textContent || null;
  const handle = await page.waitForFunction(says, { polling: 20 });
  const text = await handle.jsonValue();
  await page.close();
  return text;
}
