// SPDX-License-Identifier: MIT
#include "contract/json_writer.hpp"
#include "decision_card/contract.hpp"

namespace decision_card::contract {

namespace {

class RubricWriter {
 public:
  RubricWriter(JsonWriter& json, const PackContent& content)
      : json_(json), content_(content), rubric_(content.rubric) {}

  void write() {
    json_.key("rubric").open_object().member("question", rubric_.question);
    json_.text_if_any("why_asked", rubric_.why_asked).text_if_any("intro", rubric_.intro);
    if (rubric_.seconds > 0) json_.member("seconds", rubric_.seconds);
    write_quality();
    write_criteria(rubric_.criteria);
    write_list(json_, "misconceptions", rubric_.misconceptions,
               [&](const Misconception& entry) { write_misconception(entry); });
    write_list(json_, "follow_ups", rubric_.follow_ups, [&](const FollowUp& entry) { write_follow_up(entry); });
    write_bands();
    json_.member("maximum", maximum(rubric_.criteria)).close_object();
  }

 private:
  void write_quality() {
    const Quality& quality = rubric_.quality;
    if (quality.texts == 0) return;
    json_.key("quality").open_object().member("texts", quality.texts).member("recall", quality.recall);
    json_.member("precision", quality.precision).member("measured", quality.measured).close_object();
  }

  void write_bands() {
    std::size_t at = 0;
    write_list(json_, "bands", rubric_.bands, [&](const Band& entry) {
      json_.open_object().member("id", entry.id).member("title", entry.title).member("text", entry.text);
      const Slice needs = rubric_.bars[at++].needs;
      if (needs.size > 0) write_ids(json_, "needs", needs.of(rubric_.indices), rubric_.all_criteria);
      json_.close_object();
    });
  }

  void write_criteria(Slice criteria) {
    write_list(json_, "criteria", criteria.of(rubric_.all_criteria),
               [&](const Criterion& entry) { write_criterion(entry); });
  }

  void write_sources(Slice sources) { write_ids(json_, "sources", sources.of(rubric_.indices), content_.sources); }

  void write_criterion(const Criterion& entry) {
    json_.open_object().member("id", entry.id).member("title", entry.title).member("bonus", entry.bonus);
    json_.text_if_any("hint", entry.hint).text_if_any("model", entry.model);
    write_list(json_, "levels", rubric_.levels_of(entry), [&](const Level& level) {
      json_.open_object()
          .member("id", level.id)
          .member("title", level.title)
          .member("points", level.points)
          .close_object();
    });
    write_sources(entry.sources);
    json_.close_object();
  }

  void write_misconception(const Misconception& entry) {
    json_.open_object()
        .member("id", entry.id)
        .member("title", entry.title)
        .member("correction", entry.correction)
        .member("points", entry.points);
    if (entry.cap > 0) json_.member("cap", rubric_.bands[entry.cap].id);
    write_sources(entry.sources);
    json_.close_object();
  }

  void write_follow_up(const FollowUp& entry) {
    json_.open_object().member("id", entry.id).member("question", entry.question).text_if_any("why", entry.why);
    write_criteria(entry.criteria);
    json_.member("maximum", maximum(entry.criteria)).close_object();
  }

  [[nodiscard]] std::int32_t maximum(Slice criteria) const {
    std::int32_t sum = 0;
    for (const Criterion& entry : criteria.of(rubric_.all_criteria))
      sum += entry.bonus ? 0 : rubric_.levels_of(entry).back().points;
    return sum;
  }

  JsonWriter& json_;
  const PackContent& content_;
  const Rubric& rubric_;
};

}  // namespace

void write_rubric(JsonWriter& json, const PackContent& content) { RubricWriter(json, content).write(); }

}  // namespace decision_card::contract
