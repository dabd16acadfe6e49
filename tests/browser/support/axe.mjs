/** axe-core over what is on the screen, inside the card too. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const LOOKS = {
  light: {},
  dark: { dark: true },
  "forced colours": { features: [{ name: "forced-colors", value: "active" }] },
};

export async function clean(card, screen) {
  if (!(await card.page.evaluate(() => "axe" in window)))
    await card.page.evaluate(`(() => { const module = undefined, exports = undefined; ${AXE} })()`);
  const violations = await card.page.evaluate(async () => {
    // Another look changes colours alone, so there the other rules, half of the time, would find the same again.
    const other = matchMedia("(prefers-color-scheme: dark), (forced-colors: active)").matches;
    const rules = other ? { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } } : {};
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], ...rules });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${node.target.join(" ")} ${node.failureSummary}`)
          .join(" | ")}`,
    );
  });
  assert.deepEqual(violations, [], screen);
}
