/** The keyboard alone, from the first word to the difference; and the same way through the card in all three browsers. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LAUNCH, launchChromium, missing } from "./support/browsers.mjs";
import { BETTER, openRubric, RUBRIC, rubricPage, WEAK } from "./support/rubric.mjs";
import { startServer } from "./support/server.mjs";

const PAGES = { "/rubric.html": rubricPage() };

describe("with the keyboard alone", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  test("grade, hint, model sentence, follow-up, revise, difference", async () => {
    const card = await openRubric(browser, `${server.url}/rubric.html`);
    const { keyboard } = card.page;
    const tabTo = async (what) => {
      for (let left = 80; left > 0; --left) {
        await keyboard.press("Tab");
        if ((await card.focus()).startsWith(what)) return;
      }
      assert.fail(`Tab never came to ${what}`);
    };
    const press = async (what) => {
      await tabTo(what);
      await keyboard.press("Enter");
    };
    await tabTo("textarea");
    await keyboard.type(WEAK);
    await press("button: Check my answer");
    await card.page.waitForSelector("rubric-card >>> .grade");
    assert.equal(await card.focus(), `heading: ${await card.heading()}`);
    await tabTo("a: 1");
    assert.ok(await card.text("mark.lit"), "focus on a label lights its evidence");
    await press("summary: Show a model sentence");
    assert.equal(await card.ask((root) => root.activeElement.parentElement.open), true);
    await press("button: Answer");
    assert.equal(await card.focus(), `heading: ${RUBRIC.follow_ups[0].question}`);
    await tabTo("textarea");
    await keyboard.type("In the freezer, because it keeps.");
    await press("button: Check my answer");
    await card.until(".total", "1 of 1 concepts: 1 explained.");
    await press("button: Back to the grade");
    await press("button: Revise");
    assert.match(await card.focus(), /^textarea/);
    await keyboard.type(" It is cheap.");
    await press("button: Check my answer");
    await card.page.waitForSelector("rubric-card >>> .changes");
    assert.equal(await card.text(".changes .points"), "From 1 to 2 concepts");
    assert.deepEqual(card.errors, []);
    await card.close();
  });
});

for (const [name, launch] of Object.entries(LAUNCH)) {
  describe(`practising in ${name}`, { skip: missing[name] }, () => {
    let browser, server;
    before(async () => {
      [browser, server] = await Promise.all([launch(), startServer({ pages: PAGES })]);
    });
    after(() => Promise.all([browser?.close(), server?.close()]));

    test(`in ${name} a reader writes, is graded, answers a follow-up, revises and sees the difference`, async () => {
      await browser.goto(`${server.url}/rubric.html`);
      assert.deepEqual(await browser.evaluate(practise, WEAK, BETTER), {
        live: "1 of 3 concepts so far",
        total: "1 of 3 concepts: 1 named.",
        focused: "Not risen yet, and one thing to correct",
        marked: WEAK,
        followUp: "1 of 1 concepts: 1 named.",
        caret: WEAK.length,
        grows: true,
        changed: "From 1 to 3 concepts",
      });
    });
  });
}

/** Runs in the page. */
async function practise(weak, better) {
  const host = document.querySelector("rubric-card");
  const until = async (selector) => {
    for (let left = 500; !host.shadowRoot?.querySelector(selector); --left) {
      if (left === 0) throw new Error(`no ${selector}: ${host.shadowRoot?.textContent.slice(0, 200)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return host.shadowRoot.querySelector(selector);
  };
  const text = (selector) => host.shadowRoot.querySelector(selector).textContent;
  const press = (start) =>
    [...host.shadowRoot.querySelectorAll("button")].find((each) => each.textContent.startsWith(start)).click();
  const write = async (value) => {
    const field = await until("textarea");
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return field;
  };
  const seen = {};
  await until(".coverage");
  const empty = (await write("")).offsetHeight;
  seen.grows = (await write("Bread.\n".repeat(20))).offsetHeight > empty + 40;
  await write(weak);
  seen.live = text(".coverage .count");
  press("Check my answer");
  await until(".grade");
  seen.total = text(".total");
  seen.focused = host.shadowRoot.activeElement.textContent;
  const copy = host.shadowRoot.querySelector(".written").cloneNode(true);
  for (const extra of copy.querySelectorAll(".hidden, .note, sup")) extra.remove();
  seen.marked = copy.textContent;
  press("Answer");
  await write("In the freezer.");
  press("Check my answer");
  await until(".grade");
  seen.followUp = text(".total");
  press("Back");
  press("Revise");
  const field = await until("textarea");
  seen.caret = host.shadowRoot.activeElement === field ? field.selectionStart : -1;
  await write(better);
  press("Check my answer");
  await until(".changes");
  seen.changed = text(".changes .points");
  return seen;
}
