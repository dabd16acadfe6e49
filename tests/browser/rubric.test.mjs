/** What a reader does with <rubric-card>, in Chromium: write, be graded, find the evidence, revise, answer follow-ups. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { allowCopying, launchChromium, missing } from "./support/browsers.mjs";
import {
  BETTER,
  field,
  gradeText,
  marks,
  openRubric,
  RUBRIC,
  rubricPage,
  WEAK,
  write,
  written,
} from "./support/rubric.mjs";
import { startServer } from "./support/server.mjs";

const TOTAL = 6;

describe("practising an answer", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: { "/rubric.html": rubricPage() } })]);
    await allowCopying(browser, server.url);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const withCard = (work, options) => async () => {
    const card = await openRubric(browser, `${server.url}/rubric.html`, options);
    await work(card);
    assert.deepEqual(card.errors, []);
    await card.close();
  };

  test(
    "the question stands above an empty page, why it is asked is folded, and the page keeps its focus",
    withCard(async (card) => {
      assert.equal(await card.screen(), "writing");
      assert.equal(await card.heading(), RUBRIC.question);
      assert.equal(await card.text(".why p"), RUBRIC.why_asked);
      assert.equal(await card.ask((root) => root.querySelector(".why").open), false);
      assert.deepEqual(await field(card), { value: "", caret: 0 });
      assert.equal(await card.text(".coverage .count"), "0 of 3 concepts so far");
      assert.equal(await card.focus(), "body");
      assert.match(await card.text(".self-check"), /No language model.*nothing leaves this browser/);
    }),
  );

  test(
    "each keystroke counts what is covered at once; a screen reader hears it after a pause, once",
    withCard(async (card) => {
      const said = () => card.text("[role=status]");
      await write(card, "Bread is fresh", { typed: true });
      assert.equal(await card.text(".coverage .count"), "1 of 3 concepts so far");
      assert.equal(await said(), "", "not while typing");
      await card.until("[role=status]", "1 of 3 concepts so far");
      await card.page.keyboard.type(". It is cheap. A gift");
      assert.equal(await card.text(".coverage .count"), "2 of 3 concepts so far, and one extra");
      await card.until("[role=status]", "2 of 3 concepts so far, and one extra");
    }),
  );

  test(
    "the folded list gives away titles only, and all of it can be hidden",
    withCard(async (card) => {
      await write(card, WEAK);
      assert.deepEqual(await card.texts(".coverage li"), [
        "It is fresh, found",
        "It costs less, not yet",
        "It takes effort, not yet",
        "It makes a gift (extra), not yet",
      ]);
      assert.equal(await card.ask((root) => root.querySelector(".coverage details").open), false);
      const shown = await card.ask((root) => root.querySelector(".card").textContent);
      for (const { hint, model } of RUBRIC.criteria) assert.ok(!shown.includes(hint) && !shown.includes(model));
      await card.click("button", "Hide while I write");
      const visible = () =>
        card.ask((root) =>
          [".count", "details"].map((part) => root.querySelector(`.coverage ${part}`).checkVisibility()),
        );
      assert.deepEqual(await visible(), [false, false]);
      await card.click("button", "Show concepts found so far");
      assert.deepEqual(await visible(), [true, true]);
    }),
  );

  test(
    "Grade without an answer says so beside the text area, until something is written",
    withCard(async (card) => {
      await write(card, " \n ");
      await card.click("button", "Grade");
      assert.equal(await card.text(".error"), "Error: Write an answer first");
      const described = await card.ask((root) => root.activeElement.getAttribute("aria-describedby"));
      assert.equal(await card.ask((root, id) => root.getElementById(id).className, described), "error");
      await card.click("button", "Grade");
      assert.equal((await card.texts(".error")).length, 1);
      await write(card, "Bread", { typed: true });
      assert.equal(await card.text(".error"), null);
    }),
  );

  test(
    "the grade reads top down: band, points, evidence in the text, what it earned, what isn't so, what was missing",
    withCard(async (card) => {
      await gradeText(card, `${WEAK} It is cheap because flour is.`);
      assert.equal(await card.screen(), "grade");
      assert.equal(await card.focus(), `heading: ${await card.heading()}`);
      assert.equal(await card.heading(), "A first rise");
      assert.equal(await card.text(".total"), `2 of ${TOTAL} points`);
      assert.equal(await card.text(".summary"), "Say more about what decides.");
      assert.deepEqual(await card.texts(".subheading"), [
        "Your answer, with its evidence",
        "What you covered",
        "What isn’t so",
        "What was missing",
        "Follow-up questions",
        "Sources",
      ]);
      assert.deepEqual(await card.texts(".reached .condition"), ["It is fresh", "It costs less"]);
      assert.deepEqual(await card.texts(".reached .figures"), ["Named · 1 of 2 points1", "Explained · 2 of 2 points"]);
      assert.equal(await card.text(".reached [part=hint]"), "For “Explained”: What do you smell?");
      assert.equal((await card.texts(".reached .model")).length, 1, "only where a level is left");
      assert.equal(await card.text(".misconceptions .condition"), "Home-made means healthy");
      assert.match(await card.text("[part=correction]"), /^White flour is white flour/);
      assert.equal(await card.ask((root) => root.querySelector(".sources a").href), "https://example.org/notebook");
      assert.deepEqual(await card.texts(".missing .condition"), ["It takes effort", "It makes a gift"]);
      assert.deepEqual(await card.texts(".missing .figures"), ["0 of 2 points", "0 of 2 points · extra"]);
    }),
  );

  test(
    "points beyond the maximum are explained",
    withCard(async (card) => {
      const all = "Bread is fresh because I bake it. It is cheap because flour is. It is an effort because I knead.";
      await gradeText(card, `${all} It is a gift because I give it.`);
      assert.equal(await card.text(".total"), `8 points of ${TOTAL}, extras included`);
      assert.equal(await card.text(".missing"), null);
    }),
  );

  test(
    "hints stand open, the model sentence only on demand",
    withCard(async (card) => {
      await gradeText(card, WEAK);
      const model = () => card.ask((root) => root.querySelector(".missing .model p").checkVisibility());
      assert.equal(await card.text(".missing [part=hint]"), "What is flour worth?");
      assert.equal(await model(), false);
      await card.click(".missing summary", "Show a model sentence");
      assert.equal(await model(), true);
    }),
  );

  test(
    "the text is shown as written, its evidence marked, numbered, and named for screen readers",
    withCard(async (card) => {
      await gradeText(card, `${WEAK}\n\ttab, and 👩‍🍳 cheap`);
      assert.equal(await written(card), `${WEAK}\n\ttab, and 👩‍🍳 cheap`);
      const found = await marks(card);
      assert.deepEqual(found.at(-1), { text: "cheap", look: "", labels: ["2"] });
      const wrong = found.find(({ look }) => look === "misconception");
      assert.ok(wrong.text.includes("healthy"));
      assert.deepEqual(wrong.labels, ["misconception A"]);
      const heard = await card.text(".written");
      assert.match(heard, /evidence for It costs less: cheap2, end of evidence for It costs less$/);
      assert.match(heard, /misconception, Home-made means healthy: /);
      const lines = await card.ask((root) =>
        [...root.querySelectorAll("mark")].map((mark) => getComputedStyle(mark).textDecorationStyle),
      );
      assert.ok(lines.includes("solid") && lines.includes("wavy"), "not by colour alone");
    }),
  );

  test(
    "a criterion and its evidence light each other up, by pointer and by focus, and lead to each other",
    withCard(async (card) => {
      await gradeText(card, BETTER);
      const lit = () =>
        card.ask((root) => [...root.querySelectorAll("mark.lit, .finding.lit")].map((each) => each.textContent));
      const at = (selector, text) =>
        card.page.$$(`rubric-card >>> ${selector}`).then(async (all) => {
          for (const each of all) if ((await each.evaluate((node) => node.textContent)).startsWith(text)) return each;
        });
      await (await at("mark", "cheap")).hover();
      assert.ok((await lit()).some((text) => text.includes("It costs less")));
      assert.equal(await card.text(".key"), "2 It costs less");
      await card.page.keyboard.press("Escape");
      assert.equal(await card.text(".key"), "");
      await (await at(".finding", "1")).hover();
      assert.ok((await lit()).some((text) => text.includes("fresh")));
      assert.equal(await card.text(".key"), "");
      await card.page.mouse.move(0, 0);
      assert.deepEqual(await lit(), []);
      await (await at(".written sup a", "2")).focus();
      assert.ok((await lit()).some((text) => text.includes("It costs less")));
      await card.page.keyboard.press("Enter");
      assert.equal(await card.ask((root) => root.activeElement.id), "row-2");
      assert.ok((await lit()).includes("cheap"));
      await card.page.keyboard.press("Enter");
      assert.equal(await card.ask((root) => root.activeElement.id), "mark-2");
      assert.equal(new URL(card.page.url()).hash, "", "the page's address is left alone");
    }),
  );

  test(
    "words that several criteria claim carry all of them",
    withCard(async (card) => {
      await gradeText(card, "Fresh and cheap bread.");
      assert.deepEqual(await marks(card), [
        { text: "Fresh and ", look: "", labels: [] },
        { text: "cheap", look: "several", labels: ["2"] },
        { text: " bread", look: "", labels: ["1"] },
      ]);
      assert.equal(await written(card), "Fresh and cheap bread.");
    }),
  );

  test(
    "Revise keeps the text with the caret at its end; the next grade shows what was gained and lost",
    withCard(async (card) => {
      await gradeText(card, WEAK);
      assert.equal(await card.text(".changes"), null);
      await card.press("Revise");
      assert.deepEqual(await field(card), { value: WEAK, caret: WEAK.length });
      assert.match(await card.focus(), /^textarea/);
      await gradeText(card, BETTER);
      assert.equal(await card.text(".changes .points"), "From 0 to 4 points (+4)");
      assert.deepEqual(await card.texts(".changes li div p"), [
        "It is fresh: Named before, Explained now",
        "It costs less: missing before, Named now",
        "It makes a gift: missing before, Named now",
        "A misconception less: Home-made means healthy",
      ]);
      await card.press("Revise");
      await gradeText(card, WEAK);
      assert.equal(await card.text(".changes .points"), "From 4 to 0 points (−4)");
      assert.equal(await card.text(".changes .condition"), "Lost");
      await card.press("Revise");
      await card.press("Grade");
      assert.equal(await card.text(".changes .soft"), "The same points for the same concepts.");
    }),
  );

  test(
    "a text changed but not graded again leaves the grade as it was",
    withCard(async (card) => {
      await gradeText(card, WEAK);
      await card.press("Revise");
      await write(card, `${WEAK} It is cheap.`);
      await card.press("Back to the grade");
      assert.equal(await written(card), WEAK);
      await card.press("Revise");
      assert.equal((await field(card)).value, `${WEAK} It is cheap.`);
    }),
  );

  test(
    "follow-up questions come one by one, each with its own text and grade",
    withCard(async (card) => {
      await gradeText(card, WEAK);
      assert.deepEqual(await card.texts(".follow-up .condition"), ["How do you keep it?"]);
      await card.press("Answer");
      assert.equal(await card.text(".kicker"), "Follow-up question 1 of 2");
      assert.equal(await card.focus(), "heading: How do you keep it?");
      assert.equal((await field(card)).value, "");
      assert.equal(await card.text(".timer"), null);
      await gradeText(card, "In the freezer.");
      assert.equal(await card.text(".total"), "1 of 2 points");
      assert.equal(await card.text(".follow-ups"), null);
      await card.press("Next follow-up question");
      assert.equal(await card.heading(), "Would you sell it?");
      await card.press("Back to the grade");
      assert.deepEqual(await card.texts(".follow-up .figures"), ["1 of 2 points", "Not answered"]);
      await card.press("Open");
      assert.equal(await written(card), "In the freezer.");
      await card.press("Back to the grade");
      assert.equal(await written(card), WEAK, "the main answer is untouched");
    }),
  );

  test(
    "Start again empties the page, and one press brings everything back",
    withCard(async (card) => {
      await gradeText(card, WEAK);
      await card.press("Start again");
      assert.equal((await field(card)).value, "");
      assert.equal(await card.focus(), `heading: ${RUBRIC.question}`);
      await card.press("Bring my answer back");
      assert.equal((await field(card)).value, WEAK);
      assert.equal(await card.text(".notice"), null);
    }),
  );

  test(
    "Copy as Markdown gives question, grade, text and findings, with nothing left to be read as markup",
    withCard(async (card) => {
      await gradeText(card, `${WEAK} <b>*cheap*</b>`);
      await card.click("button", "Copy as Markdown");
      await card.until("[role=status]", "Copied as Markdown");
      const text = await card.page.evaluate(() => navigator.clipboard.readText());
      const [heading, result, quoted] = text.split("\n\n");
      assert.equal(heading, `# ${RUBRIC.question}`);
      assert.match(result, new RegExp(`^\\*\\*.+\\*\\* 1 of ${TOTAL} points$`));
      assert.equal(quoted.split("\n")[0], "> Home-made bread is fresh.");
      assert.ok(text.includes("> It is healthy too. \\<b\\>\\*cheap\\*\\</b\\>"));
      assert.match(text, /\*\*What was missing\*\*\n\n- It takes effort: What about your Sunday\?/);
      assert.match(text, /- Home-made means healthy: White flour/);
    }),
  );

  test(
    "where copying is refused, the Markdown is shown selected instead",
    withCard(
      async (card) => {
        await gradeText(card, WEAK);
        await card.click("button", "Copy as Markdown");
        await card.page.waitForSelector("rubric-card >>> [role=status] textarea");
        const { length, selected } = await card.ask((root) => {
          const { value, selectionStart, selectionEnd } = root.activeElement;
          return { length: value.length, selected: selectionEnd - selectionStart };
        });
        assert.ok(length > 100 && selected === length);
      },
      {
        before: () =>
          Object.defineProperty(navigator, "clipboard", {
            value: { writeText: () => Promise.reject(new Error("refused")) },
          }),
      },
    ),
  );

  test(
    "the page hears dc-grade with the grade and the follow-up, never the text",
    withCard(async (card) => {
      await gradeText(card, WEAK);
      await card.press("Answer");
      await gradeText(card, "In the freezer.");
      const events = await card.events("dc-grade");
      assert.deepEqual(
        events.map(({ detail }) => [detail.followUp, detail.grade.total, detail.grade.band]),
        [
          [null, 0, "poor"],
          ["keeping", 1, "good"],
        ],
      );
      assert.ok(events.every(({ bubbles, composed, target }) => bubbles && composed && target === "rubric-card"));
      assert.ok(!JSON.stringify(events).includes("Home-made"));
      assert.deepEqual(await card.events("dc-error"), []);
    }),
  );

  test(
    "the page can read and set the text",
    withCard(async (card) => {
      const { page } = card;
      await write(card, WEAK);
      assert.equal(await page.evaluate(() => document.querySelector("rubric-card").text), WEAK);
      await page.evaluate((text) => (document.querySelector("rubric-card").text = text), BETTER);
      assert.equal((await field(card)).value, BETTER);
      assert.equal(await card.text(".coverage .count"), "2 of 3 concepts so far, and one extra");
      assert.equal(await card.focus(), "body", "without taking the focus");
    }),
  );
});
