/** The timer: off until started, extendable, and harmless when it runs out. The page's clock is put forward by hand. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { field, openRubric, rubricPage, WEAK, write } from "./support/rubric.mjs";
import { startServer } from "./support/server.mjs";

function clockByHand() {
  const now = performance.now.bind(performance);
  window.later = 0;
  performance.now = () => now() + window.later;
}

describe("the timer", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: { "/rubric.html": rubricPage() } })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = () => openRubric(browser, `${server.url}/rubric.html`, { before: clockByHand });
  const pass = (card, seconds) => card.page.evaluate((more) => void (window.later += more * 1000), seconds);
  const display = (card) => card.text("[part=timer-display]");
  const shows = (card, text) => card.until("[part=timer-display]", text);
  const controls = (card) =>
    card.ask((root) =>
      [...root.querySelectorAll(".timer button")]
        .filter((each) => each.checkVisibility())
        .map((each) => each.textContent),
    );

  test("is off, and says how long an answer may fairly take", async () => {
    const card = await open();
    await pass(card, 500);
    assert.equal(await display(card), "Suggested time 1:30");
    assert.deepEqual(await controls(card), ["Start timer"]);
    await card.close();
  });

  test("starts, pauses, continues, takes a minute more, and turns off", async () => {
    const card = await open();
    await card.click("button", "Start timer");
    assert.equal(await card.text("[role=status]"), "Timer started: 1:30.");
    assert.deepEqual(await controls(card), ["Pause", "Add a minute", "Turn off"]);
    await pass(card, 10);
    await shows(card, "1:20 left");
    await card.click("button", "Pause");
    await pass(card, 60);
    assert.equal(await display(card), "1:20 left, paused");
    await card.click("button", "Add a minute");
    assert.equal(await display(card), "2:20 left, paused");
    await card.click("button", "Continue");
    await pass(card, 20);
    await shows(card, "2:00 left");
    await card.click("button", "Turn off");
    assert.equal(await display(card), "Suggested time 1:30");
    assert.equal(
      await card.focus(),
      "button: Start timer",
      "the pressed button went away; its neighbour has the focus",
    );
    await card.close();
  });

  test("says politely when a minute is left and when time is up, and takes nothing away", async () => {
    const card = await open();
    await write(card, WEAK);
    await card.click("button", "Start timer");
    await pass(card, 31);
    await card.until("[role=status]", "One minute left.");
    await pass(card, 70);
    await card.until("[role=status]", "Time is up. Write on for as long as you like.");
    assert.equal(await card.screen(), "writing", "nothing is graded or locked");
    assert.equal((await field(card)).value, WEAK);
    await card.click("button", "Add a minute");
    await shows(card, "1:00 left");
    await card.close();
  });

  test("stands still while a grade is read", async () => {
    const card = await open();
    await write(card, WEAK);
    await card.click("button", "Start timer");
    await pass(card, 5);
    await card.press("Check my answer");
    await pass(card, 50);
    await card.press("Revise");
    assert.equal(await display(card), "1:25 left, paused");
    await card.close();
  });
});
