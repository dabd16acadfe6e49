// SPDX-License-Identifier: MIT
/** The thread of command-line.mjs: each order runs dist/bin/decision-card.js from its first line, and gives what it wrote. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { Readable } from "node:stream";
import { inspect } from "node:util";
import { workerData } from "node:worker_threads";

const COMMAND_LINE = new URL("../../dist/bin/decision-card.js", import.meta.url);
const { done, port } = workerData;
const { writeSync } = fs;

/** By descriptor: standard output and standard error. */
let written;
let runs = 0;

/** The command line writes everything by this one function (web/cli/streams/output.ts). */
fs.writeSync = (descriptor, bytes, at = 0) => {
  const parts = written[descriptor];
  if (!parts) return writeSync(descriptor, bytes, at);
  parts.push(Buffer.from(bytes.subarray(at)));
  return bytes.length - at;
};
syncBuiltinESMExports();

async function run({ args, input }) {
  written = { 1: [], 2: [] };
  process.argv = [process.execPath, COMMAND_LINE.pathname, ...args];
  process.exitCode = undefined;
  Object.defineProperty(process, "stdin", { value: Readable.from([Buffer.from(input)]), configurable: true });
  await import(`${COMMAND_LINE.href}?run=${++runs}`); // another address is another module, with nothing remembered
  return process.exitCode ?? 0;
}

const textOf = (parts) => Buffer.concat(parts).toString();

port.on("message", async (order) => {
  const status = await run(order).catch((error) => written[2].push(Buffer.from(inspect(error))) && 1);
  port.postMessage({ status, stdout: textOf(written[1]), stderr: textOf(written[2]) });
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
