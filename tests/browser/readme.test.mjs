// SPDX-License-Identifier: MIT
/** The README's HTML, pasted into a page beside decision-card.js, as a blog's author would. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { root, STRICT_CSP, startServer } from "./support/server.mjs";

const [, sample] = readFileSync(path.join(root, "README.md"), "utf8").match(/```html\n(.*?)```/s);
const script = readFileSync(path.join(root, "dist/decision-card.js"));
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title></head><body>${sample}</body></html>`;

describe("the README's snippet", { skip: missing.chromium }, () => {
  let browser;
  let server;
  before(async () => {
    browser = await launchChromium();
    server = await startServer({
      csp: STRICT_CSP,
      pages: { "/blog/post.html": page, "/blog/decision-card.js": script },
    });
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  test("shows the first question of the pack", async () => {
    const tab = await browser.newPage();
    await tab.goto(`${server.url}/blog/post.html`);
    await tab.waitForSelector("decision-card >>> input[type=radio]");
    assert.match(
      await tab.$eval("decision-card >>> .heading", (node) => node.textContent),
      /What is the model missing/,
    );
  });

  test("shows what stands inside the tag where scripts are off", async () => {
    const tab = await browser.newPage();
    await tab.setJavaScriptEnabled(false);
    await tab.goto(`${server.url}/blog/post.html`);
    const box = await (await tab.$("decision-card p")).boundingBox();
    assert.ok(box.height > 10);
  });
});
