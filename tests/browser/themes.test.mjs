// SPDX-License-Identifier: MIT
/** The three themes: readable in light, dark and forced colours, under a strict policy, on paper and in a hostile page; the page's colours come before the system's. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { clean, LOOKS } from "./support/axe.mjs";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, fragment } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { root, startServer, STRICT_CSP } from "./support/server.mjs";

const THEMES = readdirSync(path.join(root, "web/themes")).map((name) => name.replace(".css", ""));
const ANSWERS = caseOf("house_assistant").answers;
const sheet = (theme) => `<link rel="stylesheet" href="/dist/themes/${theme}.css">`;
const plain = (head, body = cardTag()) => pageWith(body, { head }).replace(/<meta name="color-scheme"[^>]*>/, "");

const PAGES = {
  "/rude.css": "* { all: unset } main, h1 { display: block }",
  "/dark.css": ":root { color-scheme: dark; background: #111; color: #eee }",
  "/page.html": plain(""),
  "/dark.html": plain('<link rel="stylesheet" href="/dark.css">'),
  ...Object.fromEntries(
    THEMES.flatMap((theme) => [
      [`/${theme}.html`, pageWith(cardTag(`class="dc-${theme}"`), { head: sheet(theme) })],
      [
        `/rude-${theme}.html`,
        plain(`<link rel="stylesheet" href="/rude.css">${sheet(theme)}`, cardTag(`class="dc-${theme}"`)),
      ],
    ]),
  ),
};

describe("themes", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES, csp: STRICT_CSP })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (page, options) => openCard(browser, server.url + page, options);
  const look = (card) =>
    card.ask((root) => {
      const view = root.querySelector(".card");
      const { color, backgroundColor, fontFamily } = getComputedStyle(view);
      return { color, backgroundColor, fontFamily, accent: getComputedStyle(root.querySelector(".title")).color };
    });

  test("three", () => assert.deepEqual(THEMES.sort(), ["contrast", "paper", "slate"]));

  for (const theme of THEMES)
    for (const [name, options] of Object.entries(LOOKS)) {
      test(`${theme} can be read in ${name}, from the first question to the result`, async () => {
        const first = await open(`/${theme}.html`, options);
        await clean(first, "question");
        assert.deepEqual(await first.seen("violations"), []);
        await first.close();
        const result = await open(`/${theme}.html${fragment(ANSWERS)}`, options);
        await clean(result, "result");
        await result.close();
      });
    }

  for (const theme of THEMES)
    test(`${theme}: a page that unsets everything takes nothing from it, and paper is white`, async () => {
      const [themed, rude] = [await open(`/${theme}.html`), await open(`/rude-${theme}.html`)];
      assert.deepEqual(await look(rude), await look(themed));
      await themed.page.emulateMediaType("print");
      assert.equal((await look(themed)).backgroundColor, "rgba(0, 0, 0, 0)");
      await Promise.all([themed.close(), rude.close()]);
    });

  test("the page's colours come before the system's", async () => {
    const looks = {};
    for (const page of ["/page.html", "/dark.html"])
      for (const dark of [false, true]) {
        const card = await open(page, { dark });
        looks[`${page} ${dark}`] = (await look(card)).accent;
        await clean(card, page);
        await card.close();
      }
    assert.equal(looks["/page.html true"], looks["/page.html false"]);
    assert.equal(looks["/dark.html true"], looks["/dark.html false"]);
    assert.notEqual(looks["/page.html true"], looks["/dark.html true"]);
  });
});
