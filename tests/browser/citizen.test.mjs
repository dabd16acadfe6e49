/** The card in other people's pages: their shortcuts, routes, forms and scroll positions stay theirs, the reader's keys and answers the reader's. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { allowCopying, launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { fragment } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

/** A page whose shortcuts look at the event's target, as most do. */
const SHORTCUTS = `
  window.heard = [];
  for (const type of ["keydown", "keypress", "keyup"])
    document.addEventListener(type, (event) => {
      if (/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
      window.heard.push(event.key);
      if (event.key === "n" || event.key === "/" || event.key === "Enter" || event.key === "ArrowDown") event.preventDefault();
    });`;

const tall = (card) => `<div id="above" class="tall"></div>${card}<div class="tall"></div>`;
const TALL = { head: '<link rel="stylesheet" href="/tall.css">' };

const PAGES = {
  "/shortcuts.js": SHORTCUTS,
  "/tall.css": ".tall { block-size: 3000px }",
  "/card.html": pageWith(cardTag()),
  "/keys.html": pageWith(`${cardTag()}<rubric-card></rubric-card>`, { head: '<script src="/shortcuts.js"></script>' }),
  "/below.html": pageWith(tall(cardTag()), TALL),
  "/two.html": pageWith(`${cardTag('class="first"')}<decision-card class="second"></decision-card>`),
  "/two-remember.html": pageWith(`${cardTag('remember="address"')}<decision-card class="second"></decision-card>`),
  "/still.html": pageWith(tall(cardTag('scroll="none"')), TALL),
  "/form.html": pageWith(
    '<form id="form"><decision-card name="way"></decision-card><rubric-card name="practice"></rubric-card></form>',
  ),
  "/frame.html": pageWith(
    `<iframe width="900" height="900" srcdoc='<decision-card></decision-card><script src="/dist/decision-card.js"></script>'></iframe>`,
    { scripts: [] },
  ),
};

