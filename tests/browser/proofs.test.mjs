/** What the reader gets of what is proved: changes to try, what each answer does, what is still open, two results compared. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { allowCopying, launchChromium, missing } from "./support/browsers.mjs";
import { openCard, overflowing } from "./support/card.mjs";
import { caseOf, choiceText, fragment, openPack, packData, question } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { startServer } from "./support/server.mjs";

const BOTH = caseOf("house_assistant").answers;
const RAG = caseOf("legal_research").answers;
/** Four answers left open. */
const OPEN = { ...BOTH, corpus: null, limit: null, tried: null, labelled_data: null };
const UNDO = "Undo";

const PAGES = {
  "/rtl.html": pageWith(cardTag(), { attributes: 'lang="ar" dir="rtl"' }),
};

describe("what is proved, for the reader", { skip: missing.chromium }, () => {
  let browser, server, pack;
  before(async () => {
    [browser, server, pack] = await Promise.all([launchChromium(), startServer({ pages: PAGES }), openPack()]);
    await allowCopying(browser, server.url);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  const open = (hash = "", { page = "/demo/", ...options } = {}) =>
    openCard(browser, server.url + page + hash, options);
  const withCard = (hash, work, options) => async () => {
    const card = await open(hash, options);
    await work(card);
    assert.deepEqual(card.errors, []);
    await card.close();
  };
  const title = (id) => packData.decision.recommendations.find((each) => each.id === id).title;

  const unfolded = (card, filled) => card.unfold(filled);

  // ---- what would change it

  test(
    "the head says what the engine says of single changes, a cell for each answer; the closed fold says how many and the nearest",
    withCard(fragment(BOTH), async (card) => {
      await unfolded(card);
      const { margin, sensitivity, recommendation } = pack.flips(BOTH);
      const moves = margin.of - margin.same;
      assert.match(
        await card.text(".clarity"),
        new RegExp(`Change one answer and it moves in ${moves} of ${margin.of} cases\\.`),
      );
      const cells = await card.ask((root) => [...root.querySelectorAll(".strip span")].map((each) => each.className));
      assert.deepEqual(
        cells,
        sensitivity.map(({ others }) =>
          others.some((other) => other.recommendation !== recommendation) ? "moves" : "stays",
        ),
      );
      assert.equal(
        await card.text(".what-if .hint"),
        `${moves} single changes; nearest: ${title(margin.nearest.recommendation)}`,
      );
      const groups = await card.texts(".ways > .subheading");
      assert.deepEqual(groups, ["Things you can do", "Things that may turn out otherwise"]);
    }),
  );

  test(
    "a change is tried and taken back; the way back leads to the list it was tried from",
    withCard(fragment(BOTH), async (card) => {
      await unfolded(card);
      const mine = await card.heading();
      const [{ recommendation, flips }] = pack.flips(BOTH).targets;
      const [{ question: id, to }] = flips[0].changes;
      await card.press("Try it");
      assert.equal(await card.heading(), title(recommendation));
      assert.equal(await card.focus(), `heading: ${title(recommendation)}`);
      assert.equal((await card.answers())[id], to);
      const undo = await card.ask((root) => root.querySelector(".trial button").getBoundingClientRect().toJSON());
      assert.ok(undo.top >= 0 && undo.bottom <= 900, "the way back is in sight");
      assert.equal(await card.text(".kicker > span"), "What if");
      assert.ok(
        (await card.text(".trial .said")).includes(`${choiceText(id, to)} instead of “${choiceText(id, BOTH[id])}”`),
      );
      assert.equal(await card.text(".trial .soft"), `Before: ${mine}`);
      await card.press(UNDO);
      assert.deepEqual(await card.answers(), BOTH);
      assert.equal(await card.heading(), mine);
      assert.equal(await card.text(".trial"), null);
      assert.match(await card.focus(), /^summary: What would change it/);
    }),
  );

  test(
    "every flip that is offered leads where it says",
    withCard(fragment(BOTH), async (card) => {
      await unfolded(card);
      const offered = await card.ask((root) =>
        [...root.querySelectorAll(".ways .flip")].map((row) => ({
          leads: row.querySelector(".then em").textContent,
          label: row.querySelector("button").ariaLabel,
        })),
      );
      assert.ok(offered.length >= 5);
      for (const { leads, label } of offered) {
        await card.press(label);
        assert.equal(await card.heading(), leads, label);
        await card.press(UNDO);
        await unfolded(card);
      }
    }),
  );

  test(
    "each answer by itself: what is read is what the engine says of every other choice",
    withCard(fragment(BOTH), async (card) => {
      await unfolded(card);
      const shown = await card.ask((root) =>
        [...root.querySelectorAll(".effect")].map((row) => ({
          question: row.querySelector("p").textContent,
          cells: [...row.querySelectorAll(".cell")].map((cell) => cell.textContent),
          text: row.querySelector(".led").textContent,
        })),
      );
      const { sensitivity, recommendation, targets } = pack.flips(BOTH);
      assert.equal(shown.length, sensitivity.length);
      const led = targets.filter(({ recommendation: id }) =>
        sensitivity.some(({ others }) => others.some((other) => other.recommendation === id)),
      );
      for (const { question: id, others } of sensitivity) {
        const row = shown.find((each) => each.question === question(id).text);
        const letter = (to) =>
          to === recommendation ? "" : "ABCDEF"[led.findIndex((each) => each.recommendation === to)];
        assert.deepEqual(
          row.cells,
          others.map((other) => letter(other.recommendation)),
        );
        for (const { choice, recommendation: to } of others)
          if (to !== recommendation)
            assert.match(row.text, new RegExp(`“${escaped(choiceText(id, choice))}”.*: ${escaped(title(to))}`));
        const stays = others.filter((other) => other.recommendation === recommendation).length;
        if (stays === others.length) assert.equal(row.text, "No other choice changes it.");
        else if (stays > 1) assert.ok(row.text.endsWith(`The other ${stays} choices leave it as it is.`));
      }
    }),
  );

  test(
    "the answers that fix it are the engine's",
    withCard(fragment(RAG), async (card) => {
      await unfolded(card);
      const { reason } = pack.flips(RAG);
      assert.equal(
        await card.text(".fixed .subheading"),
        `These ${reason.length} answers decide it; the others don’t matter here.`,
      );
      assert.deepEqual(
        await card.texts(".fixed em"),
        reason.map(({ question: id, choice }) => choiceText(id, choice)),
      );
    }),
  );

  // ---- what is still open

  test(
    "of the I-don't-knows, those that matter and those that don't, and where the ways to answer them lead",
    withCard(fragment(OPEN), async (card) => {
      await unfolded(card, ".prospect");
      const { questions, prospects } = pack.outlook(OPEN);
      const matter = questions.filter((each) => each.matters);
      const lists = await card.ask((root) =>
        [...root.querySelectorAll(".open-list")].map((list) =>
          [...list.querySelectorAll("li > span")].map((each) => each.textContent),
        ),
      );
      assert.deepEqual(
        lists.flat(),
        [...matter, ...questions.filter((each) => !each.matters)].map((each) => question(each.question).text),
      );
      assert.equal(
        await card.text(".still-open .condition"),
        `These ${matter.length} open questions could still change it:`,
      );
      const shown = await card.ask((root) =>
        [...root.querySelectorAll(".prospect")].map((row) => [
          row.children[0].textContent,
          row.children[1].textContent,
        ]),
      );
      const expected = prospects.filter((each) => each.share > 0).sort((a, b) => b.share - a.share);
      assert.deepEqual(
        shown,
        expected.map(({ title, share }) => [title, share < 10_000 ? "under 1%" : `${Math.round(share / 10_000)}%`]),
      );
      await card.press(`Answer: ${question(matter[0].question).text}`);
      assert.equal(await card.heading(), question(matter[0].question).text);
      await card.answer("I don’t know");
      assert.equal(await card.screen(), "result", "and back to where it was asked for");
    }),
  );

  // ---- two results

  test(
    "a pasted link is set beside this result: both recommendations and every answer that differs; its own link opens the same",
    withCard(fragment(BOTH), async (card) => {
      await unfolded(card);
      await card.click("button", "Compare");
      assert.match(await card.text("#compare-error"), /isn’t a link to a result/);
      const field = await card.page.$("decision-card >>> #compare-link");
      await field.type(`https://elsewhere.example/post${fragment(RAG)}`);
      await card.press("Compare");
      await assertCompared(card);
      await card.click("button", "Copy link");
      await card.until("[role=status]", "Link copied");
      const address = await card.page.evaluate(() => navigator.clipboard.readText());
      const again = await openCard(browser, address);
      await assertCompared(again);
      await again.close();
      await card.press("Open this result: Second result");
      assert.deepEqual(await card.answers(), RAG);
      assert.equal(await card.screen(), "result");
    }),
  );

  async function assertCompared(card) {
    assert.equal(await card.screen(), "compare");
    assert.deepEqual(
      await card.texts(".side .subheading"),
      [BOTH, RAG].map((each) => pack.verdict(each).recommendation.title),
    );
    const differ = packData.decision.questions.filter(({ id }) => (BOTH[id] ?? null) !== (RAG[id] ?? null));
    assert.deepEqual(
      await card.texts(".difference > p"),
      differ.map((each) => each.text),
    );
    assert.equal(await card.text(".differences .subheading"), `${differ.length} answers differ`);
  }

  for (const [what, hash, screen] of [
    ["three sets", [BOTH, RAG, BOTH], "compare"],
    ["a set of another questionnaire", [BOTH, null], "result"],
  ])
    test(
      `a link to ${what} too is read as far as it can be`,
      withCard(
        hash
          .map((each) => (each ? fragment(each) : "#dc=lunch@1.0.0&q.hungry=yes").slice(1))
          .reduce((all, each) => `${all}&${each}`, "#")
          .replace("#&", "#"),
        async (card) => {
          assert.equal(await card.screen(), screen);
          assert.match((await card.texts(".notice"))[0], /couldn’t be read and (was|were) left out/);
        },
      ),
    );

  // ---- for everyone

  test(
    "the keyboard alone tries a change, takes it back and compares",
    withCard(fragment(BOTH), async (card) => {
      const { keyboard } = card.page;
      await card.page.waitForSelector("decision-card >>> .flip");
      await card.tabTo("button: See which");
      await keyboard.press("Enter");
      assert.match(await card.focus(), /^summary: What would change it/);
      await card.tabTo("button: Try it");
      await keyboard.press("Enter");
      assert.match(await card.focus(), /^heading/);
      await keyboard.press("Tab");
      assert.match(await card.focus(), /^button: Undo/);
      await keyboard.press("Enter");
      assert.deepEqual(await card.answers(), BOTH);
      await card.tabTo("summary: Compare");
      await keyboard.press("Enter");
      await keyboard.press("Tab");
      await keyboard.type(fragment(RAG));
      await keyboard.press("Enter");
      assert.equal(await card.focus(), "heading: Two results side by side");
    }),
  );

  for (const [what, options] of [
    ["320 pixels", { viewport: { width: 320, height: 700 } }],
    ["right to left", { page: "/rtl.html", viewport: { width: 390, height: 844 } }],
  ])
    test(`nothing scrolls sideways at ${what}`, async () => {
      for (const hash of [fragment(OPEN), fragment(BOTH), `${fragment(BOTH)}&${fragment(RAG).slice(1)}`]) {
        const card = await open(hash, options);
        if ((await card.screen()) === "result") await unfolded(card);
        assert.deepEqual(await overflowing(card), []);
        if ((await card.screen()) === "result") await card.press("Try it");
        assert.deepEqual(await overflowing(card), []);
        await card.close();
      }
      const card = await open("", options);
      await card.answerUntilOffered(RAG);
      assert.deepEqual(await overflowing(card), []);
      await card.close();
    });

  test(
    "on paper there is what the reader has unfolded, and nothing to press",
    withCard(fragment(BOTH), async (card) => {
      await card.page.waitForSelector("decision-card >>> .effect");
      await card.ask((root) => void (root.querySelector(".what-if").open = true));
      await card.page.emulateMediaType("print");
      const seen = await card.ask((root) => ({
        effects: root.querySelector(".effect").checkVisibility(),
        folds: [...root.querySelectorAll(".fold:not([open])")].filter((each) => each.checkVisibility()).length,
        buttons: [...root.querySelectorAll("button:not(.tick), input")].filter((each) => each.checkVisibility()).length,
      }));
      assert.deepEqual(seen, { effects: true, folds: 0, buttons: 0 });
    }),
  );

  test(
    "nothing is asked of the network and nothing stored on the way",
    withCard(fragment(BOTH), async (card) => {
      await unfolded(card);
      const requests = [];
      card.page.on("request", (request) => requests.push(request.url()));
      await card.press("Try it");
      await card.press(UNDO);
      assert.deepEqual(requests, []);
      assert.deepEqual(await card.seen("writes"), []);
    }),
  );
});

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
