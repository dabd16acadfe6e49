// SPDX-License-Identifier: MIT
/** The WebAssembly modules as scripts carry them: each with its name inside, its glue, and its bytes as printable text. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./setup.mjs";

/** One for each element, one for the author's tools (wasm/CMakeLists.txt). */
export const MODULES = ["decision", "rubric", "inspect"];

const built = (file) => path.join(root, "build/wasm/wasm", file);
export const generated = (file) => path.join(root, "build/generated", file);

/** A custom section that says which module this is: the facade refuses another one by name (web/engine/wasm.ts). */
function named(bytes, name) {
  const text = (value) => [value.length, ...Buffer.from(value, "latin1")];
  const content = [...text("decision-card"), ...Buffer.from(name, "latin1")];
  return Buffer.concat([bytes, Buffer.from([0, content.length, ...content])]);
}

export const moduleBytes = (name) => named(readFileSync(built(`${name}.wasm`)), name);

/**
 * Bytes as printable ASCII that compresses almost as well as the bytes themselves (docs/decisions/0004). The most frequent
 * bytes get a character each, their own where it is printable; the others get `}` or `~` and a character, in their order.
 * The opposite is in web/engine/wasm.ts.
 */
export function printable(bytes) {
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte] += 1;
  const characters = Array.from({ length: 95 }, (_, k) => k + 0x20).filter(
    (code) => !'"\\<}~'.includes(String.fromCharCode(code)),
  );
  const byCount = counts.map((_, byte) => byte).sort((a, b) => counts[b] - counts[a] || a - b);
  const frequent = new Set(byCount.slice(0, characters.length));
  const free = [...frequent].filter((byte) => !characters.includes(byte));
  const singles = characters.map((code) => (frequent.has(code) ? code : free.shift()));
  const code = new Map(singles.map((byte, k) => [byte, String.fromCharCode(characters[k])]));
  byCount
    .slice(characters.length)
    .sort((a, b) => a - b)
    .forEach((byte, k) => code.set(byte, "}~"[Math.floor(k / characters.length)] + codeOf(characters, k)));
  return { text: Array.from(bytes, (byte) => code.get(byte)).join(""), singles };
}

const codeOf = (characters, k) => String.fromCharCode(characters[k % characters.length]);

/**
 * A module's glue, which since Emscripten 4.0.4 names its own address to find the wasm beside it. Nothing asks for it,
 * because the facade hands the module in; but a classic script has no such address, and bundlers would look for the file.
 */
const glueOf = (name) => readFileSync(built(`${name}.mjs`), "utf8").replaceAll("import.meta.url", '""');

/** Puts in build/generated what web/engine/generated declares. */
export function writeModules() {
  mkdirSync(generated(""), { recursive: true });
  for (const name of MODULES) writeFileSync(generated(`${name}-glue.js`), glueOf(name));
  for (const name of MODULES) {
    const wasm = JSON.stringify(printable(moduleBytes(name)));
    writeFileSync(generated(`${name}-wasm.js`), `export const wasm = ${wasm};\n`);
  }
}
