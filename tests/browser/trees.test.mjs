/**
 * From each screen what assistive technology is given, as text that a person reviews: tests/browser/trees/. They are of a small pack of the
 * tests, so that the bundled one may change its words. `RECORD=1 node --test tests/browser/trees.test.mjs` writes them anew: read the diff.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { inlinePack, pageWith } from "./support/pages.mjs";
import { root, startServer } from "./support/server.mjs";
import { treeOf } from "./support/tree.mjs";

const FOLDER = path.join(root, "tests/browser/trees");
const packText = (name) => readFileSync(path.join(root, `tests/corpus/packs/${name}.json`), "utf8");
const PAGES = {
  "/lunch.html": pageWith(inlinePack(packText("lunch"))),
  "/trip.html": pageWith(inlinePack(packText("follow-ups"))),
  "/van.html": pageWith(inlinePack(packText("van"))),
};
const TRIP = "#dc=follow-ups@2.10.3&q.km=mid&q.bike=yes&q.tyres=yes&q.minutes=some";

describe("what assistive technology is given", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  async function same(name, card) {
    const file = path.join(FOLDER, `${name}.txt`);
    const tree = await treeOf(card);
    if (process.env.RECORD) writeFileSync(file, tree);
    assert.equal(tree, readFileSync(file, "utf8"), name);
  }

  /** A screen's name: its address, and what leads to it from there. */
  const SCREENS = {
    "first-question": ["/lunch.html", () => {}],
    error: ["/lunch.html", (card) => card.click("button", "Continue")],
    "later-question": ["/lunch.html", (card) => card.answer("Hot")],
    "started-again": ["/lunch.html#dc=lunch@1.0.0&q.weather=cold", (card) => card.press("Start again")],
    result: [`/trip.html${TRIP}`, (card) => card.page.waitForSelector("decision-card >>> .sensitivity")],
    "result-unfolded": [`/trip.html${TRIP}`, (card) => card.unfold()],
    "result-with-costs": ["/van.html#dc=van@1.0.0&q.trips=daily&q.storage=garage", (card) => card.unfold()],
    "too-early": [
      "/trip.html",
      async (card) => {
        await card.toResult({});
        await card.unfold(".prospect");
      },
    ],
    trial: [
      `/trip.html${TRIP}`,
      async (card) => {
        await card.unfold();
        await card.press("Try it");
        await card.page.waitForSelector("decision-card >>> .sensitivity");
      },
    ],
    review: [`/trip.html${TRIP}`, (card) => card.press("Change answers")],
    compare: [`/trip.html${TRIP}&${TRIP.slice(1).replace("mid", "far")}`, () => {}],
  };
  for (const [name, [address, lead]] of Object.entries(SCREENS)) {
    test(name, async () => {
      const card = await openCard(browser, server.url + address);
      if (address.includes("#")) await card.page.waitForSelector("decision-card >>> :is(.result, .compare)");
      await lead(card);
      await same(name, card);
      await card.close();
    });
  }
});
