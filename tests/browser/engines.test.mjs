/**
 * The same bytes everywhere: verdicts and grades computed in Chromium, Firefox and WebKit against those that are recorded
 * in tests/corpus, which the native engine gives too; and one reader's way through the card in each.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { packPath, recordedEstimates, recordedGrades, recordedVerdicts } from "../corpus/entries.mjs";
import { assertRecorded } from "../corpus/recorded.mjs";
import { LAUNCH, missing } from "./support/browsers.mjs";
import { caseOf, choiceText, fragment, openPack, packData } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const PAGES = { "/empty.html": pageWith("", { scripts: [] }), "/card.html": pageWith(cardTag()) };
const ANSWERS = caseOf("house_assistant").answers;

for (const [name, launch] of Object.entries(LAUNCH)) {
  describe(name, { skip: missing[name] }, () => {
    let browser, server;
    before(async () => {
      [browser, server] = await Promise.all([launch(), startServer({ pages: PAGES })]);
    });
    after(() => Promise.all([browser?.close(), server?.close()]));

    /** `compute` runs in the page and gives a list of texts a line; `part` of the packs is what it opens. */
    async function assertSame(corpus, recorded, part, compute) {
      await browser.goto(`${server.url}/empty.html`);
      const [lines, texts] = [[], []];
      for (const [pack, group] of byPack(recorded)) {
        lines.push(...group);
        texts.push(...(await browser.evaluate(compute, `/${packPath(pack, part)}`, group)));
      }
      await assertRecorded(corpus, name, lines, texts);
    }

    test(`${name} computes byte for byte the recorded verdicts, outlooks and flips`, async () => {
      const lines = recordedVerdicts();
      assert.ok(lines.length >= 200, `${lines.length} answer sets`);
      await assertSame(
        "verdicts",
        withShareOfFlips(lines, Object.keys(LAUNCH).indexOf(name)),
        "decision",
        verdictTexts,
      );
    });

    test(`${name} computes byte for byte the recorded grades`, async () => {
      await assertSame("grades", recordedGrades(), "rubric", gradeTexts);
    });

    test(`${name} computes the cost pictures that Node and the native engine do`, async () => {
      await browser.goto(`${server.url}/empty.html`);
      for (const { pack, inputs, answers, estimate } of recordedEstimates()) {
        const text = await browser.evaluate(estimateText, `/${packPath(pack)}`, inputs, answers);
        assert.equal(text, JSON.stringify(estimate));
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
      const costs = await browser.evaluate(changeFigure, "retrain_months", "36");
      const [first] = (await openPack()).estimate({ retrain_months: 36 }, ANSWERS).stretches;
      assert.ok(first.cheaper, "there is one");
      assert.match(costs.sentence, /cheaper.*: \$\S+ against \$\S+ after 3 years\.$/);
      assert.ok(costs.width > 100, "the lines are as wide as the room there is");
      assert.equal(costs.rows, 7);
    });

    test("offers the result early, tries a change, takes it back and sets two results side by side", async () => {
      await browser.goto(`${server.url}/demo/offline.html?early`);
      const choices = Object.entries(ANSWERS).map(([id, choice]) => choiceText(id, choice));
      const seen = await browser.evaluate(useProofs, choices, fragment(caseOf("legal_research").answers));
      const pack = await openPack();
      const flips = pack.flips(seen.answers);
      const title = (id) => packData.decision.recommendations.find((each) => each.id === id).title;
      assert.equal(pack.outlook(seen.answers).settled, true);
      const left = pack.outlook(seen.answers).questions.length;
      assert.equal(seen.offer, `The answer is settled; ${left} questions would only add reasons.`);
      assert.equal(seen.result, title(flips.recommendation));
      assert.equal(seen.tried, title(flips.targets[0].recommendation));
      assert.deepEqual([seen.undone, seen.back], [seen.answers, seen.result]);
      assert.equal(seen.effects, flips.sensitivity.length);
      assert.deepEqual(seen.sides, [seen.result, pack.verdict(caseOf("legal_research").answers).recommendation.title]);
    });
  });
}

