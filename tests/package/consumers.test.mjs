// SPDX-License-Identifier: MIT
/** The consumers that are quick to try; `npm run test:package` tries all. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "../browser/support/browsers.mjs";
import { root } from "../../web/tools/setup.mjs";
import { CONSUMERS } from "./consumers.mjs";
import { expectedAnswer } from "./support/expected.mjs";
import { tryConsumer } from "./support/try.mjs";
import { packForAll, versionOf } from "./support/workplace.mjs";

test("docs/frameworks.md names the versions that are tried", () => {
  const [, table] = readFileSync(path.join(root, "docs/frameworks.md"), "utf8").split("## What to write");
  const versions = CONSUMERS.filter(({ recipe, special }) => !recipe && !special).map(versionOf);
  const tried = versions.filter((version) => version !== "");
  assert.ok(tried.length > 12);
  const missed = tried.filter((version) => !table.includes(` ${version?.split(".").slice(0, 2).join(".")}`));
  assert.deepEqual(missed, []);
});

/** Packages of its own that a consumer is tried with are asked of the registry. */
const offline =
  spawnSync("npm", ["view", "react@18", "name"], { timeout: 20_000 }).status !== 0 &&
  "the npm registry can't be reached";

describe("the packed package", { skip: missing.chromium }, () => {
  let context;
  before(async () => {
    const [browser, expected] = await Promise.all([launchChromium(), expectedAnswer()]);
    context = { browser, expected, packed: packForAll() };
  });
  after(() => context?.browser.close());

  for (const consumer of CONSUMERS.filter(({ quick }) => quick))
    test(`in ${consumer.title}`, { skip: consumer.name.startsWith("react-") && offline }, () =>
      tryConsumer(consumer, context),
    );
});
