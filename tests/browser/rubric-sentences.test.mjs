/** Over all samples of the bundled rubric: what the grade says of bands, concepts, levels and corrections is what the engine found. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "./support/browsers.mjs";
import { gradeText, openRubric } from "./support/rubric.mjs";
import { root, startServer } from "./support/server.mjs";

const text = readFileSync(path.join(root, "packs/rag-vs-fine-tuning/rubric.json"), "utf8");
const { samples, criteria, bands } = JSON.parse(text).rubric;
const counted = new Set(criteria.filter(({ bonus }) => !bonus).map(({ id }) => id));

/** Runs on the shadow root. */
function said(root) {
  const count = (selector) => root.querySelectorAll(selector).length;
  return {
    heading: root.querySelector(".heading").textContent,
    total: root.querySelector(".total").textContent,
    advice: root.querySelector("[part=summary]").textContent,
    squares: Object.fromEntries(["none", "half", "full", "wrong"].map((kind) => [kind, count(`.squares .${kind}`)])),
    wrong: count(".misconceptions .finding"),
    lacking: count(".missing .finding"),
    adding: root.querySelector(".missing .subheading")?.textContent ?? "",
  };
}

describe("what a grade says", { skip: missing.chromium }, () => {
  let browser, server, card, rubric;
  before(async () => {
    const { load } = await import("../../dist/esm/rubric.js");
    rubric = (await load()).open(text);
    [browser, server] = await Promise.all([launchChromium(), startServer()]);
    card = await openRubric(browser, `${server.url}/demo/practise.html`);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  for (const { id, text: answer } of samples.filter((each) => each.follow_up === undefined)) {
    test(id, async () => {
      await gradeText(card, answer);
      const [shown, grade] = [await card.ask(said), rubric.grade(answer)];
      assertHead(shown, grade);
      assertParts(shown, grade);
      await card.press("Revise");
    });
  }

  function assertHead({ heading, total, advice, squares }, { band, criteria: found, misconceptions }) {
    const { title, text: own } = bands.find((each) => each.id === band);
    const wrong = misconceptions.length;
    const things = wrong === 1 ? "one thing" : `${wrong} things`;
    assert.equal(heading, wrong === 0 ? title : `${title}, and ${things} to correct`);
    assert.equal(advice, own);
    const reached = found.filter(({ level }) => level > 0);
    const [, some, of] = /^(\d+) of (\d+) concepts/.exec(total);
    assert.deepEqual([Number(some), Number(of)], [reached.filter((each) => counted.has(each.id)).length, counted.size]);
    const levels = [...total.matchAll(/[:,] (\d+) (?:explained|named)/g)].reduce(
      (sum, [, count]) => sum + Number(count),
      0,
    );
    assert.equal(levels, reached.length, total);
    assert.equal(squares.half + squares.full, reached.length);
    assert.equal(squares.none, criteria.length - reached.length);
    assert.equal(squares.wrong, wrong);
  }

  function assertParts({ wrong, lacking, adding }, { criteria: found, misconceptions }) {
    assert.equal(wrong, misconceptions.length);
    const reached = new Set(found.filter(({ level }) => level > 0).map((each) => each.id));
    const missing = criteria.filter((each) => !reached.has(each.id)).length;
    assert.equal(lacking, missing);
    const next = /^(\d+|One) to add next$/.exec(adding)?.[1];
    if (missing > 0) assert.equal(next === "One" ? 1 : Number(next), Math.min(missing, 3), adding);
  }
});
