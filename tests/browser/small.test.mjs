/** decision-card.js, the smaller of the two scripts: a reader gets through it, and nothing on the way needs proofs. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, fragment, openPack, packData } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { startServer, STRICT_CSP } from "./support/server.mjs";

const BOTH = caseOf("house_assistant").answers;
const RAG = caseOf("legal_research").answers;
const scripts = ["/dist/decision-card.js"];
const PAGES = {
  "/card.html": pageWith(cardTag(), { scripts }),
  "/information.html": pageWith(cardTag('order="information"'), { scripts }),
  "/practise.html": pageWith("<rubric-card></rubric-card>", { scripts }),
};

describe("the smaller script", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES, csp: STRICT_CSP })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const withCard = (page, work, options) => async () => {
    const card = await openCard(browser, server.url + page, options);
    await work(card);
    assert.deepEqual(card.errors, []);
    assert.deepEqual(await card.seen("violations"), []);
    await card.close();
  };

  for (const page of ["/card.html", "/information.html"])
    test(
      `${page}: the result is offered early, in the author's order, and is the verdict of the engine`,
      withCard(page, async (card) => {
        await card.answerUntilOffered(BOTH);
        const given = Object.keys(await card.answers());
        const order = packData.decision.questions.map(({ id }) => id).filter((id) => given.includes(id));
        assert.deepEqual(given, order);
        await card.press("See the result now");
        const { recommendation } = (await openPack()).verdict(BOTH);
        assert.equal(await card.heading(), recommendation.title);
      }),
    );

  test("the result has no fold that it can't fill", async () => {
    const card = await openCard(browser, `${server.url}/card.html${fragment(RAG)}`);
    assert.equal(await card.screen(), "result");
    const shown = await card.ask((root) => ({
      folds: root.querySelectorAll(".proofs, .cost-fold, .what-if, .still-open, .compare-fold").length,
      buttons: [...root.querySelectorAll(".toolbar button")].map((button) => button.textContent),
    }));
    assert.deepEqual(shown, { folds: 0, buttons: ["Copy link", "Change answers", "Start again"] });
    assert.deepEqual(card.errors, []);
    await card.close();
  });

  test("a link to two results opens the first", async () => {
    const card = await openCard(browser, `${server.url}/card.html${fragment(RAG)}&${fragment(BOTH).slice(1)}`);
    assert.equal(await card.heading(), (await openPack()).verdict(RAG).recommendation.title);
    assert.deepEqual(card.errors, []);
    await card.close();
  });

  test(
    "an answer is graded",
    withCard(
      "/practise.html",
      async (card) => {
        await card.page.evaluate(() => {
          document.querySelector("rubric-card").text =
            "RAG keeps knowledge fresh: documents can be replaced at any time.";
        });
        await card.press("Grade");
        assert.equal(await card.screen(), "grade");
      },
      { tag: "rubric-card" },
    ),
  );
});
