/** Pages that give a card back what it told them, as React and Vue do: nothing is built anew, nobody loses their place, nothing loops. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { fragment, packData, packText, question } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const PAGES = { "/card.html": pageWith(cardTag()), "/rubric.html": pageWith("<rubric-card></rubric-card>") };

describe("a card that gets back what it told", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const withCard = (page, work, options) => async () => {
    const card = await openCard(browser, server.url + page, options);
    await work(card);
    assert.deepEqual(card.errors, []);
    await card.close();
  };
  const count = async (card, type) => (await card.events(type)).length;
  const settle = () => new Promise((resolve) => setTimeout(resolve, 300));
  const told = (card, type, times) =>
    card.page.waitForFunction(
      (type, times) => window.seen.events.filter((event) => event.type === type).length >= times,
      { polling: 10, timeout: 10_000 },
      type,
      times,
    );
  const set = (card, name, value) =>
    card.page.evaluate((tag, name, value) => void (document.querySelector(tag)[name] = value), card.tag, name, value);

  // ---- answers

  /** Runs in the page before the card: gives it its answers back, in the event or after it. */
  const echo = (type, later) => {
    const give = (card) => {
      card.answers = Object.fromEntries(Object.entries(card.answers).reverse());
    };
    document.addEventListener(type, ({ target }) => (later ? setTimeout(() => give(target)) : give(target)));
  };
  for (const type of ["dc-answer", "dc-step", "dc-result"]) {
    for (const later of [false, true]) {
      test(
        `answers given back ${later ? "after" : "in"} ${type} leave the focus where it is; each step and the result are told once`,
        withCard("/card.html", async (card) => {
          await card.page.evaluate(`(${echo})(${JSON.stringify(type)}, ${later})`);
          const before = await count(card, "dc-step");
          await card.ask((root) => root.querySelector("input").focus());
          await card.page.keyboard.press("Space");
          await settle();
          await card.page.keyboard.press("ArrowDown");
          await settle();
          assert.equal(await card.focus(), `radio: ${question("gap").choices[1].text}`);
          await card.press("Continue");
          const asked = await card.toResult({});
          await settle();
          assert.equal(await count(card, "dc-step"), before + asked.length + 1, "the questions left, the result");
          assert.equal(await count(card, "dc-result"), 1);
        }),
      );
    }
  }

  test(
    "answers that the page writes down once are where the reader starts, not what they are sent back to",
    withCard("/card.html", async (card) => {
      await card.page.evaluate(() => {
        const give = ({ target }) => (target.answers = { gap: "knowledge", unknown: "here" });
        for (const type of ["dc-step", "dc-answer", "dc-result"]) document.addEventListener(type, give);
      });
      await set(card, "answers", { gap: "knowledge", unknown: "here" });
      assert.equal((await card.answers()).gap, "knowledge");
      await card.answer(question("gap").choices[1].text);
      await settle();
      assert.match(await card.progress(), /^Question 2 of /);
      assert.deepEqual(await card.answers(), { gap: question("gap").choices[1].id });
    }),
  );

  test(
    "other answers are taken; null empties them, and then the same ones can be set again",
    withCard("/card.html", async (card) => {
      await set(card, "answers", { gap: "knowledge" });
      assert.equal(await card.chosen(), question("gap").choices.find(({ id }) => id === "knowledge").text);
      await set(card, "answers", { gap: "both" });
      assert.deepEqual(await card.answers(), { gap: "both" });
      await set(card, "answers", null);
      assert.deepEqual(await card.answers(), {});
      assert.equal(await card.chosen(), null);
      await set(card, "answers", { gap: "both" });
      assert.deepEqual(await card.answers(), { gap: "both" });
    }),
  );

  test(
    "a page that answers every screen with other answers is shown them, and not told again without end",
    withCard(
      `/card.html${fragment({ gap: "knowledge" })}`,
      async (card) => {
        await settle();
        assert.deepEqual([await count(card, "dc-step"), await count(card, "dc-result")], [1, 1]);
        const [{ detail }] = await card.events("dc-result");
        assert.deepEqual(detail.answers, await card.answers(), "the result told is the one on the screen");
        assert.equal(await card.heading(), detail.verdict.recommendation.title);
        await set(card, "answers", { gap: "knowledge", latency: "seconds" });
        await settle();
        assert.equal(await count(card, "dc-result"), 2);
      },
      {
        before: () =>
          document.addEventListener("dc-step", ({ target }) => {
            target.answers = target.answers.gap === "both" ? { gap: "knowledge" } : { gap: "both" };
          }),
      },
    ),
  );

  test(
    "other answers leave the reader at the control where they are",
    withCard("/card.html", async (card) => {
      await card.ask((root) => root.querySelectorAll("input")[1].focus());
      await set(card, "answers", { latency: "seconds" });
      assert.equal(await card.focus(), `radio: ${question("gap").choices[1].text}`);
    }),
  );

  // ---- the pack

  const same = {
    "the same object": "(pack) => pack",
    "a copy": "(pack) => structuredClone(pack)",
    "a proxy": "(pack) => new Proxy(pack, {})",
    "its text": "(pack) => JSON.stringify(pack)",
  };
  for (const [what, again] of Object.entries(same)) {
    test(
      `${what} as packData once more leaves the reader at their question; another pack starts anew`,
      withCard("/card.html", async (card) => {
        await set(card, "packData", packData);
        await told(card, "dc-step", 2);
        await card.answer(question("gap").choices[0].text);
        await card.page.evaluate(
          `{ const card = document.querySelector("decision-card"); card.packData = (${again})(card.packData); }`,
        );
        await settle();
        assert.match(await card.progress(), /^Question 2 of /);
        await set(card, "packData", { ...packData, title: "Another" });
        await told(card, "dc-step", 4);
        assert.match(await card.progress(), /^Question 1 of /);
      }),
    );
  }

  test(
    "a text, null, and attributes set to what they are change nothing",
    withCard("/card.html", async (card) => {
      await set(card, "packData", packText);
      await told(card, "dc-step", 2);
      await card.answer(question("gap").choices[0].text);
      await set(card, "packData", packText);
      await card.page.evaluate(() => {
        const element = document.querySelector("decision-card");
        for (const name of ["pack", "src", "order", "heading-level"]) element.setAttribute(name, " ");
        for (const name of ["pack", "src", "order", "heading-level"]) element.removeAttribute(name);
      });
      await settle();
      assert.match(await card.progress(), /^Question 2 of /);
      await set(card, "packData", null);
      await settle();
      await card.answer(question("gap").choices[0].text);
      await set(card, "packData", null);
      await settle();
      assert.match(await card.progress(), /^Question 2 of /);
    }),
  );

  test(
    "an object that is no JSON is said once, whoever sets it in the event that says so",
    withCard("/card.html", async (card) => {
      await card.page.evaluate(() => {
        const round = {};
        round.self = round;
        document.addEventListener("dc-error", ({ target }) => (target.packData = round));
        document.querySelector("decision-card").packData = round;
      });
      await told(card, "dc-error", 1);
      await settle();
      assert.equal(await count(card, "dc-error"), 1);
      assert.equal(await card.screen(), "failure");
    }),
  );

  // ---- the text of a rubric card

  const rubric = (work) => withCard("/rubric.html", work, { tag: "rubric-card" });
  const text = (card) => card.page.evaluate(() => document.querySelector("rubric-card").text);
  const type = async (card, words) => {
    await (await card.page.$("rubric-card >>> textarea")).focus();
    await card.page.keyboard.type(words);
  };

  test(
    "a text given back while the reader writes leaves them writing",
    rubric(async (card) => {
      await card.page.evaluate(() => addEventListener("input", ({ target }) => (target.text = `${target.text}`)));
      await type(card, "RAG keeps facts fresh.");
      assert.equal(await text(card), "RAG keeps facts fresh.");
      assert.ok((await card.focus()).startsWith("textarea"));
    }),
  );

  test(
    "a text that the page changes while the reader writes is put into the field that they are in",
    rubric(async (card) => {
      await card.page.evaluate(() =>
        addEventListener("input", ({ target }) => (target.text = target.text.toUpperCase())),
      );
      await type(card, "RAG keeps");
      assert.equal(await text(card), "RAG KEEPS");
      assert.equal(await card.ask((root) => root.activeElement.value), "RAG KEEPS");
    }),
  );

  test(
    "the same text leaves the grade on the screen, another one leads back to the page to write on",
    rubric(async (card) => {
      await type(card, "RAG keeps an assistant up to date when its facts change.");
      await card.press("Check my answer");
      await set(card, "text", await text(card));
      assert.equal(await card.screen(), "grade");
      await set(card, "text", "Something else.");
      assert.equal(await card.screen(), "writing");
      assert.equal(await card.ask((root) => root.querySelector("textarea").value), "Something else.");
    }),
  );
});
