const { load } = require("decision-card/decision");
const { load: loadRubric } = require("decision-card/rubric");
const decision = require("decision-card/packs/rag-vs-fine-tuning/decision.json");
const rubric = require("decision-card/packs/rag-vs-fine-tuning/rubric.json");

const ANSWERS = { gap: "knowledge", data_change: "daily", corpus: "large" };
const TEXT = "RAG keeps an assistant up to date when its facts change every week, and it can cite its sources.";

async function says() {
  const { recommendation } = (await load()).open(decision).verdict(ANSWERS);
  const { total } = (await loadRubric()).open(rubric).grade(TEXT);
  return `${recommendation.id}, ${total} points`;
}

says().then(console.log);
