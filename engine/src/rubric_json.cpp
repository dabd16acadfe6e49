// SPDX-License-Identifier: MIT
#include "rubric_json.hpp"

#include "decision_card/check.hpp"

namespace decision_card {

namespace {

class RubricWriter {
 public:
  RubricWriter(JsonWriter& json, const PackContent& content)
      : json_(json), content_(content), rubric_(content.rubric) {}

  void write() {
    json_.key("rubric").open_object().member("question", rubric_.question);
    json_.text_if_any("why_asked", rubric_.why_asked).text_if_any("intro", rubric_.intro);
    if (rubric_.seconds > 0) json_.member("seconds", rubric_.seconds);
    write_criteria(rubric_.criteria);
    write_list("misconceptions", rubric_.misconceptions,
               [&](const Misconception& entry) { write_misconception(entry); });
    write_list("follow_ups", rubric_.follow_ups, [&](const FollowUp& entry) { write_follow_up(entry); });
    write_list("bands", rubric_.bands, [&](const Band& entry) {
      json_.open_object().member("id", entry.id).member("title", entry.title).member("text", entry.text).close_object();
    });
    json_.member("maximum", maximum(rubric_.criteria)).close_object();
  }

 private:
  template <class T, class Write>
  void write_list(const char* name, const std::vector<T>& items, const Write& write) {
    json_.key(name).open_list();
    for (const T& item : items) write(item);
    json_.close_list();
  }

  void write_criteria(const std::vector<Criterion>& criteria) {
    write_list("criteria", criteria, [&](const Criterion& entry) { write_criterion(entry); });
  }

  void write_sources(const Indices& sources) {
    write_list("sources", sources, [&](Index source) { json_.value(content_.sources[source].id); });
  }

  void write_criterion(const Criterion& entry) {
    json_.open_object().member("id", entry.id).member("title", entry.title).member("bonus", entry.bonus);
    json_.text_if_any("hint", entry.hint).text_if_any("model", entry.model);
    write_list("levels", entry.levels, [&](const Level& level) {
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
    write_sources(entry.sources);
    json_.close_object();
  }

  void write_follow_up(const FollowUp& entry) {
    json_.open_object().member("id", entry.id).member("question", entry.question).text_if_any("why", entry.why);
    write_criteria(entry.criteria);
    json_.member("maximum", maximum(entry.criteria)).close_object();
  }

  static std::int32_t maximum(const std::vector<Criterion>& criteria) {
    std::int32_t sum = 0;
    for (const Criterion& entry : criteria) sum += entry.bonus ? 0 : entry.levels.back().points;
    return sum;
  }

  JsonWriter& json_;
  const PackContent& content_;
  const Rubric& rubric_;
};

template <class T>
void write_ids(JsonWriter& json, const char* name, const Rubric& rubric, const std::vector<T>& ids) {
  json.key(name).open_list();
  for (const SampleResult::Id& id : ids) json.value(id.text(rubric));
  json.close_list();
}

void write_accuracy(JsonWriter& json, std::string_view kind, std::string_view id, const Accuracy& accuracy) {
  json.open_object().member("id", id).member("kind", kind).member("right", accuracy.right);
  json.member("wrong", accuracy.wrong).member("missed", accuracy.missed).close_object();
}

}  // namespace

void write_rubric(JsonWriter& json, const PackContent& content) { RubricWriter(json, content).write(); }

void write_samples(JsonWriter& json, const Pack& pack) {
  const Rubric& rubric = pack.rubric();
  const SampleReport report = run_samples(pack);
  json.key("samples").open_list();
  for (std::size_t k = 0; k < report.samples.size(); ++k) {
    const SampleResult& result = report.samples[k];
    json.open_object().member("id", rubric.samples[k].id).member("passed", result.passed);
    write_ids(json, "missing", rubric, result.missing);
    write_ids(json, "surplus", rubric, result.surplus);
    json.text_if_any("expected_band", rubric.samples[k].band)
        .member("band", rubric.bands[result.band].id)
        .close_object();
  }
  json.close_list().key("accuracy").open_list();
  for (const Accuracy& entry : report.accuracy)
    write_accuracy(json, entry.id.misconception ? "misconception" : "criterion", entry.id.text(rubric), entry);
  json.close_list();
}

}  // namespace decision_card
