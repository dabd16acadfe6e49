/** What a page may ask of a card, and where it may say no. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, fragment, packData } from "./support/engine.mjs";
import { pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const ANSWERS = caseOf("house_assistant").answers;
const ACTION = '<p slot="action" id="action">Talk to us</p><p id="fallback">Fallback</p>';
const PAGES = {
  "/card.html": pageWith(`<decision-card>${ACTION}</decision-card>`),
  "/rubric.html": pageWith(`<rubric-card>${ACTION}</rubric-card>`),
};

describe("a page that works with its card", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (page, options) => openCard(browser, server.url + page, options);
  const call = (card, method, ...args) =>
    card.page.evaluate((tag, method, args) => document.querySelector(tag)[method](...args), card.tag, method, args);

  test("goTo shows a step there is, and says so; no focus is taken", async () => {
    const card = await open("/card.html");
    assert.equal(await call(card, "goTo", { step: "review" }), true);
    assert.equal(await card.screen(), "review");
    assert.equal(await call(card, "goTo", { step: "question", question: "gap" }), true);
    assert.equal(await card.screen(), "question");
    for (const step of [{ step: "question", question: "nonsense" }, { step: "compare" }, { step: "nonsense" }])
      assert.equal(await call(card, "goTo", step), false);
    assert.equal(await call(card, "goTo", { step: "result" }), true);
    assert.equal(await card.screen(), "result");
    assert.equal(await card.focus(), "body");
    assert.deepEqual(card.errors, []);
    await card.close();
  });

  test("reset starts afresh", async () => {
    const card = await open(`/card.html${fragment(ANSWERS)}`);
    await call(card, "reset");
    assert.equal(await card.screen(), "question");
    assert.deepEqual(await card.answers(), {});
    await card.close();
  });

  test("the page may say no before the result, and show it later", async () => {
    const card = await open("/card.html");
    await card.page.evaluate(() =>
      document.addEventListener("dc-before-result", (event) => {
        window.asked = event.detail;
        event.preventDefault();
      }),
    );
    await card.page.evaluate((given) => void (document.querySelector("decision-card").answers = given), ANSWERS);
    await call(card, "goTo", { step: "review" });
    await card.click("button", "See the result");
    assert.equal(await card.screen(), "review");
    assert.deepEqual(await card.page.evaluate(() => window.asked), { answers: await card.answers() });
    assert.deepEqual(await card.events("dc-result"), []);
    assert.equal(await call(card, "goTo", { step: "result" }), true);
    assert.equal((await card.events("dc-result"))[0].detail.trial, false);
    await card.close();
  });

  test("a link to a result waits for the page's yes at the review", async () => {
    const before = () => document.addEventListener("dc-before-result", (event) => event.preventDefault());
    const card = await open(`/card.html${fragment(ANSWERS)}`, { before });
    assert.equal(await card.screen(), "review");
    assert.deepEqual(await card.answers(), ANSWERS);
    await card.close();
  });

  test("the page's own next step stands below the result, and nowhere else", async () => {
    const shown = (card) => card.page.evaluate(() => document.getElementById("action").checkVisibility());
    const card = await open("/card.html");
    assert.equal(await shown(card), false);
    await call(card, "goTo", { step: "result" });
    assert.equal(await shown(card), true);
    await card.close();
    const rubric = await open("/rubric.html", { tag: "rubric-card" });
    assert.equal(await shown(rubric), false);
    await rubric.page.evaluate(() => void (document.querySelector("rubric-card").text = "RAG keeps facts fresh."));
    await rubric.press("Check my answer");
    await rubric.page.waitForSelector("rubric-card >>> .written");
    assert.equal(await shown(rubric), true);
    await rubric.close();
  });

  test("the result as JSON, Markdown and a decision record", async () => {
    const card = await open(`/card.html${fragment(ANSWERS)}`);
    const data = await card.page.evaluate(() => JSON.parse(JSON.stringify(document.querySelector("decision-card"))));
    assert.deepEqual(data.answers, ANSWERS);
    assert.deepEqual(data.pack, { id: packData.id, version: packData.version });
    const { recommendation } = data.verdict;
    const markdown = await call(card, "toMarkdown");
    assert.ok(markdown.startsWith(`# ${recommendation.title}\n\n`), markdown.slice(0, 200));
    for (const heading of ["Your answers", "What speaks for it", "Do this first", "Risks"])
      assert.ok(markdown.includes(`## ${heading}\n`));
    const madr = await call(card, "toMadr");
    assert.match(madr, /^---\nstatus: proposed\ndate: \d{4}-\d\d-\d\d\n/);
    const headings = madr.match(/^## .*/gm);
    assert.deepEqual(headings, [
      "## Context and Problem Statement",
      "## Decision Drivers",
      "## Considered Options",
      "## Decision Outcome",
      "## Pros and Cons of the Options",
      "## More Information",
    ]);
    const [, options] = /## Considered Options\n\n(.*?)\n\n/s.exec(madr);
    const [, chosen] = /Chosen option: "(.*?)", because /.exec(madr);
    assert.ok(options.split("\n").includes(`* ${chosen}`), "the chosen option is one of those considered");
    await card.close();
  });

  test("a decision record says what is decided, even before anything is answered", async () => {
    const card = await open("/card.html");
    await call(card, "goTo", { step: "review" });
    assert.ok(
      (await call(card, "toMadr")).includes(`## Context and Problem Statement\n\n${packData.decision.question}\n\n`),
    );
    await card.close();
  });

  test("a grade as JSON and Markdown; nothing is written of no grade", async () => {
    const card = await open("/rubric.html", { tag: "rubric-card" });
    assert.equal(await call(card, "toMarkdown"), null);
    await card.page.evaluate(() => void (document.querySelector("rubric-card").text = "RAG keeps facts fresh."));
    await card.press("Check my answer");
    await card.page.waitForSelector("rubric-card >>> .written");
    const data = await card.page.evaluate(() => JSON.parse(JSON.stringify(document.querySelector("rubric-card"))));
    assert.equal(data.text, "RAG keeps facts fresh.");
    assert.equal(typeof data.grade.total, "number");
    assert.match(await call(card, "toMarkdown"), /> RAG keeps facts fresh\./);
    await call(card, "reset");
    assert.equal(await card.page.evaluate(() => document.querySelector("rubric-card").text), "");
    await card.close();
  });
});
