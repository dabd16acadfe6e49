// SPDX-License-Identifier: MIT
/** The script from another host, under its version, with its integrity: the real one runs, one that was touched does not. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { startServer, STRICT_CSP } from "../../browser/support/server.mjs";
import { visit } from "./visit.mjs";

const ADDRESS = "/decision-card@VERSION/dist/decision-card.js";

/** Whether the tag was registered, and the text in it is shown. */
async function refused(browser, url) {
  const page = await browser.newPage();
  await page.goto(url);
  const seen = await page.evaluate(() => ({
    defined: customElements.get("decision-card") !== undefined,
    fallback: document.querySelector("decision-card p").checkVisibility(),
  }));
  await page.close();
  return seen;
}

export async function tryCdn(_, folder, { browser }) {
  const installed = (name) => path.join(folder, "node_modules/decision-card", name);
  const { version } = JSON.parse(readFileSync(installed("package.json"), "utf8"));
  const integrity = JSON.parse(readFileSync(installed("dist/integrity.json"), "utf8"))["decision-card.js"];
  const script = readFileSync(installed("dist/decision-card.js"), "utf8");
  const address = ADDRESS.replace("VERSION", version);
  const other = await startServer({ pages: { [address]: script, "/touched.js": `${script} ` }, cors: true });
  const page = (source) =>
    readFileSync(path.join(folder, "index.html"), "utf8")
      .replace("{script}", other.url + source)
      .replace("{integrity}", integrity);
  const pages = { "/index.html": page(address), "/touched.html": page("/touched.js") };
  const csp = STRICT_CSP.replace("script-src 'self'", `script-src ${other.url}`);
  const server = await startServer({ pages, csp });
  try {
    const seen = await visit(browser, `${server.url}/`);
    assert.deepEqual(await refused(browser, `${server.url}/touched.html`), { defined: false, fallback: true });
    return { ...seen, ways: 1 };
  } finally {
    await Promise.all([server.close(), other.close()]);
  }
}
