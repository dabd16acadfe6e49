/** <rubric-card> in other people's pages: strict policies, files, late scripts, bad packs, broken engines, hostile texts. */
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launchChromium, missing } from "./support/browsers.mjs";
import { fallbackShown, pageWith } from "./support/pages.mjs";
import {
  field,
  gradeText,
  inlineRubric,
  openRubric,
  PACK,
  RUBRIC,
  rubricPage,
  rubricTag,
  WEAK,
  write,
  written,
} from "./support/rubric.mjs";
import { root, STRICT_CSP, startServer } from "./support/server.mjs";

const { rubric, ...NO_RUBRIC } = PACK;
const lunch = JSON.parse(readFileSync(path.join(root, "tests/corpus/packs/lunch.json"), "utf8"));
const strings = path.join(process.env.DECISION_CARD_CORPORA ?? path.join(root, "../shared/corpora"), "strings");

const PAGES = {
  "/rubric.html": rubricPage(),
  "/decision.html": pageWith(inlineRubric(lunch)),
  "/only-rubric.html": pageWith(inlineRubric().replaceAll("rubric-card", "decision-card")),
  "/bad.html": pageWith(inlineRubric({ ...NO_RUBRIC, rubric: { ...rubric, qestion: "?" } })),
  "/level.html": pageWith(inlineRubric(PACK, 'heading-level="4"')),
  "/late.html": pageWith(rubricTag(), { scripts: [] }),
  "/form.html": pageWith(`<form action="/elsewhere.html">${inlineRubric()}</form>`),
  "/two.html": pageWith(`${inlineRubric()}<rubric-card class="two" src="#own-pack"></rubric-card>`),
};

