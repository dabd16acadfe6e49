/** What a reader does with the card, in Chromium: answer, go back, change, read the result, start again. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, choiceText, fragment, openPack, packData, question } from "./support/engine.mjs";
import { startServer } from "./support/server.mjs";

const QUESTIONS = packData.decision.questions;
const DONT_KNOW = "I don’t know";
const BOTH = caseOf("house_assistant").answers;

describe("the reader's way through the card", { skip: missing.chromium }, () => {
  let browser, server, pack;
  before(async () => {
    [browser, server, pack] = await Promise.all([launchChromium(), startServer(), openPack()]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (hash = "", options = {}) => openCard(browser, `${server.url}/demo/${hash}`, options);
  const withCard = (hash, work, options) => async () => {
    const card = await open(hash, options);
    await work(card);
    assert.deepEqual(card.errors, []);
    await card.close();
  };

  test(
    "the first question is there, with nothing chosen, and the page keeps its focus and its place",
    withCard("", async (card) => {
      assert.equal(await card.heading(), QUESTIONS[0].text);
      assert.equal(await card.chosen(), null);
      assert.equal(await card.progress(), `Question 1 of ${QUESTIONS.length}`);
      assert.equal(await card.focus(), "body");
      assert.equal(await card.page.evaluate(() => scrollY), 0);
    }),
  );

  test(
    "the keyboard alone leads from the first question to the result, and each new heading takes the focus",
    withCard("", async (card) => {
      const { keyboard } = card.page;
      for (let count = 0; (await card.screen()) === "question"; ++count) {
        const heading = await card.heading();
        await card.tabTo("radio");
        await keyboard.press("Space");
        if (count % 2) await keyboard.press("ArrowDown");
        assert.equal(await card.heading(), heading, "choosing alone doesn't move on");
        await card.tabTo(`button: ${await card.onward()}`);
        await keyboard.press("Enter");
        await card.page.waitForFunction(
          (before) =>
            document.querySelector("decision-card").shadowRoot.querySelector(".heading").textContent !== before,
          { polling: 10 },
          heading,
        );
        assert.equal(await card.focus(), `heading: ${await card.heading()}`);
      }
      assert.equal(await card.screen(), "result");
      assert.equal(await card.focus(), `heading: ${await card.heading()}`);
    }),
  );

  test(
    "1 to 9 choose while the focus is among the answers, and do nothing elsewhere",
    withCard("", async (card) => {
      const { keyboard } = card.page;
      await keyboard.press("2");
      assert.equal(await card.chosen(), null);
      await card.tabTo("radio");
      await keyboard.press("2");
      assert.equal(await card.chosen(), QUESTIONS[0].choices[1].text);
      assert.equal(await card.focus(), `radio: ${QUESTIONS[0].choices[1].text}`);
      await keyboard.press(`${QUESTIONS[0].choices.length + 1}`);
      assert.equal(await card.chosen(), DONT_KNOW);
      await keyboard.press("9");
      assert.equal(await card.chosen(), DONT_KNOW, "there is no ninth");
      assert.deepEqual(await card.answers(), { [QUESTIONS[0].id]: null });
    }),
  );

  test(
    "Enter on a chosen answer continues",
    withCard("", async (card) => {
      await card.choose(QUESTIONS[0].choices[0].text);
      await card.page.keyboard.press("Enter");
      await card.until(".heading", QUESTIONS[1].text);
    }),
  );

  test(
    "Continue without an answer says so beside the choices, to the group and where the focus is, until one is chosen",
    withCard("", async (card) => {
      await card.click("button", "Continue");
      assert.equal(await card.text(".error"), "Choose one. “I don’t know” counts too.");
      assert.equal(await card.focus(), `radio: ${QUESTIONS[0].choices[0].text}`);
      const state = () =>
        card.ask((root) => {
          const radios = [...root.querySelectorAll("input")];
          const told = (each) => /\berror\b/.test(each.getAttribute("aria-describedby"));
          return {
            group: told(root.querySelector("fieldset")),
            radios: radios.filter(told).length,
            invalid: radios.filter((each) => each.getAttribute("aria-invalid") === "true").length,
          };
        });
      const count = QUESTIONS[0].choices.length + 1;
      assert.deepEqual(await state(), { group: true, radios: 1, invalid: count });
      await card.click("button", "Continue");
      assert.equal((await card.texts(".error")).length, 1, "once, however often it is pressed");
      await card.choose(DONT_KNOW);
      assert.equal(await card.text(".error"), null, "put right at once");
      assert.deepEqual(await state(), { group: false, radios: 0, invalid: 0 });
      await card.press("Continue");
      assert.equal(await card.heading(), QUESTIONS[1].text);
    }),
  );

  test(
    "Back keeps the answers",
    withCard("", async (card) => {
      await card.answer(QUESTIONS[0].choices[1].text);
      await card.choose(QUESTIONS[1].choices[2].text);
      await card.press("Back");
      assert.equal(await card.chosen(), QUESTIONS[0].choices[1].text);
      await card.press("Continue");
      assert.equal(await card.chosen(), QUESTIONS[1].choices[2].text, "even an answer that was not confirmed");
    }),
  );

  test(
    "the button of the last question says that the result is next, and its choice waits there for the reader",
    withCard("", async (card) => {
      const said = [];
      while ((await card.screen()) === "question") {
        await card.choose(DONT_KNOW);
        said.push(await card.onward());
        await card.goOn();
      }
      assert.equal(said.pop(), "See the result");
      assert.deepEqual(new Set(said), new Set(["Continue"]));
      await card.press("Change answers");
      await card.press(`Change: ${QUESTIONS[0].text}`);
      assert.equal(await card.onward(), "Continue", "the review comes after this one");
    }),
  );

  test(
    "a double click on Continue moves one question on",
    withCard("", async (card) => {
      await card.choose(QUESTIONS[0].choices[0].text);
      const button = await card.page.$("decision-card >>> .primary");
      await button.click({ count: 2, delay: 5 });
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(await card.heading(), QUESTIONS[1].text);
    }),
  );

  test(
    "every question offers “I don't know”, and answering nothing still gives a recommendation",
    withCard("", async (card) => {
      const asked = await card.toResult({});
      assert.deepEqual(
        asked,
        QUESTIONS.filter((each) => !each.when).map((each) => each.id),
      );
      assert.equal(await card.heading(), `Too early to say. ${pack.verdict({}).recommendation.title}`);
      assert.equal(await card.text(".scores"), null, "nothing is scored");
      await card.page.waitForSelector("decision-card >>> .prospect");
      const matter = pack.outlook({}).questions.filter((each) => each.matters).length;
      assert.equal(await card.text(".primary"), `Answer the questions that matter (${matter})`);
      assert.match(await card.text(".clarity [part~=status]"), /^Provisional: \d+ questions are open/);
      await card.press("Answer the questions");
      assert.equal(await card.heading(), QUESTIONS[0].text);
      await card.answer(QUESTIONS[0].choices[0].text);
      assert.equal(await card.heading(), QUESTIONS[1].text, "all of them, one after the other");
      await card.press("Back");
      await card.press("Continue");
      await card.page.evaluate(() => (document.querySelector("decision-card").answers = {}));
      await card.toResult({});
      await card.press("Change answers");
      assert.deepEqual(new Set(await card.texts(".answer dd:not(.change)")), new Set([DONT_KNOW]));
    }),
  );

  test(
    "“What went wrong with RAG?” is asked only of someone who measured RAG and found it short",
    withCard("", async (card) => {
      const without = await card.toResult({ tried: "nothing" });
      assert.ok(!without.includes("rag_missing"));
      await card.press("Change answers");
      const total = QUESTIONS.filter((each) => !each.when).length;
      assert.equal((await card.texts(".answer")).length, total, "the review lists only what applies");
      await card.press(`Change: ${question("tried").text}`);
      await card.answer(choiceText("tried", "rag_short"));
      assert.equal(await card.heading(), question("rag_missing").text, "asked before the review comes back");
      await card.answer(choiceText("rag_missing", "behaviour"));
      assert.equal(await card.heading(), "Check your answers");
      assert.equal((await card.texts(".answer")).length, total + 1);
      await card.press(`Change: ${question("tried").text}`);
      await card.answer(choiceText("tried", "rag_passes"));
      assert.equal(await card.heading(), "Check your answers", "no longer applies, so it is gone");
      assert.equal((await card.texts(".answer")).length, total);
    }),
  );

  test(
    "the review shows each answer in the reader's words; Change comes straight back",
    withCard(fragment(BOTH), async (card) => {
      await card.press("Change answers");
      const shown = await card.texts(".answer dt");
      const isOpen = ({ id }) => !BOTH[id];
      const asked = [...QUESTIONS.filter(isOpen), ...QUESTIONS.filter((each) => !isOpen(each))];
      assert.deepEqual(
        shown,
        asked.map((each) => each.text).filter((text) => shown.includes(text)),
        "open ones first, the rest in the author's order",
      );
      for (const [id, choice] of Object.entries(BOTH)) {
        const given = await card.ask(
          (root, text) =>
            [...root.querySelectorAll(".answer")]
              .find((row) => row.querySelector("dt").textContent === text)
              ?.querySelector("dd").textContent,
          question(id).text,
        );
        assert.equal(given, choiceText(id, choice));
      }
      await card.press(`Change: ${question("limit").text}`);
      assert.equal(await card.focus(), `heading: ${question("limit").text}`);
      await card.press("Back");
      assert.equal(await card.heading(), "Check your answers");
      await card.press(`Change: ${question("limit").text}`);
      await card.answer(question("limit").choices.at(-1).text);
      assert.equal(await card.heading(), "Check your answers");
      assert.equal((await card.answers()).limit, question("limit").choices.at(-1).id);
    }),
  );

  for (const id of ["house_assistant", "legal_research", "grammar_correction"]) {
    test(
      `the result says what the engine says, tied to the reader's own answers (${id})`,
      withCard("", async (card) => {
        const given = caseOf(id).answers;
        const verdict = pack.verdict(given);
        await card.toResult(given);
        await card.unfold();
        await assertShows(card, verdict);
      }),
    );
  }

  test(
    "the three strongest reasons stand open, and the strongest against, if there is one; the rest are folded away with their number",
    withCard(fragment(BOTH), async (card) => {
      const objected = packData.decision.cases.find(({ answers }) => {
        const { reasons } = pack.verdict(answers);
        const count = (stance) => reasons.filter((reason) => reason.stance === stance).length;
        return count("against") > 0 && count("for") > 3;
      });
      for (const answers of [BOTH, objected.answers]) {
        await card.page.evaluate((answers) => (document.querySelector("decision-card").answers = answers), answers);
        const { reasons } = pack.verdict(answers);
        const strongest = reasons.filter((reason) => reason.stance === "for").slice(0, 3);
        const against = reasons.filter((reason) => reason.stance === "against").slice(0, 1);
        const open = await card.texts(".reasons > ul .because");
        assert.equal(open.length, 3);
        for (const [index, text] of open.entries()) assert.ok(text.startsWith(strongest[index].because));
        const but = await card.texts(".but .because");
        assert.equal(but.length, against.length);
        for (const [index, text] of but.entries()) assert.ok(text.startsWith(against[index].because));
        const rest = reasons.length - strongest.length - against.length;
        assert.equal(
          await card.text(".reasons-more > summary"),
          rest === 1 ? "One more reason" : `${rest} more reasons`,
        );
      }
    }),
  );

  test(
    "Start again clears every answer and the address, asks the first question, and can be taken back until an answer is given",
    withCard(fragment(BOTH), async (card) => {
      const mine = await card.heading();
      await card.press("Start again");
      assert.equal(await card.focus(), `heading: ${QUESTIONS[0].text}`);
      assert.deepEqual(await card.answers(), {});
      assert.equal(await card.chosen(), null);
      assert.equal(await card.page.evaluate(() => location.hash), "");
      await card.press("Bring my answers back");
      assert.equal(await card.heading(), mine);
      assert.deepEqual(await card.answers(), BOTH);
      await card.press("Start again");
      await card.page.reload();
      await card.ready();
      assert.equal(await card.heading(), QUESTIONS[0].text, "a reload doesn't bring it back");
      assert.equal(await card.text(".banner"), null);
    }),
  );

  test(
    "the page hears dc-step, dc-answer and dc-result, with what changed",
    withCard("", async (card) => {
      assert.deepEqual(
        (await card.events("dc-step")).map((event) => event.detail),
        [{ step: "question", question: QUESTIONS[0].id }],
      );
      await card.choose(QUESTIONS[0].choices[0].text);
      await card.choose(DONT_KNOW);
      const answers = (await card.events("dc-answer")).map((event) => event.detail);
      assert.deepEqual(answers, [
        { question: QUESTIONS[0].id, choice: QUESTIONS[0].choices[0].id },
        { question: QUESTIONS[0].id, choice: null },
      ]);
      await card.toResult(BOTH);
      const steps = (await card.events("dc-step")).map((event) => event.detail);
      assert.equal(steps.at(-2).step, "question");
      assert.deepEqual(steps.at(-1), { step: "result" });
      const [result] = await card.events("dc-result");
      const { verdict, answers: given } = result.detail;
      assert.equal(verdict.recommendation.id, caseOf("house_assistant").expect);
      assert.equal(given.gap, BOTH.gap);
      assert.ok(result.bubbles && result.composed && result.target === "decision-card");
      assert.deepEqual(await card.events("dc-error"), []);
    }),
  );
});

/** Every part of the verdict is on the screen, in the pack's words. */
async function assertShows(card, verdict) {
  const { recommendation } = verdict;
  assert.equal(await card.heading(), recommendation.title);
  assert.ok((await card.text(".summary")).startsWith(recommendation.summary));
  const reasons = await card.ask((root) => [...root.querySelectorAll(".reason")].map((row) => row.textContent));
  assert.equal(reasons.length, verdict.reasons.length);
  for (const reason of verdict.reasons) {
    const shown = reasons.find((text) => text.includes(reason.because));
    assert.ok(shown, `the reason ${reason.rule} is shown`);
    for (const { question: id, choice } of reason.answers) {
      assert.ok(shown.includes(choiceText(id, choice)), `${reason.rule} quotes the answer to ${id}`);
    }
  }
  const states = { pass: "Met", fail: "Not met", unknown: "Open" };
  const gates = await card.ask((root) =>
    [...root.querySelectorAll(".gate")].map((row) => [
      row.querySelector(".state").textContent,
      row.querySelector(".condition").firstChild.textContent,
    ]),
  );
  assert.deepEqual(
    gates,
    verdict.gates.map((gate) => [states[gate.state], gate.text]),
  );
  const others = await card.texts(".other > .subheading");
  assert.deepEqual(
    others,
    verdict.why_not.filter(({ text, outranked }) => text || outranked).map((other) => other.title),
  );
  const steps = await card.ask((root) =>
    [...root.querySelectorAll(".steps li")].map((item) => item.firstChild.textContent),
  );
  assert.deepEqual(
    steps,
    recommendation.steps.map((step) => step.text),
  );
  const scores = await card.ask((root) =>
    [...root.querySelectorAll(".score")].map((row) => [
      row.querySelector(".name").firstChild.textContent,
      row.querySelector(".points").textContent,
      row.querySelector(".name .soft")?.textContent.trim() ?? "",
    ]),
  );
  const sorted = [...verdict.scores].sort((a, b) => b.points - a.points);
  assert.deepEqual(
    scores,
    sorted.map(({ alternative, name, points }) => [
      name,
      `${points > 0 ? "+" : points < 0 ? "−" : ""}${Math.abs(points)}`,
      recommendation.alternatives.includes(alternative) ? "recommended" : "",
    ]),
  );
  const cited = new Set(
    [recommendation, ...verdict.reasons, ...verdict.gates, ...recommendation.steps].flatMap((each) => each.sources),
  );
  const titles = (await card.texts(".sources li")).join("\n");
  for (const id of cited)
    assert.ok(titles.includes(packData.sources.find((source) => source.id === id).title), `source ${id} is listed`);
}
