/** One static server for the browser tests and the cold-start bench: the project's files, pages made up by a test, and headers. */
import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The strictest policy the card promises to work under. */
export const STRICT_CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; frame-src 'self'; require-trusted-types-for 'script'";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
};

/** Addresses that pages written for an earlier dist/ ask for, and the files that have what they want. */
const MOVED = {
  "/dist/decision-card-full.js": ["dist/decision-card.js", "dist/rubric-card.js"],
  "/packs/rag-vs-fine-tuning.json": ["packs/rag-vs-fine-tuning/decision.json"],
};

/**
 * pages: address → text, before the files. csp: one policy for everything. compress: brotli, as a good host would.
 * folder: whose files are served. cors: whether other hosts' pages may have them.
 * Gives { url, requests, close }; requests holds every address asked for.
 */
export async function startServer({ pages = {}, csp = null, compress = false, folder = root, cors = false } = {}) {
  const requests = [];
  const packed = new Map();
  const server = http.createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const name = address.endsWith("/") ? `${address}index.html` : address;
    requests.push(name);
    const body = pages[name] ?? fileOrNull(folder, name);
    if (body === null) return void response.writeHead(404).end();
    const headers = { "content-type": TYPES[path.extname(name)] ?? "text/plain", "cache-control": "no-store" };
    if (csp) headers["content-security-policy"] = csp;
    if (cors) headers["access-control-allow-origin"] = "*";
    if (!compress) return void response.writeHead(200, headers).end(body);
    if (!packed.has(name)) packed.set(name, brotli(body));
    response.writeHead(200, { ...headers, "content-encoding": "br" }).end(packed.get(name));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, requests, close: () => close(server) };
}

function fileOrNull(folder, name) {
  const files = MOVED[name] ?? [path.normalize(name)];
  try {
    return Buffer.concat(files.map((file) => readFileSync(path.join(folder, file))));
  } catch {
    return null;
  }
}

function brotli(body) {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

function close(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}
