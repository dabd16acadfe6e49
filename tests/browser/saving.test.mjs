// SPDX-License-Identifier: MIT
/** `remember="device"`: results and graded answers that readers keep in their browser, as they see them in two tabs. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, fragment } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const [MINE, OTHER] = ["house_assistant", "legal_research"].map((id) => caseOf(id).answers);
const PAGES = {
  "/device.html": pageWith(cardTag('remember="device"')),
  "/plain.html": pageWith(cardTag()),
  "/practice.html": pageWith('<rubric-card remember="device"></rubric-card>'),
  "/frame.html": pageWith('<iframe sandbox="allow-scripts" width="900" height="900" src="/device.html"></iframe>', {
    scripts: [],
  }),
};

describe("saving on request", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (page, options) => openCard(browser, server.url + page, options);
  const titles = (card) => card.texts(".saved strong");
  const count = (card, number) =>
    card.page.waitForFunction(
      (tag, number) => document.querySelector(tag).shadowRoot.querySelectorAll(".saved li").length === number,
      { polling: 20, timeout: 5000 },
      card.tag,
      number,
    );
  const empty = (card) => card.page.evaluate(() => localStorage.clear());

  test("results are kept, listed in both tabs, opened, compared and deleted", async () => {
    const first = await open(`/device.html${fragment(MINE)}`);
    assert.deepEqual(await first.seen("writes"), [], "nothing is stored before Save");
    assert.equal(await first.ask((root) => root.querySelector(".saved").hidden), true);
    await first.click("button", "Save on this device");
    await count(first, 1);
    const second = await open(`/device.html${fragment(OTHER)}`);
    await second.click("button", "Save on this device");
    await count(first, 2);
    const [own, others] = [await second.heading(), await first.heading()];
    assert.deepEqual(await titles(first), [own, others]);
    await first.page.bringToFront(); // nothing is drawn in a tab behind another
    await first.unfold();
    await first.press(`Compare: ${own}`);
    assert.equal(await first.screen(), "compare");
    await first.page.goto(`${server.url}/device.html`); // a visit without a link
    await first.until(".heading", own);
    await second.page.bringToFront();
    await second.unfold();
    await second.press(`Open: ${others}`);
    assert.deepEqual(await second.answers(), MINE);
    await second.unfold();
    await second.click("button", `Delete: ${own}`);
    await second.click("button", `Delete: ${others}`);
    await count(first, 0);
    assert.equal(await first.page.evaluate(() => localStorage.length), 0);
    await Promise.all([first.close(), second.close()]);
  });

  test("answers in the reader's own words are kept, opened, and held against the present one", async () => {
    const card = await open("/practice.html", { tag: "rubric-card" });
    const grade = async (text) => {
      await card.page.evaluate((text) => void (document.querySelector("rubric-card").text = text), text);
      await card.press("Check my answer");
    };
    await grade("RAG looks facts up when they are asked for, so that an answer can cite its source.");
    assert.deepEqual(await card.seen("writes"), []);
    await card.click("button", "Save on this device");
    await count(card, 1);
    await card.press("Revise");
    await grade("Fine-tuning teaches a manner. It changes how a model behaves, not what it knows.");
    const [saved] = await titles(card);
    assert.match(saved, /\d+ of \d+ concepts/);
    await card.ask((root) => (root.querySelector(".saved").open = true));
    await card.press(`Compare: ${saved}`);
    assert.match(await card.text(".changes"), /From \d+ to \d+ concepts/);
    await card.ask((root) => (root.querySelector(".saved").open = true));
    await card.press(`Open: ${saved}`);
    assert.match(await card.page.evaluate(() => document.querySelector("rubric-card").text), /^RAG looks facts up/);
    await empty(card);
    await card.close();
  });

  test("where nothing can be kept, or the page doesn't ask for it, there is no button", async () => {
    const plain = await open(`/plain.html${fragment(MINE)}`);
    assert.ok(!(await plain.texts("button")).includes("Save on this device"));
    await plain.close();
    const framed = await open("/frame.html", { wait: false });
    const frame = await (await framed.page.waitForSelector("iframe")).contentFrame();
    await frame.waitForFunction(() => document.querySelector("decision-card")?.shadowRoot?.querySelector(".card"), {
      polling: 20,
    });
    const buttons = await frame.evaluate(async (answers) => {
      const card = document.querySelector("decision-card");
      card.answers = answers;
      await card.goTo({ step: "result" });
      return [...card.shadowRoot.querySelectorAll("button")].map(({ textContent }) => textContent);
    }, MINE);
    assert.ok(buttons.includes("Copy link") && !buttons.includes("Save on this device"), buttons.join(" | "));
    await framed.close();
  });
});
