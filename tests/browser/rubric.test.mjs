/** What a reader does with <rubric-card>, in Chromium: write, be graded, find the evidence. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { missing } from "./support/browsers.mjs";
import { field, gradeText, marks, RUBRIC, source, WEAK, write, withOwnCard, written } from "./support/rubric.mjs";

describe("practising an answer", { skip: missing.chromium }, () => {
  const withCard = withOwnCard();

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
      assert.equal(await card.text(".error"), "Error: Write an answer first.");
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
      assert.deepEqual(await card.texts(".reached .condition"), ["2 It costs less", "1 It is fresh"]);
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
});
