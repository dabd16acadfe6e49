// SPDX-License-Identifier: MIT
/** What stands on a screen stays there, whatever paints it again; and what a slip of typing leaves of an answer. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, fragment } from "./support/engine.mjs";
import { cardTag, inlinePack, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const KINDS = readFileSync(new URL("../corpus/packs/kinds.json", import.meta.url), "utf8");
const PAGES = {
  "/kinds.html": pageWith(inlinePack(KINDS)),
  "/rag.html": pageWith(cardTag()),
  "/rubric.html": pageWith("<rubric-card></rubric-card>"),
};
const AT_USERS = "#dc=kinds@1.0.0&q.needs=joins&q.users=250&q.risk=r2&q.sync=yes";
const WHOLE = "Write a whole number from 1 to 1,000,000. “I don’t know” counts too.";

describe("drafts and folds", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (address, options) => openCard(browser, server.url + address, options);

  /** Paints the screen again, as other words do. */
  const repaint = (card) =>
    card.page.evaluate((tag) => {
      const element = document.querySelector(tag);
      const screen = element.shadowRoot.querySelector(".card");
      element.texts = { back: `Back ${Math.random()}` };
      if (screen.isConnected) throw new Error("nothing was painted");
    }, card.tag);

  const focused = (card) =>
    card.ask((root) => {
      const { name, id, value, selectionStart } = root.activeElement ?? {};
      return [name || id, value, selectionStart];
    });

  /** The question with the number, from "Change" in the review. */
  async function atNumber() {
    const card = await open(`/kinds.html${AT_USERS}`);
    await card.press("Change answers");
    await card.press("Change: How many people use it at once?");
    await card.click(".number input");
    return card;
  }

  async function type(card, text) {
    const field = await card.page.evaluateHandle(() =>
      document.querySelector("decision-card").shadowRoot.querySelector(".number input"),
    );
    await field.focus();
    await card.ask((root) => root.querySelector(".number input").select());
    await card.page.keyboard.press("Backspace");
    await card.page.keyboard.type(text);
  }

  test("a slip of typing over an answer is named beside the field, and the answer stands until there is another", async () => {
    const card = await atNumber();
    for (const slip of ["9999999", "12.5", "0", "many"]) {
      await type(card, slip);
      assert.equal(await card.text(".error"), WHOLE, slip);
      assert.equal((await card.answers()).users, 250, slip);
      assert.equal(await card.ask((root) => root.querySelector(".number input").ariaInvalid), "true");
    }
    await card.click("button", "Continue");
    assert.equal(await card.screen(), "question");
    await type(card, "5k");
    assert.equal(await card.text(".error"), null);
    assert.equal((await card.answers()).users, 5000);
    await card.press("Back");
    assert.match(await card.text(".card"), /How many people use it at once\? ?5,000 people/);
    await card.close();
  });

  test("a half-typed number, its error, the focus and the caret are there again", async () => {
    const card = await atNumber();
    await type(card, "7000000");
    for (let k = 0; k < 3; k += 1) await card.page.keyboard.press("ArrowLeft");
    await repaint(card);
    assert.deepEqual(await focused(card), ["number", "7000000", 4]);
    assert.equal(await card.text(".error"), WHOLE);
    await card.page.evaluate(() => (document.querySelector("decision-card").lang = "de"));
    await card.page.waitForFunction(
      () => document.querySelector("decision-card").shadowRoot.querySelector(".number input").value === "7000000",
    );
    assert.equal((await card.answers()).users, 250);
    await card.close();
  });

  test("choices that are too many are there again; the answer is the one that the reader came with", async () => {
    const card = await open(`/kinds.html${AT_USERS}`);
    await card.press("Change answers");
    await card.press("Change: What must it do?");
    for (const text of ["Search texts", "Walk a graph", "Keep time series"]) await card.choose(text);
    assert.equal(await card.text(".error"), "Choose 1 to 3. “I don’t know” counts too.");
    await repaint(card);
    assert.equal(await card.ask((root) => root.querySelectorAll("input:checked").length), 4);
    assert.deepEqual((await card.answers()).needs, ["joins"]);
    await card.close();
  });

  test("folds of a result stay open, and whoever writes in one goes on where they were", async () => {
    const card = await open(`/rag.html${fragment(caseOf("house_assistant").answers)}`);
    await card.unfold();
    const unfolded = () =>
      card.ask((root) =>
        [...root.querySelectorAll("details")].map(
          (each) => `${each.className} ${each.open} ${each.childElementCount > 1}`,
        ),
      );
    await card.page.waitForFunction(
      () => !document.querySelector("decision-card").shadowRoot.querySelector("details:not([open])"),
    );
    const before = await unfolded();
    await card.click(".cite");
    await card.page.evaluate(() =>
      document.querySelector("decision-card").shadowRoot.querySelector("#compare-link").focus(),
    );
    await card.page.keyboard.type("https://exa");
    await card.page.keyboard.press("ArrowLeft");
    await repaint(card);
    assert.deepEqual(await unfolded(), before);
    assert.equal(await card.ask((root) => root.querySelector(".cite").ariaExpanded), "true");
    assert.deepEqual(await focused(card), ["compare-link", "https://exa", 10]);
    await card.press("Change answers");
    await card.press("See the result");
    assert.equal(await card.ask((root) => root.querySelectorAll("details[open]").length), 0, "another visit");
    await card.close();
  });

  test("a rubric's text, caret and folds stay", async () => {
    const card = await open("/rubric.html", { tag: "rubric-card" });
    await card.page.evaluate(() => document.querySelector("rubric-card").shadowRoot.querySelector("textarea").focus());
    await card.page.keyboard.type("RAG keeps knowledge fresh.");
    for (let k = 0; k < 6; k += 1) await card.page.keyboard.press("ArrowLeft");
    await card.ask((root) => root.querySelectorAll("details").forEach((each) => void (each.open = true)));
    await card.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    const unfolded = await card.ask((root) => root.querySelectorAll("details[open]").length);
    await repaint(card);
    assert.equal(await card.ask((root) => root.activeElement.selectionStart), 20);
    assert.equal(await card.ask((root) => root.activeElement.value), "RAG keeps knowledge fresh.");
    assert.equal(await card.ask((root) => root.querySelectorAll("details[open]").length), unfolded);
    await card.close();
  });

  test("Enter that ends a composition of the writing system steps nowhere", async () => {
    const card = await atNumber();
    for (const how of [{ isComposing: true }, { keyCode: 229 }])
      await card.ask((root, how) => {
        const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true, ...how });
        root.querySelector(".number input").dispatchEvent(event);
      }, how);
    assert.equal(await card.heading(), "How many people use it at once?");
    await card.page.keyboard.press("Enter");
    assert.equal(await card.screen(), "review");
    await card.close();
  });
});