describe("practising in other people's pages", { skip: missing.chromium }, () => {
  const servers = {};
  let browser;
  before(async () => {
    const start = (csp) => startServer({ pages: PAGES, csp });
    [browser, servers.free, servers.strict, servers.noWasm] = await Promise.all([
      launchChromium(),
      start(null),
      start(STRICT_CSP),
      start("script-src 'self'"),
    ]);
  });
  after(() => Promise.all([browser, ...Object.values(servers)].map((each) => each?.close())));

  const open = (page, { server = "free", ...options } = {}) => openRubric(browser, servers[server].url + page, options);
  const failed = (card) =>
    card.page.waitForFunction(() => window.seen.events.some((event) => event.type === "dc-error"));

  async function toTheEnd(card) {
    await write(card, WEAK, { typed: true });
    await card.click("button", "Start timer");
    await card.press("Check my answer");
    await card.click("button", "Copy as Markdown");
    await card.press("Revise");
    await gradeText(card, `${WEAK} It is cheap.`);
    await card.press("Answer");
    await gradeText(card, "In the freezer.");
    await card.press("Start again");
  }

  test("a strict policy with Trusted Types is never violated, from the first word to the last follow-up", async () => {
    const card = await open("/rubric.html", { server: "strict" });
    await toTheEnd(card);
    assert.deepEqual(await card.seen("violations"), []);
    assert.deepEqual(card.errors, []);
    await card.close();
  });

  test("after loading nothing is fetched, and nothing is written to cookies or storage", async () => {
    const card = await open("/rubric.html");
    const asked = [];
    card.page.on("request", (request) => asked.push(request.url()));
    await toTheEnd(card);
    assert.deepEqual(asked, []);
    assert.deepEqual(await card.seen("writes"), []);
    await card.close();
  });

  test("the demo's page works from a file", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "dc practise é#"));
    cpSync(path.join(root, "demo"), path.join(folder, "demo"), { recursive: true });
    cpSync(path.join(root, "dist/rubric-card.js"), path.join(folder, "dist/rubric-card.js"));
    const card = await openRubric(browser, pathToFileURL(path.join(folder, "demo/practise.html")).href);
    await gradeText(card, "RAG keeps knowledge fresh, because documents can be replaced at any time.");
    assert.equal(await card.screen(), "grade");
    assert.deepEqual(card.errors, []);
    await card.close();
    rmSync(folder, { recursive: true });
  });

  test("a pack and a text set before the script arrives are taken over", async () => {
    const card = await open("/late.html", { wait: false });
    await card.page.evaluate(
      (packData, text) => Object.assign(document.querySelector("rubric-card"), { packData, text }),
      PACK,
      WEAK,
    );
    await card.page.addScriptTag({ url: "/dist/rubric-card.js" });
    await card.ready();
    assert.equal(await card.heading(), RUBRIC.question);
    assert.equal((await field(card)).value, WEAK);
    await card.click("button", "Show the count as I write");
    await card.until(".coverage .count", "1 of 3 concepts so far");
    await card.close();
  });

  test("a pack without a rubric says so, and the text in the tag stays", async () => {
    const card = await open("/decision.html");
    await failed(card);
    assert.equal(
      await card.text(".notice"),
      `The pack “${lunch.title}” has no rubric, so there is no answer to grade.`,
    );
    assert.ok(await fallbackShown(card.page));
    await card.close();
  });

  test("a <decision-card> with a pack that only grades says which tag is meant", async () => {
    const card = await open("/only-rubric.html", { tag: "decision-card" });
    await failed(card);
    assert.equal(await card.text(".notice"), "The pack “Bread” asks no questions. Its rubric is for <rubric-card>.");
    await card.close();
  });

  test("a pack with problems shows each with a suggestion", async () => {
    const card = await open("/bad.html");
    await failed(card);
    assert.equal(await card.screen(), "problems");
    assert.match((await card.texts(".problems-list li")).join("\n"), /qestion[^]*question/);
    await card.close();
  });

  test("headings start at the level asked for", async () => {
    const card = await open("/level.html");
    assert.equal(await card.ask((root) => root.querySelector(".heading").localName), "h4");
    await card.close();
  });

  test("Enter in the text area writes a line, even inside the page's own form, and checking submits nothing", async () => {
    const card = await open("/form.html");
    await write(card, "Bread is\nfresh.", { typed: true });
    await card.press("Check my answer");
    assert.equal(await written(card), "Bread is\nfresh.");
    assert.ok(card.page.url().endsWith("/form.html"));
    await card.close();
  });

  test("two cards on a page keep their texts apart", async () => {
    const card = await open("/two.html");
    await write(card, WEAK);
    const second = await card.page.evaluate(() => document.querySelector(".two").text);
    assert.equal(second, "");
    await card.close();
  });

  test("an engine that traps is replaced, and the reader notices nothing", async () => {
    const card = await open("/rubric.html");
    await write(card, WEAK);
    await card.page.evaluate(() => {
      const { decode } = TextDecoder.prototype;
      TextDecoder.prototype.decode = function () {
        TextDecoder.prototype.decode = decode;
        window.trapped = true;
        throw new RangeError("Maximum call stack size exceeded");
      };
    });
    await card.press("Check my answer");
    assert.ok(await card.page.evaluate(() => window.trapped));
    assert.equal(await card.screen(), "grade");
    assert.equal(await written(card), WEAK);
    await card.close();
  });

  test("an engine that is beyond help shows the text, and Try again goes on with it", async () => {
    const card = await open("/rubric.html");
    await card.page.evaluate(() => {
      const { decode } = TextDecoder.prototype;
      window.mend = () => void (TextDecoder.prototype.decode = decode);
      TextDecoder.prototype.decode = () => {
        throw new RangeError("again");
      };
    });
    await write(card, WEAK);
    assert.equal(await card.screen(), "writing", "writing goes on without the count");
    await card.press("Check my answer");
    assert.equal(await card.screen(), "failure");
    assert.equal(await card.text(".written"), WEAK);
    await card.page.evaluate(() => window.mend());
    await card.press("Try again");
    assert.equal((await field(card)).value, WEAK);
    await card.press("Check my answer");
    assert.equal(await card.screen(), "grade");
    await card.close();
  });

  test("where the policy blocks WebAssembly, the text in the tag comes back with a way to try again", async () => {
    const card = await open("/rubric.html", { server: "noWasm", wait: false });
    await failed(card);
    assert.ok(await fallbackShown(card.page));
    await card.close();
  });

  for (const file of ["blns.json", "xss-payloads.json"]) {
    const address = path.join(strings, file);
    test(
      `hostile strings (${file}) are shown as text, whole`,
      { skip: !existsSync(address) && `${address} is absent` },
      async () => {
        const card = await open("/rubric.html", { server: "strict" });
        const read = JSON.parse(readFileSync(address, "utf8")).map((each) =>
          typeof each === "string" ? each : JSON.stringify(each),
        );
        const text = read
          .join("\nfresh bread\n")
          .slice(0, 19_000)
          .replaceAll("\r", "")
          .replaceAll("\0", "")
          .toWellFormed();
        await gradeText(card, text);
        assert.equal(await written(card), text);
        const tags = await card.ask((root) => [
          ...new Set([...root.querySelectorAll(".written *, .said *")].map((each) => each.localName)),
        ]);
        assert.deepEqual(
          tags.filter((tag) => !["mark", "sup", "a", "span", "em"].includes(tag)),
          [],
        );
        assert.deepEqual(await card.seen("violations"), []);
        assert.deepEqual(card.errors, []);
        await card.close();
      },
    );
  }
});
