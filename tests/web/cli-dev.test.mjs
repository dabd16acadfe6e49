// SPDX-License-Identifier: MIT
/** `decision-card dev` without a browser: what it serves, to whom, and what it tells after a save. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = path.join(root, "dist/bin/decision-card.js");
const folder = mkdtempSync(path.join(tmpdir(), "decision-card-dev-"));
const LUNCH = readFileSync(path.join(root, "tests/corpus/packs/lunch.json"), "utf8");
const lunch = path.join(folder, "lunch.json");

let server, address;
before(async () => {
  writeFileSync(lunch, LUNCH);
  server = spawn(process.execPath, [cli, "dev", lunch]);
  const said = await new Promise((resolve) => server.stdout.once("data", resolve));
  address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)[0];
});
after(async () => {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  assert.equal(await ended, 0);
  rmSync(folder, { recursive: true });
});

test("the page has the cards that the pack has parts for, under a strict policy", async () => {
  const page = await fetch(address);
  const policy = page.headers.get("content-security-policy");
  assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')/);
  const text = await page.text();
  assert.match(text, /<decision-card /);
  assert.doesNotMatch(text, /<rubric-card|<style|style=|<script>/);
  for (const [, file] of text.matchAll(/(?:src|href)="(\/[^"]+)"/g))
    assert.equal((await fetch(new URL(file, address))).status, 200, file);
  assert.equal(await (await fetch(new URL("/packs/decision", address))).text(), LUNCH);
});

test("nothing else is served, and nothing to a page of another name", async () => {
  for (const other of ["/lunch.json", "/../package.json", "/bin/decision-card.js"])
    assert.equal((await fetch(new URL(other, address))).status, 404, other);
  const { port } = new URL(address);
  const status = await new Promise((resolve) =>
    http.get({ host: "127.0.0.1", port, path: "/packs/decision", headers: { host: "evil.example" } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }),
  );
  assert.equal(status, 404);
});

/** The events of a stream, one after the other. */
async function* eventsOf(response) {
  let rest = "";
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    const all = (rest + part).split("\n\n");
    rest = all.pop();
    for (const each of all) {
      const [, name] = /^event: (.*)$/m.exec(each) ?? [];
      if (name) yield { name, data: /^data: ?(.*)$/m.exec(each)[1] };
    }
  }
}

test("a save is told at once, and what is wrong with the pack when that is known", async () => {
  const stop = new AbortController();
  const events = eventsOf(await fetch(new URL("/events", address), { signal: stop.signal }));
  const next = async (wanted) => {
    for (;;) {
      const { value } = await events.next();
      if (value.name === wanted) return value.data;
    }
  };
  assert.deepEqual(JSON.parse(await next("report")).problems, []);
  writeFileSync(lunch, LUNCH.replace('"format": 1,', '"format": 1, // one'));
  await next("saved");
  const { problems } = JSON.parse(await next("report"));
  assert.deepEqual(
    problems.map(({ line, message }) => [line, message]),
    [[3, "A comment begins here, and JSON has none."]],
  );
  writeFileSync(lunch, LUNCH);
  await next("saved");
  assert.deepEqual(JSON.parse(await next("report")).problems, []);
  stop.abort();
});

test("a port that is no port, or is taken, is said", () => {
  const run = (...args) =>
    spawnSync(process.execPath, [cli, "dev", lunch, ...args], { encoding: "utf8", timeout: 60_000 });
  assert.match(run("--port", "many").stderr, /"many" is no port/);
  const taken = run("--port", new URL(address).port);
  assert.equal(taken.status, 2);
  assert.match(taken.stderr, /Port \d+ can't be used: address already in use/);
});
