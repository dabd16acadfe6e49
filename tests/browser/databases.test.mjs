/** The demo's pages whose cards read a pack from its file: they decide and grade, and axe finds nothing. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { clean } from "./support/axe.mjs";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { gradeText, openRubric } from "./support/rubric.mjs";
import { startServer } from "./support/server.mjs";

const pack = JSON.parse(readFileSync(new URL("../../packs/sql-or-nosql/decision.json", import.meta.url), "utf8"));
const { answers, expect } = pack.decision.cases.find(({ id }) => id === "discord_messages");
const { title } = pack.decision.recommendations.find(({ id }) => id === expect);

const ANSWER = `I start from Postgres by default. I'd leave it once the writes are more than one machine can take,
and only if we know beforehand by which key everything is read. Money stays where there are transactions.`;

describe("SQL or NoSQL? in the demo", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    [browser, server] = await Promise.all([launchChromium(), startServer()]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  async function quiet(card, screen) {
    await clean(card, screen);
    assert.deepEqual(card.errors, []);
    assert.deepEqual(await card.seen("violations"), []);
    await card.close();
  }

  test("the card asks the pack's questions and gives what a public case expects", async () => {
    const card = await openCard(browser, `${server.url}/demo/databases.html`);
    await card.until(".heading", pack.decision.questions[0].text);
    for (const { id, choices } of pack.decision.questions) {
      await card.choose(choices.find((choice) => choice.id === answers[id]).text);
      await card.press("Continue");
      if ((await card.screen()) !== "question") break;
    }
    if ((await card.screen()) === "review") await card.press("See the result");
    assert.equal(await card.screen(), "result");
    assert.equal(await card.heading(), title);
    await quiet(card, "result");
  });

  test("the rubric hears an answer by its cues alone", async () => {
    const card = await openRubric(browser, `${server.url}/demo/databases-practise.html`);
    await gradeText(card, ANSWER);
    assert.match(await card.ask((root) => root.textContent), /Relational by default/);
    await quiet(card, "grade");
  });
});
