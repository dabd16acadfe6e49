/**
 * `decision-card bundle --pages`: a folder for a host. Each recommendation has a page and a picture of its own. All pages hold
 * the whole card; while a result is shown, its page stands in the address, so that a copied link has the right preview.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pagePicture, svgOf } from "../../documents/index.js";
import { plain } from "../../texts/rich.js";
import { richHtml } from "./rich-html.js";
import { cardPage, type Material, STYLE, wholePage } from "./page.js";
import { type Html, markup, NOTHING } from "./html.js";
import { UsageError } from "../streams/input.js";
import { FileError, type Printer, reasonOf } from "../streams/output.js";
import { pngOf } from "./png.js";

/** The page's part: its address while a result is shown, and how high it is where it stands in a frame. */
const SCRIPT = `"use strict";
document.addEventListener("dc-result", ({ detail }) => {
  try {
    if (window.parent === window) history.replaceState(history.state, "", detail.verdict.recommendation.id + ".html" + location.hash);
  } catch {} // A file has no other address.
});
if (window.parent !== window) {
  let told = 0;
  let left = 3; // What a frame's own height changes is told so often, then no more until the reader does something.
  const tell = () => {
    const height = Math.min(20000, Math.ceil(document.querySelector("main").getBoundingClientRect().height) + 48);
    if (left === 0 || Math.abs(height - told) < 2) return;
    left -= 1;
    told = height;
    window.parent.postMessage({ type: "decision-card:height", height }, "*");
  };
  for (const type of ["dc-step", "pointerdown", "keydown"]) document.addEventListener(type, () => void (left = 3), true);
  new ResizeObserver(tell).observe(document.querySelector("main"));
}
`;

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

interface PageFile {
  readonly name: string;
  readonly title: string;
  /** Without markup. */
  readonly summary: string;
  /** With it. */
  readonly said: string;
}

export async function writePages(material: Material, folder: string, link: string, printer: Printer): Promise<void> {
  const base = baseOf(link);
  const pages = pagesOf(material);
  const draw = await drawer(printer);
  if (!base)
    printer.remark("Without --link URL the pages name their pictures by relative addresses, which few previews read.");
  const files: [string, string | Uint8Array][] = [
    ["decision-card.js", material.script],
    ["page.js", SCRIPT],
    ["page.css", STYLE],
    ...(base ? [["oembed.json", oEmbed(material, base)] as [string, string]] : []),
    ...pages.map((page): [string, string] => [`${page.name}.html`, pageOf(material, page, base, draw.ending).text]),
    ["embed.html", embedPage(material).text],
  ];
  for (const page of pages)
    files.push([`${page.name}.${draw.ending}`, await draw.make(svgOf(pictureOf(material, page)))]);
  write(folder, files);
  printer.remark(`${files.length} files in ${folder}`);
}

/** Ends in a slash. */
function baseOf(link: string): string {
  if (link === "") return "";
  if (!/^https?:\/\/[^#?\s]+$/.test(link))
    throw new UsageError(`--link ${link}: say the address of the folder, https://…`);
  return link.replace(/\/*$/, "/");
}

function pagesOf({ pack }: Material): PageFile[] {
  const { question, intro, recommendations } = pack.decision;
  const own = recommendations.map(({ id, title, summary }) => ({
    name: id,
    title,
    summary: plain(summary),
    said: summary,
  }));
  const taken = own.find(({ name }) => name === "index" || name === "embed");
  if (taken) throw new UsageError(`The recommendation "${taken.name}" would take the place of ${taken.name}.html.`);
  return [
    { name: "index", title: question, summary: plain(intro ?? "") || (pack.description ?? pack.title), said: "" },
    ...own,
  ];
}

function pictureOf({ pack, texts }: Material, page: PageFile): ReturnType<typeof pagePicture> {
  return pagePicture({ pack, texts, ...page }, page.name === "index" ? pack.title : texts.say("recommendation"));
}

interface Drawer {
  readonly ending: "png" | "svg";
  readonly make: (svg: string) => Promise<string | Uint8Array>;
}

/** Without a renderer the pictures are still there, and why they are SVG is said. */
async function drawer(printer: Printer): Promise<Drawer> {
  try {
    await pngOf('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
    return { ending: "png", make: pngOf };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    printer.remark(`${error.message} The pictures are SVG, which few previews show.`);
    return { ending: "svg", make: (svg) => Promise.resolve(svg) };
  }
}

function write(folder: string, files: readonly (readonly [string, string | Uint8Array])[]): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
  } catch (error) {
    throw new FileError(`${folder} can't be written: ${reasonOf(error)}.`);
  }
}

function pageOf(material: Material, page: PageFile, base: string, ending: string): Html {
  const { name, title, said } = page;
  return cardPage(material, {
    title,
    policy: POLICY,
    head: markup`${preview(page, base, ending)}${base ? discovery(material, base) : NOTHING}<link rel="stylesheet" href="page.css">
<script defer src="decision-card.js"></script>
<script defer src="page.js"></script>
`,
    ...(name !== "index" && { first: markup`<h1>${title}</h1>\n${richHtml(said)}\n` }),
  });
}

function preview({ name, title, summary }: PageFile, base: string, ending: string): Html {
  const address = name === "index" ? base : `${base}${name}.html`;
  const place = markup`<meta property="og:url" content="${address}">\n<link rel="canonical" href="${address}">\n`;
  return markup`<meta name="description" content="${summary}">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${summary}">
${base ? place : NOTHING}<meta property="og:image" content="${base}${name}.${ending}">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="${title}">
<meta name="twitter:card" content="summary_large_image">
`;
}

function discovery({ pack }: Material, base: string): Html {
  return markup`<link rel="alternate" type="application/json+oembed" href="${base}oembed.json" title="${pack.title}">\n`;
}

/**
 * For sites that allow a frame and no script: one file, because a sandboxed frame has no origin that a policy could call its
 * own. No search engine is to find it instead of the page.
 */
function embedPage(material: Material): Html {
  const head = markup`<meta name="robots" content="noindex">\n<meta name="responsive-embedded-sizing">\n`;
  return wholePage(material, head, [SCRIPT]);
}

/** What an oEmbed consumer puts into its page; the frame may run scripts and nothing else. */
function oEmbed({ pack }: Material, base: string): string {
  const frame = markup`<iframe src="${base}embed.html" title="${pack.title}" width="640" height="900" sandbox="allow-scripts allow-popups" loading="lazy"></iframe>`;
  const answer = { version: "1.0", type: "rich", title: pack.title, provider_name: pack.title, provider_url: base };
  const size = { width: 640, height: 900 };
  return `${JSON.stringify({ ...answer, html: frame.text, ...size }, null, 2)}\n`;
}
