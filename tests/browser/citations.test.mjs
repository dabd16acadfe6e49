/** What a paragraph rests on: listed in place, with a way back from the list of all. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, fragment, packData } from "./support/engine.mjs";
import { startServer } from "./support/server.mjs";

const BOTH = caseOf("house_assistant").answers;

describe("citations", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer()]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const withCard = (hash, work) => async () => {
    const card = await openCard(browser, `${server.url}/demo/${hash}`);
    await work(card);
    assert.deepEqual(card.errors, []);
    await card.close();
  };

  test(
    "a paragraph's sources are listed in place, and the list of all leads back to each place, without touching the address",
    withCard(fragment(BOTH), async (card) => {
      const before = card.page.url();
      const control = await card.page.$("decision-card >>> .reason .cite");
      const listed = () =>
        card.ask(
          (root) => [...root.querySelectorAll(".reason .cited a")].filter((each) => each.checkVisibility()).length,
        );
      assert.equal(await listed(), 0);
      await control.click();
      assert.equal(await control.evaluate((node) => node.textContent), `${await listed()} sources`);
      assert.equal(await control.evaluate((node) => node.ariaExpanded), "true");
      await control.click();
      assert.equal(await listed(), 0);
      await card.ask((root) => void (root.querySelector(".sources").open = true));
      const ways = await card.page.$$("decision-card >>> .ways-back button");
      for (const way of ways) {
        await way.evaluate((node) => node.click());
        assert.ok(await card.ask((root) => root.activeElement.matches(".cites > .cite")));
      }
      assert.equal(card.page.url(), before);
    }),
  );

  test(
    "nothing is cited that can't be looked up",
    withCard(fragment(BOTH), async (card) => {
      await card.unfold();
      const bare = packData.sources.filter((source) => !source.url).map((source) => source.title);
      assert.ok(bare.length > 0, "the pack has some");
      const cited = await card.texts(".cited a");
      assert.deepEqual(
        cited.filter((text) => bare.includes(text)),
        [],
      );
      assert.equal((await card.texts(".cited-list > span:not(:has(a))")).length, 0);
    }),
  );
});
