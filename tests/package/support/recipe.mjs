// SPDX-License-Identifier: MIT
/** A recipe of docs/recipes.md as files: where a text names one and ends in a colon, what stands in the fence below is its content. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../../web/tools/setup.mjs";

const FILE = /`([\w./-]+)`(?: for one)?:\n\n```\w+\n(.*?)```/gs;

export function writeRecipe(folder, title) {
  const document = readFileSync(path.join(root, "docs/recipes.md"), "utf8");
  const [, section] = document.split(`\n## ${title}\n`);
  const files = [...section.split("\n## ")[0].matchAll(FILE)];
  if (files.length === 0) throw new Error(`docs/recipes.md has no files under ${title}`);
  for (const [, name, text] of files) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}
