/**
 * Cold start in Chromium: how long after navigation a reader can answer the first question, with our card and with
 * the same form in SurveyJS. Same server, same compression, nothing cached, interleaved loads, full speed and 4× slower.
 * Targets are reported, never enforced: layout shift and requests have tests of their own.
 */
import { fileURLToPath } from "node:url";
import { launchWholeChromium } from "../browser/support/browsers.mjs";
import { startServer } from "../browser/support/server.mjs";
import { surveyModel } from "./survey.mjs";

const LOADS = 15;
const WANTED = 3;

function page(head, body) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cold start</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}

const SURVEY = "/tests/bench/node_modules/survey-";
const PAGES = {
  "/card.html": page('<script defer src="/dist/decision-card.js"></script>', "<decision-card></decision-card>"),
  "/survey.html": page(
    `<link rel="stylesheet" href="${SURVEY}core/survey-core.fontless.min.css">` +
      ["core/survey.core.min.js", "js-ui/survey-js-ui.min.js"]
        .map((file) => `<script defer src="${SURVEY}${file}"></script>`)
        .join("") +
      '<script defer src="/survey.js"></script>',
    '<div id="survey"></div>',
  ),
  "/survey.js": `new Survey.Model(${JSON.stringify(surveyModel())}).render(document.getElementById("survey"));`,
};

/** Runs in the page from its start: looks in every animation frame for a radio that can be clicked, through open shadow roots. */
function probe() {
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  const radio = () =>
    document.querySelector("decision-card")?.shadowRoot?.querySelector("input[type=radio]") ??
    document.querySelector("input[type=radio]");
  const clickable = (input) => {
    const label = input.closest("label");
    const { left, top, width, height } = label.getBoundingClientRect();
    if (width === 0 || !label.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const hit = input.getRootNode().elementFromPoint(left + Math.min(width, 20) / 2, top + height / 2);
    return label.contains(hit);
  };
  const look = () => {
    const input = radio();
    if (input && clickable(input)) window.answerable = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function coldLoad(browser, server, name, slower) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport({ width: 1280, height: 900 });
  await tab.setCacheEnabled(false);
  if (slower > 1) await tab.emulateCPUThrottling(slower);
  await tab.evaluateOnNewDocument(probe);
  await tab.goto(`${server.url}/${name}.html`, { waitUntil: "load" });
  await tab.waitForFunction(() => window.answerable, { polling: 50 });
  const before = server.requests.length;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const seen = await tab.evaluate(() => ({ answerable: window.answerable, shifts: window.shifts }));
  await context.close();
  return { ...seen, later: server.requests.length - before };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Medians in milliseconds at one speed, and what happened after. */
export async function coldStart(browser, server, slower, loads = LOADS) {
  const seen = { card: [], survey: [] };
  for (let count = 0; count < loads; ++count) {
    for (const name of ["card", "survey"]) seen[name].push(await coldLoad(browser, server, name, slower));
  }
  const [card, survey] = [seen.card, seen.survey].map((loaded) => median(loaded.map((each) => each.answerable)));
  return {
    slower,
    card,
    survey,
    ratio: survey / card,
    shifts: Math.max(...seen.card.map((each) => each.shifts)),
    later: Math.max(...seen.card.map((each) => each.later)),
  };
}

export async function run(loads = LOADS) {
  const [browser, server] = await Promise.all([launchWholeChromium(), startServer({ pages: PAGES, compress: true })]);
  try {
    for (const name of ["card", "survey"]) await coldLoad(browser, server, name, 1);
    const results = [];
    for (const slower of [1, 4]) results.push(await coldStart(browser, server, slower, loads));
    return results;
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
}

export function report(results, loads = LOADS) {
  console.log(
    `Cold start to the first answerable question, Chromium, medians of ${loads} interleaved loads; wanted: ${WANTED} times sooner`,
  );
  for (const { slower, card, survey, ratio, shifts, later } of results) {
    const speed = slower === 1 ? "full speed   " : `${slower}× slower CPU`;
    const times = `card ${card.toFixed(0)} ms, SurveyJS ${survey.toFixed(0)} ms, ${ratio.toFixed(1)} times sooner${ratio < WANTED ? " (MISSED)" : ""}`;
    console.log(`${speed}  ${times}; layout shift ${shifts}, requests after load ${later}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const loads = Number(process.argv[2] ?? LOADS);
  report(await run(loads), loads);
}
