/** The reader's shorter way: the result offered as soon as the rest can't change it, and the most telling question next. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, choiceText, openPack, packData, question } from "./support/engine.mjs";
import { OUTLOOK_PAGES } from "./support/outlooks.mjs";
import { cardTag, inlinePack, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const BOTH = caseOf("house_assistant").answers;
const RAG = caseOf("legal_research").answers;

/** A question and its follow-up. */
const CUP = {
  format: 1,
  id: "cup",
  version: "1.0.0",
  language: "en",
  title: "What to order?",
  decision: {
    question: "What to order?",
    alternatives: [{ id: "cup", name: "A cup" }],
    questions: [
      {
        id: "drink",
        text: "Tea or coffee?",
        choices: [
          { id: "tea", text: "Tea" },
          { id: "coffee", text: "Coffee" },
        ],
      },
      {
        id: "milk",
        text: "Milk?",
        when: { "==": [{ var: "drink" }, "coffee"] },
        choices: [
          { id: "yes", text: "Yes" },
          { id: "no", text: "No" },
        ],
      },
    ],
    rules: [],
    recommendations: [
      {
        id: "white",
        title: "White coffee",
        summary: "With milk.",
        alternatives: ["cup"],
        when: { "==": [{ var: "milk" }, "yes"] },
      },
      { id: "plain", title: "As it comes", summary: "Nothing in it.", alternatives: ["cup"] },
    ],
  },
};

const PAGES = {
  ...OUTLOOK_PAGES,
  "/information.html": pageWith(cardTag('order=" information "')),
  "/follow-up.html": pageWith(inlinePack(JSON.stringify(CUP))),
  "/mistyped.html": pageWith(cardTag('order="best"')),
};

