/** A small rubric of the tests' own, texts that it grades in known ways, and a <rubric-card> worked as a reader would. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { allowCopying, launchChromium } from "./browsers.mjs";
import { openCard } from "./card.mjs";
import { FALLBACK, pageWith } from "./pages.mjs";
import { startServer } from "./server.mjs";

export const source = { id: "baker", title: "A baker’s notebook", url: "https://example.org/notebook" };

export const RUBRIC = {
  question: "Why bake bread at home?",
  why_asked: "It shows whether you weigh taste against effort.",
  intro: "Two or three sentences are enough.",
  seconds: 90,
  lexicon: {
    bread: "bread, loaf",
    fresh: "fresh",
    cheap: "cheap",
    effort: "effort",
    gift: "gift",
    healthy: "healthy",
    freezer: "freezer",
    reason: "because",
  },
  levels: [
    { id: "named", title: "Named", points: 1 },
    { id: "explained", title: "Explained", points: 2, also: ["reason"] },
  ],
  topic: [{ has: ["bread"] }],
  criteria: [
    {
      id: "freshness",
      title: "It is fresh",
      hint: "What do you smell?",
      model: "Home-made bread is fresh because it was in the oven a minute ago.",
      sources: ["baker"],
      patterns: [{ has: ["bread", "fresh"] }],
    },
    {
      id: "cost",
      title: "It costs less",
      hint: "What is flour worth?",
      model: "It is cheap because flour is.",
      patterns: [{ has: ["cheap"] }],
    },
    {
      id: "effort",
      title: "It takes effort",
      hint: "What about your Sunday?",
      model: "It is an effort, because someone has to knead.",
      patterns: [{ has: ["effort"] }],
    },
    { id: "gift", title: "It makes a gift", bonus: true, hint: "Whom do you visit?", patterns: [{ has: ["gift"] }] },
  ],
  misconceptions: [
    {
      id: "health",
      title: "Home-made means healthy",
      correction: "White flour is white flour in any oven.",
      points: -1,
      sources: ["baker"],
      patterns: [{ has: ["healthy"] }],
    },
  ],
  follow_ups: [
    {
      id: "keeping",
      question: "How do you keep it?",
      why: "Bread goes stale.",
      criteria: [
        {
          id: "freezing",
          title: "The freezer",
          hint: "Think cold.",
          model: "In the freezer.",
          patterns: [{ has: ["freezer"] }],
        },
      ],
    },
    {
      id: "selling",
      question: "Would you sell it?",
      criteria: [{ id: "price", title: "The price", hint: "Who pays?", patterns: [{ has: ["cheap"] }] }],
    },
  ],
  bands: [
    { id: "excellent", title: "A baker’s answer", text: "Nothing is left to say.", least: 80 },
    { id: "good", title: "A good answer", text: "Add a reason to what you named.", least: 50 },
    { id: "partial", title: "A first rise", text: "Say more about what decides.", least: 20 },
    { id: "poor", title: "Not risen yet", text: "Read the hints and try again.", least: 0 },
    { id: "off_topic", title: "Something else", text: "This wasn’t about bread.", least: 0 },
  ],
};

export const PACK = {
  format: 1,
  id: "bread",
  version: "1.0.0",
  language: "en",
  title: "Bread",
  sources: [source],
  rubric: RUBRIC,
};

/** Freshness is named, the misconception asserted: a point less a point. */
export const WEAK = "Home-made bread is fresh.\n\n  It is healthy too.";
/** Freshness explained, cost and the gift named. */
export const BETTER = "Home-made bread is fresh because I bake it.\nIt is cheap, and a nice gift.";

export function inlineRubric(pack = PACK, attributes = "") {
  const text = JSON.stringify(pack).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="own-pack">${text}</script>${rubricTag(`src="#own-pack" ${attributes}`)}`;
}

export function rubricTag(attributes = "") {
  return `<rubric-card ${attributes}><p id="fallback">${FALLBACK}</p></rubric-card>`;
}

export const rubricPage = (options) => pageWith(inlineRubric(), options);

export function openRubric(browser, url, options) {
  return openCard(browser, url, { tag: "rubric-card", ...options });
}

/** Replaces what is written, key by key when `typed`, at once otherwise. */
export async function write(card, text, { typed = false } = {}) {
  const field = await card.page.$(`${card.tag} >>> textarea`);
  await field.evaluate(
    (node, value) => {
      node.value = value;
      node.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    typed ? "" : text,
  );
  if (typed) await field.type(text);
}

export async function gradeText(card, text) {
  await write(card, text);
  await card.press("Check my answer");
}

export function field(card) {
  return card.ask((root) => {
    const { value, selectionStart, selectionEnd } = root.querySelector("textarea");
    return { value, caret: selectionStart === selectionEnd ? selectionStart : null };
  });
}

/** Every mark in the text: its words, its look, and the labels right behind it. */
export function marks(card) {
  return card.ask((root) =>
    [...root.querySelectorAll(".written mark")].map((mark) => ({
      text: mark.textContent,
      look: mark.className.replace(/ ?lit$/, ""),
      labels: [...(mark.nextElementSibling?.matches("sup") ? mark.nextElementSibling.querySelectorAll("a") : [])].map(
        (link) => link.firstChild.textContent,
      ),
    })),
  );
}

/** The reader's text as it stands on the screen, without labels and what only screen readers hear. */
export function written(card) {
  return card.ask((root) => {
    const copy = root.querySelector(".written").cloneNode(true);
    for (const extra of copy.querySelectorAll(".hidden, .note, sup")) extra.remove();
    return copy.textContent;
  });
}

/** For a suite in Chromium: each test gets a card of its own, on which nothing may go wrong unseen. */
export function withOwnCard() {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: { "/rubric.html": rubricPage() } })]);
    await allowCopying(browser, server.url);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));
  return (work, options) => async () => {
    const card = await openRubric(browser, `${server.url}/rubric.html`, options);
    await work(card);
    assert.deepEqual(card.errors, []);
    await card.close();
  };
}
