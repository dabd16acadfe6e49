// SPDX-License-Identifier: MIT
/**
 * The command line as it ships, run in a thread beside the test. A process for each command took nine tenths of such a test: to
 * start Node and to compile the engine again. Tests of what only a process has (pipes, descriptors, signals) start one.
 */
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";

const LONGEST = 300_000; // milliseconds

let thread;

function begin() {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const { port1: orders, port2: port } = new MessageChannel();
  const worker = new Worker(new URL("./command-thread.mjs", import.meta.url), {
    workerData: { done, port },
    transferList: [port],
  });
  worker.unref(); // it waits for orders, and the test's process need not wait for it
  return { done, orders };
}

/** Runs `work` in a folder: a thread has no folder of its own. */
function inFolder(folder, work) {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return work();
  } finally {
    process.chdir(before);
  }
}

/** What `spawnSync` gives of `decision-card ARGS`: exit code, standard output and standard error. */
export function runCommandLine(args, { input = "", cwd = process.cwd() } = {}) {
  thread ??= begin();
  const { done, orders } = thread;
  Atomics.store(done, 0, 0);
  orders.postMessage({ args, input });
  const waited = inFolder(cwd, () => Atomics.wait(done, 0, 0, LONGEST));
  if (waited === "timed-out") throw new Error(`decision-card ${args.join(" ")} did not end`);
  return receiveMessageOnPort(orders).message;
}
