/** The demo's pages whose cards read a pack from its file: they decide and grade, and axe finds nothing. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { clean } from "./support/axe.mjs";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { gradeText, openRubric } from "./support/rubric.mjs";
import { startServer } from "./support/server.mjs";

const PAGES = [
  { page: "databases.html", id: "sql-or-nosql", situation: "discord_messages" },
  { page: "services.html", id: "monolith-or-microservices", situation: "istio_2020" },
  { page: "agents.html", id: "agent-workflow-or-single-call", situation: "replit_2025" },
];

const decisionOf = (id) =>
  JSON.parse(readFileSync(new URL(`../../packs/${id}/decision.json`, import.meta.url), "utf8")).decision;

/** The pages where a rubric hears an answer by its cues alone, and a title that it finds in it. */
const PRACTICE = [
  {
    page: "databases-practise.html",
    answer: `I start from Postgres by default. I'd leave it once the writes are more than one machine can take,
and only if we know beforehand by which key everything is read. Money stays where there are transactions.`,
    found: /Relational by default/,
  },
  {
    page: "services-practise.html",
    answer: `I would keep one program as long as nobody can name what hurts. Once eight teams queue for one release, let each
ship its own service, with its own tables. And have the pipelines, logs and alarms before that.`,
    found: /Services let teams release/,
  },
  {
    page: "agents-practise.html",
    answer: `If I know the steps I chain them in code. An agent is for open-ended work where nobody can predict the next step,
and it costs more tokens and time. A person approves whatever it pays or deletes.`,
    found: /An agent when the path can’t be foreseen/,
  },
];

/** Answers a question of any kind on the card. */
async function answer(card, { kind, choices }, value) {
  if (kind === "number") {
    const field = await card.page.waitForSelector("decision-card >>> .number input");
    return field.type(String(value));
  }
  for (const id of [value].flat()) await card.choose(choices.find((choice) => choice.id === id).text);
}

describe("packs read from files, in the demo", { skip: missing.chromium }, () => {
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

  for (const { page, id, situation } of PAGES) {
    test(`${id}: the card asks the pack's questions and gives what a public case expects`, async () => {
      const { questions, cases, recommendations } = decisionOf(id);
      const { answers, expect } = cases.find((each) => each.id === situation);
      const card = await openCard(browser, `${server.url}/demo/${page}`);
      await card.until(".heading", questions[0].text);
      for (const question of questions) {
        await answer(card, question, answers[question.id]);
        if ((await card.onward()) === "See the result") break;
        await card.goOn();
      }
      await card.press("See the result");
      assert.equal(await card.screen(), "result");
      assert.equal(await card.heading(), recommendations.find((each) => each.id === expect).title);
      await quiet(card, "result");
    });
  }

  for (const { page, answer: text, found } of PRACTICE)
    test(`${page}: the rubric hears an answer by its cues alone`, async () => {
      const card = await openRubric(browser, `${server.url}/demo/${page}`);
      await gradeText(card, text);
      assert.match(await card.ask((root) => root.textContent), found);
      await quiet(card, "grade");
    });
});
