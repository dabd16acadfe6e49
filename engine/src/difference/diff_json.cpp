// SPDX-License-Identifier: MIT
#include "contract/problem_json.hpp"
#include "decision_card/contract.hpp"
#include "decision_card/diff.hpp"
#include "inspection/inspect_writer.hpp"

namespace decision_card {

namespace {

/// Writes what belongs to one version.
class VersionWriter : public InspectWriter {
 public:
  VersionWriter(std::string& out, const Pack& pack) : InspectWriter(out, pack) {}
  using InspectWriter::write_answers;
};

class DifferenceWriter {
 public:
  DifferenceWriter(std::string& out, const Pack& before, const Pack& after, const PackDifference& difference)
      : json_(out), before_(before), after_(after), difference_(difference) {}

  void run() {
    json_.open_object();
    write_pack("old", before_.content());
    write_pack("new", after_.content());
    json_.member("proved", difference_.proved)
        .member("combinations", difference_.combinations)
        .text_if_any("changed", difference_.changed)
        .member("changed_share", difference_.changed_share);
    write_list("transitions", difference_.transitions, [this](const Transition& one) { write_transition(one); });
    write_ids("questions_removed", difference_.questions_removed, before_.decision().questions);
    write_ids("questions_added", difference_.questions_added, after_.decision().questions);
    write_ids("recommendations_removed", difference_.recommendations_removed, before_.decision().recommendations);
    write_ids("recommendations_added", difference_.recommendations_added, after_.decision().recommendations);
    write_choices("choices_removed", difference_.choices_removed, before_.decision());
    write_choices("choices_added", difference_.choices_added, after_.decision());
    json_.key("links")
        .open_object()
        .member("all", difference_.links)
        .member("losing_answers", difference_.links_losing)
        .close_object();
    json_.close_object();
  }

 private:
  void write_pack(std::string_view name, const PackContent& content) {
    json_.key(name).open_object().member("id", content.id).member("version", content.version).close_object();
  }

  template <class T, class Write>
  void write_list(std::string_view name, const std::vector<T>& items, const Write& write) {
    json_.key(name).open_list();
    for (const T& item : items) write(item);
    json_.close_list();
  }

  template <class T>
  void write_ids(std::string_view name, const Indices& indices, const std::vector<T>& items) {
    write_list(name, indices, [&](Index index) { json_.value(items[index].id); });
  }

  void write_choices(std::string_view name, const std::vector<ChoiceOf>& choices, const Decision& decision) {
    write_list(name, choices, [&](const ChoiceOf& one) {
      const Question& question = decision.questions[one.question];
      json_.open_object()
          .member("question", question.id)
          .member("choice", question.choices[one.choice].id)
          .close_object();
    });
  }

  void write_transition(const Transition& one) {
    json_.open_object()
        .member("from", before_.decision().recommendations[one.from].id)
        .member("to", after_.decision().recommendations[one.to].id)
        .member("count", one.count)
        .member("share", one.share);
    write_witness("old_answers", before_, one.old_answers);
    write_witness("new_answers", after_, one.new_answers);
    json_.close_object();
  }

  void write_witness(std::string_view name, const Pack& pack, const Answers& answers) {
    std::string written;
    VersionWriter(written, pack).write_answers(answers);
    json_.key(name).raw(written);
  }

  JsonWriter json_;
  const Pack &before_, &after_;
  const PackDifference& difference_;
};

void write_problems_of(JsonWriter& json, std::string_view name, const Result<Pack>& pack) {
  const Problems none;
  json.key(name);
  write_problems(json, pack ? none : pack.problems());
}

Result<Pack> parse_decision(std::string_view text) {
  Result<Pack> pack = parse_pack(text);
  if (!pack || pack.value().decision().present()) return pack;
  return Problems{{"no_decision", Severity::error, "", 1, 1, "This pack has no decision.",
                   "Compare packs that have a \"decision\"."}};
}

}  // namespace

std::string diff_json(std::string_view before, std::string_view after) {
  const Result<Pack> old_pack = parse_decision(before), new_pack = parse_decision(after);
  std::string out;
  if (old_pack && new_pack) {
    DifferenceWriter(out, old_pack.value(), new_pack.value(), diff(old_pack.value(), new_pack.value())).run();
    return out;
  }
  JsonWriter json(out);
  json.open_object();
  write_problems_of(json, "old_problems", old_pack);
  write_problems_of(json, "new_problems", new_pack);
  json.close_object();
  return out;
}

}  // namespace decision_card
