import "decision-card/define";
import { expect, test } from "vitest";

test("the card asks its first question, and takes an answer", async () => {
  const card = document.createElement("decision-card");
  document.body.append(card);
  await expect.poll(() => card.shadowRoot?.querySelectorAll("input[type=radio]").length).toBeGreaterThan(2);
  card.shadowRoot.querySelector("input[type=radio]").click();
  expect(Object.keys(card.answers)).toEqual(["gap"]);
  expect(await card.goTo({ step: "result" })).toBe(true);
  expect(card.toMarkdown()).toMatch(/^#/);
});
