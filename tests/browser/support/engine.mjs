/** The headless engine and the bundled pack in Node: what the card on a page is held against. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./server.mjs";

export const packText = readFileSync(path.join(root, "packs/rag-vs-fine-tuning/decision.json"), "utf8");
export const packData = JSON.parse(packText);

/** A case of the pack's own, by id. */
export function caseOf(id) {
  const found = packData.decision.cases.find((each) => each.id === id);
  if (!found) throw new Error(`The pack has no case ${id}`);
  return found;
}

/** An error from the minified file would print all of it: keep the message only. */
export async function openPack(text = packText) {
  try {
    const { load } = await import("../../../dist/esm/decision.js");
    return (await load()).open(text);
  } catch (error) {
    throw new Error(`dist/esm/decision.js: ${String(error?.message).slice(0, 300)}`, { cause: error });
  }
}

export function question(id) {
  return packData.decision.questions.find((each) => each.id === id);
}

export function choiceText(id, choice) {
  return question(id).choices.find((each) => each.id === choice).text;
}

export function fragment(answers, { id = packData.id, version = packData.version } = {}) {
  const pairs = Object.entries(answers).map(([name, choice]) => `&q.${name}=${choice ?? ""}`);
  return `#dc=${id}@${version}${pairs.join("")}`;
}
