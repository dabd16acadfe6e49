/**
 * `npm run bench:outlook`: how long an outlook of rag-vs-fine-tuning takes in Chromium after each answer of a reader, from
 * no answers on, in a page that has just been loaded: the first calls run code that the browser has not optimised yet.
 * First in a card that asks what tells most and is worked by clicks, then called by a script that prepares the pack a
 * task at a time, then by one that doesn't. Targets are reported, never enforced.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launchWholeChromium } from "../browser/support/browsers.mjs";
import { openCard } from "../browser/support/card.mjs";
import { OUTLOOK_PAGES } from "../browser/support/outlooks.mjs";
import { root, startServer } from "../browser/support/server.mjs";
import { Random } from "../support/random.mjs";

const READERS = 8;
/** Readers need longer than this for a question; the browser compiles meanwhile. */
const THINKING = 400;
const WANTED = 16;
const WIDE = 32;

/**
 * Runs in the page: an outlook of no answers and after each answer, with time to think between them. What takes longest
 * comes first: a part of the preparation, if there is one.
 */
async function oneReader(text, chosen, thinking, prepared) {
  const { load } = await import("/dist/esm/decision.js");
  const pack = (await load()).open(text);
  const answers = {};
  const times = [0];
  for (let more = prepared; more; await new Promise((resolve) => setTimeout(resolve))) {
    const start = performance.now();
    more = pack.prepare();
    times[0] = Math.max(times[0], performance.now() - start);
  }
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

const PAGES = { ...OUTLOOK_PAGES, "/empty.html": "<!doctype html><title>Empty</title>" };

const pause = () => new Promise((resolve) => setTimeout(resolve, THINKING));

/** Clicks through a card: the milliseconds of the longest call of the engine, before the first answer and then after each. */
async function oneClickingReader(context, url, random) {
  const card = await openCard(context, `${url}/outlooks.html`);
  for (let k = 0; k < 4; ++k) await pause(); // a reader looks around first
  const times = [];
  const note = async () =>
    times.push(
      await card.page.evaluate(() =>
        Math.max(0, ...[window.outlooks, window.prepared].flatMap((calls) => calls.splice(0)).map(({ ms }) => ms)),
      ),
    );
  await note();
  while ((await card.screen()) === "question") {
    const labels = (await card.texts("label")).filter((text) => !text.startsWith("I don’t know"));
    await card.choose(random.pick(labels));
    await pause();
    await card.press("Continue");
    await note();
  }
  return times;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function main() {
  const text = readFileSync(path.join(root, "packs/rag-vs-fine-tuning/decision.json"), "utf8");
  const { questions } = JSON.parse(text).decision;
  const random = new Random(5);
  const [browser, server] = await Promise.all([launchWholeChromium(), startServer({ pages: PAGES })]);
  const inCard = [];
  const prepared = [];
  const unprepared = [];
  for (let reader = 0; reader < READERS; ++reader) {
    const chosen = questions.map(({ id, choices }) => [id, random.pick(choices).id]);
    const context = await browser.createBrowserContext();
    inCard.push(await oneClickingReader(context, server.url, random));
    for (const [times, first] of [
      [prepared, true],
      [unprepared, false],
    ]) {
      const tab = await context.newPage();
      await tab.goto(`${server.url}/empty.html`);
      times.push(await tab.evaluate(oneReader, text, chosen, THINKING, first));
    }
    await context.close();
  }
  await Promise.all([browser.close(), server.close()]);
  console.log(`Outlook in ${await version()} after each answer, ${READERS} readers, each in a fresh page`);
  const counted = (first) => (step) => (step < first.length ? first[step] : `${step - first.length + 1}`);
  report("in the card, by clicks", inCard, counted(["longest part of the preparation"]));
  const labels = counted(["longest part of the preparation", "no answers"]);
  report("called by a script, random answers in the author's order", prepared, labels);
  report("the same without preparation", unprepared, labels);
}

function report(how, readers, label) {
  console.log(`\n${how}\n${"answers".padEnd(WIDE)}   median    worst`);
  const steps = Math.max(...readers.map((times) => times.length));
  const worst = [];
  for (let step = 0; step < steps; ++step) {
    const times = readers.flatMap((times) => times[step] ?? []);
    worst.push(Math.max(...times));
    const [middle, most] = [median(times), worst.at(-1)].map((ms) => `${ms.toFixed(1)} ms`.padStart(9));
    console.log(`${label(step).padEnd(WIDE)}${middle}${most}`);
  }
  const longest = Math.max(...worst);
  console.log(`\n${longest < WANTED ? "met   " : "MISSED"} all under ${WANTED} ms: worst ${longest.toFixed(1)} ms`);
}

async function version() {
  const browser = await launchWholeChromium();
  const name = await browser.version();
  await browser.close();
  return name;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
