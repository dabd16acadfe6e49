// SPDX-License-Identifier: MIT
/**
 * `npm run bench:weight`: what a page with the questions of our decision downloads, all of it, with our card and with the same form in SurveyJS,
 * from the same bundler: minified, brotli 11. The card brings reasons, proofs and costs along; the form asks, and no more.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { root } from "../browser/support/server.mjs";
import { bundledFiles } from "../support/page-script.mjs";
import { surveyModel } from "./survey.mjs";

const CARD = `import { DecisionCard } from "${path.join(root, "dist/esm/decision-card.js")}"; DecisionCard.define();`;
const SURVEY = `import "survey-core/survey-core.fontless.min.css";
import { Model } from "survey-core";
import "survey-js-ui";
new Model(${JSON.stringify(surveyModel())}).render(document.getElementById("survey"));`;

const sum = (files, size) => files.reduce((total, file) => total + size(file), 0);

async function weigh(name, contents) {
  const files = await bundledFiles(contents, path.dirname(fileURLToPath(import.meta.url)));
  const sizes = [
    (file) => file.length,
    (file) => gzipSync(file, { level: 9 }).length,
    (file) => brotliCompressSync(file).length,
  ];
  const totals = sizes.map((size) => sum(files, size));
  console.log(`${name.padEnd(16)}${totals.map((each) => each.toLocaleString("en").padStart(12)).join("")}`);
  return totals.at(-1);
}

console.log(`${"".padEnd(16)}${["bytes", "gzip", "brotli"].map((each) => each.padStart(12)).join("")}`);
const card = await weigh("decision-card", CARD);
const survey = await weigh("SurveyJS 2.5.38", SURVEY);
console.log(`The card is ${((100 * card) / survey).toFixed(0)} % of the form.`);
