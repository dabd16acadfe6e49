/** Works the workshop on a page: what is on the screen, and the few things that a test must reach inside it. */
import { readFileSync } from "node:fs";
import { root } from "./server.mjs";

export const WORKSHOP = "/demo/workshop/";
export const packText = (name) => readFileSync(`${root}packs/${name}.json`, "utf8");

/** Runs in the page before its scripts: notes what the policy refuses and what is written to storage. */
export function watch() {
  window.refused = [];
  window.stored = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
    window.refused.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (...args) {
    window.stored.push(args[0]);
    return setItem.apply(this, args);
  };
}

export async function openWorkshop(
  browser,
  url,
  { viewport = { width: 1440, height: 900 }, dark = false, before } = {},
) {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error.message).slice(0, 300)));
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.evaluateOnNewDocument(watch);
  if (before) await page.evaluateOnNewDocument(before);
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector("main[data-ready]"), { polling: 20 });
  return { page, errors };
}

/** Waits by the clock: a busy machine may draw no frame for half a minute. */
export const until = (page, what, ...args) => page.waitForFunction(what, { polling: 20, timeout: 60_000 }, ...args);

export const proved = (page) => until(page, () => document.querySelector(".status").textContent.startsWith("Proved"));

export const press = (page, selector, index = 0) =>
  page.evaluate((each, at) => document.querySelectorAll(each)[at].click(), selector, index);

export const pressed = (page, text) =>
  page.evaluate((wanted) => {
    const found = [...document.querySelectorAll("button")].find(
      (each) => each.textContent === wanted && each.checkVisibility(),
    );
    if (!found) throw new Error(`no button "${wanted}"`);
    found.click();
  }, text);

/** The draft's text, by way of the plain text area. */
export const textOf = (page) => page.evaluate(() => document.querySelector("textarea.plain").value);

/** Writes the whole draft anew, as a paste over all of it would. */
export async function write(page, text) {
  await page.evaluate((all) => {
    const toggle = document.querySelector(".plain-text");
    if (toggle.getAttribute("aria-pressed") === "false") toggle.click();
    const area = document.querySelector("textarea.plain");
    area.value = all;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
}

export const card = (page) =>
  page.evaluate(() => {
    const own = document.querySelector(".cards > decision-card");
    const shown = own.shadowRoot.querySelector(".card");
    return {
      answers: own.answers,
      kind: [...shown.classList].join(" "),
      heading: shown.querySelector(".heading").textContent,
    };
  });

/** Pastes into whatever has the focus, as a spreadsheet's copy would come. */
export const paste = (page, text) =>
  page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", plain);
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
