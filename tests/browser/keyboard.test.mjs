/**
 * With keys alone, in Firefox and Chromium: from the first question to "Copy summary", to a trial and back. After every key that
 * leads on, the focus is in the card, on something that can be seen, and what comes next lies ahead of it, by Tab and never by Shift.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LAUNCH, missing } from "./support/browsers.mjs";
import { caseOf, choiceText, packData } from "./support/engine.mjs";
import { startServer } from "./support/server.mjs";

const ANSWERS = caseOf("house_assistant").answers;

/** What has the focus, and whether it stands in the window and nothing covers it. Runs in the page. */
function held() {
  const card = document.querySelector("decision-card");
  const node = card.shadowRoot.activeElement;
  if (!node) return { what: document.activeElement.localName, inCard: false };
  const box = (node.closest("label") ?? node).getBoundingClientRect();
  const [x, y] = [box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 12)];
  const top = card.shadowRoot.elementFromPoint(x, y);
  const name = node.matches("input[type=radio]")
    ? node.closest("label").textContent
    : (node.ariaLabel ?? node.textContent);
  return {
    what: `${node.matches(".heading") ? "heading" : node.localName}: ${name.trim()}`,
    inCard: true,
    inSight: box.top >= 0 && box.bottom <= innerHeight + 1,
    covered: !(top && (node.contains(top) || node.closest("label")?.contains(top) || top.contains(node))),
  };
}

class Hands {
  constructor(page) {
    this.page = page;
  }

  async focus() {
    const { what, inCard, inSight, covered } = await this.page.evaluate(held);
    assert.ok(inCard, `the focus is lost: ${what}`);
    assert.ok(inSight && !covered, `out of sight: ${what}`);
    return what;
  }

  key(name) {
    return this.page.keyboard.press(name);
  }

  /** Onwards alone. */
  async tabTo(start) {
    for (let left = 60; left > 0; --left) {
      await this.key("Tab");
      const what = await this.focus();
      if (what.startsWith(start)) return what;
    }
    throw new Error(`Tab never came to ${start}`);
  }

  /** The heading of a new screen takes the focus, however long the screen takes. */
  async until(pattern) {
    for (let left = 200; left > 0; --left) {
      const { what } = await this.page.evaluate(held);
      if (pattern.test(what)) return this.focus();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.match((await this.page.evaluate(held)).what, pattern);
  }

  screen() {
    return this.page.evaluate(
      () => document.querySelector("decision-card").shadowRoot.querySelector(".card").classList[1],
    );
  }

  /** By its digit, or by the arrow keys where it has none; Enter goes on. */
  async answer(id) {
    const { choices } = packData.decision.questions.find((each) => each.id === id);
    const index = choices.findIndex(({ id: choice }) => choice === ANSWERS[id]);
    await this.tabTo("input");
    if (index >= 0) await this.key(`${index + 1}`);
    else await this.key("ArrowUp"); // from the first to the last, "I don't know"
    const chosen = index >= 0 ? choiceText(id, ANSWERS[id]) : "I don’t know";
    assert.equal(await this.focus(), `input: ${chosen}`);
    await this.key("Enter");
  }
}

for (const name of ["chromium", "firefox"]) {
  describe(`with keys alone in ${name}`, { skip: missing[name] }, () => {
    let server, page, hands;
    before(async () => {
      [page, server] = await Promise.all([LAUNCH[name](), startServer()]);
      await page.setViewport({ width: 1000, height: 800 });
      await page.goto(`${server.url}/demo/offline.html`);
      await page.waitForFunction(() => document.querySelector("decision-card")?.shadowRoot?.querySelector(".card"));
      hands = new Hands(page);
    });
    after(() => Promise.all([page?.close(), server?.close()]));

    test("from the first question to Copy summary, to a trial and back", async () => {
      await page.evaluate(() => {
        window.steps = [];
        document.addEventListener("dc-step", ({ detail }) => window.steps.push(detail.question ?? detail.step));
      });
      let id = packData.decision.questions[0].id;
      for (let asked = 0; id && asked < 20; ++asked) {
        const steps = await page.evaluate(() => window.steps.length);
        await hands.answer(id);
        await page.waitForFunction((count) => window.steps.length > count, { polling: 20 }, steps);
        const now = await page.evaluate(() => window.steps.at(-1));
        id = packData.decision.questions.some((each) => each.id === now) ? now : null;
        assert.match(await hands.focus(), /^heading: /);
      }
      assert.equal(await hands.screen(), "result");
      await hands.tabTo("button: Copy summary");
      await hands.key("Enter");
      await hands.until(/^(?:button: Copy summary|textarea: Summary)/);

      await page.waitForFunction(
        () => document.querySelector("decision-card").shadowRoot.querySelector(".sensitivity"),
        { polling: 20 },
      );
      await hands.tabTo("summary: What would change it");
      await hands.key("Enter");
      await hands.tabTo("button: Try it");
      await hands.key("Enter");
      await hands.until(/^heading: /);
      await hands.tabTo("button: Undo");
      await hands.key("Enter");
      await hands.until(/^summary: What would change it/);
      assert.deepEqual(await page.evaluate(() => document.querySelector("decision-card").answers), ANSWERS);
    });
  });
}
