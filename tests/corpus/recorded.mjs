// SPDX-License-Identifier: MIT
/**
 * Compares texts with the hashes that are recorded. A hash can't be read back, so each text that is as recorded is kept in
 * build/texts under its hash: when a later build gives another, the two can be set side by side.
 */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { changedLines, readable } from "../support/texts.mjs";
import { sha256 } from "./entries.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const WRITTEN_AT_MOST = 50;
const SHOWN_AT_MOST = 3;
const REGENERATE =
  "If the change is meant, `node tests/corpus/generate.mjs` records it; tests/corpus/golden then shows it as text.";

const keptAt = (hash) => `${ROOT}build/texts/${hash}.json`;

/** Keeps a recorded text for the day when another comes out. */
function keep(text, hash) {
  if (kept(hash) !== undefined) return;
  mkdirSync(`${ROOT}build/texts`, { recursive: true });
  writeFileSync(keptAt(hash), text);
}

/** The text with this hash; nothing when no run in this folder gave it, or when its writing was cut short. */
function kept(hash) {
  const text = existsSync(keptAt(hash)) ? readFileSync(keptAt(hash), "utf8") : undefined;
  return text !== undefined && sha256(text) === hash ? text : undefined;
}

/** One item a text, `{id, text, recorded}`, of lines with hashes and of the texts of each line in the order of these. */
function itemsOf(lines, texts) {
  return lines.flatMap(({ id, recorded }, line) =>
    Object.entries(recorded).map(([part, hash], index) => ({
      id: `${id}-${part}`.replaceAll("/", "-"),
      text: texts[line]?.[index] ?? "",
      recorded: hash,
    })),
  );
}

function put(folder, id, text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${id}.json`, text);
}

/** Writes what came out, and what was recorded where it was kept; gives their difference. */
async function writeMismatch(folder, { id, text, recorded }) {
  const present = await readable(text);
  put(`${folder}/present`, id, present);
  const before = kept(recorded);
  if (before === undefined) return `${id}: no run in this folder kept the recorded text, ${recorded}.\n`;
  const past = await readable(before);
  put(`${folder}/recorded`, id, past);
  return past === present ? `${id}: only white space differs.\n` : changedLines(`${id}.json`, past, present);
}

/** How many texts differ, where to look, what to do, and the first differences. */
async function complaint(corpus, platform, different, all) {
  const folder = `build/mismatch/${corpus}-${platform}`;
  const shown = [];
  for (const item of different.slice(0, WRITTEN_AT_MOST)) shown.push(await writeMismatch(ROOT + folder, item));
  return [
    `${different.length} of ${all} texts of ${platform} are not those recorded in tests/corpus/${corpus}.ndjson.`,
    `${shown.length} of them are in ${folder}/present; what was recorded is beside it where an earlier run kept it:`,
    `git diff --no-index ${folder}/recorded ${folder}/present`,
    REGENERATE,
    ...shown.slice(0, SHOWN_AT_MOST),
  ].join("\n");
}

/**
 * The texts of a corpus on one platform are those that are recorded. Otherwise build/mismatch gets the texts that differ, and
 * the message shows the first differences. `lines`: `{id, recorded}`; `texts`: the texts of each line.
 */
export async function assertRecorded(corpus, platform, lines, texts) {
  const items = itemsOf(lines, texts).map((item) => ({ ...item, same: sha256(item.text) === item.recorded }));
  const different = items.filter(({ same }) => !same);
  for (const { same, text, recorded } of items) if (same) keep(text, recorded);
  rmSync(`${ROOT}build/mismatch/${corpus}-${platform}`, { recursive: true, force: true });
  if (different.length > 0) assert.fail(await complaint(corpus, platform, different, items.length));
}
