/** The card in other people's pages: strict policies, files, frames, broken deliveries, several cards, moved cards. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launchChromium, missing } from "./support/browsers.mjs";
import { Card, openCard } from "./support/card.mjs";
import { caseOf, fragment, openPack, packData, packText, question } from "./support/engine.mjs";
import { cardTag, fallbackShown, inlinePack, pageWith } from "./support/pages.mjs";
import { root, STRICT_CSP, startServer } from "./support/server.mjs";

const ANSWERS = caseOf("house_assistant").answers;
const FIRST = packData.decision.questions[0].text;
const TOTAL = packData.decision.questions.length;
/** The second question's progress after an answer to the first, which may make others pointless. */
const bundled = await openPack();
const second = (choice) => {
  const { length } = bundled.verdict({ gap: choice.id }).not_asked;
  const fewer = length === 1 ? "one question doesn’t" : `${length} questions don’t`;
  return `Question 2 of ${TOTAL - length}${length > 0 ? ` · ${fewer} apply to you` : ""}`;
};
const SECOND = second(question("gap").choices[0]);
const BAD_PACK = packText.replace('"rag_first"', '"rag_frist"');

const PAGES = {
  "/plain.html": pageWith(cardTag()),
  "/bad.html": pageWith(inlinePack('{"format": 1,\n  "titel": "Soup or salad?"\n}')),
  "/good.html": pageWith(inlinePack(packText)),
  "/missing.html": pageWith(cardTag('src="/no-such-pack.json"')),
  "/from-file.html": pageWith(cardTag('src=" /packs/rag-vs-fine-tuning/decision.json "')),
  "/script-address.html": pageWith(cardTag('src="javascript:alert(1)"')),
  "/unknown.html": pageWith(cardTag('pack="rag-or-not"')),
  "/level.html": pageWith(cardTag('heading-level="9"')),
  "/no-script.html": pageWith(cardTag(), { scripts: ["/gone.js"] }),
  "/two.html": pageWith(`${cardTag('class="one"')}<decision-card class="two"></decision-card>`),
  "/twice.html": pageWith(cardTag(), { scripts: ["/dist/decision-card.js", "/dist/decision-card.js?again"] }),
  "/form.html": pageWith(`<form action="/elsewhere.html">${cardTag()}<input name="other"></form>`),
  "/rude.html": pageWith(cardTag(), { head: '<link rel="stylesheet" href="/rude.css">' }),
  "/rude.css": "* { all: unset } input { display: none !important } :focus { outline: 0 !important }",
};

