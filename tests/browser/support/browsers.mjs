/** The three browsers: Chromium and Firefox by puppeteer-core, WebKit by plain WebDriver. Each `close` ends what was started. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import net from "node:net";
import { after } from "node:test";
import puppeteer from "puppeteer-core";

const CHROMIUM = "/usr/bin/chromium";
/** Chromium's engine without its windows: a page of its own costs a third of the processor time. */
const SHELL = "/usr/bin/chromium-headless-shell";
const FIREFOX = "/usr/bin/firefox-esr";
const WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver";
const MINI_BROWSERS = ["x86_64", "aarch64"].map(
  (machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
);
const MINI_BROWSER = MINI_BROWSERS.find(existsSync);

/** For node:test's `skip`: the reason, or false. */
export const missing = {
  chromium: !existsSync(CHROMIUM) && "Chromium is not installed",
  firefox: !existsSync(FIREFOX) && "Firefox ESR is not installed",
  webkit:
    !(MINI_BROWSER && existsSync(WEBKIT_DRIVER) && existsSync("/usr/bin/xvfb-run")) &&
    "WebKitGTK's WebDriver or xvfb is not installed",
};

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** One process draws all pages of a test: starting one for each took most of the time of short tests. */
const ONE_PROCESS = [
  "--renderer-process-limit=1",
  "--process-per-site",
  "--disable-features=SpareRendererForSitePerProcess",
];

/** Chromium for the tests that need one browser; the tables over three browsers take the whole one. */
export function launchChromium(extra = []) {
  const executablePath = existsSync(SHELL) ? SHELL : CHROMIUM;
  return puppeteer.launch({ executablePath, headless: "shell", args: [...QUIET, ...ONE_PROCESS, ...extra] });
}

/** For what measures a reader's browser, too. */
export function launchWholeChromium() {
  return puppeteer.launch({ executablePath: CHROMIUM, args: QUIET });
}

export function allowCopying(browser, url) {
  const permissions = ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"];
  return browser.defaultBrowserContext().overridePermissions(url, permissions);
}

export function launchFirefox() {
  return puppeteer.launch({ browser: "firefox", executablePath: FIREFOX });
}

/** WebKit with its one page, which has the few verbs the tests need: goto, evaluate, close. */
async function launchWebKit() {
  const port = await freePort();
  const driver = spawn("xvfb-run", ["-a", WEBKIT_DRIVER, `--port=${port}`], { detached: true, stdio: "ignore" });
  const end = () => process.kill(-driver.pid);
  process.once("exit", end);
  const call = (method, route, body) => webDriver(`http://127.0.0.1:${port}${route}`, method, body);
  await answering(() => call("GET", "/status"));
  const options = { binary: MINI_BROWSER, args: ["--automation"] };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
  const { sessionId } = await call("POST", "/session", { capabilities });
  const session = (method, route, body) => call(method, `/session/${sessionId}${route}`, body);
  await session("POST", "/timeouts", { script: 120_000 });
  const page = {
    goto: (url) => session("POST", "/url", { url }),
    evaluate: (work, ...args) => session("POST", "/execute/async", { script: asyncScript(work), args }).then(unwrapped),
    close: () => page.goto("about:blank"),
  };
  async function close() {
    await session("DELETE", "").catch(() => undefined);
    process.off("exit", end);
    end();
  }
  return { newPage: () => page, close };
}

/** Wraps a function so that its promise's value, or its error's text, comes back over WebDriver. */
function asyncScript(work) {
  return `const done = arguments[arguments.length - 1];
    Promise.resolve((${work})(...Array.from(arguments).slice(0, -1)))
      .then((value) => done({ value }), (error) => done({ error: String(error).slice(0, 300) }));`;
}

function unwrapped({ value, error }) {
  if (error) throw new Error(`WebKit: ${error}`);
  return value;
}

async function webDriver(url, method, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok)
    throw new Error(`WebDriver ${method} ${url}: ${value?.error} ${String(value?.message).slice(0, 200)}`);
  return value;
}

async function answering(ask, attempts = 100) {
  for (let left = attempts; ; --left) {
    try {
      return await ask();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const BROWSERS = { chromium: launchWholeChromium, firefox: launchFirefox, webkit: launchWebKit };

/** Those that are running for all files of this process, by name; null where each page starts a browser of its own. */
let running = null;

/** Called by a file that runs several others (in-three-browsers.mjs): each browser is started once, and ends with the last test. */
export function shareBrowsers() {
  running = new Map();
  after(async () => {
    for (const starting of running.values()) await (await starting).close();
  });
}

/** A page in the browser of this name. */
async function pageIn(name) {
  if (running === null) {
    const browser = await BROWSERS[name]();
    const page = await browser.newPage();
    page.close = () => browser.close();
    return page;
  }
  if (!running.has(name)) running.set(name, BROWSERS[name]());
  return (await running.get(name)).newPage();
}

/** Each gives a page of a browser: Chromium's and Firefox's are puppeteer's, WebKit's has the few verbs that these tests need. */
export const LAUNCH = Object.fromEntries(Object.keys(BROWSERS).map((name) => [name, () => pageIn(name)]));
