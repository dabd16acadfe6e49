/** What `decision-card bundle` writes, opened as its readers open it: from a file, from a host, in a frame, without scripts. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, fragment, packData } from "./support/engine.mjs";
import { startServer } from "./support/server.mjs";

const bin = fileURLToPath(new URL("../../dist/bin/decision-card.js", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-bundle-"));
const at = (name) => path.join(folder, name);
const bundle = (...args) =>
  execFileSync(process.execPath, [bin, "bundle", "rag-vs-fine-tuning", ...args], {
    stdio: ["ignore", "pipe", "ignore"],
  });
const ANSWERS = caseOf("house_assistant").answers;
const { recommendations, question } = packData.decision;
const OUTER = `<!doctype html><title>Outer</title><iframe src="/embed.html" sandbox="allow-scripts" title="Card" width="600" height="300"></iframe>`;

describe("a bundled pack", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    bundle("--output", at("page.html"));
    bundle("--pages", "--link", "https://example.org/rag", "--output", at("site"));
    const names = readdirSync(at("site")).filter((name) => /\.(html|js|css)$/.test(name));
    const pages = Object.fromEntries(names.map((name) => [`/${name}`, readFileSync(at(`site/${name}`), "utf8")]));
    [browser, server] = await Promise.all([
      launchChromium(),
      startServer({ pages: { ...pages, "/outer.html": OUTER } }),
    ]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  test("one file works without a network, under its own policy, to the result", async () => {
    const card = await openCard(browser, `${pathToFileURL(at("page.html"))}`);
    const asked = [];
    card.page.on("request", (request) => asked.push(request.url()));
    await card.toResult(ANSWERS);
    assert.equal(await card.heading(), recommendations.find(({ id }) => id === "both").title);
    await card.unfold();
    assert.deepEqual(await card.seen("violations"), []);
    assert.deepEqual([card.errors, asked], [[], []]);
    await card.close();
  });

  test("without scripts everything that is asked and recommended can be read", async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${pathToFileURL(at("page.html"))}`);
    const text = await page.$eval("main", (main) => main.innerText);
    for (const each of packData.decision.questions) {
      assert.ok(text.includes(each.text), each.text);
      for (const choice of each.choices) assert.ok(text.includes(choice.text), choice.text);
    }
    for (const { title } of recommendations) assert.ok(text.includes(title), title);
    await page.close();
  });

  test("a recommendation's page and picture are named in its preview, and its address is the reader's while it is shown", async () => {
    for (const { id, title } of recommendations) {
      const text = readFileSync(at(`site/${id}.html`), "utf8");
      assert.ok(text.includes(`<meta property="og:title" content="${title.replace(/&/g, "&amp;")}">`), id);
      assert.ok(text.includes(`<meta property="og:image" content="https://example.org/rag/${id}.png">`), id);
      assert.equal(readFileSync(at(`site/${id}.png`)).readUInt32BE(16), 1200);
    }
    const card = await openCard(browser, `${server.url}/index.html`);
    assert.equal(await card.text(".title"), question);
    await card.toResult(ANSWERS);
    assert.equal(await card.page.evaluate(() => location.pathname), "/both.html");
    assert.deepEqual(await card.seen("violations"), []);
    const opened = await openCard(browser, `${server.url}/both.html${fragment(ANSWERS)}`);
    assert.equal(await opened.screen(), "result");
    await Promise.all([card.close(), opened.close()]);
  });

  test("in a sandboxed frame it runs, and tells how high it is at most three times a step", async () => {
    const { html, type, version } = JSON.parse(readFileSync(at("site/oembed.json"), "utf8"));
    assert.deepEqual([type, version], ["rich", "1.0"]);
    assert.match(
      html,
      /^<iframe src="https:\/\/example\.org\/rag\/embed\.html" .*sandbox="allow-scripts allow-popups"/,
    );
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      window.heights = [];
      addEventListener("message", ({ data, source }) => {
        if (data?.type !== "decision-card:height") return;
        window.heights.push(data.height);
        for (const frame of document.querySelectorAll("iframe"))
          if (frame.contentWindow === source) frame.height = data.height;
      });
    });
    await page.goto(`${server.url}/outer.html`);
    await page.waitForFunction(() => window.heights.length > 0);
    const frame = page.frames().find((each) => each.url().endsWith("/embed.html"));
    await frame.waitForFunction(() => document.querySelector("decision-card").shadowRoot?.querySelector(".card"));
    await new Promise((resolve) => setTimeout(resolve, 800));
    const heights = await page.evaluate(() => window.heights);
    assert.ok(heights.length <= 6, `${heights}`);
    assert.ok(heights.at(-1) > 300 && heights.at(-1) < 3000, `${heights}`);
    const inner = await frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
    assert.ok(inner[0] <= inner[1] + 1, `no scroll bar: ${inner}`);
    await page.close();
  });
});
