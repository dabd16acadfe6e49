// SPDX-License-Identifier: MIT
#include "contract/estimates_writer.hpp"
#include "contract/pack_parts.hpp"
#include "decision_card/contract.hpp"

namespace decision_card::contract {

namespace {

void write_all_sources(JsonWriter& json, const PackContent& content) {
  write_list(json, "sources", content.sources, [&](const Source& source) {
    json.open_object()
        .member("id", source.id)
        .member("title", source.title)
        .text_if_any("url", source.url)
        .text_if_any("published", source.published)
        .text_if_any("note", source.note)
        .close_object();
  });
}

/// What other kinds have than one choice.
void write_kind(JsonWriter& json, const Question& question) {
  if (question.kind == QuestionKind::one) return;
  json.member("kind", word_for(question.kind, question_kind_words));
  if (question.several()) json.member("least", question.least).member("most", question.most);
  if (question.kind == QuestionKind::scale) {
    const std::string_view ends[] = {question.low_end, question.high_end};
    write_list(json, "ends", ends, [&](std::string_view end) { json.value(end); });
  }
  if (question.kind != QuestionKind::number) return;
  const NumberRange& range = question.range;
  json.key("min").raw(range.lowest_text).key("max").raw(range.highest_text).key("step").raw(range.step_text);
  json.text_if_any("unit", range.unit);
  write_list(json, "intervals", question.choices, [&](const Choice& interval) { write_interval(json, interval); });
}

void write_question(JsonWriter& json, const Question& question, const PackContent& content) {
  json.open_object()
      .member("id", question.id)
      .member("text", question.text)
      .text_if_any("help", question.help)
      .text_if_any("why", question.why);
  json.member("changeable", question.changeable);
  write_ids(json, "sources", question.sources, content.sources);
  json.text_if_any("section", question.section);
  write_kind(json, question);
  const bool number = question.kind == QuestionKind::number;
  write_list(json, "choices", number ? std::vector<Choice>() : question.offered(), [&](const Choice& choice) {
    json.open_object().member("id", choice.id).member("text", choice.text);
    if (!choice.value_text.empty()) json.key("value").raw(choice.value_text);
    if (choice.exclusive) json.member("exclusive", true);
    json.close_object();
  });
  json.close_object();
}

void write_decision(JsonWriter& json, const PackContent& content) {
  const Decision& decision = content.decision;
  json.key("decision").open_object().member("question", decision.question).text_if_any("intro", decision.intro);
  if (decision.heuristic) write_claim(json.key("heuristic"), *decision.heuristic, content);
  if (is_plain(decision.gates_text)) json.member("gates_text", decision.gates_text.front().text);
  write_list(json, "questions", decision.questions,
             [&](const Question& question) { write_question(json, question, content); });
  write_list(json, "alternatives", decision.alternatives, [&](const Alternative& entry) {
    json.open_object()
        .member("id", entry.id)
        .member("name", entry.name)
        .text_if_any("summary", entry.summary)
        .member("lowest", entry.lowest)
        .member("highest", entry.highest)
        .close_object();
  });
  write_list(json, "recommendations", decision.recommendations, [&](const Recommendation& entry) {
    json.open_object()
        .member("id", entry.id)
        .member("title", entry.title)
        .member("summary", entry.summary.back().text)
        .close_object();
  });
  write_list(json, "gates", decision.gates, [&](const Gate& gate) {
    json.open_object().member("id", gate.id).member("text", gate.text).close_object();
  });
  if (!decision.estimates.series.empty()) write_estimates(json, content);
  json.close_object();
}

}  // namespace

}  // namespace decision_card::contract

namespace decision_card {

std::string description_json(const Pack& pack, WriteRubric rubric) {
  const PackContent& content = pack.content();
  std::string out;
  contract::JsonWriter json(out);
  json.open_object()
      .member("id", content.id)
      .member("version", content.version)
      .member("language", content.language)
      .member("title", content.title);
  json.text_if_any("description", content.description).text_if_any("updated", content.updated);
  contract::write_list(json, "authors", content.authors, [&](std::string_view author) { json.value(author); });
  contract::write_all_sources(json, content);
  contract::write_decision(json, content);
  if (rubric != nullptr && content.rubric.present()) rubric(json, content);
  json.close_object();
  return out;
}

}  // namespace decision_card
