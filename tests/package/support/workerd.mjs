// SPDX-License-Identifier: MIT
/** The service of docs/server.md, in workerd: what it answers, and how much of it in a second. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { build } from "esbuild";
import { packData, openPack } from "../../browser/support/engine.mjs";
import { root } from "../../../web/tools/setup.mjs";

const DOCUMENT = readFileSync(path.join(root, "docs/server.md"), "utf8");
const fence = (language) => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(DOCUMENT)[1];
const ANSWER = "RAG keeps an assistant up to date when its facts change every week.";
const LINES = 20_000;
const GRADES = 300;

async function listening(url, child) {
  for (let left = 200; left > 0 && child.exitCode === null; --left) {
    const response = await fetch(url).catch(() => null);
    if (response) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("workerd does not listen");
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function start(folder) {
  const port = await freePort();
  writeFileSync(path.join(folder, "index.js"), fence("js"));
  writeFileSync(path.join(folder, "config.capnp"), fence("capnp").replace(":8787", `:${port}`));
  await build({
    absWorkingDir: folder,
    entryPoints: ["index.js"],
    bundle: true,
    format: "esm",
    external: ["*.wasm"],
    outfile: "dist/index.js",
    logLevel: "error",
  });
  const place = path.join(folder, "node_modules/@cloudflare");
  const program = path.join(place, readdirSync(place)[0], "bin/workerd");
  const child = spawn(program, ["serve", "config.capnp"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://127.0.0.1:${port}`;
  await listening(url, child);
  return { url, close: () => child.kill() };
}

const post = (url, body, more = {}) => fetch(url, { method: "POST", body, ...more });

async function tryAnswers(url, pack) {
  const answers = { gap: "knowledge", data_change: "daily" };
  const one = await post(`${url}/verdict`, JSON.stringify(answers));
  assert.equal(one.headers.get("content-type"), "application/json");
  assert.equal(await one.text(), pack.verdictText(answers), "the same bytes as in Node");
  for (const [body, code] of [
    ['{"gap": "nonsense"}', "unknown_choice"],
    ["{", /^json_/],
  ]) {
    const wrong = await post(`${url}/verdict`, body);
    assert.equal(wrong.status, 400);
    assert.match((await wrong.json()).problems[0].code, new RegExp(code));
  }
  const grade = await (await post(`${url}/grade`, ANSWER)).json();
  assert.ok(grade.total > 0);
  assert.equal((await fetch(`${url}/verdict`)).status, 405);
  assert.equal((await post(`${url}/constructor`, "")).status, 404);
}

/** A verdict comes back before the next line is sent: nothing waits for the end. */
async function tryStream(url, pack) {
  let more;
  const body = new ReadableStream({ start: (controller) => void (more = controller) }).pipeThrough(
    new TextEncoderStream(),
  );
  const lines = ['{"gap":"behaviour"}', '{"gap":3}', '{"gap":"knowledge","corpus":"large"}'];
  more.enqueue(`${lines[0]}\n${lines[1].slice(0, 4)}`);
  const response = await post(`${url}/verdicts`, body, { duplex: "half" });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  assert.equal((await reader.read()).value, `${pack.verdictText(lines[0])}\n`);
  more.enqueue(`${lines[1].slice(4)}\n\n${lines[2]}`);
  more.close();
  let rest = "";
  for (let next = await reader.read(); !next.done; next = await reader.read()) rest += next.value;
  const [problem, last] = rest.trimEnd().split("\n");
  assert.ok(JSON.parse(problem).problems.length > 0);
  assert.equal(last, pack.verdictText(lines[2]));
}

/** Every line with answers of its own: choices by turns. */
function manyAnswers() {
  const { questions } = packData.decision;
  const pick = (line, at) => questions[at].choices[(line + at * line) % questions[at].choices.length].id;
  const line = (number) => Object.fromEntries(questions.map(({ id }, at) => [id, pick(number, at)]));
  return Array.from({ length: LINES }, (_, number) => JSON.stringify(line(number))).join("\n");
}

async function inSeconds(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function measure(url) {
  const body = manyAnswers();
  const verdicts = await inSeconds(async () => {
    const text = await (await post(`${url}/verdicts`, body)).text();
    assert.equal(text.trimEnd().split("\n").length, LINES);
    assert.ok(!text.includes('"problems"'));
  });
  const text = readFileSync(path.join(root, "README.md"), "utf8").slice(0, 1500);
  const grades = await inSeconds(async () => {
    for (let left = GRADES; left > 0; --left) await (await post(`${url}/grade`, text)).json();
  });
  return `${Math.round(LINES / verdicts)} verdicts/s as NDJSON, ${Math.round(GRADES / grades)} grades/s one request each`;
}

export async function tryWorkerd(_, folder) {
  const server = await start(folder);
  try {
    const pack = await openPack();
    await tryAnswers(server.url, pack);
    await tryStream(server.url, pack);
    return { note: await measure(server.url) };
  } finally {
    server.close();
  }
}
