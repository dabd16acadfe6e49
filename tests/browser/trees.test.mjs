/**
 * From each screen what assistive technology is given, as text that a person reviews: tests/browser/trees/. They are of small packs of the
 * tests, so that the bundled ones may change their words. `RECORD=1 node --test tests/browser/trees.test.mjs` writes them anew: read the diff.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { inlinePack, pageWith } from "./support/pages.mjs";
import { gradeText, openRubric, rubricPage, WEAK } from "./support/rubric.mjs";
import { root, startServer } from "./support/server.mjs";
import { treeOf } from "./support/tree.mjs";

const FOLDER = path.join(root, "tests/browser/trees");
const packText = (name) => readFileSync(path.join(root, `tests/corpus/packs/${name}.json`), "utf8");
const PAGES = {
  "/lunch.html": pageWith(inlinePack(packText("lunch"))),
  "/trip.html": pageWith(inlinePack(packText("follow-ups"))),
  "/van.html": pageWith(inlinePack(packText("van"))),
  "/bread.html": rubricPage(),
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

  const graded = (card) => gradeText(card, `${WEAK} Flour is nearly free.`);

  /** The practice card's screens: what leads to each. */
  const PRACTICE = {
    "practice-writing": () => {},
    "practice-nothing-written": (card) => card.click("button", "Check my answer"),
    "practice-grade": graded,
    "practice-grade-unfolded": (card) => graded(card).then(() => card.unfold(".marked")),
    "practice-claiming": (card) =>
      graded(card).then(() => card.ask((root) => root.getElementById("claim-cost").click())),
    "practice-revising": (card) => graded(card).then(() => card.press("Revise")),
    "practice-follow-up": (card) => graded(card).then(() => card.press("Answer")),
  };
  for (const [name, lead] of Object.entries(PRACTICE)) {
    test(name, async () => {
      const card = await openRubric(browser, `${server.url}/bread.html`);
      await lead(card);
      await same(name, card);
      await card.close();
    });
  }
});
