// SPDX-License-Identifier: MIT
/** The consumers that are quick to try; `npm run test:package` tries all. */
import { after, before, describe, test } from "node:test";
import { launchChromium, missing } from "../browser/support/browsers.mjs";
import { CONSUMERS } from "./consumers.mjs";
import { expectedAnswer } from "./support/expected.mjs";
import { tryConsumer } from "./support/try.mjs";
import { packForAll } from "./support/workplace.mjs";

describe("the packed package", { skip: missing.chromium }, () => {
  let context;
  before(async () => {
    const [browser, expected] = await Promise.all([launchChromium(), expectedAnswer()]);
    context = { browser, expected, packed: packForAll() };
  });
  after(() => context?.browser.close());

  for (const consumer of CONSUMERS.filter(({ quick }) => quick))
    test(`in ${consumer.title}`, () => tryConsumer(consumer, context));
});
