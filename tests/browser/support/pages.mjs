/** Pages that a test serves around the card. No inline script or style, so they pass the strict policy too. */
import { packData } from "./engine.mjs";

export const FALLBACK = "The short version: start with a base model and retrieval.";

/** One script a tag: those of the tags in a text, or both where its tags come later. */
function scriptsFor(body) {
  const tags = ["decision-card", "rubric-card"];
  const used = tags.filter((tag) => body.includes(`<${tag}`));
  return (used.length > 0 ? used : tags).map((tag) => `/dist/${tag}.js`);
}

export function pageWith(body, { attributes = 'lang="en"', head = "", scripts = scriptsFor(body) } = {}) {
  const tags = scripts.map((address) => `<script defer src="${address}"></script>`).join("");
  return `<!doctype html><html ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Test</title><link rel="icon" href="data:,">${head}${tags}</head>
<body><main><h1>A page</h1>${body}</main></body></html>`;
}

export function cardTag(attributes = "") {
  return `<decision-card ${attributes}><p id="fallback">${FALLBACK}</p></decision-card>`;
}

/** The card with a pack written into the page. */
export function inlinePack(text) {
  return `<script type="application/json" id="own-pack">${text}</script>${cardTag('src="#own-pack"')}`;
}

/** Is the text in the tag on the screen (slotted or untouched)? */
export function fallbackShown(page) {
  return page.evaluate(() => document.getElementById("fallback").checkVisibility());
}

/** The bundled pack with every text as long as the house rules allow, and a word no line can hold. */
export function longestPack() {
  const words = ["retrieval", "knowledge", "of", "documentation", "changes", "catastrophically", "the", "answers"];
  const text = (count) => Array.from({ length: count }, (_, index) => words[index % words.length]).join(" ");
  const pack = structuredClone(packData);
  const { questions, recommendations, alternatives, gates } = pack.decision;
  for (const question of questions) {
    question.text = `${text(20)}?`;
    question.why = text(60);
    for (const choice of question.choices) choice.text = text(12);
  }
  questions[0].choices[0].text = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
  for (const each of recommendations) Object.assign(each, { title: text(12), summary: text(40) });
  for (const each of alternatives) each.name = text(6);
  for (const each of gates) each.text = text(20);
  delete pack.decision.cases;
  return JSON.stringify(pack);
}
