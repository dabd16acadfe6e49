/** Packs of other authors: whatever a pack lacks, has one of or has very much of, its result is whole, and nothing of it is empty. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard, overflowing } from "./support/card.mjs";
import { inlinePack, pageWith } from "./support/pages.mjs";
import { root, startServer } from "./support/server.mjs";

const LUNCH = readFileSync(path.join(root, "tests/corpus/packs/lunch.json"), "utf8");
const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

/** The lunch pack, changed. */
function lunch(change) {
  const pack = JSON.parse(LUNCH);
  change(pack, pack.decision);
  delete pack.decision.cases;
  return pageWith(inlinePack(JSON.stringify(pack)));
}

const cold = { "==": [{ var: "weather" }, "cold"] };
const PAGES = {
  "no gate": lunch((_, decision) => {
    delete decision.gates;
    delete decision.recommendations[0].when;
    decision.recommendations.length = 1;
  }),
  "one alternative": lunch((_, decision) => {
    decision.alternatives.length = 1;
    decision.rules.length = 1;
    decision.rules[0].points = { soup: 3 };
    decision.recommendations = [{ id: "soup", title: "Have the soup", summary: "Warm.", alternatives: ["soup"] }];
  }),
  "forty reasons": lunch((_, decision) => {
    decision.rules = Array.from({ length: 40 }, (_, k) => ({
      id: `rule_${k}`,
      when: cold,
      points: { [k % 3 ? "soup" : "salad"]: (k % 7) + 1 },
      because: `The reason number ${k}, and why it is one.`,
    }));
  }),
  "no sources": lunch((pack, decision) => {
    delete pack.sources;
    for (const rule of decision.rules) delete rule.sources;
  }),
  "a source without an address": lunch((pack) => {
    delete pack.sources[0].url;
  }),
  "no reason": lunch((_, decision) => {
    decision.rules = [
      { id: "heat", when: { "==": [{ var: "weather" }, "hot"] }, points: { salad: 1 }, because: "Salad cools." },
    ];
    decision.recommendations = [{ id: "salad", title: "Have the salad", summary: "Fresh.", alternatives: ["salad"] }];
  }),
  "very long words": lunch((pack, decision) => {
    pack.language = "de";
    decision.question = `${LONG}?`;
    for (const question of decision.questions) {
      question.text = `${LONG}?`;
      for (const choice of question.choices) choice.text = `${LONG} ${choice.id}`;
    }
    for (const each of decision.alternatives) each.name = LONG;
    for (const each of decision.recommendations) Object.assign(each, { title: LONG, summary: LONG });
    for (const each of decision.gates) each.text = LONG;
    for (const each of decision.rules) each.because = LONG;
  }),
};

/** Headings and folds with nothing below them, and words that were never filled in. Runs on the shadow root. */
function empty(root) {
  const bare = [...root.querySelectorAll("section section, .fold, .more, ul, ol, .group")].filter((each) => {
    const own = each.querySelector(":scope > .subheading, :scope > summary, :scope > summary .subheading");
    return each.textContent.replace(own?.textContent ?? "", "").trim() === "";
  });
  const text = root.querySelector(".card").textContent;
  return [
    ...bare.map((each) => each.className || each.localName),
    ...(text.match(/\{\w+\}|undefined|null|NaN/g) ?? []),
  ];
}

describe("packs of other authors", { skip: missing.chromium }, () => {
  let browser, server;
  const address = (name) => `/${name.replaceAll(" ", "-")}.html`;
  before(async () => {
    const pages = Object.fromEntries(Object.entries(PAGES).map(([name, page]) => [address(name), page]));
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  for (const name of Object.keys(PAGES)) {
    test(name, async () => {
      const link = "#dc=lunch@1.0.0&q.weather=cold&q.minutes=thirty";
      const viewport = { width: 320, height: 700 };
      const asked = await openCard(browser, server.url + address(name), { viewport });
      assert.deepEqual(await overflowing(asked), [], "question");
      assert.deepEqual(asked.errors, []);
      await asked.close();
      const card = await openCard(browser, server.url + address(name) + link, { viewport });
      await card.page.waitForSelector("decision-card >>> .result");
      await card.unfold();
      assert.deepEqual(await overflowing(card), [], "result");
      assert.deepEqual(await card.ask(empty), []);
      assert.deepEqual(card.errors, []);
      await card.close();
    });
  }

  test("nothing is cited where no source has an address; what was drawn on is still named", async () => {
    const card = await openCard(
      browser,
      `${server.url}${address("a source without an address")}#dc=lunch@1.0.0&q.weather=cold`,
    );
    await card.unfold();
    assert.deepEqual(await card.texts(".cite"), []);
    assert.match(await card.text(".sources li"), /^The house cookbook/);
    await card.close();
  });
});
