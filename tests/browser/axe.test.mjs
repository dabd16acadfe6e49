/** axe-core over every screen: first question, error, a later question, review, result, problems, failure; light, dark, forced colours, right to left. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { clean, LOOKS } from "./support/axe.mjs";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, fragment, question } from "./support/engine.mjs";
import { cardTag, inlinePack, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const ANSWERS = caseOf("house_assistant").answers;

const PAGES = {
  "/rtl.html": pageWith(cardTag(), { attributes: 'lang="ar" dir="rtl"' }),
  "/bad.html": pageWith(inlinePack('{"format": 1,\n  "titel": "Soup or salad?"\n}')),
  "/missing.html": pageWith(cardTag('src="/no-such-pack.json"')),
};

describe("axe finds nothing", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (page, options) => openCard(browser, server.url + page, options);

  async function everyScreen(card) {
    await clean(card, "first question");
    await card.click("button", "Continue");
    await clean(card, "error");
    await card.answer(question("gap").choices[0].text);
    await card.choose("I don’t know");
    await clean(card, "later question");
    await card.toResult(ANSWERS);
    await clean(card, "result");
    await card.press("Change answers");
    await clean(card, "review");
    await card.press("See the result");
    await card.ask((root) => root.querySelectorAll("details").forEach((each) => void (each.open = true)));
    await clean(card, "result, unfolded");
    await card.close();
  }

  for (const [look, options] of Object.entries(LOOKS)) {
    test(`in the blog post, from the first question to the unfolded result, in ${look}`, async () =>
      everyScreen(await open("/demo/", options)));
  }

  test("in a page that runs right to left", async () => everyScreen(await open("/rtl.html")));

  for (const [look, options] of Object.entries(LOOKS))
    test(`in the early way out, a change that is tried and two results side by side, in ${look}`, async () => {
      const card = await open("/demo/offline.html", options);
      await card.answerUntilOffered(ANSWERS);
      await clean(card, "early way out");
      await card.press("See the result");
      await card.unfold();
      await card.press("Try it");
      await card.unfold();
      await card.click("button", "Compare");
      await clean(card, "a change that is tried, and an error in what is pasted");
      const other = fragment(caseOf("legal_research").answers).slice(1);
      await card.page.evaluate((hash) => (location.hash = hash), `${fragment(ANSWERS)}&${other}`);
      await card.page.waitForSelector("decision-card >>> .compare");
      await clean(card, "two results");
      await card.close();
    });

  for (const [look, options] of Object.entries(LOOKS)) {
    for (const id of ["legal_research", "nothing_known"]) {
      test(`in the result of ${id}, in ${look}`, async () => {
        const card = await open(`/demo/offline.html${fragment({ gap: null, ...caseOf(id).answers })}`, options);
        await card.page.waitForSelector(`decision-card >>> ${id === "nothing_known" ? ".prospect" : ".flip, .effect"}`);
        await card.ask((root) => root.querySelectorAll("details").forEach((each) => void (each.open = true)));
        await clean(card, "result");
        await card.close();
      });
    }
    for (const [page, what] of [
      ["/bad.html", "a pack with problems"],
      ["/missing.html", "a pack that can't be fetched"],
    ]) {
      test(`in ${what}, in ${look}`, async () => {
        const card = await open(page, options);
        await clean(card, await card.screen());
        await card.close();
      });
    }
  }

  test("and it does look inside the card: a planted fault is found", async () => {
    const card = await open("/demo/offline.html");
    await card.ask((root) => root.querySelector("label span").remove());
    await assert.rejects(clean(card, "planted"), /label/);
    await card.close();
  });

  test("under forced colours the bars, ticks and marks don't vanish", async () => {
    const card = await open(`/demo/offline.html${fragment({ ...ANSWERS, tried: null })}`, LOOKS["forced colours"]);
    await card.page.waitForSelector("decision-card >>> .share");
    const seen = await card.ask((root) => {
      const canvas = getComputedStyle(document.body).backgroundColor;
      const drawn = (selector, property) => getComputedStyle(root.querySelector(selector))[property] !== canvas;
      return {
        "score bar": drawn(".chosen .bar .fill", "backgroundColor"),
        "answer that moves it": drawn(".strip .moves", "backgroundColor"),
        "score that isn't chosen": drawn(".score:not(.chosen) .fill", "borderTopColor"),
        "share of an outcome": drawn(".share .fill", "backgroundColor"),
        "cell that leads elsewhere": drawn(".cell:not(.stays)", "backgroundColor"),
        "zero line": drawn(".bar .zero", "borderInlineStartColor"),
        "gate mark": drawn(".gate .mark", "stroke"),
      };
    });
    assert.deepEqual(
      Object.entries(seen).filter(([, drawn]) => !drawn),
      [],
    );
    const fills = await card.ask((root) =>
      [".chosen .fill", ".score:not(.chosen) .fill"].map(
        (each) => getComputedStyle(root.querySelector(each)).backgroundColor,
      ),
    );
    assert.notEqual(fills[0], fills[1], "the chosen ones differ from the others");
    await card.close();
  });
});
