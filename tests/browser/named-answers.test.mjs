// SPDX-License-Identifier: MIT
/** `{question}` in every text of a pack: wherever the card shows one, the reader's own answer stands there. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { namedEverywhere } from "../support/named-everywhere.mjs";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, fragment, packData } from "./support/engine.mjs";
import { inlinePack, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const PACK = JSON.stringify(namedEverywhere(packData, "{gap}")).replaceAll("<", "\\u003c");
const PAGES = { "/named.html": pageWith(inlinePack(PACK)) };
const { answers } = caseOf("house_assistant");

describe("answers that texts name", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  /** All that is on the screen or said of it, names included. */
  const said = (card) =>
    card.ask((root) => {
      const screen = root.querySelector(".card");
      const names = [...screen.querySelectorAll("[aria-label]"), screen].map((each) => each.ariaLabel);
      return [screen.textContent, ...names].join("\n");
    });

  const clean = async (card, what) => {
    const text = await said(card);
    assert.doesNotMatch(text, /\{gap/, what);
    return text;
  };

  test("questions, review, result with all its folds, comparison, and every document", async () => {
    const card = await openCard(browser, `${server.url}/named.html`);
    assert.match(await clean(card, "the first question"), /I don’t know/);
    await card.choose("I don’t know");
    await card.goOn();
    await clean(card, "the second question");
    await card.close();

    const result = await openCard(browser, `${server.url}/named.html${fragment(answers)}`);
    await result.unfold();
    await result.page.waitForSelector("decision-card >>> .cost-picture");
    await result.unfold();
    assert.ok((await clean(result, "the result")).length > 5000);
    const documents = await result.page.evaluate(() => {
      const card = document.querySelector("decision-card");
      return [card.toMarkdown(), card.toMadr(), card.toSVG(), JSON.stringify(card)];
    });
    for (const text of documents) assert.doesNotMatch(text.replaceAll("\\", ""), /\{gap/);
    await result.press("Change answers");
    await clean(result, "the review");
    await result.close();

    const other = fragment({ ...answers, gap: null }).slice(1);
    const two = await openCard(browser, `${server.url}/named.html${fragment(answers)}&${other}`);
    assert.equal(await two.screen(), "compare");
    await clean(two, "the comparison");
    await two.close();
  });
});
