/** Where things stand on <rubric-card>: nothing sticks out or jumps, everything is big enough to touch, paper gets all of it; axe. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { clean, LOOKS } from "./support/axe.mjs";
import { launchChromium, missing } from "./support/browsers.mjs";
import { overflowing } from "./support/card.mjs";
import { pageWith } from "./support/pages.mjs";
import {
  BETTER,
  field,
  gradeText,
  inlineRubric,
  openRubric,
  PACK,
  rubricPage,
  WEAK,
  write,
} from "./support/rubric.mjs";
import { startServer } from "./support/server.mjs";

const PHONE = { width: 390, height: 844, hasTouch: true };
const LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const LONGEST = `${`${LONG_WORD} bread is fresh, cheap and healthy. `.repeat(200).slice(0, 19_980)} It is a gift.`;

const style = (css) => ({ head: `<link rel="stylesheet" href="/${css}.css">` });
const PAGES = {
  "/rubric.html": rubricPage(),
  "/rtl.html": rubricPage({ attributes: 'lang="ar" dir="rtl"' }),
  "/large.html": pageWith(inlineRubric(), style("large")),
  "/large.css": "html { font-size: 200% }",
  "/spaced.html": pageWith(inlineRubric(), style("spaced")),
  "/spaced.css": "body { line-height: 1.5; letter-spacing: .12em; word-spacing: .16em }",
  "/blog.html": pageWith(inlineRubric(), { head: '<link rel="stylesheet" href="/demo/post.css">' }),
  "/longest.html": pageWith(inlineRubric(longestRubric())),
};

function longestRubric() {
  const pack = structuredClone(PACK);
  const words = (count) => Array.from({ length: count }, (_, at) => (at % 5 ? "retrieval" : LONG_WORD)).join(" ");
  for (const each of [...pack.rubric.criteria, ...pack.rubric.misconceptions]) each.title = words(8);
  for (const each of pack.rubric.criteria) Object.assign(each, { hint: words(20), model: words(40) });
  for (const each of pack.rubric.bands) Object.assign(each, { title: words(8), text: words(30) });
  return pack;
}

describe("where things stand while practising", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (page, options) => openRubric(browser, server.url + page, options);
  const unfold = (card) =>
    card.ask((root) => root.querySelectorAll("details").forEach((each) => void (each.open = true)));

  async function everyScreen(card, check, text = WEAK) {
    await unfold(card);
    await check(card, "an empty page");
    await card.click("button", "Check my answer");
    await write(card, text);
    await card.click("button", "Start timer");
    await check(card, "writing");
    await card.press("Check my answer");
    await unfold(card);
    await check(card, "the grade");
    await card.press("Revise");
    await gradeText(card, BETTER);
    await check(card, "the second grade");
    await card.press("Answer");
    await check(card, "a follow-up");
    await card.press("Back to the grade");
    await card.press("Start again");
    await check(card, "started again");
    await card.close();
  }

  const narrow = [
    ["the narrowest phone", "/rubric.html", { width: 320, height: 700 }],
    ["a narrow column", "/rubric.html", { width: 280, height: 700 }],
    ["right to left", "/rtl.html", { width: 320, height: 700 }],
    ["right to left on a desktop", "/rtl.html", { width: 1280, height: 900 }],
    ["text at 200 %", "/large.html", { width: 640, height: 700 }],
    ["the text spacing of WCAG 1.4.12", "/spaced.html", { width: 320, height: 700 }],
    ["the longest texts on the narrowest phone", "/longest.html", { width: 320, height: 700 }],
  ];
  for (const [what, page, viewport] of narrow) {
    test(`no screen scrolls sideways: ${what}`, async () => {
      const card = await open(page, { viewport });
      await everyScreen(card, async (shown, screen) => assert.deepEqual(await overflowing(shown), [], screen), LONGEST);
    });
  }

  for (const [look, options] of Object.entries(LOOKS)) {
    test(`axe finds nothing on any screen, in ${look}`, async () =>
      everyScreen(await open("/blog.html", options), clean));
  }

  test("axe finds nothing in the demo, nor right to left", async () => {
    await everyScreen(await open("/rtl.html"), clean);
    const card = await open("/demo/practise.html");
    await gradeText(card, "RAG for facts that change, fine-tuning for behaviour, because each changes another thing.");
    await clean(card, "the demo's grade");
    await card.close();
  });

  test("nothing shifts while the demo loads, while writing, or between the screens", async () => {
    for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
      const card = await open("/demo/practise.html", { viewport, wait: false, waitUntil: "domcontentloaded" });
      await card.ready();
      await new Promise((resolve) => setTimeout(resolve, 700));
      await write(card, "RAG keeps knowledge fresh.", { typed: true });
      await card.press("Check my answer");
      await card.press("Revise");
      assert.deepEqual(await card.seen("shifts"), []);
      await card.close();
    }
  });

  test("everything to press is at least 44 pixels high, labels in running text aside", async () => {
    const card = await open("/rubric.html", { viewport: PHONE });
    const small = () =>
      card.ask((root) =>
        [...root.querySelectorAll("button, summary, textarea")]
          .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
          .map((each) => each.textContent),
      );
    await card.click("button", "Start timer");
    assert.deepEqual(await small(), []);
    await gradeText(card, WEAK);
    await unfold(card);
    assert.deepEqual(await small(), []);
    const numbers = await card.ask((root) =>
      [...root.querySelectorAll(".number")].map((each) => each.getBoundingClientRect().toJSON()),
    );
    assert.ok(numbers.length > 0 && numbers.every(({ width, height }) => width >= 24 && height >= 24));
    await card.close();
  });

  test("the text area grows with the text, up to a point, and the longest text is graded", async () => {
    const card = await open("/rubric.html");
    const height = () => card.ask((root) => root.querySelector("textarea").offsetHeight);
    const empty = await height();
    await write(card, "Bread is fresh.\n".repeat(14));
    const some = await height();
    assert.ok(some > empty + 50, `${empty} → ${some}`);
    await write(card, LONGEST);
    assert.ok((await height()) <= 640);
    await card.press("Check my answer");
    await card.press("Revise");
    assert.deepEqual(await field(card), { value: LONGEST, caret: LONGEST.length });
    await card.close();
  });

  test("band, points and what they mean fit one phone screen", async () => {
    const card = await open("/rubric.html", { viewport: PHONE });
    await gradeText(card, WEAK);
    const { top, bottom } = await card.ask((root) => root.querySelector(".head").getBoundingClientRect().toJSON());
    assert.ok(top >= 0 && bottom <= PHONE.height, `from ${Math.round(top)} to ${Math.round(bottom)}`);
    await card.close();
  });

  test("on paper the marks are lines and labels, buttons are gone, and unasked model sentences stay folded", async () => {
    const card = await open("/rubric.html");
    await gradeText(card, WEAK);
    await card.page.evaluate(() => {
      addEventListener("beforeprint", () => {
        const root = document.querySelector("rubric-card").shadowRoot;
        window.printed = [...root.querySelectorAll(".model")].some((each) => each.open);
      });
    });
    await card.page.pdf({ format: "A4" });
    assert.equal(await card.page.evaluate(() => window.printed), false);
    await card.page.emulateMediaType("print");
    const paper = await card.ask((root) => ({
      buttons: [...root.querySelectorAll("button")].filter((each) => each.checkVisibility()).length,
      models: [...root.querySelectorAll(".model")].filter((each) => each.checkVisibility()).length,
      labels: [...root.querySelectorAll(".written sup")].every((each) => each.checkVisibility()),
      line: getComputedStyle(root.querySelector("mark")).textDecorationLine,
      behind: getComputedStyle(root.querySelector("mark")).backgroundColor,
    }));
    assert.deepEqual(paper, { buttons: 0, models: 0, labels: true, line: "underline", behind: "rgba(0, 0, 0, 0)" });
    await card.close();
  });

  test("under forced colours the marks keep their lines, and what is lit stands out", async () => {
    const card = await open("/rubric.html", LOOKS["forced colours"]);
    await gradeText(card, WEAK);
    const before = await card.ask((root) => getComputedStyle(root.querySelector("mark")).backgroundColor);
    const link = await card.page.$("rubric-card >>> .number");
    await link.focus();
    const lit = await card.ask((root) => getComputedStyle(root.querySelector("mark.lit")).backgroundColor);
    assert.notEqual(lit, before);
    assert.match(
      await card.ask((root) => getComputedStyle(root.querySelector("mark")).textDecorationLine),
      /underline/,
    );
    await card.close();
  });
});
