// SPDX-License-Identifier: MIT
/** Pages that steer the card from outside, in whatever order: nothing that the reader or the page has given is lost. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { fragment } from "./support/engine.mjs";
import { cardTag, inlinePack, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const KINDS = readFileSync(new URL("../corpus/packs/kinds.json", import.meta.url), "utf8");
/** Two choices at least, and numbers of two digits: most of what is given is incomplete at first. */
function strict(pack) {
  const { questions, cases, ...others } = pack.decision;
  const [needs, users, ...rest] = questions;
  return JSON.stringify({
    ...pack,
    decision: { ...others, questions: [{ ...needs, least: 2 }, { ...users, min: 10 }, ...rest] },
  });
}

const PAGES = {
  "/kinds.json": KINDS,
  "/strict.html": pageWith(inlinePack(strict(JSON.parse(KINDS)))),
  "/card.html": pageWith(cardTag()),
  "/remember.html": pageWith(cardTag('remember="address"')),
};
const COMPLETE = { needs: ["joins"], users: 20, risk: "r2", sync: "yes" };

describe("a card that is steered from outside", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (page, options) => openCard(browser, server.url + page, options);

  test("what is still being written or marked is no answer that the page could give back", async () => {
    const card = await open("/strict.html", {
      before: () => {
        const kept = {};
        document.addEventListener("dc-answer", ({ target, detail }) => {
          kept[detail.question] = detail.choice;
          target.answers = { ...kept };
        });
      },
    });
    await card.choose("Search texts");
    await card.choose("Walk a graph");
    assert.deepEqual(await card.answers(), { needs: ["search", "graph"] });
    await card.goOn();
    await (await card.page.waitForSelector("decision-card >>> .number input")).type("150");
    assert.deepEqual(await card.answers(), { needs: ["search", "graph"], users: 150 });
    await card.close();
  });

  test("answers that the page sets before the pack that they are for", async () => {
    const card = await open("/card.html");
    await card.page.waitForFunction(() => document.querySelector("decision-card").toMarkdown() !== null);
    await card.page.evaluate((answers) => {
      const element = document.querySelector("decision-card");
      element.answers = answers;
      element.setAttribute("src", "/kinds.json");
    }, COMPLETE);
    await card.page.waitForFunction(() => "needs" in document.querySelector("decision-card").answers);
    assert.deepEqual(await card.answers(), COMPLETE);
    await card.close();
  });

  test("a page that sends the card to the step where it is ends nowhere", async () => {
    const card = await open("/card.html", {
      before: () => document.addEventListener("dc-step", ({ target, detail }) => target.goTo(detail)),
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal((await card.events("dc-step")).length, 1);
    await card.close();
  });

  test("Back after starting again, and after a place of the page's own, finds the answers that stood there", async () => {
    const card = await open(`/remember.html${fragment({ gap: "both" })}`);
    await card.page.waitForSelector("decision-card >>> .result");
    await card.press("Change answers");
    await card.press("See the result");
    await card.press("Start again");
    assert.deepEqual(await card.answers(), {});
    await card.page.goBack();
    await card.page.waitForSelector("decision-card >>> .result");
    assert.deepEqual(await card.answers(), { gap: "both" });
    await card.page.evaluate(() => (location.hash = "footnote"));
    await card.page.reload();
    await card.ready();
    await card.page.goBack();
    await card.page.waitForSelector("decision-card >>> .result");
    assert.deepEqual(await card.answers(), { gap: "both" });
    await card.close();
  });
});
