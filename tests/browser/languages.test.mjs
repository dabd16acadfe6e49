// SPDX-License-Identifier: MIT
/** The cards' own words in the language of the pack, of the tag, and of an author: as readers of three browsers see them. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LAUNCH, missing } from "./support/browsers.mjs";
import { caseOf, fragment, packData } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { startServer, STRICT_CSP } from "./support/server.mjs";

const CARD = "/dist/decision-card.js";
const words = (language, tag = "decision-card") => `/dist/languages/${tag}.${language}.js`;

/** The bundled decision, as a pack of another language would be; of words of its own, too. */
function inlineIn(language, more = {}) {
  const text = JSON.stringify({ ...packData, language, ...more });
  return `<script type="application/json" id="own-pack">${text}</script>${cardTag('src="#own-pack"')}`;
}

const OWN = { back: "Wstecz", reasons_more: { one: "Jeszcze {count} powód", other: "Jeszcze powody: {count}" } };
const PAGES = {
  "/before.html": pageWith(inlineIn("de-AT"), { scripts: [words("de"), CARD] }),
  "/behind.html": pageWith(inlineIn("de"), { scripts: [CARD, words("de")] }),
  "/alone.html": pageWith(inlineIn("de")),
  "/unspoken.html": pageWith(inlineIn("pl"), { scripts: [words("ar"), CARD], attributes: 'lang="ar"' }),
  "/own.html": pageWith(inlineIn("pl", { interface: OWN })),
  "/arabic.html": pageWith(inlineIn("ar"), { scripts: [words("ar"), CARD] }),
  "/english.html": pageWith(cardTag(), { scripts: [words("de"), CARD], attributes: 'lang="de"' }),
  "/rubric.html": pageWith('<rubric-card lang="de"></rubric-card>', {
    scripts: ["/dist/rubric-card.js", words("de", "rubric-card")],
  }),
  "/module.js": 'import { DecisionCard } from "/dist/esm/elements.js";\nDecisionCard.define();\n',
  "/modules.html": pageWith(inlineIn("ja"), { scripts: [], head: '<script type="module" src="/module.js"></script>' }),
};

/** In the page: waits until something in the card says this, and gives what the card says by then. */
async function said([tag, selector, text]) {
  const found = () => document.querySelector(tag).shadowRoot?.querySelector(selector);
  for (let tries = 0; tries < 400 && !found()?.textContent.includes(text); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 25));
  const card = document.querySelector(tag).shadowRoot?.querySelector(".card");
  return {
    text: found()?.textContent.trim() ?? null,
    language: card?.lang,
    direction: card && getComputedStyle(card).direction,
    all: card?.textContent ?? "",
  };
}

for (const [name, launch] of Object.entries(LAUNCH)) {
  describe(`languages in ${name}`, { skip: missing[name] }, () => {
    let browser, server;
    before(async () => {
      [browser, server] = await Promise.all([launch(), startServer({ pages: PAGES, csp: STRICT_CSP })]);
    });
    after(() => Promise.all([browser?.close(), server?.close()]));

    const PRIMARY = ".actions .primary";
    async function open(page, text, { tag = "decision-card", selector = PRIMARY } = {}) {
      await browser.goto(server.url + page);
      return browser.evaluate(said, [tag, selector, text]);
    }

    test("the words of a script beside the card's, before it or behind it", async () => {
      for (const page of ["/before.html", "/behind.html"]) {
        const { text, all, direction } = await open(page, "Weiter");
        assert.equal(text, "Weiter", page);
        assert.match(all, /Frage 1 von \d+/);
        assert.match(all, /Weiß ich nicht/);
        assert.equal(direction, "ltr");
      }
    });

    test("without it they are English; so are those of an English pack in a German page", async () => {
      for (const page of ["/alone.html", "/english.html"])
        assert.equal((await open(page, "Continue")).text, "Continue");
    });

    test("a language without words: the page's, and then English", async () => {
      assert.equal((await open("/unspoken.html", "متابعة")).text, "متابعة");
    });

    test("the pack brings words of its own, and what it lacks is English", async () => {
      const result = `/own.html${fragment(caseOf("house_assistant").answers)}`;
      const { all } = await open(result, "Copy link", { selector: ".toolbar, .actions" });
      assert.match(all, /Jeszcze /);
      assert.match(all, /What would change it/);
    });

    test("Arabic runs from the right, and a sign stays before its number", async () => {
      const { direction, all } = await open(`/arabic.html${fragment(caseOf("house_assistant").answers)}`, "نسخ", {
        selector: ".card",
      });
      assert.equal(direction, "rtl");
      assert.match(all, /\u200e\+\d/);
    });

    test("in Arabic what is read first stands farther right: a question before its answer, a count before what is counted", async () => {
      await open(`/arabic.html${fragment(caseOf("house_assistant").answers)}`, "نسخ", { selector: ".card" });
      const wrong = await browser.evaluate(() => {
        const root = document.querySelector("decision-card").shadowRoot;
        const right = (node) => node.getClientRects()[0].right;
        const said = [...root.querySelectorAll(".reasons > ul .said, .but .said")];
        const order = said.filter((each) => right(each.querySelector(".asked")) < right(each.querySelector("em")));
        const [first] = root.querySelector(".more > summary").textContent;
        return { said: said.length, order: order.length, mark: first === "\u200e" };
      });
      assert.ok(wrong.said > 2);
      assert.deepEqual([wrong.order, wrong.mark], [0, false]);
    });

    test("modules load the language that is needed, and no other", async () => {
      server.requests.length = 0;
      assert.equal((await open("/modules.html", "次へ")).text, "次へ");
      const chunks = server.requests.filter((address) => /chunks\/(?:decision|rubric|common)-/.test(address));
      assert.ok(chunks.length >= 1 && chunks.length <= 2, chunks.join(" "));
    });

    test("a page changes words while the card is open; equal ones change nothing", async () => {
      await open("/alone.html", "Continue");
      const seen = await browser.evaluate(() => {
        const card = document.querySelector("decision-card");
        card.texts = { continue: "Onward" };
        const view = card.shadowRoot.querySelector(".card");
        card.texts = { continue: "Onward" };
        const same = view === card.shadowRoot.querySelector(".card");
        const own = view.querySelector(".actions .primary").textContent;
        card.texts = null;
        return { own, same, back: card.shadowRoot.querySelector(".actions .primary").textContent };
      });
      assert.deepEqual(seen, { own: "Onward", same: true, back: "Continue" });
    });

    test("a rubric's card speaks the tag's language, says that it reads English, and lets a page say who reads", async () => {
      const { all } = await open("/rubric.html", "Antwort prüfen", { tag: "rubric-card" });
      assert.match(all, /Schreiben Sie auf Englisch/);
      assert.match(all, /nichts verlässt diesen Browser/);
      const own = await browser.evaluate(() => {
        const card = document.querySelector("rubric-card");
        card.texts = { privacy: "Ihre Antwort geht an Ihre Schule." };
        return card.shadowRoot.querySelector(".self-check").textContent;
      });
      assert.match(own, /Regeln.*Ihre Antwort geht an Ihre Schule\.$/);
    });
  });
}
