// SPDX-License-Identifier: MIT
/** The demo's pages lead to one another by the same links, each of which is there, and each page says which one it is. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const demo = fileURLToPath(new URL("../../demo/", import.meta.url));
const CURRENT = ' aria-current="page"';
const pages = readdirSync(demo).flatMap((name) => {
  const nav = name.endsWith(".html") && /<nav aria-label="Demos">.*?<\/nav>/s.exec(readFileSync(demo + name, "utf8"));
  return nav ? [{ name, nav: nav[0] }] : [];
});

test("all pages have one navigation", () => {
  assert.ok(pages.length > 7);
  const [first, ...others] = pages.map(({ nav }) => nav.replace(CURRENT, ""));
  for (const [at, nav] of others.entries()) assert.equal(nav, first, pages[at + 1].name);
});

test("each of its links leads to a page, and a page's own link says that it is the page's", () => {
  for (const { name, nav } of pages) {
    const links = [...nav.matchAll(/href="([^"]+)"( aria-current="page")?/g)];
    for (const [, address, current] of links) {
      const file = address.endsWith("/") ? `${address}index.html` : address;
      assert.ok(existsSync(path.join(demo, file)), file);
      assert.equal(Boolean(current), path.normalize(file) === name, `${name}: ${address}`);
    }
  }
});
