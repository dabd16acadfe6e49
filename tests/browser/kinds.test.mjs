// SPDX-License-Identifier: MIT
/** Questions of all kinds on the card: in three browsers, by keyboard, with names, from right to left, and where there is little room. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { clean } from "./support/axe.mjs";
import { LAUNCH, launchChromium, missing } from "./support/browsers.mjs";
import { openCard, overflowing } from "./support/card.mjs";
import { inlinePack, pageWith } from "./support/pages.mjs";
import { startServer, STRICT_CSP } from "./support/server.mjs";

const PACK = readFileSync(new URL("../corpus/packs/kinds.json", import.meta.url), "utf8");
const PAGES = {
  "/kinds.html": pageWith(inlinePack(PACK)),
  "/rtl.html": pageWith(inlinePack(PACK), { attributes: 'lang="en" dir="rtl"' }),
};
const ANSWERS = { needs: ["joins", "search"], users: 1200, risk: "r2", sync: "yes" };
const NARROW = { width: 320, height: 700, hasTouch: true };

for (const [name, launch] of Object.entries(LAUNCH)) {
  describe(name, { skip: missing[name] }, () => {
    let browser, server;
    before(async () => {
      [browser, server] = await Promise.all([launch(), startServer({ pages: PAGES })]);
    });
    after(() => Promise.all([browser?.close(), server?.close()]));

    test(`in ${name} a reader marks choices, writes a number, marks a place on a scale, and opens the link again`, async () => {
      await browser.goto(`${server.url}/kinds.html`);
      const seen = await browser.evaluate(goThrough);
      assert.deepEqual(seen.answers, ANSWERS);
      assert.deepEqual(seen.errors, [
        "Choose 1 to 3. “I don’t know” counts too.",
        "Write a whole number from 1 to 1,000,000. “I don’t know” counts too.",
      ]);
      assert.match(seen.said, /What must it do\? Join tables and Search texts/);
      assert.match(seen.said, /How many people use it at once\? 1,200 people/);
      await browser.goto(
        `${server.url}/kinds.html#dc=kinds@1.0.0&q.needs=joins.search&q.users=1200&q.risk=r2&q.sync=yes`,
      );
      assert.deepEqual(await browser.evaluate(reopened), ANSWERS);
    });
  });
}

/** Runs in the page. */
async function goThrough() {
  const card = document.querySelector("decision-card");
  const until = async (ready) => {
    for (let left = 500; !ready(); --left) {
      if (left === 0) throw new Error(`stuck at: ${card.shadowRoot?.textContent.slice(0, 200)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  await until(() => card.shadowRoot?.querySelector("fieldset"));
  const root = card.shadowRoot;
  const mark = (text) =>
    [...root.querySelectorAll("label")].find((label) => label.textContent.startsWith(text)).click();
  const on = async () => {
    const screen = root.querySelector(".card");
    root.querySelector(".primary").click();
    await until(() => !screen.isConnected);
  };
  const errors = [];
  const refused = () => {
    root.querySelector(".primary").click();
    errors.push(root.querySelector(".error").textContent);
  };
  refused();
  for (const text of ["Join tables", "Search texts", "None of these", "Search texts", "Join tables"]) mark(text);
  await on();
  const write = (text) => {
    const field = root.querySelector(".number input");
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  write("many");
  refused();
  write("1.2k");
  await on();
  mark("2");
  await on();
  mark("Yes");
  await on();
  await until(() => root.querySelector(".result"));
  const answers = card.answers;
  root.querySelectorAll("details").forEach((each) => void (each.open = true));
  const review = [...root.querySelectorAll("button")].find((each) => /answers/i.test(each.textContent));
  review.click();
  await until(() => root.querySelector(".answers"));
  const said = [...root.querySelectorAll(".answer")].map((each) =>
    [...each.querySelectorAll("dt, dd")].map((part) => part.textContent).join(" "),
  );
  return { answers, errors, said: said.join("\n") };
}

/** Runs in the page. */
async function reopened() {
  location.reload();
  const card = document.querySelector("decision-card");
  for (let left = 500; !card.shadowRoot?.querySelector(".result"); --left) {
    if (left === 0) throw new Error(`stuck at: ${card.shadowRoot?.textContent.slice(0, 200)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return card.answers;
}

describe("all kinds of questions", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES, csp: STRICT_CSP })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (page, options) => openCard(browser, server.url + page, options);
  const shoot = (card, name) =>
    process.env.SHOTS ? card.page.screenshot({ path: `${process.env.SHOTS}/kinds-${name}.png` }) : null;

  test("where no single choice leads elsewhere and another set does, head and fold say the same", async () => {
    const card = await open("/kinds.html#dc=kinds@1.0.0&q.needs=joins&q.users=5&q.risk=r1&q.sync=yes");
    await card.until(".what-if .hint", "2 changes at once; nearest: Take another");
    assert.equal(await card.text(".clarity .level"), "Holds whichever single choice you change");
    await card.close();
  });

  for (const [name, page, options] of [
    ["wide", "/kinds.html", {}],
    ["narrow", "/kinds.html", { viewport: NARROW }],
    ["rtl", "/rtl.html", { viewport: NARROW }],
    ["dark", "/kinds.html", { dark: true }],
  ]) {
    test(`${name}: every screen is clean for axe, nothing sticks out, no policy is violated`, async () => {
      const card = await open(page, options);
      await card.page.evaluate(() => (document.body.style.backgroundColor = "Canvas")); // axe takes a page without one for white
      const look = async (screen) => {
        await shoot(card, `${name}-${screen}`);
        assert.deepEqual(await overflowing(card), [], screen);
        await clean(card, `${name} ${screen}`);
      };
      await look("several");
      await card.choose("Join tables");
      await card.choose("Search texts");
      await card.goOn();
      await look("number");
      await (await card.page.$("decision-card >>> .number input")).type("1,200");
      await card.goOn();
      await look("scale");
      await card.choose("2");
      await card.goOn();
      await card.choose("Yes");
      await card.press("See the result");
      await card.unfold();
      await look("result");
      assert.match(await card.text(".card"), /Join tables and Search texts/);
      assert.deepEqual(await card.seen("violations"), []);
      assert.deepEqual(card.errors, []);
      await card.close();
    });
  }

  test("by keyboard alone: Space marks, digits mark, a number is typed, Enter goes on", async () => {
    const card = await open("/kinds.html");
    await card.until(".heading", "What must it do?");
    const { keyboard } = card.page;
    await card.tabTo("radio: Join tables");
    await keyboard.press("Space");
    await keyboard.press("2");
    assert.deepEqual(await card.answers(), { needs: ["joins", "search"] });
    await keyboard.press("2");
    assert.deepEqual(await card.answers(), { needs: ["joins"] });
    await keyboard.press("Enter");
    await card.until(".heading", "How many people use it at once?");
    await keyboard.press("Tab");
    for (let left = 10; left > 0 && !(await card.ask((root) => root.activeElement?.type === "text")); --left)
      await keyboard.press("Tab");
    await keyboard.type("10k");
    assert.deepEqual(await card.answers(), { needs: ["joins"], users: 10000 });
    await keyboard.press("Enter");
    await card.until(".heading", "How bad is an hour without it?");
    await card.close();
  });

  test("a mark stands on the line of its text, and a digit only where one marks", async () => {
    const card = await open("/kinds.html");
    const look = () =>
      card.ask((root) => {
        const row = root.querySelector(".choice");
        const [mark, text] = ["input", "span"].map((name) => row.querySelector(name).getBoundingClientRect());
        return [mark.top + mark.bottom - text.top - text.bottom, getComputedStyle(row, "::after").content];
      });
    const [off, digit] = await look();
    assert.ok(Math.abs(off) < 6, `${off / 2} px`);
    assert.match(digit, /counter/);
    await card.choose("Join tables");
    await card.goOn();
    assert.equal((await look())[1], "none", "beside a number");
    await card.close();
  });

  test("the names that assistive technology is given", async () => {
    const card = await open("/kinds.html");
    await card.until(".heading", "What must it do?");
    const tree = async () => {
      const nodes = [];
      const visit = (node) => {
        if (["checkbox", "textbox", "radio", "group"].includes(node.role)) nodes.push(`${node.role} ${node.name}`);
        (node.children ?? []).forEach(visit);
      };
      visit(await card.page.accessibility.snapshot({ interestingOnly: false }));
      return nodes;
    };
    const several = await tree();
    assert.ok(
      several.some((each) => /^group .*What must it do\?/.test(each)),
      several.join("\n"),
    );
    assert.ok(several.includes("checkbox None of these"), several.join("\n"));
    await card.choose("None of these");
    await card.goOn();
    assert.ok((await tree()).includes("textbox How many people use it at once? (people)"));
    await card.choose("I don’t know");
    await card.goOn();
    assert.ok((await tree()).includes("radio 1 A shrug"), (await tree()).join("\n"));
    await card.close();
  });

  test("what is marked again, or too much, is no answer any more", async () => {
    const card = await open("/kinds.html");
    await card.choose("Join tables");
    await card.choose("Join tables");
    assert.deepEqual(await card.answers(), {});
    await card.choose("I don’t know");
    assert.deepEqual(await card.answers(), { needs: null });
    await card.choose("Walk a graph");
    assert.deepEqual(await card.answers(), { needs: ["graph"] });
    for (const text of ["Join tables", "Search texts", "Keep time series"]) await card.choose(text);
    assert.deepEqual(await card.answers(), {}, "four are too many");
    await card.close();
  });
});
