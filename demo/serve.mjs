// SPDX-License-Identifier: MIT
/** `npm run demo`: sets up what is missing, builds, and serves the site with the demo on 127.0.0.1. `--no-build` serves what is there. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { build } from "../web/tools/build.mjs";
import { root, say } from "../web/tools/setup.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".png": "image/png",
};

/** The policy under which a careful blog would run the widget: the demo proves that it does. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

/** What somebody may be working on is served as it is, the rest from the site as it was built. */
function fileFor(url) {
  const { pathname } = new URL(url, "http://localhost");
  const name = path.join("/", decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
  const isLive = ["demo", "dist", "packs"].some((folder) => name.startsWith(`/${folder}/`));
  return path.join(isLive ? root : SITE, name);
}

async function answer(request, response) {
  try {
    const file = fileFor(request.url);
    const body = await readFile(file);
    response.writeHead(200, {
      "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "content-security-policy": POLICY,
      "cache-control": "no-store",
    });
    response.end(body);
  } catch {
    response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.\n");
  }
}

if (!process.argv.includes("--no-build")) await build();
// It needs npm packages, which a fresh clone has only now.
const { buildSite, SITE } = await import("./site/build.mjs");
buildSite();

const server = createServer(answer);
const listen = (port) => server.listen(port, "127.0.0.1");
server.on("error", (error) => {
  if (error.code !== "EADDRINUSE") throw error;
  console.log(`Port ${process.env.PORT ?? 8080} is taken; using a free one.`);
  listen(0);
});
server.on("listening", () => say(`The site is at http://127.0.0.1:${server.address().port}/  (Ctrl+C ends it)`));
listen(Number(process.env.PORT ?? 8080));
