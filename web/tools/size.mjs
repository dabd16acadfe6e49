// SPDX-License-Identifier: MIT
/** `npm run size`: brotli bytes of what ships, against budgets.json. Exit code 1 when one is over. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { root } from "./setup.mjs";

const { bytes: budgets } = JSON.parse(readFileSync(path.join(root, "budgets.json"), "utf8"));

function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

const number = (value) => value.toLocaleString("en").padStart(9);

console.log(
  `${"file".padEnd(28)}${"bytes".padStart(9)}${"gzip".padStart(9)}${"brotli".padStart(9)}${"budget".padStart(9)}`,
);
for (const [file, budget] of Object.entries(budgets)) {
  const bytes = readFileSync(path.join(root, file));
  const size = brotli(bytes);
  const over = size > budget;
  if (over) process.exitCode = 1;
  console.log(
    `${file.padEnd(28)}${number(bytes.length)}${number(gzipSync(bytes, { level: 9 }).length)}${number(size)}${number(budget)}${over ? "  OVER" : ""}`,
  );
}
