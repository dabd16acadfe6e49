/**
 * The same bytes everywhere: verdicts computed in Chromium, Firefox and WebKit against tests/corpus/verdicts.ndjson,
 * which the native engine wrote; and one reader's way through the card in Firefox and WebKit.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, launchFirefox, launchWebKit, missing } from "./support/browsers.mjs";
import { caseOf, choiceText, openPack } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { root, startServer } from "./support/server.mjs";

const CORPUS = path.join(root, "tests/corpus/verdicts.ndjson");
const PAGES = { "/empty.html": pageWith("", { scripts: [] }), "/card.html": pageWith(cardTag()) };
const ANSWERS = caseOf("house_assistant").answers;

/** Chromium and Firefox with the same few verbs as WebKit. */
async function withPage(launching) {
  const browser = await launching;
  const page = await browser.newPage();
  return {
    goto: (url) => page.goto(url),
    evaluate: (work, ...args) => page.evaluate(work, ...args),
    close: () => browser.close(),
  };
}

const LAUNCH = {
  chromium: () => withPage(launchChromium()),
  firefox: () => withPage(launchFirefox()),
  webkit: launchWebKit,
};

for (const [name, launch] of Object.entries(LAUNCH)) {
  describe(name, { skip: missing[name] }, () => {
    let browser, server;
    before(async () => {
      [browser, server] = await Promise.all([launch(), startServer({ pages: PAGES })]);
    });
    after(() => Promise.all([browser?.close(), server?.close()]));

    test(`${name} computes byte for byte the verdicts, outlooks and flips that the native engine wrote`, async () => {
      const lines = readCorpus();
      assert.ok(lines.length >= 200, `${lines.length} answer sets`);
      await browser.goto(`${server.url}/empty.html`);
      for (const [pack, group] of byPack(lines)) {
        const texts = await browser.evaluate(
          verdictTexts,
          packAddress(pack),
          group.map((line) => line.answers),
        );
        const different = group.filter(({ verdict, outlook, flips }, index) =>
          [verdict, outlook, flips].some((hash, at) => sha256(texts[index][at]) !== hash),
        );
        assert.deepEqual(
          different.slice(0, 3),
          [],
          `${different.length} of ${group.length} answer sets of ${pack} differ`,
        );
      }
    });

    test(`in ${name} a reader answers the questions and gets the result`, async () => {
      await browser.goto(`${server.url}/card.html`);
      const { recommendation, gates } = (await openPack()).verdict(ANSWERS);
      const choices = Object.entries(ANSWERS).map(([id, choice]) => choiceText(id, choice));
      const seen = await browser.evaluate(goThrough, choices);
      assert.equal(seen.title, recommendation.title);
      assert.equal(seen.focused, recommendation.title, "the heading has the focus");
      assert.equal(seen.gates, gates.length);
      assert.deepEqual(seen.answers, ANSWERS);
    });
  });
}

function readCorpus() {
  return readFileSync(CORPUS, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function byPack(lines) {
  const groups = new Map();
  for (const line of lines) groups.set(line.pack, [...(groups.get(line.pack) ?? []), line]);
  return groups;
}

function packAddress(id) {
  return ["packs", "tests/corpus/packs"]
    .map((folder) => `/${folder}/${id}.json`)
    .find((file) => existsSync(path.join(root, file)));
}

function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}

/** Runs in the page. */
async function verdictTexts(address, answers) {
  const { load } = await import("/dist/engine.js");
  const pack = (await load()).open(await (await fetch(address)).text());
  return answers.map((each) => [pack.verdictText(each), pack.outlookText(each), pack.flipsText(each)]);
}

/** Runs in the page: chooses the answer whose text is given, presses the main button, until the result is there. */
async function goThrough(choices) {
  const card = document.querySelector("decision-card");
  const until = async (ready) => {
    for (let left = 500; !ready(); --left) {
      if (left === 0) throw new Error(`stuck at: ${card.shadowRoot?.textContent.slice(0, 200)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  await until(() => card.shadowRoot?.querySelector(".card"));
  const root = card.shadowRoot;
  while (!root.querySelector(".result")) {
    const screen = root.querySelector(".card");
    [...root.querySelectorAll("label")].find((label) => choices.includes(label.textContent))?.click();
    root.querySelector(".primary").click();
    await until(() => !screen.isConnected);
  }
  const answers = card.answers;
  return {
    title: root.querySelector(".heading").textContent,
    focused: root.activeElement?.textContent,
    gates: root.querySelectorAll(".gate").length,
    answers,
  };
}
