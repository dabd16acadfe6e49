/** What a reader does with a grade of <rubric-card>, in Chromium. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { missing } from "./support/browsers.mjs";
import { BETTER, field, gradeText, marks, RUBRIC, WEAK, write, withOwnCard, written } from "./support/rubric.mjs";

describe("a grade, and what comes after it", { skip: missing.chromium }, () => {
  const withCard = withOwnCard();

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
    "the grade counts the words as the writing did: “home-made” is one",
    withCard(async (card) => {
      await write(card, `${WEAK} – and cheap`);
      assert.equal(await card.text(".count"), "10 words");
      await card.press("Check my answer");
      assert.match(await card.text("[part=remarks]"), /^10 words\. /);
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
        for (const link of copy.querySelectorAll("a")) link.textContent = link.ariaLabel;
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
