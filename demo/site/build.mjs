// SPDX-License-Identifier: MIT
/**
 * `npm run site`: the documentation site, as files for any static host, in build/site. Its first screen is the card; docs/ is
 * rendered, the demo's pages and what they use are copied. It works from a file, too.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { MANIFEST } from "../../web/tools/manifest.mjs";
import { root, say } from "../../web/tools/setup.mjs";
import { fields } from "./configurator.mjs";
import { framed, upFrom } from "./frame.mjs";
import { render, titleOf } from "./markdown.mjs";

export const SITE = path.join(root, "build/site");
const at = (...parts) => path.join(root, ...parts);
const own = (name) => readFileSync(at("demo/site", name), "utf8");

/** The order in which pages are read. One that nobody has put in its place stands under "More". */
const GROUPS = {
  "Use it": ["embedding", "api", "styling", "frameworks", "recipes", "server", "comparison"],
  "Write a pack": ["pack-format", "jsonlogic", "problems", "findings", "rubrics", "translations", "command-line"],
  "The project": ["architecture", "reliability", "failures", "trials", "rag-guide"],
};

function documents() {
  const names = readdirSync(at("docs"), { recursive: true }).filter((name) => name.endsWith(".md"));
  return names.sort().map((name) => {
    const text = readFileSync(at("docs", name), "utf8");
    return {
      name: name.slice(0, -".md".length),
      address: `docs/${name.replace(/md$/, "html")}`,
      text,
      title: titleOf(text),
    };
  });
}

function grouped(pages) {
  const placed = new Set(Object.values(GROUPS).flat());
  const named = (names) => names.map((name) => pages.find((page) => page.name === name)).filter(Boolean);
  const decisions = pages.filter(({ name }) => name.startsWith("decisions/"));
  const more = pages.filter(({ name }) => !placed.has(name) && !name.includes("/"));
  const groups = Object.entries(GROUPS).map(([title, names]) => [title, named(names)]);
  return [...groups, ["More", more], ["Decisions", decisions]].filter(([, listed]) => listed.length > 0);
}

function listText(groups, address) {
  const item = (page) => {
    const current = page.address === address ? ' aria-current="page"' : "";
    return `<li><a href="${upFrom(address)}${page.address}"${current}>${page.title}</a></li>`;
  };
  const group = ([title, listed]) => `<h2>${title}</h2>\n<ul>${listed.map(item).join("\n")}</ul>`;
  return groups.map(group).join("\n");
}

/** A link of a document on the site: other documents as pages; what the site has not loses its link. */
function linkFrom({ name }, pages) {
  return (href) => {
    if (/^(https?:|#)/.test(href)) return href;
    const [file, anchor] = href.split("#");
    const target = path.posix.join("docs", path.posix.dirname(name), file).replace(/\.md$/, ".html");
    const found = pages.some(({ address }) => address === target);
    return found
      ? href.replace(/\.md(?=#|$)/, ".html")
      : anchor === undefined && file === "decisions/"
        ? "index.html#decisions"
        : null;
  };
}

/** The decisions are in the list of all documents; beside each page they would be most of it. */
function documentPage(page, pages) {
  const beside = grouped(pages).filter(([title]) => title !== "Decisions" || page.name.startsWith("decisions/"));
  const main = `  <main>
    <nav class="pages" aria-label="Documentation">${listText(beside, page.address)}</nav>
    <article>${render(page.text, linkFrom(page, pages))}</article>
  </main>`;
  return framed({ address: page.address, title: page.title, kind: "docs", main });
}

function indexPage(pages) {
  const address = "docs/index.html";
  const list = listText(grouped(pages), address).replaceAll(
    /<h2>(.*?)<\/h2>/g,
    (_, title) => `<h2 id="${title.toLowerCase().replaceAll(" ", "-")}">${title}</h2>`,
  );
  const main = `  <main>
    <article><h1>Documentation</h1>${list}</article>
  </main>`;
  return framed({ address, title: "Documentation", kind: "docs", main });
}

function release() {
  const { version } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  return JSON.stringify({ version, integrity: JSON.parse(readFileSync(at("dist/integrity.json"), "utf8")) });
}

function pages() {
  const docs = documents();
  const home = {
    address: "index.html",
    title: "RAG or fine-tuning?",
    description: "A decision framework as data, run in the page by a small engine, shown by one HTML tag",
    kind: "home",
    scripts: ["dist/decision-card.js"],
    main: own("home.html").trimEnd(),
  };
  const configure = {
    address: "configure.html",
    title: "Your snippet",
    kind: "configure",
    scripts: ["dist/decision-card.js", "dist/rubric-card.js", "configure.js"],
    main: own("configure.html")
      .trimEnd()
      .replace("{fields}", () => fields(JSON.parse(readFileSync(MANIFEST, "utf8"))))
      .replace("{release}", release),
  };
  const written = [home, configure].map((page) => [page.address, framed(page)]);
  return [
    ...written,
    ["docs/index.html", indexPage(docs)],
    ...docs.map((page) => [page.address, documentPage(page, docs)]),
  ];
}

/** The demo's pages with what they load: scripts without their maps, packs without what only authors read. */
function copyFiles(site) {
  const copy = (name, filter) => cpSync(at(name), path.join(site, name), { recursive: true, filter });
  copy("demo", (file) => !/demo\/(site$|serve\.mjs$)/.test(file));
  copy("dist", (file) => !/\.map$|\.d\.ts$|dist\/bin$/.test(file));
  copy("packs", (file) => path.basename(file) !== "texts" && !file.endsWith(".learned.txt"));
  copy("docs/media");
  for (const name of ["site.css", "configure.js"]) cpSync(at("demo/site", name), path.join(site, name));
}

export function buildSite(site = SITE) {
  rmSync(site, { recursive: true, force: true });
  copyFiles(site);
  for (const [address, html] of pages()) {
    mkdirSync(path.dirname(path.join(site, address)), { recursive: true });
    writeFileSync(path.join(site, address), html);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildSite();
  say("Done: build/site/");
}
