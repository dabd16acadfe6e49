/** The language switch: a language is a pack of its own, and the card loads the words that belong to it. */
import { DecisionCard } from "../dist/esm/decision-card.js";

const card = document.querySelector("decision-card");
const buttons = [...document.querySelectorAll("[data-language]")];

function speak(language) {
  const known = buttons.some(({ dataset }) => dataset.language === language) ? language : "en";
  if (known === "en") card.removeAttribute("src");
  else card.setAttribute("src", `../dist/packs/rag-vs-fine-tuning/decision.${known}.json`);
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.language === known));
}

for (const button of buttons) button.addEventListener("click", () => speak(button.dataset.language));
speak(new URLSearchParams(location.search).get("language") ?? "en");
DecisionCard.define();
