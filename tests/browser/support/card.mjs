/** Works one <decision-card> on a puppeteer page the way a reader does: by real clicks, reading what is on the screen. */
import { choiceText } from "./engine.mjs";

/** Runs in the page before anything else: notes events, layout shifts, policy violations and writes to storage. */
function watch() {
  const seen = { events: [], shifts: [], violations: [], writes: [] };
  window.seen = seen;
  for (const type of ["dc-answer", "dc-step", "dc-result", "dc-grade", "dc-error"]) {
    document.addEventListener(type, (event) => {
      const { bubbles, composed } = event;
      seen.events.push({
        type,
        detail: JSON.parse(JSON.stringify(event.detail)),
        bubbles,
        composed,
        target: event.target.localName,
      });
    });
  }
  document.addEventListener("securitypolicyviolation", (event) =>
    seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shifts.push(entry.value);
  }).observe({ type: "layout-shift", buffered: true });
  const note = (owner, name, what) => {
    const original = owner[name];
    owner[name] = function (...args) {
      seen.writes.push(what);
      return original.apply(this, args);
    };
  };
  note(Storage.prototype, "setItem", "storage");
  note(IDBFactory.prototype, "open", "indexedDB");
  if (window.CacheStorage) note(CacheStorage.prototype, "open", "caches");
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", {
    ...cookie,
    set() {
      seen.writes.push("cookie");
    },
  });
}

const DESKTOP = { width: 1280, height: 900 };

/** Opens an address in a page of its own and waits for the card unless told not to. */
export async function openCard(browser, url, options = {}) {
  const { tag, viewport = DESKTOP, dark = false, features = [], before, wait = true, waitUntil = "load" } = options;
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error.message).slice(0, 300)));
  await page.setViewport(viewport);
  await emulate(page, [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }, ...features]);
  await page.evaluateOnNewDocument(watch);
  if (before) await page.evaluateOnNewDocument(before);
  await page.goto(url, { waitUntil });
  const card = new Card(page, errors, tag);
  if (wait) await card.ready();
  return card;
}

/** Straight over the protocol: puppeteer doesn't know every media feature. */
async function emulate(page, features) {
  const protocol = await page.createCDPSession();
  await protocol.send("Emulation.setEmulatedMedia", { features });
}

/** The first element with this selector in the shadow of any of these hosts. */
function findInShadow(hosts, selector) {
  for (const host of document.querySelectorAll(hosts)) {
    const found = host.shadowRoot?.querySelector(selector);
    if (found) return found;
  }
  return null;
}

/**
 * Puppeteer looks again when the document changes, and hears no change inside a shadow root: a wait that began too early never
 * ended. It can look in every frame instead, but a busy machine may draw none for half a minute. So this looks by the clock.
 */
function seeThroughShadow(page) {
  const wait = page.waitForSelector.bind(page);
  page.waitForSelector = (selector, options) => {
    const [hosts, inside] = selector.split(">>>").map((part) => part.trim());
    return inside
      ? page.waitForFunction(findInShadow, { polling: 20, ...options }, hosts, inside)
      : wait(selector, options);
  };
}

