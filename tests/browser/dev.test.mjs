/** `decision-card dev` as an author sees it: a save changes the card where it stands, and an error stands above it until it is mended. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launchChromium, missing } from "./support/browsers.mjs";

const cli = fileURLToPath(new URL("../../dist/bin/decision-card.js", import.meta.url));
const LUNCH = readFileSync(new URL("../corpus/packs/lunch.json", import.meta.url), "utf8");
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-dev-page-"));
const lunch = path.join(folder, "lunch.json");

/** In the page: the question's text, and whether the card is shown. */
const heading = () =>
  document.querySelector("decision-card").shadowRoot.querySelector("[part~=question]")?.textContent.trim();
const shown = (text) => document.querySelector("decision-card").shadowRoot.textContent.includes(text);

describe("the preview of a pack", { skip: missing.chromium }, () => {
  let browser, server, page;
  const violations = [];
  before(async () => {
    writeFileSync(lunch, LUNCH);
    server = spawn(process.execPath, [cli, "dev", lunch]);
    const said = await new Promise((resolve) => server.stdout.once("data", resolve));
    browser = await launchChromium();
    page = await browser.newPage();
    page.on(
      "console",
      (message) =>
        message.type() === "error" && !message.text().startsWith("decision-card:") && violations.push(message.text()),
    );
    page.on("pageerror", ({ message }) => violations.push(message));
    await page.goto(/http:\S+/.exec(said)[0]);
    await page.waitForFunction(shown, {}, "What is the weather like?");
  });
  after(async () => {
    await browser?.close();
    server?.kill();
    rmSync(folder, { recursive: true });
  });

  const save = (...edits) =>
    writeFileSync(
      lunch,
      edits.reduce((text, [from, to]) => text.replace(from, to), LUNCH),
    );

  test("a save shows the new text on the question where the author is, with the answer that was given", async () => {
    await page.evaluate(() => {
      const root = document.querySelector("decision-card").shadowRoot;
      root.querySelector('input[value="cold"]').click();
    });
    await page.evaluate(() => document.querySelector("decision-card").goTo({ step: "question", question: "minutes" }));
    await page.waitForFunction(shown, {}, "How long do you have?");
    save(["How long do you have?", "How much time is there?"]);
    await page.waitForFunction(shown, {}, "How much time is there?");
    assert.deepEqual(await page.evaluate(() => document.querySelector("decision-card").answers), { weather: "cold" });
    assert.match(await page.evaluate(heading), /How much time is there\?/);
  });

  test("an error hides the card and is said with its place; mended, the card stands where it was", async () => {
    save(['"format": 1,', '"format": 1, // one']);
    await page.waitForSelector("#problems li.error");
    assert.match(await page.$eval("#problems", ({ textContent }) => textContent), /3:16 error: A comment begins here/);
    assert.equal(await page.$eval("decision-card", (card) => card.hidden), true);
    save();
    await page.waitForFunction(() => !document.querySelector("decision-card").hidden);
    await page.waitForFunction(shown, {}, "How long do you have?");
    assert.deepEqual(await page.evaluate(() => document.querySelector("decision-card").answers), { weather: "cold" });
  });

  test("nothing on the page is against its policy", () => assert.deepEqual(violations, []));
});
