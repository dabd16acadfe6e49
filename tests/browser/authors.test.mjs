/** Packs of other authors: whatever a pack lacks, has one of or has very much of, its result is whole, and nothing of it is empty. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard, overflowing } from "./support/card.mjs";
import { openPack } from "./support/engine.mjs";
import { cardTag, inlinePack, pageWith } from "./support/pages.mjs";
import { root, STRICT_CSP, startServer } from "./support/server.mjs";

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

const strings = path.join(process.env.DECISION_CARD_CORPORA ?? path.join(root, "../shared/corpora"), "strings");

/** Every text of the lunch pack is one of these, in turn; a question of sixteen choices asks for the others. */
async function hostile(texts) {
  const { decision, ...about } = JSON.parse(LUNCH);
  const accepted = [];
  const packOf = (all) => {
    let next = 0;
    const text = () => all[next++ % all.length];
    const pack = structuredClone({ ...about, decision });
    const { questions, alternatives, gates, rules, recommendations } = pack.decision;
    delete pack.decision.cases;
    pack.title = text();
    for (const rule of rules) rule.because = text();
    for (const each of alternatives) each.name = text();
    for (const gate of gates) Object.assign(gate, { text: text(), pass: text(), fail: text() });
    for (const each of recommendations) Object.assign(each, { title: text(), summary: text() });
    for (let k = 0; k < all.length; k += 16) {
      const choices = all.slice(k, k + 16).map((each, at) => ({ id: `c${at}`, text: each }));
      const other = { id: "other", text: "Something else" };
      questions.push({ id: `more${k}`, text: text(), why: text(), choices: [...choices, other] });
    }
    return pack;
  };
  for (const text of texts) if (await openable(packOf([text]))) accepted.push(text);
  return { pack: packOf(accepted), refused: texts.length - accepted.length };
}

/** Blank texts are refused, and nothing else. */
async function openable(pack) {
  return openPack(JSON.stringify(pack)).then(
    () => true,
    () => false,
  );
}

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

/** Goes through a pack's questions to its result; gives texts that aren't shown as they are, and elements of a text's making. Runs in the page. */
async function everyScreen(pack) {
  const card = document.querySelector("decision-card");
  const seen = new Set();
  const wrong = [];
  const look = (texts, selector) => {
    const all = [...card.shadowRoot.querySelectorAll(selector)].map((each) => each.textContent);
    for (const text of texts) if (!all.some((each) => each.includes(text))) wrong.push([selector, text]);
    for (const each of card.shadowRoot.querySelectorAll(".card *")) seen.add(each.localName);
  };
  for (let left = 100; left > 0 && !(await card.goTo({ step: "review" })); --left)
    await new Promise((resolve) => setTimeout(resolve, 50));
  for (const { id, text, choices } of pack.decision.questions) {
    await card.goTo({ step: "question", question: id });
    look([text], ".heading");
    look(
      choices.map((choice) => choice.text),
      "label",
    );
  }
  card.answers = { weather: "cold", minutes: "thirty" };
  await card.goTo({ step: "result" });
  look([pack.decision.recommendations[0].title], ".heading");
  look([pack.decision.rules[0].because], ".card");
  const foreign = [
    "script",
    "img",
    "iframe",
    "object",
    "embed",
    "style",
    "link",
    "video",
    "audio",
    "form",
    "base",
    "meta",
  ];
  return { wrong, elements: foreign.filter((name) => seen.has(name)) };
}

describe("packs of other authors", { skip: missing.chromium }, () => {
  let browser, server, strict;
  const address = (name) => `/${name.replaceAll(" ", "-")}.html`;
  before(async () => {
    const pages = Object.fromEntries(Object.entries(PAGES).map(([name, page]) => [address(name), page]));
    [browser, server, strict] = await Promise.all([
      launchChromium(),
      startServer({ pages }),
      startServer({ pages: { "/plain.html": pageWith(cardTag()) }, csp: STRICT_CSP }),
    ]);
  });
  after(() => Promise.all([browser, server, strict].map((each) => each?.close())));

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

  for (const file of ["blns.json", "xss-payloads.json"]) {
    const at = path.join(strings, file);
    test(
      `hostile strings (${file}) in every text of a pack are shown as they are`,
      { skip: !existsSync(at) && `${at} is absent` },
      async () => {
        const texts = JSON.parse(readFileSync(at, "utf8")).map((each) =>
          (typeof each === "string" ? each : JSON.stringify(each)).toWellFormed(),
        );
        const { pack, refused } = await hostile(texts);
        assert.ok(refused < 8, `${refused} were refused`);
        const card = await openCard(browser, `${strict.url}/plain.html`);
        await card.page.evaluate((pack) => void (document.querySelector("decision-card").packData = pack), pack);
        const shown = await card.page.evaluate(everyScreen, pack);
        assert.deepEqual(shown.wrong, []);
        assert.deepEqual(shown.elements, []);
        assert.deepEqual(await card.seen("violations"), []);
        assert.deepEqual(card.errors, []);
        await card.close();
      },
    );
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
