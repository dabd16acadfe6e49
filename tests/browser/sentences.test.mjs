/** Over all cases of the pack: what the result says of the reader, of gates, counts and margins is what the engine says of them. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { openPack, packData } from "./support/engine.mjs";
import { startServer } from "./support/server.mjs";

/** Runs on the shadow root, once everything is filled. */
function said(root) {
  const text = (selector) => root.querySelector(selector)?.textContent.trim() ?? "";
  const texts = (selector) => [...root.querySelectorAll(selector)].map((each) => each.textContent.trim());
  return {
    heading: text(".heading"),
    from: text(".kicker .soft"),
    ticks: [...root.querySelectorAll(".tick")].map((each) => each.ariaLabel),
    met: text(".gates .hint"),
    level: text(".clarity .level"),
    clarity: text(".clarity"),
    moving: root.querySelectorAll(".strip .moves").length,
    cells: root.querySelectorAll(".strip span").length,
    change: text(".what-if .hint"),
    open: text(".still-open .hint"),
    but: text(".but .because"),
    despite: text(".despite"),
    others: texts(".other .subheading"),
    costs: text(".cost-fold .hint"),
    finding: text(".cost-words .summary"),
  };
}

const STATES = { pass: "Met", fail: "Not met", unknown: "Open" };
const answers = (count) => (count === 1 ? "from one answer" : `from ${count} answers`);

describe("what a result says", { skip: missing.chromium }, () => {
  let browser, server, pack, card;
  before(async () => {
    [browser, server, pack] = await Promise.all([launchChromium(), startServer(), openPack()]);
    card = await openCard(browser, `${server.url}/demo/offline.html#dc=${packData.id}@${packData.version}&q.gap=both`);
    await card.page.waitForSelector("decision-card >>> .result");
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  async function show(given) {
    await card.page.evaluate((given) => void (document.querySelector("decision-card").answers = given), given);
    const filled = () =>
      [...document.querySelector("decision-card").shadowRoot.querySelectorAll(".fold")].every(
        (each) => each.childElementCount > 1,
      );
    await card.page.waitForFunction(filled, { polling: 10 });
    return card.ask(said);
  }

  for (const { id, answers: given } of packData.decision.cases) {
    test(id, async () => {
      const shown = await show(given);
      const verdict = pack.verdict(given);
      assertHead(shown, verdict, given);
      assertMargins(shown, verdict, pack.flips(given));
      assertRest(shown, verdict, pack.estimate({}, given));
    });
  }

  function assertHead(shown, { recommendation, gates, open, pending, not_asked, ignored }, given) {
    const idle = new Set([...not_asked, ...ignored]);
    const count = Object.entries(given).filter(([question, choice]) => choice !== null && !idle.has(question)).length;
    const { title } = recommendation;
    assert.equal(shown.heading, count > 0 ? title : `Too early to say. ${title}`);
    assert.equal(shown.from, count > 0 ? answers(count) : "");
    assert.deepEqual(
      shown.ticks,
      gates.map(({ state, text }) => `${STATES[state]}: ${text}`),
    );
    const met = gates.filter(({ state }) => state === "pass").length;
    const unknown = gates.filter(({ state }) => state === "unknown").length;
    assert.equal(shown.met, `${met} of ${gates.length} met${unknown > 0 ? `, ${unknown} open` : ""}`);
    const left = open.length + pending.length;
    assert.equal(shown.open, left === 0 ? "" : left === 1 ? "one question" : `${left} questions`);
  }

  function assertMargins(shown, { clarity, status, exact }, flips) {
    const { same, of } = clarity;
    assert.deepEqual([same, of], [flips.margin.same, flips.margin.of]);
    const sentence = /moves in (\d+) of (\d+) cases/.exec(shown.clarity);
    if (of === 0 || same === of) assert.equal(sentence, null);
    else assert.deepEqual(sentence.slice(1).map(Number), [of - same, of]);
    if (of > 0) assert.equal(shown.level === "Holds whichever answer you change", same === of);
    if (of > 0 && same < of) assert.equal(shown.cells, flips.sensitivity.length);
    const moves = ({ others }) => others.some((other) => other.recommendation !== flips.recommendation);
    if (of > 0 && same < of) assert.equal(shown.moving, flips.sensitivity.filter(moves).length);
    const count = Number(/^(\d+) single/.exec(shown.change)?.[1] ?? (shown.change.startsWith("one single") ? 1 : 0));
    assert.equal(count, of - same);
    const nearest = flips.targets.find((target) => target.recommendation === flips.margin.nearest?.recommendation);
    if (nearest && of > 0) assert.ok(shown.change.endsWith(`nearest: ${nearest.title}`), shown.change);
    assert.equal(/Provisional/.test(shown.clarity), status === "provisional");
    assert.equal(/than could be checked/.test(shown.clarity), !exact);
  }

  function assertRest(shown, { reasons, why_not, recommendation, despite }, { series }) {
    assert.equal(shown.despite, despite ?? "");
    const against = reasons.find(({ stance }) => stance === "against");
    assert.equal(shown.but !== "", against !== undefined);
    if (against) assert.ok(shown.but.startsWith(against.because));
    assert.ok(!shown.others.includes(recommendation.title));
    for (const title of shown.others) assert.ok(why_not.some((other) => other.title === title));
    const totals = series.map(({ cumulative }) => cumulative.at(-1));
    const amounts = [...shown.finding.matchAll(/\$([\d.,]+)(K|M)?/g)].map(
      ([, number, unit]) => Number(number.replaceAll(",", "")) * ({ K: 1e3, M: 1e6 }[unit] ?? 1),
    );
    assert.equal(amounts.length, 2, shown.finding);
    for (const amount of amounts)
      assert.ok(
        totals.some((total) => Math.abs(total - amount) <= total * 0.01 + 1),
        shown.finding,
      );
    assert.ok(amounts[0] <= amounts[1], shown.finding);
  }
});
