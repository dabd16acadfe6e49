// SPDX-License-Identifier: MIT
/** `npm run demo`: sets up what is missing, builds, and serves the demo on 127.0.0.1. `--no-build` serves what is there. */
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

function fileFor(url) {
  const { pathname } = new URL(url, "http://localhost");
  const wanted = path.join(root, decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
  const served = ["demo", "dist", "packs", "docs/media"].some((folder) =>
    wanted.startsWith(path.join(root, folder) + path.sep),
  );
  return served ? wanted : null;
}

async function answer(request, response) {
  if (request.url === "/") return response.writeHead(302, { location: "/demo/" }).end();
  try {
    const file = fileFor(request.url);
    if (!file) throw new Error("outside the served folders");
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

const server = createServer(answer);
const listen = (port) => server.listen(port, "127.0.0.1");
server.on("error", (error) => {
  if (error.code !== "EADDRINUSE") throw error;
  console.log(`Port ${process.env.PORT ?? 8080} is taken; using a free one.`);
  listen(0);
});
server.on("listening", () => say(`The demo is at http://127.0.0.1:${server.address().port}/demo/  (Ctrl+C ends it)`));
listen(Number(process.env.PORT ?? 8080));
