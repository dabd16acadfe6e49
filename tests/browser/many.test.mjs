/** Many cards on one page: one engine among them, and nothing that they could take from each other. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { clean } from "./support/axe.mjs";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const TEN = 10;
const cards = (count) => Array.from({ length: count }, () => "<decision-card></decision-card>").join("");
const PAGES = {
  "/one.html": pageWith(cards(1)),
  "/ten.html": pageWith(cards(TEN)),
  "/two.html": pageWith(cards(2)),
  "/both.html": pageWith(
    `${cardTag()}<decision-card></decision-card><rubric-card></rubric-card><rubric-card></rubric-card>`,
  ),
};

/** Runs in the page before anything else: counts what is compiled. */
function countModules() {
  window.compiled = 0;
  for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (source, ...more) => {
      if (!(source instanceof WebAssembly.Module)) window.compiled += 1;
      return original(source, ...more);
    };
  }
  WebAssembly.Module = new Proxy(WebAssembly.Module, {
    construct(target, args) {
      window.compiled += 1;
      return new target(...args);
    },
  });
}

/** Runs in the page before anything else: counts what is asked of the browser's own knowledge of languages. */
function countLocales() {
  window.locales = 0;
  Intl.Locale = new Proxy(Intl.Locale, {
    construct(target, args) {
      window.locales += 1;
      return new target(...args);
    },
  });
}

describe("many cards on one page", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (page, options) => openCard(browser, server.url + page, options);
  const everywhere = (card, work) =>
    card.page.evaluate(`[...document.querySelectorAll("decision-card, rubric-card")].map(${work})`);
  const showResults = (card) =>
    card.page.evaluate(async (answers) => {
      for (const each of document.querySelectorAll("decision-card")) {
        each.answers = answers;
        await each.goTo({ step: "result" });
      }
    }, caseOf("house_assistant").answers);

  test("ten cards compile one module", async () => {
    const card = await open("/ten.html", { before: countModules });
    await showResults(card);
    assert.equal(await card.page.evaluate(() => window.compiled), 1);
    const screens = await everywhere(card, (each) => each.shadowRoot.querySelector(".card").classList[1]);
    assert.deepEqual(screens, new Array(TEN).fill("result"));
    await card.close();
  });

  test("ten first questions in English ask nothing of Intl, whose first answer takes a fifth of the start", async () => {
    const card = await open("/ten.html", { before: countLocales });
    await everywhere(card, (each) => each.goTo({ step: "nowhere" }));
    assert.equal(await card.page.evaluate(() => window.locales), 0);
    await card.close();
  });

  test("ten first questions are laid out as often as one", async () => {
    const count = async (page) => {
      const card = await open(page);
      await everywhere(card, (each) => each.goTo({ step: "nowhere" }));
      const { LayoutCount } = await card.page.metrics();
      await card.close();
      return LayoutCount;
    };
    const [one, ten] = [await count("/one.html"), await count("/ten.html")];
    assert.ok(ten <= one + 2, `${ten} layouts of ten cards, ${one} of one`);
  });

  test("no id is in the page, and each that is named stands once, in the same card", async () => {
    const card = await open("/ten.html");
    for (const screen of ["question", "result"]) {
      if (screen === "result") await showResults(card);
      assert.equal(await card.page.evaluate(() => document.querySelectorAll("[id]").length), 0);
      const wrong = await everywhere(card, ({ shadowRoot }) => {
        const ids = [...shadowRoot.querySelectorAll("[id]")].map(({ id }) => id);
        const named = ["for", "aria-describedby", "aria-labelledby", "aria-controls"].flatMap((name) =>
          [...shadowRoot.querySelectorAll(`[${name}]`)].flatMap((each) => each.getAttribute(name).split(/\s+/)),
        );
        return [...ids.filter((id, at) => ids.indexOf(id) !== at), ...named.filter((id) => !ids.includes(id))];
      });
      assert.deepEqual(wrong.flat(), [], screen);
    }
    await card.close();
  });

  test("a choice in one is none in the others", async () => {
    const card = await open("/ten.html");
    await everywhere(card, ({ shadowRoot }, at) => shadowRoot.querySelectorAll("input")[at % 3].click());
    const chosen = await everywhere(card, ({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll("input")].findIndex((each) => each.checked),
    );
    assert.deepEqual(
      chosen,
      Array.from({ length: TEN }, (_, at) => at % 3),
    );
    await card.close();
  });

  test("cards of one pack are landmarks by names of their own, which they keep", async () => {
    const card = await open("/both.html");
    const name = (each) => each.shadowRoot.querySelector(".card").ariaLabel;
    const names = await everywhere(card, name);
    assert.equal(new Set(names).size, names.length, names.join(" | "));
    assert.match(names[1], / \(2\)$/);
    await showResults(card);
    assert.deepEqual(await everywhere(card, name), names);
    await card.close();
  });

  test("axe finds nothing on a page with two cards of one pack", async () => {
    const card = await open("/two.html");
    await clean(card, "two first questions");
    await showResults(card);
    await clean(card, "two results");
    await card.close();
  });
});
