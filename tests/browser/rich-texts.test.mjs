// SPDX-License-Identifier: MIT
/** Prose with markup on the card, and an answer that is a figure of the costs: elements and texts alone, where there is little room and from right to left, too. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { clean } from "./support/axe.mjs";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard, overflowing } from "./support/card.mjs";
import { inlinePack, pageWith } from "./support/pages.mjs";
import { startServer, STRICT_CSP } from "./support/server.mjs";

const PACK = readFileSync(new URL("../corpus/packs/seats.json", import.meta.url), "utf8");
const PAGES = {
  "/seats.html": pageWith(inlinePack(PACK)),
  "/rtl.html": pageWith(inlinePack(PACK), { attributes: 'lang="ar" dir="rtl"' }),
};
const NARROW = { width: 320, height: 700, hasTouch: true };
const SERVER = "#dc=seats@1.0.0&q.people=900&q.hours=2.5&q.admin=yes";
const SEATS = "#dc=seats@1.0.0&q.people=900&q.hours=30&q.admin=no";

/** Runs in the page: what stands in the first element of this kind, by elements. */
function written(root, selector) {
  const shown = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.matches(".cites")) return "";
    const inner = [...node.childNodes].map(shown).join("");
    const tag = node.localName;
    if (tag === "a") return `<a ${node.href} ${node.rel} ${node.target}>${inner}</a>`;
    return ["p", "ul", "ol", "li", "em", "strong"].includes(tag) ? `<${tag}>${inner}</${tag}>` : inner;
  };
  const element = root.querySelector(selector);
  return element && [...element.childNodes].map(shown).join("");
}

const LINK = (address, text) => `<a ${address} noopener noreferrer nofollow ugc _blank>${text}</a>`;

describe("rich texts", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES, csp: STRICT_CSP })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (page, options) => openCard(browser, server.url + page, options);
  const shoot = (card, name) =>
    process.env.SHOTS ? card.page.screenshot({ path: `${process.env.SHOTS}/rich-${name}.png`, fullPage: true }) : null;

  test("emphasis, links, paragraphs and lists are elements; labels are said as they stand", async () => {
    const card = await open("/seats.html");
    const seen = (selector) =>
      card.page.evaluate(
        `(${written})(document.querySelector("decision-card").shadowRoot, ${JSON.stringify(selector)})`,
      );
    assert.equal(
      await seen(".intro"),
      "<p>Two ways to the <em>same</em> tool.</p><p>The answers are <strong>yours alone</strong>.</p>",
    );
    assert.equal(
      await seen(".help"),
      "<p>Count:</p><ul><li>those who write</li><li>those who <em>only</em> read</li></ul><p>From 1 to 5,000</p>",
    );
    assert.equal(await seen(".why > p"), "A seat is paid for <strong>each</strong> of them.");
    await card.page.goto(`${server.url}/seats.html${SERVER}`);
    await card.page.reload();
    await card.ready();
    await card.until(".heading", "Run a server");
    await card.unfold();
    const backup = LINK("https://example.org/backup_(first)", "a backup");
    assert.equal(
      await seen(".summary"),
      `<p>It pays for 900 people.</p><p>Begin with:</p><ol><li>a <em>small</em> machine</li><li>${backup}</li></ol>`,
    );
    assert.equal(
      await seen("[part=note] > .blocks"),
      "<p>On a server they are <strong>with you</strong>:</p><ul><li>backups</li><li>logs</li></ul>",
    );
    assert.equal(await seen(".gate .detail"), "They have <em>time</em> for it.");
    assert.equal(
      await seen(".heuristic"),
      `Seats are <em>cheap</em> while there are few; see ${LINK("https://example.org/prices", "the price list")}.`,
    );
    assert.match(await card.text(".watch"), /Updates: 2 \* 30 minutes\./);
    await card.page.goto(`${server.url}/seats.html${SEATS}`);
    await card.page.reload();
    await card.ready();
    await card.until(".heading", "Pay for seats");
    await card.unfold();
    assert.match(await card.text(".reasons"), /"No, \*nobody\*" runs it/);
    assert.deepEqual(await card.seen("violations"), []);
    assert.deepEqual(card.errors, []);
    await card.close();
  });

  for (const [name, page, options] of [
    ["wide", "/seats.html", {}],
    ["dark", "/seats.html", { dark: true }],
    ["narrow", "/seats.html", { viewport: NARROW }],
    ["rtl", "/rtl.html", { viewport: NARROW }],
  ])
    test(`${name}: nothing sticks out, and axe finds nothing`, async () => {
      for (const [screen, link] of [
        ["question", ""],
        ["server", SERVER],
        ["seats", SEATS],
      ]) {
        const card = await open(page + link, options);
        await card.page.evaluate(() => (document.body.style.backgroundColor = "Canvas"));
        if (link) {
          await card.until(".heading", screen === "server" ? "Run a server" : "Pay for seats");
          await card.unfold();
        }
        await shoot(card, `${name}-${screen}`);
        assert.deepEqual(await overflowing(card), [], screen);
        await clean(card, `${name} ${screen}`);
        await card.close();
      }
    });

  test("an answer is the figure that names its question: shown, followed, the reader's to change, and brought back by the link", async () => {
    const card = await open(`/seats.html${SERVER}`);
    await card.until(".heading", "Run a server");
    const figures = () =>
      card.ask((root) =>
        [...root.querySelectorAll(".figure")]
          .map((each) => `${each.querySelector("input").value} ${each.querySelector("p").textContent.trim()}`)
          .sort(),
      );
    const ready = async () => {
      await card.unfold();
      await card.page.waitForSelector("decision-card >>> .figure input");
    };
    await ready();
    const [hours, people] = await figures();
    assert.match(hours, /^2\.5 /);
    assert.match(people, /^900 /);
    await card.page.evaluate(() => (document.querySelector("decision-card").answers = { people: 150, admin: "yes" }));
    await card.page.evaluate(() => document.querySelector("decision-card").goTo?.("result"));
    await ready();
    const again = await figures();
    assert.ok(
      again.some((each) => each.startsWith("150 ")),
      `${again}`,
    );
    assert.ok(
      again.some((each) => /^6(?!.*your answer)/i.test(each)),
      `${again}`,
    );
    assert.deepEqual(card.errors, []);
    await card.close();
  });
});
