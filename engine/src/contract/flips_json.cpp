// SPDX-License-Identifier: MIT
#include "contract/pack_parts.hpp"
#include "decision_card/budgets.hpp"
#include "decision_card/contract.hpp"

namespace decision_card::contract {

namespace {

class FlipsWriter {
 public:
  FlipsWriter(std::string& out, const Pack& pack, const Answers& answers, const Flips& flips)
      : json_(out), content_(pack.content()), decision_(pack.decision()), answers_(answers), flips_(flips) {}

  void run() {
    json_.open_object();
    write_pack(json_, "pack", content_);
    json_.member("exact", flips_.exact).member("recommendation", id_of(flips_.recommendation));
    write_margin();
    write_sensitivity();
    write_targets();
    if (flips_.anchor) write_list(json_, "reason", *flips_.anchor, [this](Index question) { write_given(question); });
    else json_.key("reason").null();
    json_.close_object();
  }

 private:
  [[nodiscard]] std::string_view id_of(Index recommendation) const {
    return decision_.recommendations[recommendation].id;
  }
  void write_answer(const char* name, Index question, std::size_t answer) {
    contract::write_answer(json_.key(name), decision_.questions[question], answer);
  }

  void write_margin() {
    json_.key("margin").open_object().member("same", flips_.same).member("of", flips_.of).key("nearest");
    const FlipTarget* nearest = nullptr;
    for (const FlipTarget& target : flips_.targets) {
      if (target.changes && (nearest == nullptr || *target.changes < *nearest->changes)) nearest = &target;
    }
    if (nearest == nullptr) {
      json_.null();
    } else {
      json_.open_object().member("recommendation", id_of(nearest->recommendation));
      json_.member("changes", *nearest->changes).close_object();
    }
    json_.close_object();
  }

  void write_sensitivity() {
    json_.key("sensitivity").open_list();
    const Index* single = flips_.single.data();
    for (const Index question : flips_.given) {
      write_row(question, single);
      single += decision_.questions[question].offered().size();
    }
    json_.close_list();
  }

  /// Where several may be chosen, `others` names the choice that is added or dropped.
  void write_row(Index index, const Index* single) {
    const Question& question = decision_.questions[index];
    const std::uint8_t given = answers_.choices[index];
    json_.open_object().member("question", question.id);
    write_answer("choice", index, given);
    json_.member("changeable", question.changeable).key("others").open_list();
    for (std::size_t choice = 0; choice < question.offered().size(); ++choice) {
      if (!question.changed_by(given, choice)) continue;
      json_.open_object();
      if (question.several()) json_.member("choice", question.parts[choice].id);
      else write_answer("choice", index, choice);
      json_.member("recommendation", id_of(single[choice])).close_object();
    }
    json_.close_list().close_object();
  }

  /// Fewest changes first; behind them those that no change is known to lead to.
  void write_targets() {
    json_.key("targets").open_list();
    for (std::size_t size = 1; size <= flips_.given.size() + 1; ++size) {
      for (const FlipTarget& target : flips_.targets) {
        if (target.changes.value_or(flips_.given.size() + 1) == size) write_target(target);
      }
    }
    json_.close_list();
  }

  void write_target(const FlipTarget& target) {
    json_.open_object().member("recommendation", id_of(target.recommendation));
    json_.member("title", decision_.recommendations[target.recommendation].title).key("changes");
    if (target.changes) json_.value(*target.changes);
    else json_.null();
    json_.member("exact", target.exact).member("searched", target.searched).member("count", target.count);
    json_.key("flips").open_list();
    std::size_t left = budgets::flip_list;
    write_flips(target.changeable, target.changes.value_or(1), true, left);
    write_flips(target.others, target.changes.value_or(1), false, left);
    json_.close_list().close_object();
  }

  void write_flips(const std::vector<Change>& changes, std::size_t size, bool changeable, std::size_t& left) {
    for (std::size_t at = 0; at < changes.size() && left > 0; at += size, --left) {
      json_.open_object().key("changes").open_list();
      for (std::size_t k = at; k < at + size; ++k) write_change(changes[k]);
      json_.close_list().member("changeable", changeable).close_object();
    }
  }

  void write_change(const Change& change) {
    json_.open_object().member("question", decision_.questions[change.question].id);
    write_answer("from", change.question, answers_.choices[change.question]);
    write_answer("to", change.question, change.choice);
    json_.close_object();
  }

  void write_given(Index question) {
    json_.open_object().member("question", decision_.questions[question].id);
    write_answer("choice", question, answers_.choices[question]);
    json_.close_object();
  }

  JsonWriter json_;
  const PackContent& content_;
  const Decision& decision_;
  const Answers& answers_;
  const Flips& flips_;
};

}  // namespace

}  // namespace decision_card::contract

namespace decision_card {

std::string flips_json(const Pack& pack, const Answers& answers, const Flips& flips) {
  std::string out;
  contract::FlipsWriter(out, pack, answers, flips).run();
  return out;
}

}  // namespace decision_card
