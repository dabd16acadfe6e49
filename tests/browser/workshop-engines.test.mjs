// SPDX-License-Identifier: MIT
/** The workshop in three engines under the strict policy: the editor, the preview, the table, the worker's proofs, undo. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { LAUNCH, missing } from "./support/browsers.mjs";
import { root, startServer, STRICT_CSP } from "./support/server.mjs";
import { watch } from "./support/workshop.mjs";

/** The workshop's own page, with a script before all others that notes what the policy refuses. */
const html = readFileSync(`${root}demo/workshop/index.html`, "utf8");
const watched = html.replace("<script type", '<script src="watch.js"></script>\n  <script type');
assert.notEqual(watched, html);

let server;
before(async () => {
  const pages = { "/demo/workshop/watched.html": watched, "/demo/workshop/watch.js": `(${watch})()` };
  server = await startServer({ csp: STRICT_CSP, pages });
});
after(() => server.close());

/** Runs in the page: an author writes, plays, pastes, undoes. Plain values come back. */
async function session() {
  const until = async (done) => {
    for (let left = 1200; left > 0; --left) {
      const value = done();
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(
      `never: ${done} ${document.querySelector(".status")?.textContent} ${document.querySelector(".notice")?.textContent}`,
    );
  };
  const pressed = (text) => [...document.querySelectorAll("button")].find((each) => each.textContent === text).click();
  const proved = () => until(() => /^Proved/.test(document.querySelector(".status").textContent));
  await until(() => document.querySelector("main[data-ready]"));
  await proved();
  const shadow = document.querySelector(".editor").shadowRoot;
  const heading = () => document.querySelector("decision-card").shadowRoot.querySelector(".heading").textContent;
  const seen = { editor: shadow.querySelectorAll(".cm-line").length > 10, first: heading() };
  const colours = [...shadow.querySelectorAll(".cm-line span")].map((span) => getComputedStyle(span).color);
  seen.coloured = new Set(colours).size > 2;
  seen.gutterBesideText =
    shadow.querySelector(".cm-gutters").getBoundingClientRect().right <=
    shadow.querySelector(".cm-line").getBoundingClientRect().left + 1;
  const plain = () => document.querySelector("textarea.plain");
  pressed("Plain text");
  const text = plain().value;
  pressed("Plain text");
  const pasting = (into, all) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", all);
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "clipboardData", { value: clipboardData }); // Firefox takes none from its maker
    into.dispatchEvent(event);
  };
  const content = document.querySelector(".editor").shadowRoot.querySelector(".cm-content");
  content.focus();
  content.dispatchEvent(
    new KeyboardEvent("keydown", { key: "a", code: "KeyA", keyCode: 65, ctrlKey: true, bubbles: true }),
  );
  pasting(content, text.replace("weather like?", "weather going to be?"));
  seen.written = await until(() => /going to be/.test(heading()) && heading());
  pressed("Table");
  document.querySelector(".grid td[tabindex='0']").focus();
  const rows = Array.from({ length: 28 }, (_, k) => `r${k}\t${k % 2 ? "cold" : "hot"}\t${k + 1}\tReason ${k}.`);
  pasting(document.activeElement, ["id\tweather\tsoup\tbecause", ...rows].join("\n"));
  const count = () => document.querySelectorAll(".grid tbody tr:not(.new)").length;
  seen.grown = await until(() => count() === 30 && count());
  await proved();
  pressed("Undo");
  seen.back = await until(() => count() === 2 && count());
  pressed("Map");
  seen.shares = await until(() => document.querySelectorAll(".map .share").length >= 7);
  [...document.querySelectorAll(".outline li")]
    .find((item) => item.querySelector(".id").textContent === "soup")
    .querySelector(".show")
    .click();
  seen.shown = await until(() => /Have the soup/.test(heading()) && heading());
  pressed("Plain text");
  seen.plain = plain().value.includes("going to be");
  pressed("Undo");
  seen.undone = plain().value.includes("weather like?");
  return { ...seen, refused: window.refused, stored: window.stored };
}

for (const [name, launch] of Object.entries(LAUNCH))
  test(`the workshop in ${name}`, { skip: missing[name] }, async () => {
    const page = await launch();
    try {
      await page.goto(`${server.url}/demo/workshop/watched.html`);
      const seen = await page.evaluate(session);
      assert.deepEqual(seen, {
        editor: true,
        first: "What is the weather like?",
        coloured: true,
        gutterBesideText: true,
        written: "What is the weather going to be?",
        grown: 30,
        back: 2,
        shares: true,
        shown: seen.shown,
        plain: true,
        undone: true,
        refused: [],
        stored: [],
      });
      assert.match(seen.shown, /Have the soup/);
    } finally {
      await page.close();
    }
  });
