// SPDX-License-Identifier: MIT
/** Several cards that keep their answers in one address: each its own. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const text = (name) => readFileSync(new URL(`../corpus/packs/${name}.json`, import.meta.url), "utf8");
const packs = ["kinds", "lunch"].map((name) => `<script type="application/json" id="${name}">${text(name)}</script>`);
const tag = (name) => cardTag(`remember="address" src="#${name}"`);
const PAGES = {
  "/different.html": pageWith(packs.join("") + tag("kinds") + tag("lunch")),
  "/alike.html": pageWith(packs.join("") + tag("lunch") + tag("lunch")),
};

describe("several cards that remember", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  async function open(address) {
    const page = await browser.newPage();
    await page.goto(server.url + address);
    await page.waitForFunction(
      () => [...document.querySelectorAll("decision-card")].every((card) => card.shadowRoot?.querySelector(".card")),
      { polling: 10 },
    );
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    return page;
  }

  /** Marks the first choice of a card's question, and goes on. */
  const step = (page, number) =>
    page.evaluate(async (number) => {
      const root = document.querySelectorAll("decision-card")[number].shadowRoot;
      const screen = root.querySelector(".card");
      root.querySelector("fieldset input").click();
      root.querySelector(".primary").click();
      while (screen.isConnected) await new Promise((resolve) => setTimeout(resolve, 5));
    }, number);

  const answers = (page) =>
    page.evaluate(() => [...document.querySelectorAll("decision-card")].map((card) => card.answers));

  const headings = (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("decision-card")].map(
        (card) => card.shadowRoot.querySelector(".heading").textContent,
      ),
    );

  for (const [what, address] of [
    ["different packs", "/different.html"],
    ["the same pack", "/alike.html"],
  ]) {
    test(`two cards of ${what}: a reload brings back both, and Back moves one alone`, async () => {
      const page = await open(address);
      await step(page, 0);
      await step(page, 1);
      const [both, shown] = [await answers(page), await headings(page)];
      assert.ok(
        both.every((each) => Object.keys(each).length === 1),
        JSON.stringify(both),
      );
      await page.reload();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
      assert.deepEqual(await answers(page), both);
      assert.deepEqual(await headings(page), shown);
      await page.goBack();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
      const now = await headings(page);
      assert.equal(now[0], shown[0]);
      assert.notEqual(now[1], shown[1]);
      assert.deepEqual(await answers(page), both);
      await page.close();
    });
  }

  test("a link that was made where a card was alone opens in the card with its pack", async () => {
    const page = await open("/different.html#dc=lunch@1.0.0&q.weather=cold");
    assert.deepEqual(await answers(page), [{}, { weather: "cold" }]);
    await page.close();
    const twice = await open("/alike.html#dc=lunch@1.0.0&q.weather=cold");
    assert.deepEqual(await answers(twice), [{ weather: "cold" }, {}]);
    await twice.close();
  });
});
