// SPDX-License-Identifier: MIT
/** The README's HTML, pasted into a page beside the scripts, as a blog's author would. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { root, STRICT_CSP, startServer } from "./support/server.mjs";

const readme = readFileSync(path.join(root, "README.md"), "utf8");
const samples = [...readme.matchAll(/```html\n(.*?)```/gs)].map(([, sample]) => sample);
const script = (name) => readFileSync(path.join(root, "dist", name));
const pageWith = (tag) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title></head>
<body>${samples.find((sample) => sample.includes(`<${tag}`))}</body></html>`;

describe("the README's snippets", { skip: missing.chromium }, () => {
  let browser;
  let server;
  before(async () => {
    browser = await launchChromium();
    server = await startServer({
      csp: STRICT_CSP,
      pages: {
        "/blog/post.html": pageWith("decision-card"),
        "/blog/practise.html": pageWith("rubric-card"),
        "/blog/decision-card.js": script("decision-card.js"),
        "/blog/rubric-card.js": script("rubric-card.js"),
      },
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
    assert.match(await tab.$eval("decision-card >>> .heading", (node) => node.textContent), /What is missing today/);
  });

  test("asks the rubric's question and has a place to answer it", async () => {
    const tab = await browser.newPage();
    await tab.goto(`${server.url}/blog/practise.html`);
    await tab.waitForSelector("rubric-card >>> textarea");
    assert.match(await tab.$eval("rubric-card >>> .heading", (node) => node.textContent), /RAG over fine-tuning/);
  });

  for (const [page, tag] of Object.entries({ post: "decision-card", practise: "rubric-card" })) {
    test(`shows what stands inside <${tag}> where scripts are off`, async () => {
      const tab = await browser.newPage();
      await tab.setJavaScriptEnabled(false);
      await tab.goto(`${server.url}/blog/${page}.html`);
      const box = await (await tab.$(`${tag} p`)).boundingBox();
      assert.ok(box.height > 10);
    });
  }
});
