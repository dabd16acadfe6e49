/** The tool of docs/recipes.md for a reader's agent, registered and asked by the browser's own WebMCP. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { build } from "esbuild";
import { launchChromium, missing } from "./support/browsers.mjs";
import { openCard } from "./support/card.mjs";
import { openPack, packData } from "./support/engine.mjs";
import { cardTag, pageWith } from "./support/pages.mjs";
import { root, startServer } from "./support/server.mjs";

const [, section] = readFileSync(path.join(root, "docs/recipes.md"), "utf8").split(
  "\n## A tool for the reader's agent\n",
);
const [, source] = section.match(/```js\n(.*?)```/s);

/** The recipe as a page has it: the package is dist/. */
async function bundled() {
  const alias = {
    "decision-card/define": path.join(root, "dist/esm/define.js"),
    "decision-card/decision": path.join(root, "dist/esm/decision.js"),
    "decision-card/packs": path.join(root, "dist/packs"),
  };
  const stdin = { contents: source, resolveDir: root };
  const { outputFiles } = await build({ stdin, alias, bundle: true, format: "esm", write: false, logLevel: "error" });
  return outputFiles[0].text;
}

describe("a tool for the reader's agent", { skip: missing.chromium }, () => {
  let browser, server;
  before(async () => {
    const page = pageWith(cardTag(), { head: '<script type="module" src="/agent.js"></script>', scripts: [] });
    const pages = { "/index.html": page, "/agent.js": await bundled() };
    [browser, server] = await Promise.all([launchChromium(["--enable-features=WebMCP"]), startServer({ pages })]);
  });
  after(() => Promise.all([browser?.close(), server?.close()]));

  test("is read-only, knows the questions, and answers with the engine's verdict", async (context) => {
    const card = await openCard(browser, `${server.url}/`);
    if (!(await card.page.evaluate(() => "modelContext" in document)))
      return context.skip("this Chromium has no WebMCP");
    await card.page.waitForFunction(async () => (await document.modelContext.getTools()).length > 0, { polling: 20 });
    const answers = { gap: "knowledge", corpus: "large" };
    const seen = await card.page.evaluate(async (given) => {
      const [tool] = await document.modelContext.getTools();
      const schema = typeof tool.inputSchema === "string" ? JSON.parse(tool.inputSchema) : tool.inputSchema;
      const said = await document.modelContext.executeTool(tool, given);
      return {
        name: tool.name,
        questions: Object.keys(schema.properties),
        answer: typeof said === "string" ? JSON.parse(said) : said,
      };
    }, answers);
    assert.equal(seen.name, "decide");
    assert.deepEqual(
      seen.questions,
      packData.decision.questions.map(({ id }) => id),
    );
    assert.equal(seen.answer.recommendation.id, (await openPack()).verdict(answers).recommendation.id);
    assert.ok(seen.answer.reasons.length > 0);
    assert.deepEqual(await card.answers(), {}, "the card stays as it is");
    await card.close();
  });
});
