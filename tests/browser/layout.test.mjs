/** Where things stand: nothing jumps, nothing sticks out, everything is big enough to touch, and paper gets all of it. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard, overflowing } from "./support/card.mjs";
import { caseOf, fragment } from "./support/engine.mjs";
import { inlinePack, longestPack, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const ANSWERS = caseOf("house_assistant").answers;
const PHONE = { width: 390, height: 844, hasTouch: true };
const DESKTOP = { width: 1280, height: 900 };

const PAGES = {
  "/longest.html": pageWith(inlinePack(longestPack())),
  "/large.html": pageWith("<decision-card></decision-card>", { head: '<link rel="stylesheet" href="/large.css">' }),
  "/large.css": "html { font-size: 200% }",
  "/spaced.html": pageWith("<decision-card></decision-card>", { head: '<link rel="stylesheet" href="/spaced.css">' }),
  "/spaced.css": "body { line-height: 1.5; letter-spacing: .12em; word-spacing: .16em }",
};

describe("where things stand", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (page, options) => openCard(browser, server.url + page, options);
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 400));

  for (const [where, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    test(`nothing shifts while the page loads or while the reader goes through it (${where})`, async () => {
      const card = await open("/demo/offline.html", { viewport });
      await quiet();
      await card.toResult(ANSWERS);
      await quiet();
      assert.deepEqual(await card.seen("shifts"), []);
      await card.close();
    });
  }

  test("nothing shifts in the blog post either, with the card in sight", async () => {
    const card = await open("/demo/", { viewport: DESKTOP, wait: false, waitUntil: "domcontentloaded" });
    await card.ready();
    await card.page.evaluate(() => document.querySelector("decision-card").scrollIntoView());
    await quiet();
    await card.toResult({ gap: "knowledge" });
    assert.deepEqual(await card.seen("shifts"), []);
    await card.close();
  });

  const narrow = [
    ["the narrowest phone", "/demo/", { width: 320, height: 700 }],
    ["a narrow column", "/demo/", { width: 280, height: 700 }],
    ["the longest texts on the narrowest phone", "/longest.html", { width: 320, height: 700 }],
    ["the longest texts on a desktop", "/longest.html", DESKTOP],
    ["text at 200 %", "/large.html", { width: 640, height: 700 }],
    ["text at 200 % on a phone", "/large.html", { width: 390, height: 844 }],
    ["the text spacing of WCAG 1.4.12", "/spaced.html", { width: 320, height: 700 }],
  ];
  for (const [what, page, viewport] of narrow) {
    test(`no screen scrolls sideways, and nothing is cut: ${what}`, async () => {
      const card = await open(page, { viewport });
      const check = async () => assert.deepEqual(await overflowing(card), [], await card.screen());
      await check();
      await card.page.evaluate((hash) => (location.hash = hash), fragment(ANSWERS));
      await card.page.waitForSelector("decision-card >>> .result");
      await card.ask((root) => root.querySelectorAll("details").forEach((each) => void (each.open = true)));
      await check();
      await card.press("Change answers");
      await check();
      await card.close();
    });
  }

  test("what one comes to press is at least 44 pixels high, and everything else at least 24", async () => {
    const card = await open(`/demo/${fragment(ANSWERS)}`, { viewport: PHONE });
    const small = () =>
      card.ask((root) =>
        [...root.querySelectorAll("label:not([for]), button, summary, input[type=text], a")]
          .filter((each) => each.checkVisibility())
          .map((each) => {
            const { width, height } = each.getBoundingClientRect();
            const least = each.matches(".cite, .tick, .link, .back, a") ? 24 : 44;
            return { what: each.textContent.slice(0, 40), width, height, least };
          })
          .filter(({ width, height, least }) => height < least || width < least)
          .map(({ what, width, height }) => `${what}: ${Math.round(width)} × ${Math.round(height)}`),
      );
    await card.ask((root) => root.querySelectorAll("details").forEach((each) => void (each.open = true)));
    assert.deepEqual(await small(), []);
    await card.press("Change answers");
    assert.deepEqual(await small(), []);
    await card.press("Change");
    assert.deepEqual(await small(), []);
    await card.close();
  });

  for (const id of ["house_assistant", "legal_research", "nothing_known", "email_drafts", "chip_design"]) {
    test(`the recommendation, why, and how clear it is fit one phone screen (${id})`, async () => {
      const card = await open(`/demo/offline.html`, { viewport: PHONE });
      await card.toResult(caseOf(id).answers);
      const { top } = await card.ask((root) => root.querySelector(".head").getBoundingClientRect().toJSON());
      const { bottom } = await card.ask((root) => root.querySelector(".brief").getBoundingClientRect().toJSON());
      assert.ok(top >= 0 && bottom <= PHONE.height, `from ${Math.round(top)} to ${Math.round(bottom)}`);
      await card.close();
    });
  }

  test("each new question starts in sight, however far down the reader was", async () => {
    const card = await open("/demo/", { viewport: { width: 390, height: 500 } });
    await card.toResult(ANSWERS);
    const { top } = await card.ask((root) => root.querySelector(".heading").getBoundingClientRect().toJSON());
    assert.ok(top >= 0 && top < 500, `heading at ${Math.round(top)}`);
    await card.close();
  });

  test("printing unfolds the steps and the sources, hides what can't be pressed on paper, and folds them again", async () => {
    const card = await open(`/demo/offline.html${fragment(ANSWERS)}`);
    await card.page.evaluate(() => {
      addEventListener("beforeprint", () => {
        const root = document.querySelector("decision-card").shadowRoot;
        window.printed = [...root.querySelectorAll("details[open]")].map((each) => each.className);
      });
    });
    await card.page.pdf({ format: "A4" });
    const printed = await card.page.evaluate(() => window.printed);
    const longer = await card.ask((root) => root.querySelector(".steps-more") !== null);
    assert.deepEqual(printed, [...(longer ? ["more steps-more"] : []), "fold sources"]);
    assert.equal(await card.ask((root) => root.querySelectorAll("details[open]").length), 0);
    await card.page.emulateMediaType("print");
    assert.equal(await card.ask((root) => root.querySelector(".toolbar").checkVisibility()), false);
    await card.close();
  });

  test("dark pages get a dark card, and a page's accent is taken over", async () => {
    const look = (card) =>
      card.ask((root) => {
        const link = getComputedStyle(root.querySelector(".quiet")).color;
        return { link, text: getComputedStyle(root.querySelector(".heading")).color };
      });
    const light = await open(`/demo/offline.html${fragment(ANSWERS)}`);
    const dark = await open(`/demo/offline.html${fragment(ANSWERS)}`, { dark: true });
    const [inLight, inDark] = [await look(light), await look(dark)];
    assert.notEqual(inLight.link, inDark.link);
    assert.notEqual(inLight.text, inDark.text);
    await dark.page.evaluate(() =>
      document.querySelector("decision-card").style.setProperty("--dc-accent", "rgb(200, 100, 50)"),
    );
    assert.equal((await look(dark)).link, "rgb(200, 100, 50)");
    await Promise.all([light.close(), dark.close()]);
  });
});