/**
 * Flips take nine tenths of the time: each browser computes those of every third line, the three together all of them.
 * tests/wasm/bytes.test.mjs computes all in one engine, and natively.
 */
function withShareOfFlips(lines, turn) {
  return lines.map((line, k) => {
    const { flips, ...others } = line.recorded;
    return { ...line, recorded: k % 3 === turn ? { ...others, flips } : others };
  });
}

function byPack(lines) {
  const groups = new Map();
  for (const line of lines) groups.set(line.pack, [...(groups.get(line.pack) ?? []), line]);
  return groups;
}

/** Runs in the page: the texts that are recorded of each line, by the names that they are recorded under. */
async function verdictTexts(address, lines) {
  const { load } = await import("/dist/esm/decision.js");
  const pack = (await load()).open(await (await fetch(address)).text());
  return lines.map(({ answers, recorded }) => Object.keys(recorded).map((name) => pack[`${name}Text`](answers)));
}

/** Runs in the page. */
async function gradeTexts(address, lines) {
  const { load } = await import("/dist/esm/rubric.js");
  const pack = (await load()).open(await (await fetch(address)).text());
  return lines.map(({ text, followUp }) => [pack.gradeText(text, followUp)]);
}

/** Runs in the page. */
async function estimateText(address, inputs, answers) {
  const { load } = await import("/dist/esm/decision.js");
  const pack = (await load()).open(await (await fetch(address)).text());
  return JSON.stringify(pack.estimate(inputs, answers));
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
  await until(() => root.querySelector(".cost-picture"));
  return {
    title: root.querySelector(".heading").textContent,
    focused: root.activeElement?.textContent,
    gates: root.querySelectorAll(".gate").length,
    answers,
  };
}

/** Runs in the page: answers until the result is offered, takes it, tries the first change, takes it back, pastes a link. */
async function useProofs(choices, link) {
  const card = document.querySelector("decision-card");
  const until = async (ready) => {
    for (let left = 500; !ready(); --left) {
      if (left === 0) throw new Error(`stuck at: ${root.textContent.slice(0, 200)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return ready();
  };
  await until(() => card.shadowRoot?.querySelector(".card"));
  const root = card.shadowRoot;
  const press = async (button) => {
    const screen = root.querySelector(".card");
    button.click();
    await until(() => !screen.isConnected);
  };
  while (!root.querySelector(".offer")) {
    [...root.querySelectorAll("label")].find((label) => choices.includes(label.textContent)).click();
    await press(root.querySelector(".primary"));
  }
  const [answers, offer] = [card.answers, root.querySelector(".offer").textContent];
  const heading = () => root.querySelector(".heading").textContent;
  await press(root.querySelector(".actions .secondary"));
  const result = heading();
  await press(await until(() => root.querySelector(".flip button")));
  const tried = heading();
  await press(root.querySelector(".trial button"));
  const [undone, back] = [card.answers, heading()];
  await until(() => root.querySelector(".effect"));
  const effects = root.querySelectorAll(".effect").length;
  root.getElementById("compare-link").value = link;
  await press(root.querySelector(".paste button"));
  const sides = [...root.querySelectorAll(".side .subheading")].map((each) => each.textContent);
  return { answers, offer, result, tried, undone, back, effects, sides };
}

/** Runs in the page: unfolds the cost picture and changes a figure. */
async function changeFigure(id, text) {
  const root = document.querySelector("decision-card").shadowRoot;
  for (const fold of root.querySelectorAll(".cost-fold, .cost-fold details")) fold.open = true;
  const field = root.getElementById(`figure-${id}`);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return {
    sentence: root.querySelector(".cost-words .summary").textContent,
    width: root.querySelector(".lines .line-0").getBoundingClientRect().width,
    rows: root.querySelectorAll(".cost-table tbody tr").length,
  };
}
