/**
 * `npm run bench:outlook`: how long an outlook of rag-vs-fine-tuning takes in Chromium after each answer of a reader, from
 * no answers on, in a page that has just been loaded: the first calls run code that the browser has not optimised yet.
 * Targets are reported, never enforced.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../browser/support/browsers.mjs";
import { root, startServer } from "../browser/support/server.mjs";
import { Random } from "./random.mjs";

const READERS = 8;
/** Readers need longer than this for a question; the browser compiles meanwhile. */
const THINKING = 400;
const WANTED = 16;

/** Runs in the page: an outlook after each answer, with time to think between them. */
async function oneReader(text, chosen, thinking) {
  const { load } = await import("/dist/proofs.js");
  const pack = (await load()).open(text);
  const answers = {};
  const times = [];
  const prove = async () => {
    await new Promise((resolve) => setTimeout(resolve, thinking));
    const start = performance.now();
    pack.outlook(answers);
    times.push(performance.now() - start);
  };
  await prove();
  for (const [question, choice] of chosen) {
    answers[question] = choice;
    await prove();
  }
  return times;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function main() {
  const text = readFileSync(path.join(root, "packs/rag-vs-fine-tuning.json"), "utf8");
  const { questions } = JSON.parse(text).decision;
  const random = new Random(5);
  const [browser, server] = await Promise.all([
    launchChromium(),
    startServer({ pages: { "/empty.html": "<!doctype html><title>Empty</title>" } }),
  ]);
  const readers = [];
  for (let reader = 0; reader < READERS; ++reader) {
    const chosen = questions.map(({ id, choices }) => [id, random.pick(choices).id]);
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    await tab.goto(`${server.url}/empty.html`);
    readers.push(await tab.evaluate(oneReader, text, chosen, THINKING));
    await context.close();
  }
  await Promise.all([browser.close(), server.close()]);
  console.log(`Outlook in ${await version()} after each answer, ${READERS} readers, each in a fresh page\n`);
  console.log("answers   median    worst");
  for (const [step] of readers[0].entries()) {
    const times = readers.map((times) => times[step]);
    const [middle, worst] = [median(times), Math.max(...times)].map((ms) => `${ms.toFixed(1)} ms`.padStart(9));
    console.log(`${String(step).padStart(7)}${middle}${worst}`);
  }
  console.log();
  const [first, ...others] = readers[0].map((_, step) => Math.max(...readers.map((times) => times[step])));
  verdict("the first outlook in a page, of no answers", first);
  verdict("every outlook after an answer", Math.max(...others));
}

function verdict(what, worst) {
  console.log(`${worst < WANTED ? "met   " : "MISSED"} ${what} under ${WANTED} ms: worst ${worst.toFixed(1)} ms`);
}

async function version() {
  const browser = await launchChromium();
  const name = await browser.version();
  await browser.close();
  return name;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
