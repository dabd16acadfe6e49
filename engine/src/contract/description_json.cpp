// SPDX-License-Identifier: MIT
#include "contract/estimates_writer.hpp"
#include "contract/json_writer.hpp"
#include "decision_card/contract.hpp"

namespace decision_card {

namespace {

void write_sources(JsonWriter& json, const PackContent& content) {
  json.key("sources").open_list();
  for (const Source& source : content.sources) {
    json.open_object()
        .member("id", source.id)
        .member("title", source.title)
        .text_if_any("url", source.url)
        .text_if_any("published", source.published)
        .text_if_any("note", source.note)
        .close_object();
  }
  json.close_list();
}

void write_question(JsonWriter& json, const Question& question, const PackContent& content) {
  json.open_object()
      .member("id", question.id)
      .member("text", question.text)
      .text_if_any("help", question.help)
      .text_if_any("why", question.why);
  json.member("changeable", question.changeable).key("sources").open_list();
  for (const Index source : question.sources) json.value(content.sources[source].id);
  json.close_list().key("choices").open_list();
  for (const Choice& choice : question.choices) {
    json.open_object().member("id", choice.id).member("text", choice.text);
    if (!choice.value_text.empty()) json.key("value").raw(choice.value_text);
    json.close_object();
  }
  json.close_list().close_object();
}

void write_decision(JsonWriter& json, const PackContent& content) {
  const Decision& decision = content.decision;
  json.key("decision")
      .open_object()
      .member("question", decision.question)
      .text_if_any("intro", decision.intro)
      .text_if_any("gates_text", decision.gates_text);
  json.key("questions").open_list();
  for (const Question& question : decision.questions) write_question(json, question, content);
  json.close_list().key("alternatives").open_list();
  for (const Alternative& entry : decision.alternatives) {
    json.open_object()
        .member("id", entry.id)
        .member("name", entry.name)
        .text_if_any("summary", entry.summary)
        .member("lowest", entry.lowest)
        .member("highest", entry.highest)
        .close_object();
  }
  json.close_list().key("recommendations").open_list();
  for (const Recommendation& entry : decision.recommendations)
    json.open_object()
        .member("id", entry.id)
        .member("title", entry.title)
        .member("summary", entry.summary)
        .close_object();
  json.close_list().key("gates").open_list();
  for (const Gate& gate : decision.gates)
    json.open_object().member("id", gate.id).member("text", gate.text).close_object();
  json.close_list();
  if (!decision.estimates.series.empty()) write_estimates(json, content);
  json.close_object();
}

}  // namespace

std::string description_json(const Pack& pack, WriteRubric rubric) {
  const PackContent& content = pack.content();
  std::string out;
  JsonWriter json(out);
  json.open_object()
      .member("id", content.id)
      .member("version", content.version)
      .member("language", content.language)
      .member("title", content.title);
  json.text_if_any("description", content.description)
      .text_if_any("updated", content.updated)
      .key("authors")
      .open_list();
  for (const std::string_view author : content.authors) json.value(author);
  json.close_list();
  write_sources(json, content);
  write_decision(json, content);
  if (rubric != nullptr && content.rubric.present()) rubric(json, content);
  json.close_object();
  return out;
}

}  // namespace decision_card
