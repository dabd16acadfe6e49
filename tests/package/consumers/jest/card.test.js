import "decision-card/define";

test("the card asks its first question, and takes an answer", async () => {
  const card = document.createElement("decision-card");
  document.body.append(card);
  card.shadowRoot.querySelector("input[type=radio]").click();
  expect(Object.keys(card.answers)).toEqual(["gap"]);
  expect(await card.goTo({ step: "result" })).toBe(true);
  expect(card.toMarkdown()).toMatch(/^#/);
});
