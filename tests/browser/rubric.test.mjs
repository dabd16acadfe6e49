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
  source,
  rubricPage,
  WEAK,
  write,
  written,
} from "./support/rubric.mjs";
import { startServer } from "./support/server.mjs";

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
      assert.equal(await card.text("[part=words]"), "0 words");
      assert.equal(await card.focus(), "body");
      assert.match(await card.text(".self-check"), /No language model.*nothing leaves this browser/);
    }),
  );

  test(
    "nothing counts along until the reader asks; then each keystroke does, and a screen reader hears it after a pause",
    withCard(async (card) => {
      const said = () => card.text("[role=status]");
      const shown = () => card.ask((root) => root.querySelector(".coverage .count").checkVisibility());
      await write(card, "Bread is", { typed: true });
      assert.equal(await shown(), false);
      assert.equal(await card.text("[part=words]"), "2 words");
      await card.click("button", "Show the count as I write");
      await card.page.focus("rubric-card >>> textarea");
      await card.page.keyboard.type(" fresh");
      assert.equal(await card.text(".coverage .count"), "1 of 3 concepts so far");
      assert.equal(await said(), "", "not while typing");
      await card.until("[role=status]", "1 of 3 concepts so far");
      await card.page.keyboard.type(". It is cheap. A gift");
      assert.equal(await card.text(".coverage .count"), "2 of 3 concepts so far, and one extra");
      await card.until("[role=status]", "2 of 3 concepts so far, and one extra");
      await card.click("button", "Hide the count");
      assert.equal(await shown(), false);
    }),
  );

  test(
    "no title, hint or model sentence of a concept is on the page while the reader writes",
    withCard(async (card) => {
      await write(card, WEAK);
      await card.click("button", "Show the count as I write");
      const page = await card.ask((root) => root.querySelector(".card").textContent);
      for (const { title, hint, model } of RUBRIC.criteria)
        for (const key of [title, hint, model].filter(Boolean)) assert.ok(!page.includes(key), key);
    }),
  );

  test(
    "checking without an answer says so beside the text area, until something is written",
    withCard(async (card) => {
      await write(card, " \n ");
      await card.click("button", "Check my answer");
      assert.equal(await card.text(".error"), "Error: Write an answer first");
      const described = await card.ask((root) => root.activeElement.getAttribute("aria-describedby"));
      assert.equal(await card.ask((root, id) => root.getElementById(id).className, described), "error");
      await card.click("button", "Check my answer");
      assert.equal((await card.texts(".error")).length, 1);
      await write(card, "Bread", { typed: true });
      assert.equal(await card.text(".error"), null);
    }),
  );

  test(
    "the grade reads top down: what it comes to, what to correct, the text, what to add, what was said",
    withCard(async (card) => {
      await gradeText(card, `${WEAK} It is cheap because flour is.`);
      assert.equal(await card.screen(), "grade");
      assert.equal(await card.focus(), `heading: ${await card.heading()}`);
      assert.equal(await card.heading(), "A first rise, and one thing to correct");
      assert.equal(await card.text(".total"), "2 of 3 concepts: 1 explained, 1 named.");
      assert.equal(await card.text("[part=summary]"), "Say more about what decides.");
      assert.deepEqual(await card.texts(".subheading"), [
        "One thing to correct",
        "Your answer",
        "2 to add next",
        "Explained (1)",
        "Named (1)",
        "Follow-up questions",
      ]);
      assert.match(await card.text(".misconceptions .condition"), /Home-made means healthy$/);
      assert.match(await card.text("[part=correction]"), /^White flour is white flour/);
      assert.equal(await card.ask((root) => root.querySelector("[part=source-names] a").href), source.url);
      assert.deepEqual(await card.texts(".missing .condition"), ["What about your Sunday?", "Whom do you visit?"]);
      assert.deepEqual(await card.texts(".reached .condition"), [
        "2: show in your answer It costs less",
        "1: show in your answer It is fresh",
      ]);
      assert.equal(await card.text(".reached [part=hint]"), "For “Explained”: What do you smell?");
      assert.equal((await card.texts(".reached .model")).length, 1, "only where a level is left");
    }),
  );

  test(
    "there is one number system: no points stand beside the concepts",
    withCard(async (card) => {
      await gradeText(card, `${WEAK} It is cheap because flour is.`);
      assert.doesNotMatch(await card.ask((root) => root.querySelector(".card").textContent), /\d+ points?|of 6/);
      const squares = await card.ask((root) =>
        [...root.querySelectorAll(".head .squares span")].map((each) => each.className.trim()),
      );
      assert.deepEqual(squares, ["half certain", "full certain", "none", "none", "wrong"]);
    }),
  );

  test(
    "extras are counted apart, and with everything said there is nothing to add",
    withCard(async (card) => {
      const all = "Bread is fresh because I bake it. It is cheap because flour is. It is an effort because I knead.";
      await gradeText(card, `${all} It is a gift because I give it.`);
      assert.equal(await card.heading(), "A baker’s answer");
      assert.equal(await card.text(".total"), "3 of 3 concepts and one extra: 4 explained.");
      assert.equal(await card.text(".missing"), null);
      assert.deepEqual(await card.texts(".head button"), ["Revise"]);
    }),
  );

  test(
    "the next to add are asked as questions, the model sentence only on demand",
    withCard(async (card) => {
      await gradeText(card, WEAK);
      const model = () => card.ask((root) => root.querySelector(".missing .model p").checkVisibility());
      assert.equal(await card.text(".missing .condition"), "What is flour worth?");
      assert.equal(await model(), false);
      await card.click(".missing summary", "Show a model sentence");
      assert.equal(await model(), true);
    }),
  );

  test(
    "“I said this”: the reader marks words with the keyboard, the grade is judged again, and it can be taken back",
    withCard(async (card) => {
      const { keyboard } = card.page;
      const text = "Home-made bread is fresh. Flour is nearly free.";
      await gradeText(card, text);
      assert.equal(await card.text(".total"), "1 of 3 concepts: 1 named.");
      await card.ask((root) => root.getElementById("claim-cost").focus());
      await keyboard.press("Enter");
      assert.match(await card.focus(), /^textarea/);
      await card.click("button", "These words");
      assert.equal(await card.text(".claiming .status"), "Mark some words first");
      await card.page.focus("rubric-card >>> .claiming textarea");
      await keyboard.down("Control");
      await keyboard.press("End");
      await keyboard.up("Control");
      await keyboard.down("Shift");
      for (let at = "Flour is nearly free.".length; at > 0; --at) await keyboard.press("ArrowLeft");
      await keyboard.up("Shift");
      await card.press("These words");
      assert.equal(
        await card.text(".total"),
        "2 of 3 concepts: 2 named. Of these, one is certain, one is your own claim.",
      );
      assert.deepEqual((await marks(card)).at(-1), { text: "Flour is nearly free.", look: "claimed", labels: ["2*"] });
      assert.match(await card.focus(), /^button: Take it back/);
      const dotted = await card.ask((root) => getComputedStyle(root.querySelector("mark.claimed")).textDecorationStyle);
      assert.equal(dotted, "dotted", "not by colour alone");
      await keyboard.press("Enter");
      assert.equal(await card.text(".total"), "1 of 3 concepts: 1 named.");
      assert.match(await card.focus(), /^button: I said this/);
      await keyboard.press("Enter");
      await keyboard.press("Escape");
      assert.equal(await card.text(".claiming"), null);
      assert.match(await card.focus(), /^button: I said this/);
    }),
  );

  test(
    "“I didn’t mean that”: a correction goes, band and heading follow, and it can be taken back",
    withCard(async (card) => {
      await gradeText(card, `${WEAK} It is cheap because flour is.`);
      await card.ask((root) => root.getElementById("reject-misconception-health").focus());
      await card.page.keyboard.press("Enter");
      assert.equal(await card.heading(), "A good answer");
      assert.equal(await card.text(".misconceptions"), null);
      assert.match(await card.text(".rejected"), /^You didn’t mean: Home-made means healthy/);
      await card.page.keyboard.press("Enter");
      assert.equal(await card.heading(), "A first rise, and one thing to correct");
    }),
  );

  test(
    "answering only what is missing: the additions stand below the answer, and the difference is shown",
    withCard(async (card) => {
      await gradeText(card, "Bread is fresh.");
      await card.press("Add only what’s missing");
      assert.equal(await card.screen(), "adding");
      assert.deepEqual(await card.texts(".label"), [
        "What is flour worth?",
        "What about your Sunday?",
        "Whom do you visit?",
        "What do you smell?",
      ]);
      await card.page.type("rubric-card >>> #add-cost", "It is cheap because flour is.");
      await card.press("Back to the grade");
      await card.press("Add only what’s missing");
      assert.equal((await field(card)).value, "It is cheap because flour is.", "nothing is lost on the way");
      await card.press("Add and check again");
      assert.equal(await written(card), "Bread is fresh.\n\nIt is cheap because flour is.");
      assert.equal(await card.text(".changes .points"), "From 1 to 2 concepts");
      assert.deepEqual(await card.texts(".changes li div p"), ["It costs less: missing before, Explained now"]);
    }),
  );

  test(
    "a claim holds while the answer grows at its end, and goes when it is rewritten",
    withCard(async (card) => {
      await gradeText(card, "Bread is fresh. Flour is nearly free.");
      await card.ask((root) => root.getElementById("claim-cost").click());
      await card.ask((root) => root.querySelector(".claiming textarea").setSelectionRange(16, 37));
      await card.press("These words");
      await card.press("Revise");
      await gradeText(card, "Bread is fresh. Flour is nearly free. It is an effort.");
      assert.equal(
        await card.text(".total"),
        "3 of 3 concepts: 3 named. Of these, 2 are certain, one is your own claim.",
      );
      await card.press("Revise");
      await gradeText(card, "Flour is nearly free. Bread is fresh.");
      assert.equal(await card.text(".total"), "1 of 3 concepts: 1 named.");
    }),
  );

  test(
    "“Copy as labelled text” gives a line to learn from, with what the reader said; nothing is sent",
    withCard(async (card) => {
      const text = "Bread is fresh. Flour is nearly free. It is healthy.";
      const asked = [];
      card.page.on("request", (request) => asked.push(request.url()));
      await gradeText(card, text);
      await card.ask((root) => root.getElementById("claim-cost").click());
      await card.ask((root) => root.querySelector(".claiming textarea").setSelectionRange(16, 37));
      await card.press("These words");
      await card.click("summary", "Help the rubric hear better");
      await card.click("button", "Copy as labelled text");
      await card.until(".authors [role=status]", "Copied as labelled text");
      const line = JSON.parse(await card.page.evaluate(() => navigator.clipboard.readText()));
      assert.deepEqual([line.text, line.kind], [text, "answer"]);
      assert.deepEqual([line.concepts, line.misconceptions, line.doubtful], [["freshness", "cost"], ["health"], []]);
      assert.deepEqual(asked, []);
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
      assert.deepEqual(wrong.labels, ["correction A"]);
      const heard = await card.ask((root) => {
        const copy = root.querySelector(".written").cloneNode(true);
        for (const note of copy.querySelectorAll(".note")) note.remove();
        return copy.textContent;
      });
      assert.match(heard, /start 2: cheap2, end 2$/, "the number is enough to the ear");
      assert.match(heard, /start correction A: /);
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
      await card.ask((root) => root.querySelectorAll(".reached details").forEach((each) => void (each.open = true)));
      await (await at(".finding", "1")).hover();
      assert.ok((await lit()).some((text) => text.includes("fresh")));
      assert.equal(await card.text(".key"), "");
      await card.page.mouse.move(0, 0);
      assert.deepEqual(await lit(), []);
      await (await at(".written sup a", "2")).focus();
      assert.ok((await lit()).some((text) => text.includes("It costs less")));
      await card.page.keyboard.press("Enter");
      assert.equal(await card.ask((root) => root.activeElement.id), "row-criterion-cost");
      assert.ok((await lit()).includes("cheap"));
      await card.page.keyboard.press("Enter");
      assert.equal(await card.ask((root) => root.activeElement.id), "mark-criterion-cost");
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
      assert.equal(await card.text(".changes .points"), "From 1 to 3 concepts");
      assert.deepEqual(await card.texts(".changes li div p"), [
        "It is fresh: Named before, Explained now",
        "It costs less: missing before, Named now",
        "It makes a gift: missing before, Named now",
        "Corrected: Home-made means healthy",
      ]);
      await card.press("Revise");
      await gradeText(card, WEAK);
      assert.equal(await card.text(".changes .points"), "From 3 to 1 concepts");
      assert.equal(await card.text(".changes .condition"), "Lost");
      await card.press("Revise");
      await card.press("Check my answer");
      assert.equal(await card.text(".changes .soft"), "The same concepts at the same levels.");
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
      assert.equal(await card.text(".total"), "1 of 1 concepts: 1 named.");
      assert.equal(await card.text(".follow-ups"), null);
      await card.press("Next follow-up question");
      assert.equal(await card.heading(), "Would you sell it?");
      await card.press("Back to the grade");
      assert.deepEqual(await card.texts(".follow-up .figures"), ["A good answer", "Not answered"]);
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
      const [heading, result, , , table, quoted] = text.split("\n\n");
      assert.equal(heading, `# ${RUBRIC.question}`);
      assert.match(result, /^\*\*.+, and one thing to correct\*\* 2 of 3 concepts: 2 named\.$/);
      assert.match(table, /\| It is fresh \| Named \| a rule \| “.*fresh” \|/);
      assert.equal(quoted.split("\n")[0], "> Home-made bread is fresh.");
      assert.ok(text.includes("> It is healthy too. \\<b\\>\\*cheap\\*\\</b\\>"));
      assert.match(text, /\*\*To add\*\*\n\n- It takes effort: What about your Sunday\?/);
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
          [null, 1, "poor"],
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
      assert.equal(await card.text("[part=words]"), "15 words");
      assert.equal(await card.focus(), "body", "without taking the focus");
    }),
  );
});
