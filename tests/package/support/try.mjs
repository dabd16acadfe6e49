// SPDX-License-Identifier: MIT
/** Tries one consumer of the table: builds it, serves it, and asks of it what the table says. Throws where it falls short. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { openCard } from "../../browser/support/card.mjs";
import { startServer, STRICT_CSP } from "../../browser/support/server.mjs";
import { tryCdn } from "./cdn.mjs";
import { writeRecipe } from "./recipe.mjs";
import { readSays, visit } from "./visit.mjs";
import { tryWorkerd } from "./workerd.mjs";
import { command, prepare } from "./workplace.mjs";

const SPECIAL = { cdn: tryCdn, workerd: tryWorkerd };
/** The strict policy, or as much of it as what stands around the card can keep: Angular writes styles, a page starts a worker. */
const POLICIES = {
  strict: STRICT_CSP,
  styles: STRICT_CSP.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
  worker: STRICT_CSP.replace(/; require-trusted-types-for.*/, ""),
};

/** A program of a package of one platform: its folder is named for that. */
function binaryOf(folder, [scope, program]) {
  const all = readdirSync(path.join(folder, "node_modules", scope));
  if (all.length === 0) throw new Error(`${scope} has no program for this platform`);
  return path.join("node_modules", scope, all[0], program);
}

/** The classic script, where the site keeps such files. */
function copyScript(folder, name) {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  copyFileSync(path.join(folder, "node_modules/decision-card/dist", path.basename(name)), place);
}

async function make(consumer, folder) {
  if (consumer.recipe) writeRecipe(folder, consumer.recipe);
  if (consumer.copy) copyScript(folder, consumer.copy);
  if (consumer.esbuild) await build({ ...consumer.esbuild, absWorkingDir: folder });
  for (const each of consumer.build ?? []) command(folder, each);
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A server of the consumer's own: what it prints is shown where it never answers. */
async function startOwn(folder, [program, ...args]) {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), HOST: "127.0.0.1", NODE_ENV: "production" };
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, env, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  for (let left = 300; ; --left) {
    const answered = await fetch(url).catch(() => null);
    if (answered?.ok) return { url, close: () => child.kill() };
    if (left === 0 || child.exitCode !== null) throw new Error(`${program} does not listen`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function start({ site, serve, policy = "strict" }, folder) {
  return serve
    ? startOwn(folder, serve)
    : startServer({ folder: path.join(folder, site), csp: POLICIES[policy] ?? null });
}

/** From a file, the card shows its first question. */
async function tryFile(browser, folder) {
  const card = await openCard(browser, pathToFileURL(path.join(folder, "index.html")).href);
  assert.match(await card.heading(), /\?$/);
  assert.ok((await card.texts("label")).includes("I don’t know"), "a page that names no charset has its texts whole");
  await card.close();
}

async function says(browser, address) {
  const response = await fetch(address);
  return /html/.test(response.headers.get("content-type")) ? readSays(browser, address) : response.text();
}

async function tryPages(consumer, folder, { browser, expected }) {
  const server = await start(consumer, folder);
  try {
    for (const page of consumer.rendered ?? [])
      assert.match(
        await (await fetch(server.url + page)).text(),
        /<decision-card[^>]*>\s*(<p>)?Fallback/,
        "rendered on the server",
      );
    for (const page of consumer.says ?? []) assert.equal(await says(browser, server.url + page), expected);
    const visits = [];
    for (const page of consumer.pages ?? []) visits.push(await visit(browser, server.url + page));
    return visits.length > 0 ? { ...visits[0], ways: visits.length } : {};
  } finally {
    await server.close();
  }
}

function runPrograms({ programs = [], tests = [], binary }, folder, { expected }) {
  const program = binary ? [binaryOf(folder, binary)] : [];
  for (const each of programs) assert.equal(command(folder, [...program, ...each]).trim(), expected);
  for (const each of tests) command(folder, each);
}

/** Gives what there is to say: what a page loaded, its steps, a throughput. */
export async function tryConsumer(consumer, context) {
  if (consumer.needs && !existsSync(consumer.needs)) return { note: `not tried: there is no ${consumer.needs}` };
  const folder = prepare(consumer, context.packed);
  if (consumer.special) return SPECIAL[consumer.special](consumer, folder, context);
  await make(consumer, folder);
  runPrograms(consumer, folder, context);
  if (consumer.file) await tryFile(context.browser, folder);
  return consumer.pages || consumer.says ? tryPages(consumer, folder, context) : {};
}
