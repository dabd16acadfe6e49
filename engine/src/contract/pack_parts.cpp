// SPDX-License-Identifier: MIT
#include "contract/pack_parts.hpp"

namespace decision_card::contract {

void write_pack(JsonWriter& json, const char* name, const PackContent& content) {
  json.key(name).open_object().member("id", content.id).member("version", content.version).close_object();
}

void write_sources(JsonWriter& json, const Indices& sources, const PackContent& content) {
  write_ids(json, "sources", sources, content.sources);
}

void write_claim(JsonWriter& json, const Claim& claim, const PackContent& content) {
  json.open_object().member("text", claim.text);
  write_sources(json, claim.sources, content);
  json.close_object();
}

void write_note(JsonWriter& json, const Note& note, const PackContent& content) {
  json.open_object().member("id", note.id).member("title", note.title).member("text", note.text);
  write_sources(json, note.sources, content);
  json.close_object();
}

void write_interval(JsonWriter& json, const Choice& interval) {
  json.open_object().key("from").decimal(interval.value).key("to").decimal(interval.highest).close_object();
}

void write_answer(JsonWriter& json, const Question& question, std::size_t answer) {
  const Choice& choice = question.choices[answer];
  if (question.kind == QuestionKind::number) return write_interval(json, choice);
  if (!question.several()) {
    json.value(choice.id);
    return;
  }
  json.open_list();
  for (std::size_t part = 0; part < question.parts.size(); ++part) {
    if ((question.sets[answer] >> part & 1) != 0) json.value(question.parts[part].id);
  }
  json.close_list();
}

void write_points(JsonWriter& json, const Rule& rule, const Decision& decision) {
  json.key("points").open_object();
  for (std::size_t a = 0; a < rule.points.size(); ++a) {
    if (rule.points[a] != 0) json.key(decision.alternatives[a].id).value(rule.points[a]);
  }
  json.close_object();
}

}  // namespace decision_card::contract
