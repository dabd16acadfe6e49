// SPDX-License-Identifier: MIT
#include "contract/pack_parts.hpp"
#include "contract/problem_json.hpp"
#include "decision_card/contract.hpp"
#include "decision_card/diff.hpp"
#include "decision_card/inspect.hpp"
#include "difference/changed_texts.hpp"
#include "document/json_document.hpp"
#include "inspection/inspect_writer.hpp"

namespace decision_card::difference {

using contract::JsonWriter;
using contract::write_ids;
using contract::write_list;
using contract::write_pack;
using contract::write_problems;
using inspection::write_answers;

namespace {

class DifferenceWriter {
 public:
  DifferenceWriter(std::string& out, const Pack& before, const Pack& after, const PackDifference& difference,
                   const std::vector<std::string>& texts)
      : json_(out), before_(before), after_(after), difference_(difference), texts_(texts) {}

  void run() {
    json_.open_object();
    write_pack(json_, "old", before_.content());
    write_pack(json_, "new", after_.content());
    json_.member("proved", difference_.proved)
        .member("combinations", difference_.combinations)
        .text_if_any("changed", difference_.changed)
        .member("changed_share", difference_.changed_share);
    write_list(json_, "transitions", difference_.transitions, [this](const Transition& one) { write_transition(one); });
    write_ids(json_, "questions_removed", difference_.questions_removed, before_.decision().questions);
    write_ids(json_, "questions_added", difference_.questions_added, after_.decision().questions);
    write_ids(json_, "recommendations_removed", difference_.recommendations_removed,
              before_.decision().recommendations);
    write_ids(json_, "recommendations_added", difference_.recommendations_added, after_.decision().recommendations);
    write_choices("choices_removed", difference_.choices_removed, before_.decision());
    write_choices("choices_added", difference_.choices_added, after_.decision());
    json_.key("links")
        .open_object()
        .member("all", difference_.links)
        .member("losing_answers", difference_.links_losing)
        .close_object();
    write_list(json_, "texts", texts_, [this](const std::string& path) { json_.value(path); });
    json_.close_object();
  }

 private:
  void write_choices(const char* name, const std::vector<ChoiceOf>& choices, const Decision& decision) {
    write_list(json_, name, choices, [&](const ChoiceOf& one) {
      const Question& question = decision.questions[one.question];
      json_.open_object()
          .member("question", question.id)
          .member("choice", question.offered()[one.choice].id)
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
    json_.key(name);
    write_answers(json_, pack, answers);
  }

  JsonWriter json_;
  const Pack &before_, &after_;
  const PackDifference& difference_;
  const std::vector<std::string>& texts_;
};

void write_problems_of(JsonWriter& json, std::string_view name, const Result<Pack>& pack) {
  const Problems none;
  json.key(name);
  write_problems(json, pack ? none : pack.problems());
}

Result<Pack> parse_decision(std::string_view text) {
  Result<Pack> pack = parse_pack(text);
  if (!pack) {
    Result<ReadPack> read = read_pack(text);  // which says what its author probably meant
    return read ? pack.take_problems() : read.take_problems();
  }
  if (pack.value().decision().present()) return pack;
  return Problems{{"no_decision", Severity::error, "", 1, 1, "This pack has no decision.",
                   "Compare packs that have a \"decision\"."}};
}

}  // namespace

}  // namespace decision_card::difference

namespace decision_card {

std::string diff_json(std::string_view before, std::string_view after) {
  const Result<Pack> old_pack = difference::parse_decision(before), new_pack = difference::parse_decision(after);
  std::string out;
  if (old_pack && new_pack) {
    const auto texts = difference::changed_texts(document::JsonDocument::parse(before).value(),
                                                 document::JsonDocument::parse(after).value());
    difference::DifferenceWriter(out, old_pack.value(), new_pack.value(), diff(old_pack.value(), new_pack.value()),
                                 texts)
        .run();
    return out;
  }
  contract::JsonWriter json(out);
  json.open_object();
  difference::write_problems_of(json, "old_problems", old_pack);
  difference::write_problems_of(json, "new_problems", new_pack);
  json.close_object();
  return out;
}

}  // namespace decision_card
