/** A result that leaves the page: copied as a text, saved as a picture, handed to another app. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, fragment } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { startServer, STRICT_CSP } from "./support/server.mjs";

const ANSWERS = caseOf("house_assistant").answers;

/** Keeps what the card copies, saves and shares. */
function keep() {
  window.copied = [];
  window.saved = [];
  window.shared = [];
  navigator.clipboard.writeText = async (text) => void window.copied.push(text);
  navigator.share = async (data) => void window.shared.push(data);
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.saved.push(blob);
    return make(blob);
  };
  HTMLAnchorElement.prototype.click = function () {
    window.names = [...(window.names ?? []), this.download];
  };
}

describe("what a reader takes along", { skip: missing.chromium }, () => {
  let browser, server, strict;
  before(async () => {
    const pages = { "/card.html": pageWith(cardTag()) };
    [browser, server, strict] = await Promise.all([
      launchChromium(),
      startServer({ pages }),
      startServer({ pages, csp: STRICT_CSP }),
    ]);
  });
  after(() => Promise.all([browser?.close(), server?.close(), strict?.close()]));

  const open = async ({ url } = server) => {
    const card = await openCard(browser, `${url}/card.html${fragment(ANSWERS)}`, { before: keep });
    await card.unfold();
    return card;
  };
  const kept = (card, name) => card.page.evaluate((name) => window[name], name);

  test("Markdown, decision record and JSON are what the methods give", async () => {
    const card = await open();
    for (const text of ["Copy as Markdown", "Copy decision record (MADR)", "Copy as JSON"])
      await card.click("button", text);
    const methods = await card.page.evaluate(() => {
      const card = document.querySelector("decision-card");
      return [card.toMarkdown(), card.toMadr(), JSON.stringify(card, null, 2)];
    });
    assert.deepEqual(await kept(card, "copied"), methods);
    assert.deepEqual(card.errors, []);
    await card.close();
  });

  test("the picture is drawn on a page with a strict policy, and as SVG is what toSVG gives", async () => {
    const card = await open(strict);
    await card.click("button", "Save picture (SVG)");
    await card.click("button", "Save picture (PNG)");
    await card.page.waitForFunction(() => window.saved.length === 2);
    const [svg, size, dark] = await card.page.evaluate(async () => {
      const [svg, png] = window.saved;
      const bitmap = await createImageBitmap(png);
      const canvas = Object.assign(document.createElement("canvas"), { width: 1200, height: 630 });
      const context = canvas.getContext("2d");
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, 1200, 630);
      const dark = data.filter((value, at) => at % 4 === 0 && value < 90).length;
      return [
        (await svg.text()) === document.querySelector("decision-card").toSVG(),
        [bitmap.width, bitmap.height],
        dark,
      ];
    });
    assert.deepEqual([svg, size], [true, [1200, 630]]);
    assert.ok(dark > 20_000, `${dark} dark points: the edge alone has ${16 * 630}`);
    assert.deepEqual(await kept(card, "names"), ["rag-vs-fine-tuning.svg", "rag-vs-fine-tuning.png"]);
    assert.deepEqual(await card.seen("violations"), []);
    await card.close();
  });

  test("where the device shares, the link goes with the recommendation; elsewhere there is no such button", async () => {
    const card = await open();
    await card.click("button", "Share…");
    const [shared] = await kept(card, "shared");
    assert.equal(shared.title, await card.heading());
    assert.ok(shared.url.endsWith(fragment(ANSWERS)));
    await card.close();
    const without = await openCard(browser, `${server.url}/card.html${fragment(ANSWERS)}`, {
      before: () => Reflect.deleteProperty(Navigator.prototype, "share"),
    });
    await without.unfold();
    assert.deepEqual(
      (await without.texts("button")).filter((text) => text.startsWith("Share")),
      [],
    );
    await without.close();
  });
});