/** Runs in the page: a point of the element that is named so, on the screen, for the mouse; or the names there are. */
function pointOf(tag, selector, text) {
  const hosts = [...document.querySelectorAll(tag)];
  const all = hosts.flatMap((host) => [...(host.shadowRoot?.querySelectorAll(selector) ?? [])]);
  const names = all.map((each) => (each.ariaLabel ?? each.textContent).trim());
  const exactly = names.indexOf(text ?? names[0]);
  const found = all[exactly >= 0 ? exactly : names.findIndex((name) => name.startsWith(text))];
  if (!found) return { others: names.join(" | ").slice(0, 400) };
  const boxes = () => [...found.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const outside = ({ left, top, right, bottom }) => left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
  if (boxes().some(outside)) found.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const [box] = boxes();
  window.pressed = false;
  found.addEventListener("click", () => (window.pressed = true), { capture: true, once: true });
  return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { others: "one that nobody sees" };
}

/** Runs in the page: ends when what `window.left` holds is gone from the document. */
async function gone() {
  for (const start = performance.now(); window.left.isConnected;) {
    if (performance.now() - start > 30_000) throw new Error("The screen stayed");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Runs in the page: ends when all that a result fills after it is shown is filled, or after a while where it never is. */
async function filled(tag) {
  const empty = () => {
    const root = document.querySelector(tag)?.shadowRoot;
    const [folds, strip] = [
      root?.querySelectorAll(".result details.fold") ?? [],
      root?.querySelector(".result .strip"),
    ];
    return [...folds].some((fold) => fold.childElementCount < 2) || strip?.childElementCount === 0;
  };
  for (const start = performance.now(); empty() && performance.now() - start < 3000;)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

/**
 * Runs in the page: takes each question's answer and goes on, up to the last one, where the button leads to the result. Gives
 * the questions that were asked. `texts`: what each answer says, by the question's id; every other is not known.
 */
async function walk(tag, texts, gone) {
  const { shadowRoot } = document.querySelector(tag);
  const asked = [];
  for (;;) {
    const { question } = window.seen.events.filter(({ type }) => type === "dc-step").at(-1).detail;
    const says = texts[question] ?? "I don’t know";
    [...shadowRoot.querySelectorAll("label")].find((label) => label.textContent.trim() === says).click();
    asked.push(question);
    const onward = shadowRoot.querySelector(".actions .primary");
    if (onward.textContent.trim() === "See the result") return asked;
    window.left = shadowRoot.querySelector(".card");
    onward.click();
    await gone();
  }
}

export class Card {
  constructor(page, errors = [], tag = "decision-card") {
    this.page = page;
    seeThroughShadow(page);
    this.errors = errors;
    this.tag = tag;
  }

  /** There is a screen. The engine may still be loading; Continue waits for it. */
  async ready() {
    await this.page.waitForFunction(
      (tag) => document.querySelector(tag)?.shadowRoot?.querySelector(".card"),
      { polling: 10 },
      this.tag,
    );
    await this.page.evaluate(filled, this.tag);
  }

  /** Runs a function on the shadow root. */
  ask(work, ...args) {
    const call = `(tag, args) => (${work})(document.querySelector(tag).shadowRoot, ...args)`;
    return this.page.evaluate(`(${call})(${JSON.stringify(this.tag)}, ${JSON.stringify(args)})`);
  }

  /** "question", "review", "result", "problems" or "failure". */
  screen() {
    return this.ask((root) => root?.querySelector(".card")?.classList[1] ?? null);
  }

  text(selector) {
    return this.ask((root, selector) => root.querySelector(selector)?.textContent.trim() ?? null, selector);
  }

  texts(selector) {
    return this.ask(
      (root, selector) => [...root.querySelectorAll(selector)].map((each) => each.textContent.trim()),
      selector,
    );
  }

  /** Waits until something in the card says exactly this. */
  async until(selector, text) {
    const says = (tag, selector, text) =>
      document.querySelector(tag).shadowRoot.querySelector(selector)?.textContent.trim() === text;
    await this.page.waitForFunction(says, { polling: 10, timeout: 5000 }, this.tag, selector, text);
  }

  heading() {
    return this.text(".heading");
  }

  progress() {
    return this.text(".progress p");
  }

  /** Opens every fold, once all are filled. */
  async unfold(filled = ".sensitivity") {
    await this.page.waitForSelector(`${this.tag} >>> ${filled}`);
    await this.ask((root) => root.querySelectorAll("details").forEach((each) => void (each.open = true)));
  }

  chosen() {
    return this.ask((root) => root.querySelector("input:checked")?.closest("label").textContent ?? null);
  }

  answers() {
    return this.page.evaluate((tag) => document.querySelector(tag).answers, this.tag);
  }

  seen(kind) {
    return this.page.evaluate((kind) => window.seen[kind], kind);
  }

  async events(type) {
    return (await this.seen("events")).filter((event) => event.type === type);
  }

  /** What has the focus: "body", or inside the card its class or its text. */
  focus() {
    return this.page.evaluate((tag) => {
      const inner = document.querySelector(tag).shadowRoot?.activeElement;
      if (!inner) return document.activeElement.localName;
      if (inner.matches(".heading")) return `heading: ${inner.textContent}`;
      return inner.matches("input")
        ? `radio: ${inner.closest("label").textContent}`
        : `${inner.localName}: ${inner.ariaLabel ?? inner.textContent}`;
    }, this.tag);
  }

  /**
   * A click of the mouse, asked for in five messages: puppeteer's own takes twice as many, and most of a test's time. What moved
   * between looking and clicking is looked for again, as a hand would.
   */
  async click(selector, text) {
    for (let left = 5; left > 0; --left) {
      const { x, y, others } = await this.page.evaluate(pointOf, this.tag, selector, text);
      if (others !== undefined) throw new Error(`No ${selector} says “${text}”; there is: ${others}`);
      await this.#mouse(x, y);
      if (await this.page.evaluate(() => window.pressed)) return;
    }
    throw new Error(`${selector} “${text}” can't be clicked: something lies above it`);
  }

  /** A frame has no mouse of its own: the page's clicks where the frame stands in it, once that is on the screen. */
  async #mouse(x, y) {
    if (this.page.mouse) return this.page.mouse.click(x, y);
    const frame = await this.page.frameElement();
    const origin = await frame.evaluate((each, y) => {
      scrollTo({ top: scrollY + each.getBoundingClientRect().top + y - innerHeight / 2, behavior: "instant" });
      const { left, top } = each.getBoundingClientRect();
      return { left: left + each.clientLeft, top: top + each.clientTop };
    }, y);
    await this.page.page().mouse.click(origin.left + x, origin.top + y);
  }

  choose(text) {
    return this.click("label", text);
  }

  /** Presses a button that leads to another screen, and waits for that. */
  press(text) {
    return this.#leave(() => this.click("button", text));
  }

  async #leave(press) {
    await this.ask((root) => void (window.left = root.querySelector(".card")));
    await press();
    await this.page.evaluate(gone);
    await this.page.evaluate(filled, this.tag);
  }

  async answer(text) {
    await this.choose(text);
    await this.goOn();
  }

  /** What the button below the choices says: "Continue", or "See the result" where that comes next. */
  onward() {
    return this.text(".actions .primary");
  }

  goOn() {
    return this.#leave(() => this.click(".actions .primary"));
  }

  /**
   * Answers every question that is asked, from question id → choice id; what is missing or null becomes "I don't know".
   * "See the result", on the last one, is left to press. In one message: by the mouse it takes a hundred and fifty, which is
   * tested where the way is what is tested (card.test.mjs), and not wherever it leads.
   */
  answerAll(answers) {
    const given = Object.entries(answers).filter(([, choice]) => choice !== null);
    const texts = Object.fromEntries(given.map(([id, choice]) => [id, choiceText(id, choice)]));
    return this.page.evaluate(`(${walk})(${JSON.stringify(this.tag)}, ${JSON.stringify(texts)}, ${gone})`);
  }

  /** The same, and on to the result. */
  async toResult(answers) {
    const asked = await this.answerAll(answers);
    await this.press("See the result");
    return asked;
  }

  /** Answers the question on the screen and goes on; gives its id. */
  async answerNext(answers) {
    const id = await this.#chooseFrom(answers);
    await this.goOn();
    return id;
  }

  async #chooseFrom(answers) {
    const id = await this.page.evaluate(
      () => window.seen.events.filter(({ type }) => type === "dc-step").at(-1).detail.question,
    );
    await this.choose(answers[id] ? choiceText(id, answers[id]) : "I don’t know");
    return id;
  }

  /** Until the result is offered early. */
  async answerUntilOffered(answers) {
    for (let left = 20; (await this.text(".offer")) === null; --left) {
      if (left === 0) throw new Error("The result was never offered");
      await this.answerNext(answers);
    }
  }

  /** Presses Tab until something that is named so has the focus (see `focus`). */
  async tabTo(what) {
    for (let left = 80; left > 0; --left) {
      if ((await this.focus()).startsWith(what)) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`Tab never came to ${what}`);
  }

  close() {
    return this.page.close();
  }
}

/** What sticks out of the window or out of its own box, by class. Tables may scroll by themselves. */
export function overflowing(card) {
  return card.ask((root) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = [...root.querySelectorAll(".card *:not(.hidden, .hidden *, .scroll *)")].filter((each) => {
      const box = each.getBoundingClientRect();
      return box.width > 0 && (box.right > clientWidth + 1 || box.left < -1);
    });
    const named = out.map((each) => `${each.localName}.${each.className}`);
    return scrollWidth > clientWidth ? [`page ${scrollWidth} > ${clientWidth}`, ...named] : named;
  });
}
