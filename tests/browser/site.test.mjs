/** The documentation site as it is built: the card first, every link leads somewhere, and it needs neither a server nor a looser policy. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { buildSite } from "../../demo/site/build.mjs";
import { attributes } from "../../demo/site/configurator.mjs";
import { MANIFEST } from "../../web/tools/manifest.mjs";
import { clean } from "./support/axe.mjs";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard, overflowing } from "./support/card.mjs";
import { root, startServer, STRICT_CSP } from "./support/server.mjs";

const site = mkdtempSync(path.join(tmpdir(), "decision-card-site-"));
buildSite(site);
after(() => rmSync(site, { recursive: true }));

const pages = readdirSync(site, { recursive: true }).filter((name) => name.endsWith(".html"));
const read = (name) => readFileSync(path.join(site, name), "utf8");
const ids = (name) => new Set([...read(name).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));

/** What a page asks for, without its shown code: address and anchor. */
function targets(name) {
  const shown = read(name).replace(/<pre.*?<\/pre>/gs, "");
  const found = [...shown.matchAll(/ (?:href|src)="((?!https?:|data:|#dc=)[^"]+)"/g)].map(([, address]) => address);
  return found.map((address) => {
    const [file, anchor] = address.replace(/\?[^#]*/, "").split("#");
    const target = file === "" ? name : path.join(path.dirname(name), file);
    return {
      address,
      anchor,
      target: target.endsWith("/") || target === "." ? path.join(target, "index.html") : target,
    };
  });
}

test("every link of the site's own leads to a file, and to a place in it", () => {
  const wrong = [];
  for (const name of pages)
    for (const { address, anchor, target } of targets(name)) {
      const there = existsSync(path.join(site, target));
      const placed = there && (!anchor || anchor.startsWith("dc=") || ids(target).has(anchor));
      if (!there || !placed) wrong.push(`${name} → ${address}`);
    }
  assert.ok(pages.length > 30);
  assert.deepEqual(wrong, []);
});

test("every document is a page that the list leads to", () => {
  const documents = readdirSync(path.join(root, "docs"), { recursive: true }).filter((name) => name.endsWith(".md"));
  const listed = targets("docs/index.html").map(({ target }) => target);
  const missed = documents.filter((name) => !listed.includes(`docs/${name.replace(/md$/, "html")}`));
  assert.deepEqual(missed, []);
});

test("a document comes whole: its tables, its code and its headings", () => {
  const html = read("docs/pack-format.html");
  const [, example] = readFileSync(path.join(root, "docs/pack-format.md"), "utf8").match(/```json\n(.*?)```/s);
  const escaped = example.trimEnd().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  assert.ok(html.includes(escaped));
  assert.match(html, /<h2 id="estimates">/);
  assert.match(html, /<table>/);
  assert.doesNotMatch(html, /\.md"/);
});

describe("the site in a browser", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ folder: site, csp: STRICT_CSP })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (page, options) => openCard(browser, server.url + page, options);

  for (const [what, viewport] of [
    ["a desktop", { width: 1280, height: 800 }],
    ["a phone", { width: 390, height: 844 }],
  ])
    test(`the first screen of ${what} is the card, with choices to take`, async () => {
      const card = await open("/", { viewport });
      const { heading, choice } = await card.ask((shadow) => ({
        heading: shadow.querySelector(".heading").getBoundingClientRect().bottom,
        choice: shadow.querySelector("label").getBoundingClientRect().bottom,
      }));
      assert.ok(heading < viewport.height && choice < viewport.height, `${heading} px, ${choice} px`);
      assert.deepEqual(await overflowing(card), []);
      assert.deepEqual(await card.seen("violations"), []);
      assert.deepEqual(card.errors, []);
      await card.close();
    });

  test("it works from a file", async () => {
    const card = await openCard(browser, pathToFileURL(path.join(site, "index.html")).href);
    await card.choose("I don’t know");
    await card.press("Continue");
    assert.equal(await card.screen(), "question");
    await card.close();
  });

  test("the snippet follows the form, and so does the card", async () => {
    const card = await open("/configure.html");
    const snippet = () => card.page.$eval("#snippet", (each) => each.textContent);
    const choose = (name, value) =>
      card.page.evaluate(
        (name, value) => {
          const control = document.querySelector(`[name="${name}"]`);
          control.value = value;
          control.dispatchEvent(new Event("change", { bubbles: true }));
        },
        name,
        value,
      );
    assert.match(
      await snippet(),
      /^<decision-card>\n {2}<p>.*\n<\/decision-card>\n<script defer src="decision-card\.js"><\/script>\n$/,
    );
    await choose("order", "information");
    await choose("heading-level", "3");
    await choose(":accent", "rebeccapurple");
    await choose(":from", "other");
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const integrity = JSON.parse(readFileSync(path.join(root, "dist/integrity.json"), "utf8"))["decision-card.js"];
    const text = await snippet();
    assert.match(
      text,
      /^<style>decision-card \{ --dc-accent: rebeccapurple \}<\/style>\n<decision-card [^>]*order="information"/,
    );
    assert.ok(text.includes(`decision-card@${version}/dist/decision-card.js`) && text.includes(integrity));
    assert.equal(await card.ask((shadow) => shadow.querySelector(".heading").localName), "h4");
    await choose(":tag", "rubric-card");
    assert.doesNotMatch(await snippet(), /order=/);
    await card.page.waitForSelector("#preview rubric-card >>> textarea");
    assert.deepEqual(await card.seen("violations"), []);
    await card.close();
  });

  test("whatever a tag may have can be chosen", async () => {
    const card = await open("/configure.html");
    const names = await card.page.$$eval("form [name]", (all) => all.map(({ name }) => name));
    const missed = attributes(JSON.parse(readFileSync(MANIFEST, "utf8"))).filter(({ name }) => !names.includes(name));
    assert.deepEqual(missed, []);
    await card.close();
  });

  for (const [page, dark] of [
    ["/", false],
    ["/configure.html", false],
    ["/configure.html", true],
    ["/docs/pack-format.html", false],
    ["/docs/comparison.html", true],
  ])
    test(`axe finds nothing on ${page}, ${dark ? "dark" : "light"}`, async () => {
      const card = await open(page, { dark, wait: page === "/" });
      await clean(card, page);
      await card.close();
    });

  for (const page of ["/configure.html", "/docs/comparison.html", "/docs/problems.html"])
    test(`nothing of ${page} sticks out of a phone`, async () => {
      const card = await open(page, { viewport: { width: 390, height: 844 }, wait: false });
      const [whole, seen] = await card.page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      assert.equal(whole, seen);
      await card.close();
    });
});
