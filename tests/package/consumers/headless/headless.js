/** What a program without a page asks of the package: a verdict and a grade. */
import { load } from "decision-card/decision";
import { load as loadRubric } from "decision-card/rubric";
import decision from "decision-card/packs/rag-vs-fine-tuning/decision.json" with { type: "json" };
import rubric from "decision-card/packs/rag-vs-fine-tuning/rubric.json" with { type: "json" };

const ANSWERS = { gap: "knowledge", data_change: "daily", corpus: "large" };
const TEXT = "RAG keeps an assistant up to date when its facts change every week, and it can cite its sources.";

export async function says() {
  const { recommendation } = (await load()).open(decision).verdict(ANSWERS);
  const { total } = (await loadRubric()).open(rubric).grade(TEXT);
  return `${recommendation.id}, ${total} points`;
}