describe("the card in other people's pages", { skip: missing.chromium }, () => {
  const servers = {};
  let browser;
  before(async () => {
    const start = (csp) => startServer({ pages: PAGES, csp });
    [browser, servers.free, servers.strict, servers.noWasm, servers.noScript] = await Promise.all([
      launchChromium(),
      start(null),
      start(STRICT_CSP),
      start("script-src 'self'"),
      start("script-src 'none'"),
    ]);
  });
  after(() => Promise.all([browser, ...Object.values(servers)].map((each) => each?.close())));

  const open = (page, { server = "free", ...options } = {}) => openCard(browser, servers[server].url + page, options);
  const failed = (card) =>
    card.page.waitForFunction(() => window.seen.events.some((event) => event.type === "dc-error"));

  test("a strict policy with Trusted Types is never violated, from the first question to the copied link", async () => {
    const card = await open("/demo/", { server: "strict" });
    await card.toResult(ANSWERS);
    await card.click("button", "Copy link");
    await card.press("Change answers");
    assert.deepEqual(await card.seen("violations"), []);
    assert.deepEqual(card.errors, []);
    const styled = await card.ask((root) => getComputedStyle(root.querySelector(".primary")).fontWeight);
    assert.equal(styled, "600", "the style sheet applies");
    await card.close();
  });

  test("after loading nothing is fetched, and nothing is written to cookies or storage", async () => {
    const card = await open("/demo/");
    const asked = [];
    card.page.on("request", (request) => asked.push(request.url()));
    const before = servers.free.requests.length;
    await card.toResult(ANSWERS);
    await card.press("Start again");
    assert.deepEqual(asked, []);
    assert.equal(servers.free.requests.length, before);
    assert.deepEqual(await card.seen("writes"), []);
    assert.deepEqual(await card.page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]), [
      "",
      0,
      0,
    ]);
    await card.close();
  });

  test("from a file, in a folder with a space, a percent sign and an accent in its name, it works to the end", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "dc 100% é#"));
    cpSync(path.join(root, "demo"), path.join(folder, "demo"), { recursive: true });
    cpSync(path.join(root, "dist/decision-card.js"), path.join(folder, "dist/decision-card.js"));
    const address = pathToFileURL(path.join(folder, "demo/offline.html")).href;
    const card = await openCard(browser, address);
    await card.toResult(ANSWERS);
    const title = await card.heading();
    const again = await openCard(browser, address + fragment(ANSWERS));
    assert.equal(await again.heading(), title, "links work there too");
    assert.deepEqual([...card.errors, ...again.errors], []);
    await Promise.all([card.close(), again.close()]);
    rmSync(folder, { recursive: true });
  });

  test("in a sandboxed frame that may only run scripts, it works, and the link is shown where copying is refused", async () => {
    const outer = await open("/demo/embed.html", { server: "strict", wait: false });
    const frame = await (await outer.page.waitForSelector("iframe")).contentFrame();
    const card = new Card(frame, outer.errors);
    await card.ready();
    await card.toResult(ANSWERS);
    await card.click("button", "Copy link");
    await frame.waitForSelector("decision-card >>> [role=status] input");
    await frame.waitForFunction(() => document.documentElement.scrollHeight <= innerHeight, { polling: 20 });
    assert.ok((await outer.page.$eval("iframe", (each) => each.offsetHeight)) > 800, "as high as the result");
    assert.equal(await frame.evaluate(() => document.querySelector("h1").offsetHeight), 1, "one title");
    assert.deepEqual(outer.errors, []);
    assert.deepEqual(await card.seen("violations"), []);
    await outer.close();
  });

  test("the text in the tag stays when the script never arrives", async () => {
    const card = await open("/no-script.html", { wait: false });
    assert.ok(await fallbackShown(card.page));
    await card.close();
  });

  test("the text in the tag stays when the page's policy blocks scripts", async () => {
    const card = await open("/plain.html", { server: "noScript", wait: false });
    assert.ok(await fallbackShown(card.page));
    await card.close();
  });

  test("the text in the tag comes back, with a way to try again, when the policy blocks WebAssembly", async () => {
    const card = await open("/plain.html", { server: "noWasm" });
    await failed(card);
    assert.equal(await card.screen(), "failure");
    assert.match(await card.text(".notice"), /^The questionnaire couldn’t be started here\./);
    assert.ok(await fallbackShown(card.page));
    const [error] = await card.events("dc-error");
    assert.match(error.detail.message, /WebAssembly/);
    await card.close();
  });

  test("an engine that fails once starts on Try again, with the answer kept", async () => {
    const failOnce = () => {
      const compile = WebAssembly.compile;
      let first = true;
      WebAssembly.compile = (bytes) => {
        if (!first) return compile(bytes);
        first = false;
        return new Promise((_, reject) => (window.runOut = () => reject(new Error("out of memory"))));
      };
    };
    const card = await open("/plain.html", { before: failOnce });
    await card.choose(question("gap").choices[0].text);
    await card.page.waitForFunction(() => window.runOut);
    await card.page.evaluate(() => window.runOut());
    await failed(card);
    assert.equal(await card.screen(), "failure");
    await card.click("button", "Try again");
    await card.page.waitForSelector("decision-card >>> .question");
    assert.equal(await card.chosen(), question("gap").choices[0].text);
    await card.press("Continue");
    assert.equal(await card.progress(), SECOND);
    await card.close();
  });

  test("a slow engine delays Continue, not the first answer, and says so", async () => {
    const slow = () => {
      const compile = WebAssembly.compile;
      WebAssembly.compile = (bytes) => new Promise((resolve) => (window.arrive = () => resolve(compile(bytes))));
    };
    const card = await open("/plain.html", { before: slow });
    await card.choose(question("gap").choices[0].text);
    await card.click("button", "Continue");
    await card.click("button", "Continue");
    await card.until("[role=status]", "One moment: the engine is still loading.");
    await card.page.evaluate(() => window.arrive());
    await card.until(".progress p", SECOND);
    await card.close();
  });

  test("a bad pack shows each problem with line, column and a suggestion", async () => {
    const card = await open("/bad.html");
    await failed(card);
    assert.equal(await card.heading(), "This pack can’t be used yet");
    const problems = await card.texts(".problems-list li");
    const [error] = await card.events("dc-error");
    assert.equal(problems.length, error.detail.problems.length);
    const typo = error.detail.problems.find((problem) => problem.path === "/titel");
    const shown = problems.find((text) => text.includes(typo.message));
    assert.ok(shown.includes("Line 2, column 3"));
    assert.ok(typo.suggestion.includes("title") && shown.includes(typo.suggestion));
    assert.ok(shown.includes(typo.code));
    assert.ok(await fallbackShown(card.page));
    await card.close();
  });

  test("a misspelt id in a pack set by script is named with the id that was meant", async () => {
    const card = await open("/plain.html");
    await card.page.evaluate((text) => (document.querySelector("decision-card").packData = text), BAD_PACK);
    await failed(card);
    assert.match((await card.texts(".problems-list li")).join("\n"), /rag_first/);
    await card.page.evaluate((text) => (document.querySelector("decision-card").packData = text), packText);
    await card.page.waitForSelector("decision-card >>> .question");
    await card.close();
  });

  for (const [address, message] of [
    ["/missing.html", "The pack at /no-such-pack.json couldn’t be fetched."],
    ["/script-address.html", 'src="javascript:alert(1)" isn’t an address that a pack can be fetched from.'],
    ["/unknown.html", "There is no built-in pack “rag-or-not”. There is: rag-vs-fine-tuning."],
  ]) {
    test(`${address.slice(1, -5)}: “${message}”, and the text in the tag stays`, async () => {
      const card = await open(address);
      await failed(card);
      assert.ok((await card.text(".notice")).startsWith(message));
      assert.ok(await fallbackShown(card.page));
      assert.equal((await card.events("dc-error"))[0].detail.message, message);
      await card.close();
    });
  }

  for (const address of ["/good.html", "/from-file.html"]) {
    test(`a pack of the page's own (${address}) asks its first question`, async () => {
      const card = await open(address);
      assert.equal(await card.heading(), FIRST);
      await card.close();
    });
  }

  test("a mistyped heading-level is said, and the card works all the same", async () => {
    const card = await open("/level.html");
    assert.deepEqual(await card.texts(".notice"), ['heading-level="9" isn’t 2, 3, 4 or 5, so 2 is used.']);
    assert.equal(await card.heading(), FIRST);
    await card.close();
  });

  test("two cards on a page keep their answers apart", async () => {
    const one = await open("/two.html");
    const two = new Card(one.page, one.errors, "decision-card.two");
    one.tag = "decision-card.one";
    await two.ready();
    await one.choose(question("gap").choices[0].text);
    await two.choose(question("gap").choices[1].text);
    assert.equal(await one.chosen(), question("gap").choices[0].text);
    await two.press("Continue");
    assert.deepEqual(
      [await one.progress(), await two.progress()],
      [`Question 1 of ${TOTAL}`, second(question("gap").choices[1])],
    );
    assert.deepEqual(
      [await one.answers(), await two.answers()].map((answers) => answers.gap),
      question("gap")
        .choices.slice(0, 2)
        .map((choice) => choice.id),
    );
    await one.close();
  });

  test("the script loaded twice does no harm", async () => {
    const card = await open("/twice.html");
    await card.answer(question("gap").choices[0].text);
    assert.equal(await card.progress(), SECOND);
    assert.deepEqual(card.errors, []);
    await card.close();
  });

  test("a card moved within its page, or out and back in, keeps its place and its answers", async () => {
    const card = await open("/plain.html");
    await card.answer(question("gap").choices[0].text);
    const steps = (await card.events("dc-step")).length;
    await card.page.evaluate(() => document.body.prepend(document.querySelector("decision-card")));
    await card.page.evaluate(async () => {
      const element = document.querySelector("decision-card");
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      document.body.append(element);
    });
    assert.equal(await card.progress(), SECOND);
    assert.equal((await card.events("dc-step")).length, steps);
    await card.press("Back");
    assert.equal(await card.chosen(), question("gap").choices[0].text);
    await card.close();
  });

  test("a card that was taken out no longer listens to the page", async () => {
    const card = await open("/plain.html");
    // The link that stands in the page when the pack is open is taken; after an answer it is open.
    await card.answer(question("gap").choices[0].text);
    const heard = await card.page.evaluate(async (hash) => {
      const element = document.querySelector("decision-card");
      element.remove();
      location.hash = hash;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return Object.keys(element.answers);
    }, fragment(ANSWERS));
    assert.deepEqual(heard, ["gap"]);
    await card.close();
  });

  test("inside the page's own form, Enter and Continue don't submit it", async () => {
    const card = await open("/form.html");
    await card.choose(question("gap").choices[0].text);
    await card.page.keyboard.press("Enter");
    await card.until(".progress p", SECOND);
    await card.answer("I don’t know");
    assert.ok(card.page.url().endsWith("/form.html"));
    await card.close();
  });

  test("a page whose style sheet resets everything leaves the card usable, its focus visible", async () => {
    const card = await open("/rude.html");
    await card.page.focus("body");
    await card.page.keyboard.press("Tab");
    const look = await card.ask((root) => {
      const label = root.activeElement.closest("label");
      return {
        outline: getComputedStyle(label).outlineStyle,
        height: label.offsetHeight,
        radio: root.activeElement.offsetWidth > 0,
      };
    });
    assert.deepEqual({ ...look, height: look.height >= 44 }, { outline: "solid", height: true, radio: true });
    await card.close();
  });
});
