/** `decision-card dev`: serves a page with the pack's cards on this machine alone, and shows the pack again after each save. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, unwatchFile, watchFile } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Part, packFiles, readInput, UsageError } from "./streams/input.js";
import { FileError, type Printer, reasonOf } from "./streams/output.js";

/** The policy of a careful page: what the preview shows works there, too. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

const STYLE = `:root { color-scheme: light dark; }
body { margin: 0; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
main { max-inline-size: 46rem; margin-inline: auto; }
#state { margin: 0 0 .5rem; font-size: .875rem; opacity: .75; }
#problems { margin: 0 0 1.5rem; padding: 0; list-style: none; font-size: .875rem; }
#problems li { margin: 0; padding: .5rem 0; border-block-end: 1px solid color-mix(in srgb, currentColor 20%, transparent); overflow-wrap: anywhere; }
`;

const built = (name: string): Buffer => readFileSync(new URL(`../${name}`, import.meta.url));

interface Shown {
  readonly part: Part;
  readonly file: string;
}

/** Which cards a file has something for. */
async function partsOf(file: string): Promise<Shown[]> {
  const text = await readInput(file).catch(() => "");
  const parts: Part[] = ["decision", "rubric"];
  const named = parts.filter((part) => path.basename(file) === `${part}.json`);
  const held = named.length > 0 ? named : parts.filter((part) => new RegExp(`"${part}"\\s*:\\s*\\{`).test(text));
  return (held.length > 0 ? held : parts.slice(0, 1)).map((part) => ({ part, file }));
}

function page(shown: readonly Shown[]): string {
  const cards = shown.map(
    ({ part }) => `<${part}-card data-pack="/packs/${part}" src="/packs/${part}"></${part}-card>`,
  );
  const scripts = shown.map(({ part }) => `<script src="/${part}-card.js"></script>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Preview of a pack</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<main>
<p id="state" role="status">Checking …</p>
<ul id="problems"></ul>
${cards.join("\n")}
</main>
${scripts.join("\n")}
<script src="/page.js"></script>
</body>
</html>
`;
}

/** Checks in a process of its own, so that a long proof holds nothing up; a new save ends the check of the one before. */
class Checks {
  readonly #pack: string;
  readonly #done: (report: string) => void;
  #running: ChildProcess | null = null;

  constructor(pack: string, done: (report: string) => void) {
    this.#pack = pack;
    this.#done = done;
  }

  start(): void {
    this.stop();
    const check = spawn(process.execPath, [fileURLToPath(import.meta.url), "check", this.#pack, "--json"]);
    const parts: Buffer[] = [];
    this.#running = check;
    check.stdout.on("data", (part: Buffer) => parts.push(part));
    check.on("close", () => {
      if (this.#running !== check) return;
      this.#running = null;
      this.#done(Buffer.concat(parts).toString().trim());
    });
  }

  stop(): void {
    this.#running?.kill();
    this.#running = null;
  }
}

/** The pages that are open, each at the end of a stream of events. */
class Listeners {
  readonly #open = new Set<ServerResponse>();
  #report = "";

  add(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": hello\n\n");
    if (this.#report) response.write(`event: report\ndata: ${this.#report}\n\n`);
    this.#open.add(response);
    response.on("close", () => this.#open.delete(response));
  }

  saved(): void {
    this.#report = "";
    for (const each of this.#open) each.write("event: saved\ndata:\n\n");
  }

  report(json: string): void {
    if (!json) return;
    this.#report = json;
    for (const each of this.#open) each.write(`event: report\ndata: ${json}\n\n`);
  }
}

type Answer = readonly [type: string, body: string | Buffer];

async function answerTo(address: string, shown: readonly Shown[]): Promise<Answer | null> {
  const part = shown.find((each) => address === `/packs/${each.part}`);
  if (part) return ["application/json", await readInput(part.file).catch(() => "")];
  if (address === "/") return ["text/html; charset=utf-8", page(shown)];
  if (address === "/style.css") return ["text/css; charset=utf-8", STYLE];
  if (address === "/page.js") return ["text/javascript; charset=utf-8", built("bin/dev-page.js")];
  const script = shown.find((each) => address === `/${each.part}-card.js`);
  return script ? ["text/javascript; charset=utf-8", built(`${script.part}-card.js`)] : null;
}

/** Another page must not read the pack: a name that leads here is asked for by that page's host. */
const isOwn = ({ headers }: IncomingMessage): boolean =>
  /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? "");

async function respond(request: IncomingMessage, response: ServerResponse, shown: readonly Shown[]): Promise<void> {
  const address = new URL(request.url ?? "/", "http://localhost").pathname;
  const answer = isOwn(request) ? await answerTo(address, shown) : null;
  if (!answer) {
    response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.\n");
    return;
  }
  const [type, body] = answer;
  const headers = {
    "content-type": type,
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
  response.writeHead(200, headers).end(body);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(new FileError(`Port ${port} can't be used: ${reasonOf(error)}.`)));
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 0);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new UsageError(`"${text}" is no port.`);
}

const POLL = 200; // ms: works where a file is replaced, and on mounts that tell nothing

const nothingToShow = (file: string): string =>
  `${file}: there is no such file to show. Name a pack, or write one: decision-card init ${path.basename(file, ".json")}.`;

/** Ends when the process is told to. */
export async function dev(pack: string | undefined, port: string | undefined, printer: Printer): Promise<number> {
  const files = packFiles(pack);
  for (const file of files) if (!existsSync(file)) throw new UsageError(nothingToShow(file));
  const shown = (await Promise.all(files.map(partsOf))).flat();
  const listeners = new Listeners();
  const checks = new Checks(pack!, (report) => listeners.report(report));
  const server = createServer((request, response) => {
    if (request.url === "/events" && isOwn(request)) listeners.add(response);
    else void respond(request, response, shown);
  });
  const open = await listen(server, portOf(port));
  checks.start();
  const saved = (): void => {
    listeners.saved();
    checks.start();
  };
  for (const file of files) watchFile(file, { interval: POLL }, saved);
  printer.say(`${pack} is shown at http://127.0.0.1:${open}/  (Ctrl+C ends it)`);
  printer.flush();
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  for (const file of files) unwatchFile(file, saved);
  checks.stop();
  server.closeAllConnections();
  server.close();
  return 0;
}