describe("a card in a page that has plans of its own", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
    await allowCopying(browser, server.url);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (page, options) => openCard(browser, server.url + page, options);
  const heard = (card) => card.page.evaluate(() => window.heard.splice(0));
  const settle = (ms = 300) => new Promise((resolve) => setTimeout(resolve, ms));
  const answersOf = (card, selector) =>
    card.page.evaluate((selector) => document.querySelector(selector).answers, selector);

  // ---- keys

  test("what is typed into a text is the reader's, to the last key", async () => {
    const card = await open("/keys.html", { tag: "rubric-card" });
    await (await card.page.$("rubric-card >>> textarea")).focus();
    await card.page.keyboard.type("not needed / and");
    await card.page.keyboard.press("Enter");
    for (const key of ["ArrowDown", "Backspace"]) await card.page.keyboard.press(key);
    assert.equal(await card.page.evaluate(() => document.querySelector("rubric-card").text), "not needed / and");
    assert.deepEqual(await heard(card), []);
    await card.close();
  });

  test("shortcuts with Control, and Escape and Tab, reach the page from a text", async () => {
    const card = await open("/keys.html", { tag: "rubric-card" });
    await (await card.page.$("rubric-card >>> textarea")).focus();
    await card.page.keyboard.down("Control");
    await card.page.keyboard.press("k");
    await card.page.keyboard.up("Control");
    await card.page.keyboard.press("Escape");
    const keys = await heard(card);
    for (const key of ["k", "Escape"]) assert.ok(keys.includes(key), `${key} of ${keys}`);
    await card.close();
  });

  test("radios and buttons keep the keys that work them", async () => {
    const card = await open("/keys.html");
    await card.ask((root) => root.querySelector("input").focus());
    await card.page.keyboard.press("Space");
    await card.page.keyboard.press("ArrowDown");
    assert.equal(await card.ask((root) => [...root.querySelectorAll("input")].findIndex((each) => each.checked)), 1);
    await card.ask((root) => root.querySelector(".actions .primary").focus());
    await card.page.keyboard.press("Enter");
    await card.page.waitForFunction(() =>
      document.querySelector("decision-card").shadowRoot.querySelector(".progress").textContent.includes("Question 2"),
    );
    assert.deepEqual(await heard(card), []);
    await card.close();
  });

  for (const from of ["input", ".actions .primary"]) {
    test(`Enter held down on ${from} goes one step`, async () => {
      const card = await open("/card.html");
      for (let k = 0; k < 3; k += 1) {
        await card.ask((root) => root.querySelector("input").click());
        await card.press("Continue");
      }
      for (let k = 0; k < 3; k += 1) await card.press("Back");
      await card.ask((root, from) => root.querySelector(from).focus(), from);
      for (let k = 0; k < 6; k += 1) await card.page.keyboard.down("Enter");
      await card.page.keyboard.up("Enter");
      await settle();
      assert.match(await card.progress(), /^Question 2 /);
      assert.equal(await card.text(".error"), null);
      await card.close();
    });
  }

  test("the reader's own words are not for translators", async () => {
    const card = await open("/keys.html", { tag: "rubric-card" });
    await card.page.evaluate(() => {
      document.querySelector("rubric-card").text = "RAG keeps an assistant up to date.";
    });
    await card.press("Check my answer");
    await card.page.waitForSelector("rubric-card >>> .written");
    assert.equal(await card.ask((root) => root.querySelector(".written").translate), false);
    await card.close();
  });

  // ---- links

  const copied = async (card) => {
    await card.click("button", "Copy link");
    await card.until("[role=status]", "Link copied");
    return card.page.evaluate(() => navigator.clipboard.readText());
  };

  test("a link made on a route opens the same answers there", async () => {
    const card = await open("/card.html#/guide/start?tab=2");
    await card.toResult({ gap: "knowledge" });
    const link = await copied(card);
    assert.ok(link.startsWith(`${server.url}/card.html#/guide/start?tab=2&dc=`), link);
    const again = await openCard(browser, link);
    assert.equal(await again.screen(), "result");
    assert.deepEqual(await again.answers(), await card.answers());
    assert.equal(await copied(again), link, "no second copy of the answers");
    await Promise.all([card.close(), again.close()]);
  });

  test("a link made where the page shows a place of its own leads to the card instead", async () => {
    const card = await open("/below.html#above");
    await card.toResult({ gap: "knowledge" });
    assert.ok((await copied(card)).startsWith(`${server.url}/below.html#dc=`));
    await card.close();
  });

  test("a frame written into its page makes links to the page, and opens them", async () => {
    const link = `${server.url}/frame.html${fragment({ gap: "knowledge" })}`;
    const page = await browser.newPage();
    await page.goto(link);
    const frame = page.frames()[1];
    await frame.waitForFunction(() => document.querySelector("decision-card")?.shadowRoot?.querySelector(".result"));
    const made = await frame.evaluate(async () => {
      let made = "";
      navigator.clipboard.writeText = (text) => Promise.resolve(void (made = text));
      const root = document.querySelector("decision-card").shadowRoot;
      [...root.querySelectorAll("button")].find((each) => each.textContent === "Copy link").click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return made;
    });
    assert.equal(made, link);
    await page.close();
  });

  test("a link far up a page brings the card into sight, once", async () => {
    const card = await open(`/below.html${fragment({ gap: "knowledge" })}`);
    const top = () => card.page.evaluate(() => document.querySelector("decision-card").getBoundingClientRect().top);
    await settle();
    assert.ok(Math.abs(await top()) < 100, String(await top()));
    assert.equal(await card.focus(), `heading: ${await card.heading()}`);
    await card.page.evaluate(() => scrollTo(0, 0));
    await card.press("Change answers");
    await card.page.evaluate(() => scrollTo(0, 0));
    await card.page.evaluate(() => void (document.querySelector("decision-card").packData = null));
    await settle();
    assert.ok((await top()) > 2000, "the reader may leave");
    await card.close();
  });

  test("a link that the page itself leads to brings the card into sight, too", async () => {
    const card = await open("/below.html");
    await card.page.evaluate((hash) => void (location.hash = hash), fragment({ gap: "knowledge" }));
    await card.page.waitForSelector("decision-card >>> .result");
    await settle();
    const top = await card.page.evaluate(() => document.querySelector("decision-card").getBoundingClientRect().top);
    assert.ok(Math.abs(top) < 100, String(top));
    await card.close();
  });

  test("a link is opened once: after a restart of the card, the reader's own answers stay", async () => {
    const card = await open(`/card.html${fragment({ gap: "knowledge" })}`);
    await card.press("Start again");
    await card.ask((root) => root.querySelectorAll("input")[1].click());
    const own = await card.answers();
    await card.page.evaluate(() => document.querySelector("decision-card").setAttribute("pack", "rag-vs-fine-tuning"));
    await settle(600);
    assert.deepEqual(await card.answers(), own);
    await card.close();
  });

  test("starting again takes the answers out of a route, and nothing else", async () => {
    const card = await open(`/card.html#/guide/start?tab=2&${fragment({ gap: "knowledge" }).slice(1)}`);
    await card.press("Start again");
    assert.equal(await card.page.evaluate(() => location.hash), "#/guide/start?tab=2");
    await card.close();
  });

  test("what a card keeps in the address, Back and Forward too, is no link for the card beside it", async () => {
    const card = await open("/two-remember.html");
    for (let k = 0; k < 2; k += 1) {
      await card.ask((root) => root.querySelector("input").click());
      await card.press("Continue");
    }
    const own = await card.answers();
    assert.equal(Object.keys(own).length, 2);
    const shows = (number) =>
      card.page.waitForFunction(
        (start) => document.querySelector("decision-card").shadowRoot.textContent.includes(start),
        { polling: 10, timeout: 5000 },
        `Question ${number} of `,
      );
    for (const [way, number] of [
      ["goBack", 2],
      ["goBack", 1],
      ["goForward", 2],
    ]) {
      await card.page[way]();
      await shows(number);
    }
    await card.page.evaluate(() => document.querySelector(".second").setAttribute("pack", "rag-vs-fine-tuning"));
    await settle(600);
    assert.match(await card.progress(), /^Question 2 /);
    assert.deepEqual(await card.answers(), own);
    assert.deepEqual(await answersOf(card, ".second"), {});
    await card.close();
  });

  test('with scroll="none" a link that the page itself leads to leaves it where it is', async () => {
    const card = await open("/still.html");
    await card.page.evaluate((hash) => void (location.hash = hash), fragment({ gap: "knowledge" }));
    await card.page.waitForSelector("decision-card >>> .result");
    await settle();
    assert.deepEqual([await card.focus(), await card.page.evaluate(() => scrollY)], ["body", 0]);
    await card.close();
  });

  test("of two cards with one pack, the first opens the link", async () => {
    const card = await open(`/two.html${fragment({ gap: "knowledge" })}`);
    await settle(600);
    assert.deepEqual(await answersOf(card, ".first"), { gap: "knowledge" });
    assert.deepEqual(await answersOf(card, ".second"), {});
    await card.close();
  });

  // ---- forms

  test("a form gets what the reader has given, and empties it", async () => {
    const card = await open("/form.html");
    await card.ask((root) => root.querySelector("input").click());
    const data = () => card.page.evaluate(() => Object.fromEntries(new FormData(document.getElementById("form"))));
    await card.page.evaluate(() => void (document.querySelector("rubric-card").text = "RAG keeps facts fresh."));
    const [{ detail }] = await card.events("dc-answer");
    assert.deepEqual(await data(), {
      way: JSON.stringify({ [detail.question]: detail.choice }),
      practice: "RAG keeps facts fresh.",
    });
    await card.page.evaluate(() => document.getElementById("form").reset());
    assert.deepEqual(await data(), { way: "{}", practice: "" });
    assert.deepEqual(await card.answers(), {});
    await card.close();
  });

  // ---- old browsers

  test("where style sheets can't be adopted and keys have no internals, the card looks and works as everywhere", async () => {
    const old = () => {
      delete ShadowRoot.prototype.adoptedStyleSheets;
      delete Document.prototype.adoptedStyleSheets;
      delete HTMLElement.prototype.attachInternals;
      delete URL.canParse;
    };
    const card = await open("/card.html", { before: old });
    const font = () => card.ask((root) => getComputedStyle(root.querySelector("button.primary")).fontWeight);
    assert.equal(await font(), "600");
    await card.ask((root) => root.querySelector("input").click());
    await card.press("Continue");
    assert.equal(await font(), "600");
    assert.deepEqual(card.errors, []);
    await card.close();
  });
});
