// SPDX-License-Identifier: MIT
/** The questions of our decision as SurveyJS has them. */
import { readFileSync } from "node:fs";

const pack = JSON.parse(readFileSync(new URL("../../packs/rag-vs-fine-tuning/decision.json", import.meta.url), "utf8"));

/** One page a question, radio buttons, "I don't know" among them: what our card asks. */
export function surveyModel() {
  const pages = pack.decision.questions.map(({ id, text, choices }) => {
    const listed = choices.map((choice) => ({ value: choice.id, text: choice.text }));
    return {
      elements: [
        {
          type: "radiogroup",
          name: id,
          title: text,
          isRequired: true,
          choices: [...listed, { value: "", text: "I don’t know" }],
        },
      ],
    };
  });
  return { showProgressBar: true, pages };
}
