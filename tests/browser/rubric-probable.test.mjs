// SPDX-License-Identifier: MIT
/** What cues make probable, on the card: told from what is certain, confirmed, rejected, and counted apart. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { clean, LOOKS } from "./support/axe.mjs";
import { launchChromium, missing } from "./support/browsers.mjs";
import { pageWith } from "./support/pages.mjs";
import { gradeText, inlineRubric, marks, openRubric } from "./support/rubric.mjs";
import { startServer } from "./support/server.mjs";

const TEXT = "Home-made bread is fresh. You can bring it as a gift. It is healthy.";

/**
 * The real engine, but what it finds of the gift and of health is said to come of cues: the sentence, and the word that told
 * it. So the card is tested whatever a rubric has learned.
 */
function asProbable() {
  const Card = customElements.get("rubric-card");
  const { engine } = Card;
  const sentence = (text, { start }) => ({
    start: Math.max(0, text.lastIndexOf(". ", start) + 1) || 0,
    end: text.indexOf(".", start) + 1,
  });
  const doubted = (text, claimed) => (finding) => {
    if (!["gift", "health"].includes(finding.id) || finding.evidence.length === 0) return finding;
    const claim = claimed.find(({ id }) => id === finding.id);
    if (claim) return { ...finding, certainty: "claimed", evidence: [{ start: claim.start, end: claim.end }] };
    const [words] = finding.evidence;
    const { start, end } = sentence(text, words);
    const trimmed = start + text.slice(start, end).search(/\S/);
    return {
      ...finding,
      certainty: "probable",
      evidence: [{ start: trimmed, end }],
      words: [{ start: words.start, end: words.end }],
    };
  };
  const wrap = (pack) => ({
    text: pack.text,
    get description() {
      return pack.description;
    },
    grade(text, followUp, marked) {
      const grade = pack.grade(text, followUp, marked);
      const { criteria, misconceptions } = grade;
      return {
        ...grade,
        criteria: criteria.map(doubted(text, marked.claimed)),
        misconceptions: misconceptions.map(doubted(text, [])),
      };
    },
  });
  Card.engine = async () => {
    const real = await engine();
    return { ...real, open: (pack) => wrap(real.open(pack)) };
  };
  document.querySelector("#later").replaceWith(document.querySelector("template").content);
}

const page = (options) =>
  pageWith(
    `<div id="later"></div><template>${inlineRubric()}</template><script src="/probable.js" defer></script>`,
    options,
  );

describe("what is only probable", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    const pages = {
      "/probable.html": page({ head: '<link rel="stylesheet" href="/demo/post.css">' }),
      "/probable.js": `(${asProbable})()`,
    };
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const graded = async (options) => {
    const card = await openRubric(browser, `${server.url}/probable.html`, options);
    await gradeText(card, TEXT);
    return card;
  };

  test("is told from what is certain by line, sign and words, and counted apart", async () => {
    const card = await graded();
    assert.equal(
      await card.text(".total"),
      "1 of 3 concepts and one extra: 2 named. Of these, one is certain, one is probable.",
    );
    assert.equal(await card.text(".probable .subheading"), "You may mean this");
    assert.equal(await card.text(".probable .said"), TEXT, "in its surroundings");
    assert.deepEqual(await card.texts(".probable .said em"), ["gift"]);
    const found = await marks(card);
    assert.deepEqual(
      found.map(({ look, labels }) => [look, ...labels]),
      [
        ["", "1"],
        ["probable", "2?"],
        ["misconception", "correction A?"],
      ],
    );
    const lines = await card.ask((root) =>
      [...root.querySelectorAll("mark")].map((each) => getComputedStyle(each).textDecorationStyle),
    );
    assert.deepEqual(lines, ["solid", "dashed", "wavy"]);
    assert.match(await card.text(".legend"), /Dashed, with “\?”: probable/);
    assert.match(await card.text(".misconceptions"), /You may mean this/);
    await card.close();
  });

  test("“Yes, I mean this” makes it the reader's claim, with its sentence", async () => {
    const card = await graded();
    await card.press("Yes, I mean this: It makes a gift");
    assert.equal(
      await card.text(".total"),
      "1 of 3 concepts and one extra: 2 named. Of these, one is certain, one is your own claim.",
    );
    assert.deepEqual(await card.texts(".claimed .said em"), ["You can bring it as a gift."]);
    assert.equal(await card.text(".probable"), null);
    await card.press("Take it back: It makes a gift");
    assert.equal(await card.text(".probable .subheading"), "You may mean this");
    await card.close();
  });

  test("“I didn’t mean that” takes it out of the count, and it can be taken back", async () => {
    const card = await graded();
    await card.press("I didn’t mean that: It makes a gift");
    assert.equal(await card.text(".total"), "1 of 3 concepts: 1 named.");
    assert.match(await card.text(".rejected"), /^You didn’t mean: It makes a gift/);
    assert.match(await card.focus(), /^button: Take it back/);
    await card.page.keyboard.press("Enter");
    assert.equal(await card.text(".probable .subheading"), "You may mean this");
    await card.close();
  });

  for (const [look, options] of Object.entries(LOOKS))
    test(`axe finds nothing, in ${look}`, async () => {
      const card = await graded(options);
      await card.ask((root) => root.querySelectorAll("details").forEach((each) => void (each.open = true)));
      await clean(card, "what is probable");
      await card.close();
    });
});
