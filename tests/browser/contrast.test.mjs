/**
 * What is drawn can be seen: edges of controls, bars, cells, ticks, marks, lines of the chart and focus rings have a contrast of at
 * least 3:1 (WCAG 1.4.11) in light, dark and forced colours; and in forced colours what is chosen still differs from what isn't.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LOOKS as ALL } from "./support/axe.mjs";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { drawnParts, focusRings } from "./support/drawn.mjs";
import { caseOf, fragment } from "./support/engine.mjs";
import { BETTER, gradeText, openRubric, rubricPage } from "./support/rubric.mjs";
import { startServer } from "./support/server.mjs";

const ANSWERS = caseOf("house_assistant").answers;
const LEAST = 3;
/** Colours that are on their way to others aren't measured. */
const STILL = { name: "prefers-reduced-motion", value: "reduce" };
const LOOKS = Object.fromEntries(
  Object.entries(ALL).map(([look, options]) => [look, { ...options, features: [STILL, ...(options.features ?? [])] }]),
);

describe("what is drawn can be seen", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer({ pages: { "/rubric.html": rubricPage() } })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  /** Nothing drawn is too faint, and `kinds` were there to be measured. */
  async function seen(card, screen, kinds = []) {
    const parts = await card.ask(drawnParts);
    const faint = parts.filter(({ ratio }) => ratio < LEAST).map(({ what, ratio }) => `${what}: ${ratio.toFixed(2)}`);
    assert.deepEqual([...new Set(faint)], [], screen);
    for (const kind of kinds)
      assert.ok(
        parts.some(({ what }) => what.includes(kind)),
        `${screen} has no ${kind}`,
      );
    await ringed(card, screen);
  }

  async function ringed(card, screen) {
    await card.page.keyboard.press("Tab");
    const rings = await card.ask(focusRings);
    assert.ok(rings.length > 0, screen);
    const weak = rings.filter(({ width, ratio }) => !(width >= 2 && ratio >= LEAST));
    assert.deepEqual(weak, [], `rings: ${screen}`);
  }

  for (const [look, options] of Object.entries(LOOKS)) {
    test(`in the questions, in ${look}`, async () => {
      const card = await openCard(browser, `${server.url}/demo/offline.html`, options);
      await seen(card, "first question", ["span.done", "div.line"]);
      await card.click("button", "Continue");
      await card.ask((root) => root.querySelectorAll("input")[1].click());
      await seen(card, "a choice", ["label.choice borderInlineStart"]);
      await card.press("Continue");
      await card.click("button", "Continue");
      await seen(card, "error", ["p.error borderInlineStart"]);
      await card.close();
    });

    test(`in a result, unfolded, a trial and a comparison, in ${look}`, async () => {
      const card = await openCard(browser, `${server.url}/demo/offline.html${fragment(ANSWERS)}`, options);
      await card.unfold();
      await card.ask((root) => root.querySelectorAll(".cite").forEach((each) => each.click()));
      await seen(card, "result", [
        "span.moves",
        "span.fill",
        "span.cell",
        "path.line-1",
        "input",
        "span.zero",
        "::before border",
      ]);
      await card.press("Try it");
      await seen(card, "trial", ["button.secondary button"]);
      await card.unfold();
      await card.click("button", "Compare");
      await seen(card, "what is pasted is no link", ["p.error borderInlineStart"]);
      const other = fragment(caseOf("legal_research").answers).slice(1);
      await card.page.evaluate((hash) => (location.hash = hash), `${fragment(ANSWERS)}&${other}`);
      await card.page.waitForSelector("decision-card >>> .compare");
      await seen(card, "two results");
      await card.close();
    });

    test(`in a result with open questions, in ${look}`, async () => {
      const card = await openCard(browser, `${server.url}/demo/offline.html${fragment({ gap: "both" })}`, options);
      await card.unfold(".prospect");
      await seen(card, "provisional result", ["span.fill"]);
      await card.close();
    });

    test(`in writing and in a grade, in ${look}`, async () => {
      const card = await openRubric(browser, `${server.url}/rubric.html`, options);
      await seen(card, "writing", ["textarea.field border"]);
      await gradeText(card, `${BETTER} It is healthy too.`);
      await card.ask((root) => root.querySelectorAll("details").forEach((each) => void (each.open = true)));
      await seen(card, "grade", ["mark.misconception underline", "span.full", "span.wrong", "a.number border"]);
      await card.close();
    });
  }

  test("and it does look: a faint edge that is planted is found", async () => {
    const card = await openCard(browser, `${server.url}/demo/offline.html${fragment(ANSWERS)}`);
    await card.ask((root) => root.querySelector(".strip .moves").style.setProperty("background", "#eee"));
    await assert.rejects(seen(card, "planted"), /moves background/);
    await card.close();
  });

  test("in forced colours what is chosen, moves something, is full or wrong is told from what isn't", async () => {
    const looks = (card, pairs) =>
      card.ask((root, pairs) => {
        const drawn = (selector) => {
          const style = getComputedStyle(root.querySelector(selector));
          const { backgroundColor, backgroundClip, boxShadow, outlineStyle, outlineColor, borderStyle, transform } =
            style;
          return [
            backgroundColor,
            backgroundClip,
            boxShadow,
            outlineStyle,
            outlineColor,
            borderStyle,
            transform,
          ].join();
        };
        return pairs.filter(([a, b]) => drawn(a) === drawn(b)).map((pair) => pair.join(" is drawn like "));
      }, pairs);
    const card = await openCard(browser, `${server.url}/demo/offline.html`, LOOKS["forced colours"]);
    await card.ask((root) => root.querySelectorAll("input")[1].click());
    assert.deepEqual(await looks(card, [[".choice:has(:checked)", ".choice:not(:has(:checked))"]]), []);
    await card.page.evaluate((hash) => (location.hash = hash), fragment(ANSWERS));
    await card.page.waitForSelector("decision-card >>> .strip .moves");
    await card.unfold();
    const pairs = [
      [".score.chosen .fill", ".score:not(.chosen) .fill"],
      [".strip .moves", ".strip .stays"],
      [".effects .cell:not(.stays)", ".effects .cell.stays"],
    ];
    assert.deepEqual(await looks(card, pairs), []);
    await card.close();
    const practice = await openRubric(browser, `${server.url}/rubric.html`, LOOKS["forced colours"]);
    await gradeText(practice, `${BETTER} It is healthy too.`);
    const squares = [".squares .full", ".squares .half", ".squares .none", ".squares .wrong"];
    const all = squares.flatMap((a, index) => squares.slice(index + 1).map((b) => [a, b]));
    assert.deepEqual(await looks(practice, all), []);
    await practice.close();
  });
});