describe("the shorter way", { skip: missing.chromium }, () => {
  let browser, server, pack;
  before(async () => {
    [browser, server, pack] = await Promise.all([launchChromium(), startServer({ pages: PAGES }), openPack()]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const withCard = (page, work) => async () => {
    const card = await openCard(browser, server.url + page);
    await work(card);
    assert.deepEqual(card.errors, []);
    await card.close();
  };

  // ---- early stop

  test(
    "when the rest can't change the recommendation the result is offered behind Continue, with how many that are, and read with the heading",
    withCard("/demo/", async (card) => {
      await card.answerUntilOffered(BOTH);
      const given = await card.answers();
      assert.equal(pack.outlook(given).settled, true, "true now");
      const before = Object.fromEntries(Object.entries(given).slice(0, -1));
      assert.equal(pack.outlook(before).settled, false, "and not one answer earlier");
      const left = pack.outlook(given).questions.length;
      assert.equal(await card.text(".offer"), `The answer is settled; ${left} questions would only add reasons.`);
      const described = await card.ask((root) => {
        const ids = root.querySelector(".heading").getAttribute("aria-describedby").split(" ");
        return ids.map((id) => root.getElementById(id).className || root.getElementById(id).textContent);
      });
      assert.deepEqual(described, [await card.progress(), "offer soft"]);
      assert.equal(await card.focus(), `heading: ${await card.heading()}`, "the question is still what comes next");
    }),
  );

  test(
    "accepted, it leads to the result that all answers would have given; changing an answer doesn't lead back into the rest",
    withCard("/demo/", async (card) => {
      await card.answerUntilOffered(BOTH);
      await card.press("See the result");
      assert.equal(await card.screen(), "result");
      assert.equal(await card.heading(), pack.verdict(BOTH).recommendation.title);
      assert.match(await card.text(".clarity [part~=status]"), /no answers to them would change this/);
      await card.press("Change answers");
      await card.press(`Change: ${question("must_hold").text}`);
      await card.answer(choiceText("must_hold", "nothing"));
      assert.equal(await card.heading(), "Check your answers");
    }),
  );

  test(
    "it is offered on every later question, as long as it holds",
    withCard("/demo/", async (card) => {
      await card.answerUntilOffered(RAG);
      while ((await card.onward()) === "Continue") {
        assert.deepEqual(await card.texts(".actions button"), ["Continue", "See the result"]);
        assert.notEqual(await card.text(".offer"), null);
        await card.answerNext(RAG);
      }
      assert.deepEqual(await card.texts(".actions button"), ["See the result"], "one button where both lead there");
      assert.notEqual(await card.text(".offer"), null);
      await card.press("See the result");
      assert.equal(await card.screen(), "result", "without an answer to the last question, too");
    }),
  );

  test(
    "an answer that brings up one more question takes the result off the button, and another one puts it back",
    withCard("/follow-up.html", async (card) => {
      const says = async (choice) => {
        await card.choose(choice);
        return card.onward();
      };
      assert.equal(await card.onward(), "Continue", "it isn't known yet");
      assert.equal(await says("Tea"), "See the result");
      assert.equal(await says("Coffee"), "Continue");
      assert.equal(await says("I don’t know"), "See the result");
      await says("Coffee");
      await card.goOn();
      assert.deepEqual([await card.heading(), await card.onward()], ["Milk?", "See the result"]);
    }),
  );

  test(
    "an answer taken back that makes the rest matter again takes the offer back too",
    withCard("/demo/", async (card) => {
      await card.answerUntilOffered(BOTH);
      await card.press("Back");
      await card.answer("I don’t know");
      const settled = pack.outlook(await card.answers()).settled;
      assert.equal((await card.text(".offer")) !== null, settled);
    }),
  );

  // ---- order="information"

  test(
    'order="information" asks what the engine says tells most, counts honestly, and goes back the way it came',
    withCard("/information.html", async (card) => {
      const way = [];
      const given = {};
      for (let number = 1; number <= 4; ++number) {
        assert.match(await card.progress(), new RegExp(`^Question ${number} of 1[0-2]\\b`));
        way.push(await card.heading());
        const id = await card.answerNext(RAG);
        given[id] = RAG[id] ?? null;
        const { questions, settled } = pack.outlook(given);
        const unseen = questions.filter((each) => each.asked && !(each.question in given));
        const best = Math.max(...unseen.map((each) => each.gain));
        const expected = unseen.find((each) => each.gain === best).question;
        assert.equal(await card.heading(), question(expected).text);
        if (settled) break;
      }
      assert.equal(way[0], packData.decision.questions[0].text, "the author's first question opens");
      assert.ok((await card.text(".offer")) !== null, "four answers settle it at the latest");
      for (const heading of way.reverse()) {
        await card.press("Back");
        assert.equal(await card.heading(), heading);
      }
    }),
  );

  test(
    "all the way through in that order every question comes once, and the review keeps the author's order",
    withCard("/information.html", async (card) => {
      const asked = await card.toResult(BOTH);
      assert.deepEqual(new Set(asked), new Set(Object.keys(BOTH)));
      assert.notDeepEqual(asked, Object.keys(BOTH));
      await card.press("Change answers");
      assert.deepEqual(
        await card.texts(".answer dt"),
        packData.decision.questions.filter(({ id }) => id in BOTH).map((each) => each.text),
      );
    }),
  );

  const provenOf = (card) => card.page.evaluate(() => window.outlooks.map(({ answers }) => answers));
  const untilPrepared = (card) =>
    card.page.waitForFunction(() => window.prepared?.at(-1)?.more === false, { polling: 20 });

  test(
    "what all proofs share is made while the first question is read, a little at a time, and Continue proves nothing twice",
    withCard("/outlooks.html", async (card) => {
      await untilPrepared(card);
      const parts = await card.page.evaluate(() => window.prepared.length);
      assert.ok(parts > 10, `${parts} parts`);
      await card.choose(packData.decision.questions[0].choices[0].text);
      await card.page.waitForFunction(() => window.outlooks.length > 0, { polling: 20 });
      await card.press("Continue");
      assert.deepEqual(await provenOf(card), [1]);
      assert.equal(await card.page.evaluate(() => window.prepared.length), parts, "nothing more is prepared");
    }),
  );

  test(
    "a reader who answers at once isn't kept waiting by that",
    withCard("/outlooks.html", async (card) => {
      await card.answer(packData.decision.questions[0].choices[0].text);
      assert.deepEqual(await provenOf(card), [1]);
      await untilPrepared(card);
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.deepEqual(await provenOf(card), [1], "nothing more is proved");
    }),
  );

  test(
    "in the author's order that is only made where an I-don't-know leaves something open",
    withCard("/author-outlooks.html", async (card) => {
      await card.answer(packData.decision.questions[0].choices[0].text);
      assert.equal(await card.page.evaluate(() => window.prepared.length), 0);
      await card.answer("I don’t know");
      await untilPrepared(card);
      assert.deepEqual(await provenOf(card), [], "and nothing is proved before the result asks for it");
    }),
  );

  test(
    "another order is said and isn't followed",
    withCard("/mistyped.html", async (card) => {
      const [notice] = await card.texts(".notice");
      assert.match(notice, /^order="best" isn’t/);
      await card.answer("I don’t know");
      assert.equal(await card.heading(), packData.decision.questions[1].text);
    }),
  );
});
