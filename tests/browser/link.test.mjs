/** The link that reopens the same answers, and what strangers may write into one. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { allowCopying, launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { caseOf, fragment, openPack, packData, question } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const ANSWERS = caseOf("house_assistant").answers;
const { id, version } = packData;
const PAGES = {
  "/still.html": pageWith(`<p>${"A long story. ".repeat(900)}</p>${cardTag('scroll="none"')}`),
  "/device.html": pageWith(cardTag('remember="device"')),
  "/remember.html": pageWith(cardTag('remember="address"')),
};

describe("a link to the answers", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: PAGES })]);
    await allowCopying(browser, server.url);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (hash, options) => openCard(browser, `${server.url}/demo/?from=post${hash}`, options);
  const shown = (card) => card.ask((root) => root.querySelector(".card").textContent);

  test("Copy link gives an address that opens the very same result elsewhere", async () => {
    const card = await open("");
    await card.toResult(ANSWERS);
    await card.click("button", "Copy link");
    await card.until("[role=status]", "Link copied");
    const link = await card.page.evaluate(() => navigator.clipboard.readText());
    assert.equal(link.slice(0, link.indexOf("#")), `${server.url}/demo/?from=post`);
    const again = await openCard(browser, link);
    const strip = (text) => text.replace("Link copied", "").replace("A result someone shared.Answer it yourself", "");
    for (const each of [card, again]) await each.unfold();
    assert.equal(strip(await shown(again)), strip(await shown(card)));
    await Promise.all([card.close(), again.close()]);
  });

  test("a shared link brings the result into view with the focus, and says whose it is; one's own way begins at the first question", async () => {
    const card = await open(fragment(ANSWERS), { viewport: { width: 390, height: 844 } });
    const { top } = await card.ask((root) => root.querySelector(".card").getBoundingClientRect().toJSON());
    assert.ok(Math.abs(top) < 40, `the card starts at ${top}`);
    assert.equal(await card.focus(), `heading: ${await card.heading()}`);
    assert.equal(await card.text(".banner p"), "A result someone shared.");
    await card.press("Answer it yourself");
    assert.equal(await card.heading(), packData.decision.questions[0].text);
    await card.close();
  });

  test("a page that has been scrolled, or that asks for it, is left where it is", async () => {
    const [base, hash] = [`${server.url}/still.html`, fragment(ANSWERS)];
    const card = await openCard(browser, base + hash);
    assert.equal(await card.screen(), "result");
    assert.deepEqual([await card.focus(), await card.page.evaluate(() => scrollY)], ["body", 0]);
    await card.close();
  });

  test("Copy summary gives what a team needs: the recommendation, reasons with answers, conditions, steps, the link", async () => {
    const card = await open(fragment(ANSWERS));
    await card.click("button", "Copy summary");
    await card.until("[role=status]", "Summary copied");
    const text = await card.page.evaluate(() => navigator.clipboard.readText());
    const verdict = (await openPack()).verdict(ANSWERS);
    const plain = text.replaceAll("\\", "");
    assert.ok(plain.startsWith(`# ${verdict.recommendation.title}\n`));
    for (const { because } of verdict.reasons.filter(({ stance }) => stance === "for").slice(0, 3))
      assert.ok(plain.includes(because), because);
    for (const { text: gate } of verdict.gates) assert.ok(plain.includes(gate), gate);
    for (const step of verdict.recommendation.steps.slice(0, 3)) assert.ok(plain.includes(step.text), step.text);
    assert.ok(plain.trim().endsWith(`${server.url}/demo/?from=post${fragment(ANSWERS)}`));
    await card.close();
  });

  test("where copying is refused, the link is shown selected instead", async () => {
    const refuse = () =>
      Object.defineProperty(navigator, "clipboard", {
        value: { writeText: () => Promise.reject(new Error("refused")) },
      });
    const card = await open(fragment(ANSWERS), { before: refuse });
    await card.click("button", "Copy link");
    await card.page.waitForSelector("decision-card >>> [role=status] input");
    const { value, selected } = await card.ask((root) => {
      const field = root.activeElement;
      return { value: field.value, selected: field.selectionEnd - field.selectionStart };
    });
    assert.equal(value, `${server.url}/demo/?from=post${fragment(ANSWERS)}`);
    assert.equal(selected, value.length);
    await card.close();
  });

  test("“I don't know” travels in a link too", async () => {
    const card = await open(fragment({ gap: "knowledge", limit: null }));
    assert.deepEqual(await card.answers(), { gap: "knowledge", limit: null });
    await card.close();
  });

  test("a link from an older version says so, and still opens what is known", async () => {
    const card = await open(
      fragment({ ...ANSWERS, gone_question: "yes", latency: "gone_choice" }, { version: "0.9.0" }),
    );
    assert.equal(await card.screen(), "result");
    const { latency, ...kept } = ANSWERS;
    assert.deepEqual(await card.answers(), kept);
    assert.deepEqual(await card.texts(".notice"), [
      `The link comes from version 0.9.0 of this questionnaire; you see version ${version}.`,
      "2 answers in the link don’t fit here and were left out: “gone_question” and “latency”",
    ]);
    await card.press("Change answers");
    assert.deepEqual(await card.texts(".notice"), [], "said once");
    await card.close();
  });

  test("a link put into the address of an open page is followed", async () => {
    const card = await open("");
    await card.answer(question("gap").choices[0].text);
    await card.page.evaluate((hash) => (location.hash = hash), fragment(ANSWERS));
    await card.page.waitForSelector("decision-card >>> .result");
    assert.deepEqual(await card.answers(), ANSWERS);
    await card.close();
  });

  test('remember="address": a reload keeps place and answers, Back leads to the question before, and nothing is stored', async () => {
    const card = await openCard(browser, `${server.url}/remember.html`);
    const [first, second] = packData.decision.questions;
    await card.answer(first.choices[1].text);
    await card.choose(second.choices[0].text);
    const given = { [first.id]: first.choices[1].id, [second.id]: second.choices[0].id };
    assert.equal(await card.page.evaluate(() => location.hash), fragment(given));
    await card.page.reload();
    await card.until(".heading", second.text);
    assert.equal(await card.chosen(), second.choices[0].text);
    assert.equal(await card.text(".banner"), null, "it is nobody else's");
    await card.page.goBack();
    await card.until(".heading", first.text);
    assert.equal(await card.focus(), `heading: ${first.text}`);
    assert.deepEqual(await card.answers(), given, "the later answer too");
    await card.page.goForward();
    await card.until(".heading", second.text);
    assert.deepEqual(await card.seen("writes"), []);
    await card.close();
  });

  test('remember="address": where the kept question is in the pack no more, the answers lead to their result', async () => {
    const card = await openCard(browser, `${server.url}/remember.html`);
    await card.answer(question("gap").choices[0].text);
    await card.page.evaluate(() => {
      const state = structuredClone(history.state);
      state["decision-card"].step.question = "gone";
      history.replaceState(state, "");
    });
    await card.page.reload();
    await card.page.waitForSelector("decision-card >>> .result");
    assert.deepEqual(await card.answers(), { gap: question("gap").choices[0].id });
    await card.close();
  });

  test('remember="device": nothing is stored before Save; then a new visit opens the result, until the reader forgets it', async () => {
    const address = `${server.url}/device.html`;
    const card = await openCard(browser, address);
    await card.toResult(ANSWERS);
    assert.deepEqual(await card.seen("writes"), []);
    await card.click("button", "Save on this device");
    await card.until("[role=status]", "Saved on this device. It stays here until you delete it.");
    const mine = await card.heading();
    const again = await openCard(browser, address);
    await again.until(".heading", mine);
    assert.deepEqual(await again.answers(), ANSWERS);
    assert.equal(await again.text(".banner p"), "Your answers, saved on this device.");
    assert.equal(await again.focus(), "body");
    await again.press("Forget them");
    assert.equal(await again.heading(), packData.decision.questions[0].text);
    assert.equal(await again.page.evaluate(() => localStorage.length), 0);
    await Promise.all([card.close(), again.close()]);
  });

  test("without it the address stays the page's own", async () => {
    const card = await open("");
    await card.answer(packData.decision.questions[0].choices[1].text);
    assert.equal(card.page.url(), `${server.url}/demo/?from=post`);
    await card.close();
  });

  const unreadable = {
    "markup instead of a choice": `#dc=${id}@${version}&q.gap=<img src=x onerror=alert(1)>`,
    "script as the pack's name": `#dc=javascript:alert(1)@1.0.0`,
    "20 000 characters": `#dc=${"x".repeat(20_000)}`,
    "a thousand times the same answer": `#dc=${id}@${version}${"&q.gap=knowledge".repeat(1500)}`,
    "half an escape": "#dc=%E0%A4%A",
    "ids with a prototype's name": `#dc=${id}@${version}&q.__proto__=constructor`,
    "no version": `#dc=${id}&q.gap=both`,
  };
  for (const [what, hash] of Object.entries(unreadable)) {
    test(`a hostile link (${what}) starts afresh with a word about it`, async () => {
      const card = await open(hash);
      assert.equal(await card.screen(), "question");
      assert.deepEqual(await card.answers(), {});
      assert.deepEqual(await card.texts(".notice"), [
        "The link’s answers couldn’t be read, so the card starts afresh.",
      ]);
      assert.deepEqual(card.errors, []);
      assert.equal(await card.page.evaluate(() => ({}).constructor === Object), true);
      await card.close();
    });
  }

  test("answers that name things every object has are left out", async () => {
    const card = await open(`#dc=${id}@${version}&q.constructor=x&q.gap=constructor&q.limit=speed`);
    assert.deepEqual(await card.answers(), { limit: "speed" });
    assert.deepEqual(await card.texts(".notice"), [
      "2 answers in the link don’t fit here and were left out: “constructor” and “What is missing today?”",
    ]);
    await card.close();
  });

  const READABLE = fragment({ gap: "knowledge", limit: null });
  const arrivals = {
    escaped: READABLE.replace("@", "%40").replaceAll("=", "%3D").replaceAll("&", "%26"),
    "with entities": READABLE.replaceAll("&", "&amp;"),
    "with a bracket and a full stop behind it": `${READABLE}).`,
    "with a blank behind it": `${READABLE}%20`,
    "with a quotation mark behind it": `${READABLE}”`,
    "with > behind it": `${READABLE}>`,
    "with & behind it": `${READABLE}&`,
  };
  for (const [what, hash] of Object.entries(arrivals)) {
    test(`a link that arrives ${what} opens all its answers`, async () => {
      const card = await open(hash);
      assert.equal(await card.screen(), "result");
      assert.deepEqual(await card.answers(), { gap: "knowledge", limit: null });
      assert.deepEqual(await card.texts(".notice"), []);
      await card.close();
    });
  }

  for (const cut of ["&q.lim", "&q.limit=…", "…"]) {
    test(`a link that arrives cut off (${cut}) opens the answers before, and says so`, async () => {
      const card = await open(fragment({ gap: "knowledge" }) + cut);
      assert.equal(await card.screen(), "result");
      assert.deepEqual(await card.answers(), { gap: "knowledge" });
      assert.deepEqual(await card.texts(".notice"), [
        "One part of the link couldn’t be read and was left out. It may have been cut off or changed on its way.",
      ]);
      await card.close();
    });
  }

  test("two results open from a link with a bracket behind it, and from one pasted with what stands around it", async () => {
    const second = fragment({ gap: "both" });
    const card = await open(`${READABLE}&${second.slice(1)})`);
    assert.equal(await card.screen(), "compare");
    assert.deepEqual(await card.texts(".notice"), []);
    await card.press("Open this result");
    await card.unfold("#compare-link");
    await card.ask(
      (root, link) => void (root.getElementById("compare-link").value = link),
      `Look: <https://example.org/${second}>, nice!`,
    );
    await card.press("Compare");
    assert.equal(await card.screen(), "compare");
    await card.close();
  });

  for (const hash of ["#another-part", "#dc=other-pack@1.0.0&q.gap=both"]) {
    test(`an address that is not this card's (${hash}) is left alone`, async () => {
      const card = await open(hash);
      assert.equal(await card.screen(), "question");
      assert.deepEqual(await card.texts(".notice"), []);
      assert.equal(await card.page.evaluate(() => location.hash), hash);
      await card.close();
    });
  }
});
