// SPDX-License-Identifier: MIT
/** What every program of consumers/headless has to print, from the project's own dist/. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../../web/tools/setup.mjs";

const source = readFileSync(path.join(root, "tests/package/consumers/headless/headless.js"), "utf8");
const [, answers] = /ANSWERS = (\{.*?\});/.exec(source);
const [, text] = /TEXT = "(.*?)";/.exec(source);
const packText = (part) => readFileSync(path.join(root, `packs/rag-vs-fine-tuning/${part}.json`), "utf8");

export async function expectedAnswer() {
  const decision = await (await import("../../../dist/esm/decision.js")).load();
  const rubric = await (await import("../../../dist/esm/rubric.js")).load();
  const given = JSON.parse(answers.replace(/(\w+):/g, '"$1":'));
  const { recommendation } = decision.open(packText("decision")).verdict(given);
  return `${recommendation.id}, ${rubric.open(packText("rubric")).grade(text).total} points`;
}
